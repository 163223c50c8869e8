import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changesOf } from "../../../web/changes/use-changes.ts";
import { EditableFields } from "../../../web/inspector/edit/EditableFields.tsx";
import type { EditedRecord } from "../../../web/inspector/edit/edited-record.ts";

interface Sent {
  changes: { actor: Record<string, unknown> }[];
}
let sent: Sent[];
let refusal: { path: string; code: string; message: string } | null;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  sent = [];
  refusal = null;
});
afterEach(cleanup);

const data = { key: "rotor", name: "Rotor", kinds: ["MANUFACTURER"], founded: 1999 };
const record: EditedRecord = {
  kind: "ACTORS",
  key: "rotor",
  version: 3,
  data,
  ecosystem: "x",
  label: "Rotor",
  references: [],
  onSelect: () => {},
  onAdd: () => {},
};

const rowOf = (kind: string, key: unknown, after: object) => ({
  ...{ __typename: "ChangedRecord", kind, key, label: key, version: 4, after },
  node: { __typename: "Actor", id: `id of ${key}` },
});
const actorRow = ({ actor: { expectedVersion, ...fields } }: Sent["changes"][number]) =>
  rowOf("ACTORS", fields.key, { ...data, ...fields });

/** An API that stores the fields of actors, or refuses them. @param made the row of a change */
const client = (made = actorRow) =>
  new Client({
    url: "/graphql",
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetch: async (_url, init) => {
      const { variables } = JSON.parse(String(init?.body)) as { variables: { input: Sent } };
      sent.push(variables.input);
      const result = {
        __typename: "ChangeResult",
        revision: refusal ? null : 4,
        changed: refusal ? [] : variables.input.changes.map(made),
        conflicts: [],
      };
      const errors = refusal ? [{ __typename: "ChangeIssue", ...refusal }] : [];
      return new Response(JSON.stringify({ data: { changeRecords: { ...result, errors } } }), {
        headers: { "content-type": "application/json" },
      });
    },
  });

const show = (at = client(), shown = record) =>
  render(
    <MantineProvider>
      <Provider value={at}>
        <EditableFields record={shown} />
      </Provider>
    </MantineProvider>,
  );
const openName = () => {
  fireEvent.click(screen.getByText("Rotor"));
  return screen.getByRole("textbox", { name: /^Name/ });
};

test("a click on a value edits it in its place; Enter sends that field alone, with the version that was read", async () => {
  show();
  const box = openName();
  fireEvent.change(box, { target: { value: " Rotor AG " } });
  fireEvent.submit(box.closest("form")!);
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]!.changes).toEqual([{ actor: { key: "rotor", expectedVersion: 3, name: "Rotor AG" } }]);
  expect(screen.queryByRole("form")).toBeNull();
});

test("Escape leaves the value as it was, sends nothing, and gives the focus back to the value", async () => {
  show();
  const box = openName();
  fireEvent.change(box, { target: { value: "Other" } });
  fireEvent.keyDown(box, { key: "Escape" });
  expect(screen.queryByRole("form")).toBeNull();
  expect(screen.getByText("Rotor")).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toBe("Edit name"));
  expect(sent).toEqual([]);
});

test("Escape and Enter of an input method leave the field open, with what is typed", () => {
  show();
  const box = openName();
  fireEvent.change(box, { target: { value: "水" } });
  fireEvent.keyDown(box, { key: "Escape", isComposing: true });
  fireEvent.keyDown(box, { key: "Escape", keyCode: 229 });
  fireEvent.keyDown(box, { key: "Enter", ctrlKey: true, isComposing: true });
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: /^Name/ }).value).toBe("水");
  expect(sent).toEqual([]);
});

test("a value that the field does not take is told at once, and not sent", () => {
  show();
  fireEvent.click(screen.getByText("1999"));
  const box = screen.getByRole("textbox", { name: /^Founded/ });
  fireEvent.change(box, { target: { value: "0" } });
  expect(screen.getByText("Founded must be at least 1.")).toBeTruthy();
  fireEvent.submit(box.closest("form")!);
  expect(screen.getByRole("form", { name: "Edit founded" })).toBeTruthy();
  expect(sent).toEqual([]);
});

test("what is typed is there again after a reload, until it is left", () => {
  const shown = show();
  fireEvent.change(openName(), { target: { value: "Half a na" } });
  shown.unmount();
  const again = show();
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: /^Name/ }).value).toBe("Half a na");
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  again.unmount();
  show();
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("what the API refuses is told at the field, with what was typed", async () => {
  refusal = { path: "/changes/0/actor/name", code: "INVALID", message: "Name must not be that." };
  show();
  const box = openName();
  fireEvent.change(box, { target: { value: "That" } });
  fireEvent.submit(box.closest("form")!);
  expect(await screen.findByText("Name must not be that.")).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: /^Name/ }).value).toBe("That");
});

test("fields that are not recorded wait in a line, and open from there; emptied ones are sent as unknown", async () => {
  show();
  fireEvent.click(screen.getByRole("button", { name: "Country" }));
  fireEvent.change(screen.getByRole("textbox", { name: /^Country/ }), { target: { value: "fi" } });
  fireEvent.submit(screen.getByRole("form", { name: "Edit country" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]!.changes[0]!.actor).toMatchObject({ country: "FI" });
  fireEvent.click(screen.getByText("1999"));
  fireEvent.change(screen.getByRole("textbox", { name: /^Founded/ }), { target: { value: "" } });
  fireEvent.submit(screen.getByRole("form", { name: "Edit founded" }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]!.changes[0]!.actor).toMatchObject({ founded: null });
});

test("a change that goes with that of another record does not lead to that one", async () => {
  const at = client();
  const selected: (string | null)[] = [];
  show(at, { ...record, onSelect: (id) => void selected.push(id) });
  const other = { kind: "ACTORS", key: "mill", version: 2, data: { key: "mill", name: "Mill" } } as const;
  const edit = { does: "update", record: other, fields: { name: "Paper Mill" } } as const;
  const stored = changesOf(at, "x").submit([edit], { label: "Change name of Mill" });
  const box = openName();
  fireEvent.change(box, { target: { value: "Rotor AG" } });
  fireEvent.submit(box.closest("form")!);
  await stored;
  expect(sent).toHaveLength(1);
  expect(sent[0]!.changes).toHaveLength(2);
  await waitFor(() => expect(screen.queryByText("not saved yet")).toBeNull());
  expect(selected).toEqual([]);
});

test("a record that the edited field identifies is selected under its new identity", async () => {
  const selected: (string | null)[] = [];
  const profile = { actor: "rotor", validFrom: "2025-01-01", dataSharing: 3 };
  const after = { ...profile, validFrom: "2025-02-01" };
  show(
    client(() => rowOf("PROFILES", "rotor|2025-02-01", after)),
    { ...record, kind: "PROFILES", key: "rotor|2025-01-01", data: profile, onSelect: (id) => void selected.push(id) },
  );
  fireEvent.click(screen.getByText("1 Jan 2025"));
  const box = screen.getByLabelText(/^Valid from/);
  fireEvent.change(box, { target: { value: "2025-02-01" } });
  fireEvent.blur(box);
  fireEvent.submit(screen.getByRole("form", { name: "Edit valid from" }));
  await waitFor(() => expect(selected).toEqual(["id of rotor|2025-02-01"]));
});
