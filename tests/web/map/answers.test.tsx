import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { type ReactNode, useMemo } from "react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Lens } from "../../../web/graphql/schema-types.ts";
import type { CompareSearch } from "../../../web/map/model/search-params/compare-search.ts";
import type { LensName } from "../../../web/map/model/search-params/display-search.ts";
import type { MapDay } from "../../../web/pages/map/use-map-day.ts";
import { usePins } from "../../../web/pages/map/use-pins.ts";
import { pinnedLenses, useViews } from "../../../web/pages/map/views/use-views.ts";
import { useWhatIf } from "../../../web/pages/map/what-if/use-what-if.ts";

interface Asked {
  operationName: string;
  variables: { view?: string | null; asOf?: string; changes?: { interventions: { key: string }[] } };
  give(data: object): void;
}

/** What has been asked; each waits until it is given its answer. */
let asked: Asked[];
beforeEach(() => {
  asked = [];
  sessionStorage.clear();
});
afterEach(cleanup);
const given = async (at: number, data: object) => {
  await waitFor(() => expect(asked[at]).toBeDefined());
  await act(async () => asked[at]!.give({ data: { ecosystem: { __typename: "Ecosystem", id: "e", ...data } } }));
};

function Around({ children }: { children: ReactNode }) {
  const client = useMemo(
    () =>
      new Client({
        url: "http://nowhere/graphql",
        preferGetMethod: false,
        exchanges: [cacheExchange, fetchExchange],
        fetch: (_url, init) =>
          new Promise((resolve) => {
            const give = (data: object) =>
              resolve(new Response(JSON.stringify(data), { headers: { "content-type": "application/json" } }));
            asked.push({ ...JSON.parse(String(init?.body)), give });
          }),
      }),
    [],
  );
  return <Provider value={client}>{children}</Provider>;
}

/** Views and pins as the API gives them: of each lens one pin, or none. */
const pinsAnswer = (views: string[], pins: Partial<Record<Lens, string>>) => ({
  views: views.map((key) => ({ __typename: "View", key, name: key, position: 1, state: "", version: 1 })),
  ...Object.fromEntries(
    pinnedLenses.map((lens) => [
      lens,
      pins[lens] ? [{ __typename: "LayoutPin", id: pins[lens], kind: "ACTOR", key: pins[lens], x: 1, y: 2 }] : [],
    ]),
  ),
});
function renderPins(initialProps: { lens: LensName; view?: string }) {
  const record = () => {};
  const pinsOf = ({ lens, view }: { lens: LensName; view?: string }) =>
    usePins("e", lens, useViews("e", view), [], record, true);
  const { result, rerender } = renderHook(pinsOf, { wrapper: Around, initialProps });
  return { pinned: () => [...result.current.pins.keys()], rerender };
}

test("one request brings the pins of all lenses: another lens has its own at once and asks for nothing", async () => {
  const { pinned, rerender } = renderPins({ lens: "network" });
  await given(0, pinsAnswer([], { NETWORK: "a", POSITIONS: "b" }));
  await waitFor(() => expect(pinned()).toEqual(["a"]));
  rerender({ lens: "positions" });
  expect(pinned()).toEqual(["b"]);
  rerender({ lens: "rivals" });
  expect(pinned()).toEqual([]);
  rerender({ lens: "network" });
  expect(pinned()).toEqual(["a"]);
  expect(asked.map(({ operationName }) => operationName)).toEqual(["ViewsAndPins"]);
});

test("pins of a view are on no other view, not even until that one's have come", async () => {
  const { pinned, rerender } = renderPins({ lens: "network" });
  await given(0, pinsAnswer(["tour"], { NETWORK: "a" }));
  await waitFor(() => expect(pinned()).toEqual(["a"]));
  rerender({ lens: "network", view: "tour" });
  await waitFor(() => expect(asked.map(({ variables }) => variables.view)).toEqual([null, "tour"]));
  expect(pinned()).toEqual([]);
  await given(1, pinsAnswer(["tour"], { NETWORK: "b" }));
  await waitFor(() => expect(pinned()).toEqual(["b"]));
});

test("a view that has been removed leaves the pins outside of any", async () => {
  const { pinned } = renderPins({ lens: "network", view: "gone" });
  await given(0, pinsAnswer(["tour"], {}));
  await given(1, pinsAnswer(["tour"], { NETWORK: "a" }));
  await waitFor(() => expect(pinned()).toEqual(["a"]));
  expect(asked.map(({ variables }) => variables.view)).toEqual(["gone", null]);
});

test("a what-if is asked for days at rest only, and an answer to something else is none", async () => {
  const supposing = (key: string): CompareSearch => ({ what: [`SETTLE_BOUNDARY ${key}`] });
  const on = (day: string, rest: string, search: CompareSearch) => ({
    time: { day, rest: { day: rest, against: null }, moving: day !== rest } as MapDay,
    search,
  });
  const { result, rerender } = renderHook(({ time, search }) => useWhatIf("e", time, search), {
    wrapper: Around,
    initialProps: on("2026-01-01", "2026-01-01", supposing("a")),
  });
  const whatIf = { whatIf: { __typename: "WhatIf", errors: [], differences: [], before: null, after: null } };
  await given(0, whatIf);
  await waitFor(() => expect(result.current.answer).not.toBeNull());

  for (const day of ["2026-01-02", "2026-01-03"]) {
    rerender(on(day, "2026-01-01", supposing("a")));
    expect(result.current).toMatchObject({ isAsked: true, answer: null });
  }
  rerender(on("2026-01-03", "2026-01-03", supposing("a")));
  await waitFor(() => expect(asked.map(({ variables }) => variables.asOf)).toEqual(["2026-01-01", "2026-01-03"]));
  expect(result.current.answer).toBeNull();
  await given(1, whatIf);
  await waitFor(() => expect(result.current.answer).not.toBeNull());

  rerender(on("2026-01-03", "2026-01-03", supposing("b")));
  expect(result.current.answer).toBeNull();
});
