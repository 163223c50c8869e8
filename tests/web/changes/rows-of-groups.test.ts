import { expect, test } from "vitest";
import { rowsOfGroups } from "../../../web/changes/batches.ts";
import type { ChangedRow } from "../../../web/changes/change-records.graphql.ts";
import type { EditGroup } from "../../../web/changes/queue-storage.ts";
import type { Fields, RecordEdit } from "../../../web/changes/record-edits.ts";
import type { RecordKind } from "../../../web/graphql/schema-types.ts";

const group = (...edits: RecordEdit[]): EditGroup => ({ id: "x", label: "An edit", edits });
const row = (kind: RecordKind, key: string, after: Fields | null = {}): ChangedRow => ({
  ...{ kind, key, label: key, after, version: after && 2, node: null },
});
const actor = (fields: Fields): RecordEdit => ({ does: "create", kind: "ACTORS", fields });
const keysOf = (rows: readonly ChangedRow[][]) => rows.map((own) => own.map(({ key }) => key));

test("of records whose keys the API has made, each group gets the one with its fields", () => {
  const groups = [
    group(actor({ name: "Rotor", kinds: ["OTHER"] })),
    group(actor({ key: "mill", name: "Mill" })),
    group(actor({ name: "Pumpco", country: null })),
    group(actor({ name: "Rotor", kinds: ["OTHER"] })),
  ];
  const changed = [
    row("ACTORS", "mill", { key: "mill", name: "Mill" }),
    row("ACTORS", "pumpco", { key: "pumpco", name: "Pumpco" }),
    row("ACTORS", "rotor", { key: "rotor", name: "Rotor", kinds: ["OTHER"] }),
    row("ACTORS", "rotor-2", { key: "rotor-2", name: "Rotor", kinds: ["OTHER"] }),
  ];
  expect(keysOf(rowsOfGroups(groups, changed))).toEqual([["rotor"], ["mill"], ["pumpco"], ["rotor-2"]]);
});

test("facts that change places are told of by where they have come; what has only gone is told of too", () => {
  const stance = (topic: string) => ({ actor: "mill", topic, position: 1 });
  const moved = (from: string, to: string): RecordEdit => ({
    does: "update",
    record: { kind: "STANCES", key: `mill|${from}|`, version: 1, data: stance(from) },
    fields: { topic: to },
  });
  const gone: RecordEdit = { does: "delete", record: { kind: "ACTORS", key: "rotor", version: 1, data: {} } };
  const groups = [group(moved("data", "price")), group(moved("price", "data")), group(gone)];
  const changed = [
    row("ACTORS", "rotor", null),
    row("STANCES", "mill|data|", stance("data")),
    row("STANCES", "mill|price|", stance("price")),
  ];
  expect(keysOf(rowsOfGroups(groups, changed))).toEqual([["mill|price|"], ["mill|data|"], ["rotor"]]);
});

test("a group that was alone has changed all, also what went with its records", () => {
  const gone: RecordEdit = { does: "delete", record: { kind: "ACTORS", key: "rotor", version: 1, data: {} } };
  const changed = [row("ACTORS", "rotor", null), row("CLAIMS", "|rotor|watch|", null)];
  expect(keysOf(rowsOfGroups([group(gone)], changed))).toEqual([["rotor", "|rotor|watch|"]]);
});
