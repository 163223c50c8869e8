import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AddActorForm } from "../../../web/pages/map/editing/AddActorForm.tsx";
import type { Gesture } from "../../../web/pages/map/editing/gesture.ts";
import { issuesNotShown } from "../../../web/pages/map/editing/issues-not-shown.ts";
import { draftOfGestures } from "../../../web/pages/map/editing/kept-gesture.ts";
import { MoveClaimForm } from "../../../web/pages/map/editing/MoveClaimForm.tsx";
import { type MapActions, MapProvider, type MapState } from "../../../web/pages/map/map-context.ts";

let refusals: { path: string; code: string; message: string }[];
/** Changes that the API was sent. */
let sent: object[];
/** Answers the question for a record; held back until then. */
let answerNode: ((node: object | null) => void) | null;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  sent = [];
  answerNode = null;
});
afterEach(cleanup);

/** An API that refuses every change and holds back what is asked of records. */
const client = () =>
  new Client({
    url: "/graphql",
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetch: async (_, init) => {
      const { query, variables } = JSON.parse(init!.body as string);
      if (query.includes("NodeDetail")) {
        const node = await new Promise((resolve) => {
          answerNode = resolve;
        });
        return new Response(JSON.stringify({ data: { node } }), { headers: { "content-type": "application/json" } });
      }
      sent.push(variables.input.changes);
      const errors = refusals.map((refusal) => ({ __typename: "ChangeIssue", ...refusal }));
      const changeRecords = { __typename: "ChangeResult", revision: null, changed: [], conflicts: [], errors };
      return new Response(JSON.stringify({ data: { changeRecords } }), {
        headers: { "content-type": "application/json" },
      });
    },
  });

// What the forms read of the map page.
const state = {
  ecosystem: "x",
  search: {},
  day: "2026-01-01",
  whole: { nodes: [], edges: [], truncated: false },
  facts: { focal: null },
  present: { boundaries: [] },
  views: { shown: null },
} as unknown as MapState;
const actions = { announce: () => {}, setGesture: () => {}, showPin: () => {} } as unknown as MapActions;

const show = (form: ReactNode, more: Partial<MapState> = {}) =>
  render(
    <MantineProvider>
      <Provider value={client()}>
        <MapProvider state={{ ...state, ...more }} actions={actions}>
          {form}
        </MapProvider>
      </Provider>
    </MantineProvider>,
  );
const typed = (gesture: Gesture, fields: object) => {
  const kept = { draft: { gesture, fields, isOpen: true }, at: 0 };
  localStorage.setItem(`ecotone draft ${draftOfGestures("x")}`, JSON.stringify(kept));
};
const alerts = () => screen.getAllByRole("alert").map(({ textContent }) => textContent);

const at = { x: 0, y: 0 };
const run = { id: "run", key: "run", name: "Run" };
const rotor = { id: "rotor", key: "rotor", name: "Rotor" };

test("an actor that is refused with its claim says every error, each once", async () => {
  const gesture = { does: "add actor", lens: "boundaries", place: null, activity: run, at } as const;
  typed(gesture, { name: "Rotor", extent: 0.5 });
  refusals = [
    { path: "/changes/0/actor/name", code: "INVALID", message: "The name is taken." },
    { path: "/changes/0/actor/kinds", code: "INVALID", message: "The kind is unknown." },
    { path: "/changes/1/claim/extent", code: "INVALID", message: "The extent is too high." },
    { path: "/changes/1/claim/activity", code: "INVALID", message: "There is no such activity." },
    { path: "/changes/1/claim", code: "INVALID", message: "Recorded already." },
    { path: "/changes/0/actor", code: "INVALID", message: "Recorded already." },
  ];
  show(<AddActorForm gesture={gesture} />);
  fireEvent.submit(screen.getByRole("form"));
  await waitFor(() =>
    expect(alerts()).toEqual(["The kind is unknown.", "There is no such activity.", "Recorded already."]),
  );
  expect(screen.getAllByText("The name is taken.")).toHaveLength(1);
  expect(screen.getAllByText("The extent is too high.")).toHaveLength(1);
});

test("a claim that is refused as a whole says so once, where it joins others", async () => {
  const gesture = { does: "move claim", actor: rotor, from: null, to: run, at } as const;
  typed(gesture, { extent: 0.5 });
  refusals = [
    { path: "/changes/0/claim", code: "INVALID", message: "Recorded already." },
    { path: "/changes/0/claim/extent", code: "INVALID", message: "The extent is too high." },
  ];
  show(<MoveClaimForm gesture={gesture} />);
  fireEvent.submit(screen.getByRole("form"));
  await waitFor(() => expect(alerts()).toEqual(["Recorded already."]));
  expect(screen.getAllByText("The extent is too high.")).toHaveLength(1);
});

const halt = { id: "halt", key: "halt", name: "Halt" };
const claim = { id: "claim", about: rotor, by: null, activity: halt, extent: 0.4, lead: false };
const withClaim = { present: { boundaries: [{ activity: halt, claims: [claim] }] } } as unknown as Partial<MapState>;
const moving = { does: "move claim", actor: rotor, from: halt, to: run, at } as const;

test("a move that is submitted before the old claim is read is stored once it is", async () => {
  refusals = [];
  typed(moving, { extent: 0.5 });
  show(<MoveClaimForm gesture={moving} />, withClaim);
  fireEvent.submit(screen.getByRole("form"));
  await waitFor(() => expect(screen.getByRole("button", { name: "Move" }).getAttribute("data-loading")).toBe("true"));
  expect(sent).toEqual([]);
  const data = { about: "rotor", activity: "halt", extent: 0.4 };
  const asRecord = { __typename: "Record", kind: "CLAIMS", key: "claim", label: "Claim", data, references: [] };
  answerNode!({ ...claim, __typename: "Claim", version: 3, asRecord });
  await waitFor(() =>
    expect(sent).toMatchObject([
      [{ end: { key: "claim", expectedVersion: 3 } }, { claim: { activity: "run", extent: 0.5 } }],
    ]),
  );
});

test("a move whose claim has been deleted meanwhile says so and stores nothing", async () => {
  typed(moving, { extent: 0.5 });
  show(<MoveClaimForm gesture={moving} />, withClaim);
  fireEvent.submit(screen.getByRole("form"));
  await waitFor(() => answerNode!(null));
  await waitFor(() => expect(alerts()).toEqual(["Somebody has deleted this claim."]));
  expect(screen.getByRole("button", { name: "Move" }).getAttribute("data-loading")).toBeNull();
  expect(sent).toEqual([]);
});

test("an error is told beside the fields unless its own edit shows that field", () => {
  const issue = (edit: number | null, field: string | null) => ({ edit, field, message: `${edit} ${field}` });
  const issues = [issue(0, "extent"), issue(1, "extent"), issue(1, "requires/0/level"), issue(null, null)];
  expect(issuesNotShown(issues, [[], ["extent"]])).toEqual(["0 extent", "1 requires/0/level", "null null"]);
  expect(issuesNotShown(issues, [["extent"], ["requires"]])).toEqual(["1 extent", "null null"]);
  expect(issuesNotShown([issue(null, "extent")], [[], ["extent"]])).toEqual([]);
});
