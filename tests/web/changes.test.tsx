import { MantineProvider } from "@mantine/core";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, configure, fireEvent, render, screen } from "@testing-library/react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, expect, test, vi } from "vitest";
import { ChangeLog } from "../../web/pages/changes/ChangesPage.tsx";
import { inMoments } from "../../web/pages/changes/change-filter.ts";
import type { ChangedRecordRow } from "../../web/shared/ChangedRecord.tsx";
import { changedFields, changeTypeOf } from "../../web/shared/changed-fields.ts";
import { fieldText } from "../../web/shared/fields.ts";

configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

test("fields are told in words, only those that say something else", () => {
  const before = { key: "a", name: "Old", kinds: ["START_UP"], founded: 1999, validFrom: "2026-03-12" };
  const after = { key: "a", name: "New", kinds: ["START_UP"], website: null, required: true };
  expect(changedFields({ kind: "ACTORS", before, after })).toEqual([
    { name: "Name", was: "Old", is: "New" },
    { name: "Founded", was: "1999", is: null },
    { name: "Valid from", was: "12 Mar 2026", is: null },
    { name: "Required", was: null, is: "Yes" },
  ]);
  expect([{ before }, { after }].map((part) => changeTypeOf({ before: null, after: null, ...part }))).toEqual([
    "removed",
    "created",
  ]);
});

const revisions = 250;
let at = "2026-01-01T09:00:00Z";
const entry = (revision: number) => ({
  __typename: "Change",
  revision,
  at,
  who: "Pat",
  why: `Reason ${revision}`,
  created: 0,
  updated: revision === 1 ? 0 : 21,
  removed: 1,
});
const record = (of: Partial<ChangedRecordRow & { key: string }>) => ({
  __typename: "ChangedRecordEdge",
  node: {
    __typename: "ChangedRecord",
    kind: "ACTORS",
    key: "a",
    label: "A",
    before: null,
    after: null,
    node: null,
    ...of,
  },
});
const removed = record({
  kind: "TAGS",
  key: "t",
  label: "Old tag",
  before: { type: "OTHER", reason: "Changed hands." },
});
const renamed = record({ label: "Newly", before: { name: "Oldly" }, after: { name: "Newly" } });

let isEditor = true;
let reverts: object[] = [];
const blocked = "Pat has changed the name since: revert that first.";

/** An API that has nothing but a change log of 250 revisions. */
const answer = (
  operationName: string,
  variables: { first?: number; before: number | null; after?: string },
): object => {
  if (operationName === "Me") return { data: { me: { __typename: "Me", name: "Pat", isEditor } } };
  if (operationName === "RevertChange") {
    reverts.push(variables);
    const errors = reverts.length === 1 ? [{ __typename: "ChangeIssue", path: "/revision", message: blocked }] : [];
    return { data: { revertChange: { __typename: "ChangeResult", revision: null, errors, ecosystem: null } } };
  }
  const pageInfo = { __typename: "PageInfo", hasNextPage: !variables.after, endCursor: "next" };
  const records = { __typename: "ChangedRecordConnection", pageInfo, edges: [variables.after ? removed : renamed] };
  const last = (variables.before ?? revisions + 1) - 1;
  const changes =
    operationName === "ChangedRecords"
      ? [{ __typename: "Change", revision: last, records }]
      : Array.from({ length: Math.min(variables.first!, last) }, (_, index) => entry(last - index));
  return { data: { ecosystem: { __typename: "Ecosystem", id: "e", revision: revisions, changes } } };
};

async function draw() {
  const client = new Client({
    url: "http://nowhere/graphql",
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: async (_url, init) => {
      const { operationName, variables } = JSON.parse(String(init?.body));
      return new Response(JSON.stringify(answer(operationName, variables)), {
        headers: { "content-type": "application/json" },
      });
    },
  });
  const routeTree = createRootRoute({ component: () => <ChangeLog ecosystem="e" /> });
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ["/"] }) });
  render(
    <MantineProvider>
      <Provider value={client}>
        <RouterProvider router={router as never} />
      </Provider>
    </MantineProvider>,
  );
  await screen.findByText("Reason 250");
}

test("a reader in Tokyo at two at night sees the day and the clock of Tokyo, and that they are", async () => {
  vi.stubEnv("TZ", "Asia/Tokyo");
  at = "2025-12-31T17:00:00Z";
  try {
    await draw();
    expect(screen.getAllByText("1 Jan 2026, 02:00")).toHaveLength(100);
    screen.getByText(/times in your time zone, Asia\/Tokyo \(GMT\+9\)/);
    screen.getByText("Reason 250");
    expect(fieldText("TAGS", "at", at)).toBe("1 Jan 2026, 02:00");
    // The days of the filters are the same: this change is one of 1 January.
    const filter = inMoments({ who: "Anna", from: "2026-01-01", to: "2026-01-01" });
    expect(filter).toEqual({ who: "Anna", since: "2025-12-31T15:00:00.000Z", until: "2026-01-01T15:00:00.000Z" });
    expect(inMoments({})).toEqual({});
  } finally {
    at = "2026-01-01T09:00:00Z";
    vi.unstubAllEnvs();
  }
});

test("older changes are shown on demand, to the first, none left out", async () => {
  await draw();
  screen.getByText(/Latest 100 changes/);
  fireEvent.click(screen.getByText("Show older changes"));
  await screen.findByText("Reason 60");
  screen.getByText(/Latest 200 changes/);
  fireEvent.click(screen.getByText("Show older changes"));
  await screen.findByText("Reason 1");
  screen.getByText(/250 changes/);
  expect(screen.queryByText("Show older changes")).toBeNull();
  expect(screen.getAllByText(/^Reason \d+$/).map((it) => it.textContent)).toEqual(
    Array.from({ length: revisions }, (_, index) => `Reason ${revisions - index}`),
  );
});

test("a change opens to its records, before → after, a page below the other, and what a removed one said", async () => {
  await draw();
  fireEvent.click(screen.getAllByText(/21 updated, 1 removed/)[0]!);
  expect((await screen.findByText("Name")).parentElement?.textContent).toBe("NameOldly → Newly");
  fireEvent.click(screen.getByText("Show more records"));
  await screen.findByText("Old tag");
  expect(screen.getByText("Fields before removal").parentElement?.textContent).toContain("ReasonChanged hands.");
  expect(screen.queryByText("Show more records")).toBeNull();
});

test("a change is reverted after a confirmation, and what stands against it is told beside it", async () => {
  reverts = [];
  await draw();
  fireEvent.click(await screen.findByRole("button", { name: "Revert revision 249" }));
  expect(reverts).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Revert change" }));
  expect((await screen.findByRole("alert")).textContent).toBe(blocked);
  fireEvent.click(screen.getByRole("button", { name: "Revert change" }));
  await screen.findByRole("button", { name: "Revert revision 249" });
  expect(reverts).toMatchObject([
    { input: { ecosystem: "e", revision: 249 } },
    { input: { ecosystem: "e", revision: 249, why: "Reverted revision 249." } },
  ]);
});

test("a reader is offered no revert", async () => {
  isEditor = false;
  try {
    await draw();
    expect(screen.queryAllByRole("button", { name: /^Revert/ })).toEqual([]);
  } finally {
    isEditor = true;
  }
});
