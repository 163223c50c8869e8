import { expect, test } from "vitest";
import { type ValidityStatus, validityOn } from "../../api/time/validity-status.ts";
import type { RecordKind, RecordsByKind } from "../../cypher/model/document.ts";
import { actor } from "./measures/support.ts";

const on = <K extends RecordKind>(kind: K, records: RecordsByKind[K][], day = "2026-06-01"): ValidityStatus[] => {
  const statuses = validityOn(kind, records, day);
  return records.map((record) => statuses.get(record)!);
};

test("a record is valid on a day as its dates say", () => {
  const a = actor("a");
  expect(
    on("actors", [
      a,
      { ...a, validTo: "2026-06-01" },
      { ...a, validTo: "2026-06-02" },
      { ...a, validFrom: "2026-06-02" },
    ]),
  ).toEqual(["VALID", "ENDED", "VALID", "NOT_YET_VALID"]);
  const move = { actor: "a", type: "ENTRY" as const, title: "Entry" };
  expect(
    on("moves", [
      { ...move, key: "m1", date: "2026-06-01" },
      { ...move, key: "m2", date: "2026-06-02" },
    ]),
  ).toEqual(["VALID", "NOT_YET_VALID"]);
  const initiative = { key: "i", name: "I", participants: ["a", "b"] };
  expect(on("initiatives", [{ ...initiative, startedOn: "2025-01-01", endedOn: "2026-01-01" }])).toEqual(["ENDED"]);
  const installation = { key: "n", customer: "a", origin: "OWN" as const };
  expect(
    on("installations", [
      { ...installation, installedYear: 2026 },
      { ...installation, installedYear: 2027 },
    ]),
  ).toEqual(["VALID", "NOT_YET_VALID"]);
  const tag = { actor: "a", focal: "f", type: "OTHER" as const };
  expect(
    on("tags", [
      { ...tag, at: "2026-06-01T23:00:00Z" },
      { ...tag, at: "2026-06-02T00:00:00Z" },
    ]),
  ).toEqual(["VALID", "NOT_YET_VALID"]);
});

test("of several versions the latest that has begun is valid, in whatever order they come", () => {
  const claim = { by: "a", about: "b", activity: "c", extent: 1 };
  const versions = [{ ...claim, validFrom: "2026-01-01" }, claim, { ...claim, validFrom: "2027-01-01" }];
  expect(on("claims", versions)).toEqual(["VALID", "REPLACED", "NOT_YET_VALID"]);
  expect(on("claims", [...versions].reverse())).toEqual(["NOT_YET_VALID", "REPLACED", "VALID"]);
  expect(on("claims", [claim, { ...claim, by: "d" }])).toEqual(["VALID", "VALID"]);
  // A version that has ended replaces nothing.
  expect(on("claims", [claim, { ...claim, validFrom: "2026-01-01", validTo: "2026-02-01" }])).toEqual([
    "VALID",
    "ENDED",
  ]);
});

test("of two agreements of one pair that begin on one day, the last key is valid", () => {
  const agreement = { provider: "a", customer: "b" };
  expect(
    on("agreements", [
      { ...agreement, key: "0" },
      { ...agreement, key: "1" },
    ]),
  ).toEqual(["REPLACED", "VALID"]);
});
