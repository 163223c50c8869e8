import { expect, test } from "vitest";
import { planImport } from "../../../api/changes/check/plan.ts";
import { mappedFile, shapeOf, withTables } from "../../../api/changes/imports/mapping/mapped-file.ts";
import { type Mapping, parseMapping } from "../../../api/changes/imports/mapping/mapping.ts";
import { readDelimited } from "../../../api/changes/imports/tables/read-delimited.ts";
import type { ImportedRecord } from "../../../cypher/imports/imported-files.ts";
import { type AnyRecord, type EcosystemDocument, fieldsOf, type RecordKind } from "../../../cypher/model/document.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";

const today = new Date().toISOString().slice(0, 10);
const empty: EcosystemDocument = { format: "ecosystem/1", ecosystem: { key: "x", name: "X" } };

/** An ecosystem into which versions of one file are imported one after another. */
class Versions {
  readonly imported = new Map<string, ImportedRecord>();
  constructor(public stored: EcosystemDocument = empty) {}

  /** What importing this version would do; `store` does it. */
  look(csv: string, change: Partial<Mapping> = {}) {
    const sheets = withTables([readDelimited(new TextEncoder().encode(csv))]);
    const options = { ecosystem: "x", name: "list.csv", bytes: new TextEncoder().encode(csv) };
    const shape = shapeOf("CSV", sheets);
    const guessed = mappedFile(sheets, shape, options).mappedInto!(this.stored, new Map());
    const mapping = parseMapping({ ...guessed.mapped!.mapping, ...change });
    const earlier = { at: "2026-01-01T00:00:00Z", records: mapping.newerVersion ? this.imported : null };
    const read = mappedFile(sheets, shape, { ...options, mapping }).mappedInto!(this.stored, new Map(), earlier);
    const plan = planImport(this.stored, read.document, read.isDropped ?? false);
    expect(plan.errors).toEqual([]);
    const list = read.mapped!.noLonger.map(({ kind, key, outcome, reason }) => ({
      id: `${kind}|${key}`,
      outcome,
      reason,
    }));
    return { plan, list, mapped: read.mapped! };
  }

  store(csv: string, change: Partial<Mapping> = {}): ReturnType<Versions["look"]> {
    const seen = this.look(csv, change);
    for (const { kind, key, before, after } of seen.plan.changes) {
      this.put(kind, key, after);
      if (!after) continue;
      const id = `${kind} ${key}`;
      const known = this.imported.get(id) ?? { isCreated: false, states: [] };
      this.imported.set(id, { isCreated: known.isCreated || before === null, states: [...known.states, after] });
    }
    return seen;
  }

  /** Somebody changes a record. */
  put(kind: RecordKind, key: string, after: AnyRecord | null): void {
    const others = ((this.stored[kind] ?? []) as AnyRecord[]).filter((it) => identityOf(kind, it) !== key);
    this.stored = { ...this.stored, [kind]: after ? [...others, after] : others };
  }

  find(kind: RecordKind, key: string): Record<string, unknown> | undefined {
    const found = ((this.stored[kind] ?? []) as AnyRecord[]).find((it) => identityOf(kind, it) === key);
    return found && { ...fieldsOf(found) };
  }
}

const newer: Partial<Mapping> = { newerVersion: true };
const supplies = "From,To,Type,Volume\nBolts,Mill,Supplies,5\nGears,Mill,Supplies,7\n";

test("a fact that the newer version does not say ends on its day, or goes, by choice for all or one by one", () => {
  const versions = new Versions();
  versions.store(supplies);
  const next = "From,To,Type,Volume\nBolts,Mill,Supplies,5\n";
  const ended = [
    { id: "actors|gears", outcome: "ENDED", reason: null },
    { id: "relations|gears|mill|SUPPLIES|", outcome: "ENDED", reason: null },
  ];
  expect(versions.look(next, newer).list).toEqual(ended);
  expect(versions.look(next).list).toEqual([]);
  expect(versions.look(next, { ...newer, noLongerSaid: "KEEP" }).plan.changes.map(({ kind }) => kind)).toEqual([
    "evidence",
  ]);
  const removed = versions.look(next, { ...newer, noLongerSaid: "REMOVE" });
  expect(removed.plan.changes.filter(({ after }) => !after).map(({ kind, key }) => `${kind}|${key}`)).toEqual([
    "actors|gears",
    "relations|gears|mill|SUPPLIES|",
  ]);
  const one = versions.look(next, { ...newer, noLonger: { "actors|gears": "KEEP" } });
  expect(one.list).toEqual([{ ...ended[0], outcome: "KEPT" }, ended[1]]);

  versions.store(next, newer);
  expect(versions.find("relations", "gears|mill|SUPPLIES|")).toMatchObject({ volume: 7, validTo: today });
  expect(versions.find("relations", "bolts|mill|SUPPLIES|")).not.toHaveProperty("validTo");
});

test("the same version twice changes nothing, and ended facts are not told again", () => {
  const versions = new Versions();
  versions.store(supplies);
  expect(versions.look(supplies, newer).plan.changes).toEqual([]);
  const next = "From,To,Type,Volume\nBolts,Mill,Supplies,5\n";
  versions.store(next, newer);
  const again = versions.look(next, newer);
  expect(again.plan.changes).toEqual([]);
  expect(again.list).toEqual([]);
});

