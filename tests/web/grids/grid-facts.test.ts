import { expect, test } from "vitest";
import type { ChangedRow } from "../../../web/changes/change-records.graphql.ts";
import { notStored } from "../../../web/changes/record-edits.ts";
import type { RecordKind } from "../../../web/graphql/schema-types.ts";
import { GridFacts, type RecordsByKind, withChanged, withEdits } from "../../../web/grids/model/grid-facts.ts";
import { day, record } from "./some-facts.ts";

const rotor = record("ACTORS", { key: "rotor", name: "Rotor AG", kinds: ["MANUFACTURER"], country: "FI" });
const claim = record("CLAIMS", { about: "rotor", activity: "watch", extent: 0.6 });
const stored: RecordsByKind = new Map<RecordKind, (typeof rotor)[]>([
  ["ACTORS", [rotor]],
  ["CLAIMS", [claim]],
]);
const at = (records: RecordsByKind, kind: RecordKind, key: string) => new GridFacts(records, day).get(kind, key);

test("what is on its way is shown: created, changed, emptied, under a new identity, deleted", () => {
  const next = withEdits(stored, [
    { does: "create", kind: "ACTORS", fields: { key: "mill", name: "Mill", kinds: ["CUSTOMER"] } },
    { does: "update", record: rotor, fields: { name: "Rotor", country: null } },
    { does: "update", record: claim, fields: { activity: "mend" } },
  ]);
  expect(at(next, "ACTORS", "mill")).toMatchObject({ label: "Mill", version: notStored, validity: "VALID" });
  expect(at(next, "ACTORS", "rotor")).toMatchObject({ label: "Rotor", version: 3 });
  expect(at(next, "ACTORS", "rotor")!.data).toEqual({ key: "rotor", name: "Rotor", kinds: ["MANUFACTURER"] });
  expect(at(next, "CLAIMS", "|rotor|watch|")).toBeUndefined();
  expect(at(next, "CLAIMS", "|rotor|mend|")).toMatchObject({ version: 3 });
  expect(at(withEdits(stored, [{ does: "delete", record: claim }]), "CLAIMS", "|rotor|watch|")).toBeUndefined();
  expect(at(stored, "ACTORS", "rotor")!.label).toBe("Rotor AG");
});

test("what is stored replaces it with its version", () => {
  const row = (key: string, after: ChangedRow["after"], version: number | null): ChangedRow => ({
    kind: "CLAIMS",
    key,
    label: key,
    after,
    version,
    node: null,
  });
  const next = withChanged(stored, [
    row("|rotor|watch|", null, null),
    row("|rotor|mend|", { about: "rotor", activity: "mend", extent: 0.2 }, 9),
  ]);
  expect(new GridFacts(next, day).all("CLAIMS")).toMatchObject([{ key: "|rotor|mend|", version: 9 }]);
  expect(new GridFacts(next, day).all("ACTORS")).toEqual([rotor]);
});
