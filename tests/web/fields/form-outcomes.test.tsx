import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { changesOf } from "../../../web/changes/use-changes.ts";
import RecordForm from "../../../web/fields/RecordForm.tsx";
import { RecordPicker } from "../../../web/fields/RecordPicker.tsx";
import QuickAdd from "../../../web/quick-add/QuickAdd.tsx";
import { waitingText } from "../../../web/shared/waiting-text.ts";

type Answer = Record<string, unknown>;
const stored = { __typename: "ChangeResult", revision: 4, changed: [], errors: [], conflicts: [] };
/** What is answered to a change; null: there is no connection. */
let answer: Answer | null;
/** What answers to changes wait for. */
let delayed: Promise<void>;

beforeAll(() => Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true }));
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  answer = stored;
  delayed = Promise.resolve();
});
afterEach(cleanup);

/** An API in which every name but Everspool is that of one record, with the name in lower case as its key. */
const api = () =>
  new Client({
    url: "/graphql",
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetch: async (_url, init) => {
      const { query, variables } = JSON.parse(String(init?.body)) as { query: string; variables: { text?: string } };
      if (query.startsWith("mutation") && !answer) throw new TypeError("Failed to fetch");
      if (query.startsWith("mutation")) await delayed;
      const { text = "" } = variables;
      const asRecord = { __typename: "Record", key: text.toLowerCase() };
      const found = { __typename: "SearchHit", label: text, node: { __typename: "Actor", id: text, asRecord } };
      const search = text === "Everspool" ? [] : [found];
      const records = { __typename: "RecordConnection", totalCount: 0, edges: [] };
      const ecosystem = { __typename: "Ecosystem", id: "x", search, records };
      const data = query.startsWith("mutation") ? { changeRecords: answer } : { ecosystem };
      return new Response(JSON.stringify({ data }), { headers: { "content-type": "application/json" } });
    },
  });

function show(form: ReactNode) {
  const client = api();
  render(
    <MantineProvider>
      <Provider value={client}>{form}</Provider>
    </MantineProvider>,
  );
  return changesOf(client, "x");
}

/** The answer to the creation of a record that somebody else has made meanwhile, with other values. */
const alreadyThere = (kind: string, input: string, key: string, theirs: object, yours: object): Answer => ({
  ...stored,
  revision: null,
  errors: [{ __typename: "ChangeIssue", path: `/changes/0/${input}`, code: "CONFLICT", message: "It is there." }],
  conflicts: [
    {
      ...{ __typename: "Conflict", kind, key, version: 3, field: null, theirs, yours },
      ...{ who: "Pat", at: "2026-01-01T00:00:00Z" },
    },
  ],
});

/** Chooses what somebody else has stored in every field. */
async function chooseTheirs({ queue }: ReturnType<typeof show>) {
  await waitFor(() => expect(queue.state.conflicts).toHaveLength(1));
  await act(async () => queue.resolve(queue.state.conflicts[0]!.id, new Set()));
}

const profile = { actor: "rotor", dataSharing: 3 };
const adoption = { actor: "rotor", standard: "opc", extent: 1 };

/** A form of a profile; what it has said when it closed. */
function showForm() {
  const said: (string | null)[] = [];
  const changes = show(
    <RecordForm
      ecosystem="x"
      kind="PROFILES"
      preset={profile}
      draftName="x"
      onDone={(text) => void said.push(text)}
      onCancel={() => void said.push("cancelled")}
    />,
  );
  fireEvent.submit(screen.getByRole("form"));
  return { changes, said };
}

test("a form whose record was discarded for somebody else's closes and says nothing of it", async () => {
  answer = alreadyThere("PROFILES", "profile", "rotor|", { ...profile, dataSharing: 1 }, profile);
  const { changes, said } = showForm();
  await chooseTheirs(changes);
  await waitFor(() => expect(said).toEqual([null]));
});

test("a form without a connection says that its record waits; with one that it was added", async () => {
  const row = { ...{ __typename: "ChangedRecord", kind: "PROFILES", key: "rotor|", label: "Rotor" }, version: 4 };
  answer = { ...stored, changed: [{ ...row, after: profile, node: null }] };
  const added = showForm();
  await waitFor(() => expect(added.said).toEqual(["Added: Rotor."]));
  cleanup();
  answer = null;
  const waiting = showForm();
  await waitFor(() => expect(waiting.said).toEqual([waitingText]));
});

test("a form says that its record is there also where somebody else has stored the same", async () => {
  answer = alreadyThere("PROFILES", "profile", "rotor|", profile, profile);
  const { said } = showForm();
  await waitFor(() => expect(said).toEqual(["Added."]));
});

test("quick add says nothing of what was discarded for somebody else's", async () => {
  answer = alreadyThere("ADOPTIONS", "adoption", "rotor|opc|", { ...adoption, extent: 0.2 }, adoption);
  const changes = show(<QuickAdd ecosystem="x" opened text="" onClose={() => {}} onClosed={() => {}} />);
  const box = screen.getByRole("textbox", { name: /^Facts in plain words/ });
  fireEvent.change(box, { target: { value: "Rotor adopts OPC" } });
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>("button", { name: "Add" }).disabled).toBe(false));
  fireEvent.submit(box.closest("form")!);
  await chooseTheirs(changes);
  await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe(""));
  expect(screen.queryByText(waitingText)).toBeNull();
});

/** A picker in which the actor Everspool, which there is not, is asked for; what it has chosen. */
async function showPicker() {
  const chosen: string[] = [];
  const onChange = (keys: string[]) => void chosen.push(...keys);
  const changes = show(
    <RecordPicker ecosystem="x" kind="ACTORS" label="Actor" value={[]} isList={false} onChange={onChange} />,
  );
  const box = screen.getByRole<HTMLInputElement>("textbox", { name: "Actor" });
  fireEvent.focus(box);
  fireEvent.change(box, { target: { value: "Everspool" } });
  fireEvent.click(await screen.findByText(/^Create actor/));
  return { box, changes, chosen };
}

test("a picker without a connection says that the new record waits, and goes on", async () => {
  answer = null;
  const { box, chosen } = await showPicker();
  expect(await screen.findByText(waitingText)).toBeTruthy();
  expect([box.disabled, box.value, chosen]).toEqual([false, "", []]);
});

test("what is refused after the form of a picker was closed is shown by the page", async () => {
  const error = { __typename: "ChangeIssue", path: "/changes/0/actor/name", code: "INVALID", message: "Not that." };
  answer = { ...stored, revision: null, errors: [error] };
  let arrive!: () => void;
  delayed = new Promise((done) => {
    arrive = done;
  });
  const { changes, chosen } = await showPicker();
  cleanup();
  arrive();
  await waitFor(() => expect(changes.queue.state.refused).toHaveLength(1));
  expect(chosen).toEqual([]);
});