test("what only the file said has the newer version's values; what others have said or changed stays", () => {
  const versions = new Versions();
  versions.store("Name,Country,Employees\nBolts,DE,5\nMill,FI,9\nGears,SE,3\n");
  versions.put("evidence", "report", { key: "report", title: "Report" });
  versions.put("actors", "mill", {
    ...versions.find("actors", "mill"),
    evidence: ["file-list-csv", "report"],
  } as never);
  versions.put("actors", "gears", { ...versions.find("actors", "gears"), employees: 4 } as never);
  const { mapped } = versions.store("Name,Country,Employees\nBolts,AT,\nMill,NO,9\nGears,DK,3\n", newer);
  expect(versions.find("actors", "bolts")).toMatchObject({ country: "AT" });
  expect(versions.find("actors", "bolts")).not.toHaveProperty("employees");
  expect(versions.find("actors", "mill")).toMatchObject({ country: "FI" });
  expect(versions.find("actors", "gears")).toMatchObject({ country: "SE", employees: 4 });
  expect(mapped.differences.map(({ key, field, choice }) => `${key} ${field} ${choice}`).sort()).toEqual([
    "bolts country REPLACE",
    "bolts employees REPLACE",
    "gears country KEEP",
    "gears employees KEEP",
    "mill country KEEP",
  ]);
});

test("a fact with other evidence stays and rests on the file no more; one that somebody has changed or made stays", () => {
  const versions = new Versions({ ...empty, actors: [{ key: "axles", name: "Axles", kinds: ["OTHER"] }] });
  versions.store("Name,Country\nBolts,DE\nMill,FI\nAxles,SE\nGears,NO\n");
  versions.put("evidence", "report", { key: "report", title: "Report" });
  versions.put("actors", "bolts", {
    ...versions.find("actors", "bolts"),
    evidence: ["file-list-csv", "report"],
  } as never);
  versions.put("actors", "mill", { ...versions.find("actors", "mill"), founded: 1900 } as never);
  const { list } = versions.store("Name,Country\nGears,NO\n", { ...newer, noLongerSaid: "REMOVE" });
  const changed = "It was known before, or has been changed since by somebody else.";
  expect(list).toEqual([
    { id: "actors|axles", outcome: "KEPT", reason: changed },
    { id: "actors|bolts", outcome: "RELEASED", reason: null },
    { id: "actors|mill", outcome: "KEPT", reason: changed },
  ]);
  expect(versions.find("actors", "bolts")!.evidence).toEqual(["report"]);
  expect(versions.find("actors", "mill")).toMatchObject({ founded: 1900, evidence: ["file-list-csv"] });
});

test("an actor to which another source's fact refers stays, and the focal firm does", () => {
  const versions = new Versions();
  versions.store("Name,Country\nBolts,DE\nMill,FI\nGears,NO\nAxles,SE\n");
  versions.put("relations", "bolts|axles|OWNS|", { from: "bolts", to: "axles", type: "OWNS" });
  versions.stored = { ...versions.stored, ecosystem: { ...versions.stored.ecosystem, focal: "mill" } };
  const { list } = versions.look("Name,Country\nAxles,SE\n", { ...newer, noLongerSaid: "REMOVE" });
  expect(list).toEqual([
    { id: "actors|bolts", outcome: "KEPT", reason: "A relation (bolts|axles|OWNS|) refers to it." },
    { id: "actors|gears", outcome: "REMOVED", reason: null },
    { id: "actors|mill", outcome: "KEPT", reason: "It is the focal firm." },
  ]);
});

test("rows that cannot be read let what they may say stay", () => {
  const versions = new Versions();
  versions.store(supplies);
  const { list } = versions.look("From,To,Type,Volume\nBolts,Mill,Supplies,5\nGears,Mill,,7\n", newer);
  expect(list).toEqual([
    { id: "actors|gears", outcome: "KEPT", reason: "A relation (gears|mill|SUPPLIES|) refers to it." },
    {
      id: "relations|gears|mill|SUPPLIES|",
      outcome: "KEPT",
      reason: "Rows of this kind could not be read, and may say it.",
    },
  ]);
});

test("a fact that had ended and is said again begins anew, and an actor goes on", () => {
  const versions = new Versions();
  versions.store(supplies);
  versions.store("From,To,Type,Volume\nBolts,Mill,Supplies,5\n", newer);
  const { list } = versions.store(supplies, newer);
  expect(list).toEqual([]);
  expect(versions.find("relations", "gears|mill|SUPPLIES|")).toMatchObject({ validTo: today });
  expect(versions.find("relations", `gears|mill|SUPPLIES|${today}`)).toMatchObject({ volume: 7, validFrom: today });
  expect(versions.look(supplies, newer).plan.changes).toEqual([]);
});

test("a fact with another start is not ended but corrected", () => {
  const versions = new Versions();
  versions.store("From,To,Type,Valid from\nBolts,Mill,Supplies,2020-01-01\n");
  const { list } = versions.look("From,To,Type,Valid from\nBolts,Mill,Supplies,2021-01-01\n", newer);
  expect(list).toEqual([
    {
      id: "relations|bolts|mill|SUPPLIES|2020-01-01",
      outcome: "REMOVED",
      reason: "The file has another start for it.",
    },
  ]);
});

test("the first records in words are those of the file's rows, not the file itself", () => {
  const versions = new Versions();
  expect(versions.store("Name,Country\nBolts,DE\n").mapped.sample).toEqual(["Actor Bolts (other; Germany)."]);
  const newer = versions.look("Name,Country\nBolts,FI\n", { newerVersion: true });
  expect(newer.mapped.sample).toEqual(["Actor Bolts (other; Finland)."]);
});
