import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { type ReactNode, useMemo } from "react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { CompareSearch } from "../../../web/map/model/search-params/compare-search.ts";
import type { LensName } from "../../../web/map/model/search-params/display-search.ts";
import type { MapDay } from "../../../web/pages/map/use-map-day.ts";
import { usePins } from "../../../web/pages/map/use-pins.ts";
import { useWhatIf } from "../../../web/pages/map/what-if/use-what-if.ts";

interface Asked {
  operationName: string;
  variables: { lens?: string; asOf?: string; changes?: { interventions: { key: string }[] } };
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

test("pins of a lens are on no other lens, not even until that one's have come", async () => {
  const record = () => {};
  const { result, rerender } = renderHook(({ lens }) => usePins("e", lens, undefined, [], record), {
    wrapper: Around,
    initialProps: { lens: "network" as LensName },
  });
  const pinned = (id: string) => ({ layout: [{ __typename: "LayoutPin", id, kind: "ACTOR", key: id, x: 1, y: 2 }] });
  await given(0, pinned("a"));
  await waitFor(() => expect([...result.current.pins.keys()]).toEqual(["a"]));
  rerender({ lens: "positions" });
  await waitFor(() => expect(asked).toHaveLength(2));
  expect([...result.current.pins.keys()]).toEqual([]);
  await given(1, pinned("b"));
  await waitFor(() => expect([...result.current.pins.keys()]).toEqual(["b"]));
  rerender({ lens: "network" });
  expect([...result.current.pins.keys()]).toEqual(["a"]);
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
