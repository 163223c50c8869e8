import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import { describe, expect, test } from "vitest";
import type { ActorKind, AnyRecord, EcosystemDocument, FactBase, RecordKind } from "../../cypher/model/document.ts";
import { identityOf, recordKindNames, recordKinds, referencedKeys } from "../../cypher/model/record-kinds.ts";

const readText = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
const seedText = readText("seed/sysco.json");
const seed = JSON.parse(seedText) as EcosystemDocument;

const recordsOf = <K extends RecordKind>(kind: K) => seed[kind] ?? [];
const allRecords = recordKindNames.flatMap((kind) => recordsOf(kind).map((record: AnyRecord) => ({ kind, record })));
const keysOf = (kind: RecordKind) =>
  new Set(recordsOf(kind).map((record: AnyRecord) => (record as { key?: string }).key));
const keys = new Map(recordKindNames.map((kind) => [kind, keysOf(kind)]));

describe("the seed as a document", () => {
  test("is valid by the schema of ecosystem documents", () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    // The package is CommonJS: what Node calls its default is the module, under some settings.
    const addFormats = (addFormatsModule as unknown as { default?: unknown }).default ?? addFormatsModule;
    (addFormats as (target: Ajv2020) => void)(ajv);
    const validate = ajv.compile(JSON.parse(readText("api/ecosystem.schema.json")));
    validate(seed);
    expect(validate.errors ?? []).toEqual([]);
  });

  test("has at least 60 actors and some of every kind of record", () => {
    expect(recordsOf("actors").length).toBeGreaterThanOrEqual(60);
    // A review is what a person has looked at, and nobody has yet.
    expect(recordKindNames.filter((kind) => recordsOf(kind).length === 0)).toEqual(["reviews"]);
  });

  test("has actors of every kind, each under a name of its own", () => {
    const kinds: ActorKind[] = [
      "MANUFACTURER",
      "CUSTOMER",
      "SOFTWARE_PROVIDER",
      "ANALYST",
      "START_UP",
      "SERVICE_PROVIDER",
      "TECHNOLOGY_FIRM",
      "STANDARDS_BODY",
      "OTHER",
    ];
    const present = new Set(recordsOf("actors").flatMap((actor) => actor.kinds));
    expect(kinds.filter((kind) => !present.has(kind))).toEqual([]);
    expect(new Set(recordsOf("actors").map((actor) => actor.name)).size).toBe(recordsOf("actors").length);
  });

  test("keeps one record per line, so that a change of it can be reviewed", () => {
    const lines = new Set(seedText.split("\n").map((line) => line.trim().replace(/,$/, "").replace(/\s/g, "")));
    const missing = allRecords.filter(({ record }) => !lines.has(JSON.stringify(record).replace(/\s/g, "")));
    expect(missing).toEqual([]);
  });

  test("cites evidence for every fact: the study where it says so, the illustrative record otherwise", () => {
    const uncited = allRecords.filter(
      ({ kind, record }) => recordKinds[kind].isFact && !(record as FactBase).evidence?.length,
    );
    expect(uncited).toEqual([]);
    const cited = new Set(allRecords.flatMap(({ record }) => (record as FactBase).evidence ?? []));
    expect(recordsOf("evidence").filter(({ key }) => !cited.has(key))).toEqual([]);
    expect(recordsOf("evidence").map(({ title }) => title)).toContain("Illustrative");
  });
});

describe("the seed gives an import nothing to refuse", () => {
  test("every reference leads to a record", () => {
    const lost = allRecords.flatMap(({ kind, record }) =>
      recordKinds[kind].references.flatMap((reference) =>
        referencedKeys(record, reference)
          .filter((key) => !keys.get(reference.to)!.has(key))
          .map((key) => `${kind} ${identityOf(kind, record as never)}: ${reference.field} ${key}`),
      ),
    );
    expect(lost).toEqual([]);
    expect(keys.get("actors")!.has(seed.ecosystem.focal)).toBe(true);
    const kindOfPin = {
      ACTOR: "actors",
      ACTIVITY: "activities",
      STANDARD: "standards",
      OFFERING: "offerings",
    } as const;
    expect(recordsOf("layout").filter((pin) => !keys.get(kindOfPin[pin.kind])!.has(pin.key))).toEqual([]);
  });

  test("no identity stands twice", () => {
    const seen = new Set<string>();
    const twice = allRecords.map(({ kind, record }) => `${kind} ${identityOf(kind, record as never)}`);
    expect(twice.filter((id) => seen.has(id) || !seen.add(id))).toEqual([]);
  });

  test("dates exist and every span ends after its beginning", () => {
    const dates = seedText.match(/"\d{4}-\d{2}-\d{2}"/g)!.map((text) => text.slice(1, -1));
    const impossible = dates.filter((date) => new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date);
    expect(impossible).toEqual([]);
    const spans = allRecords.map(({ record }) => record as FactBase);
    expect(spans.filter(({ validFrom, validTo }) => validFrom && validTo && validTo <= validFrom)).toEqual([]);
    const ended = recordsOf("initiatives").filter(({ endedOn }) => endedOn);
    expect(ended.length).toBeGreaterThan(0);
    expect(ended.filter(({ startedOn, endedOn }) => startedOn && endedOn! <= startedOn)).toEqual([]);
  });

  test("relations and interfaces join two actors, and only supplies have a volume", () => {
    expect(recordsOf("relations").filter(({ from, to }) => from === to)).toEqual([]);
    expect(recordsOf("interfaces").filter(({ a, b }) => a === b)).toEqual([]);
    expect(recordsOf("relations").filter(({ type, volume }) => type !== "SUPPLIES" && volume !== undefined)).toEqual(
      [],
    );
  });

  test("an activity requires a capability once", () => {
    const twice = recordsOf("activities").filter(({ requires = [] }) => {
      return new Set(requires.map(({ capability }) => capability)).size !== requires.length;
    });
    expect(twice).toEqual([]);
  });

  test("no response comes before its move, and no tag is on the focal actor itself", () => {
    const dateOf = new Map(recordsOf("moves").map(({ key, date }) => [key, date]));
    expect(recordsOf("responses").filter(({ move, date }) => date < dateOf.get(move)!)).toEqual([]);
    expect(recordsOf("tags").filter(({ actor, focal }) => actor === focal)).toEqual([]);
  });

  test("a standard's history has one entry a day and ends in its status", () => {
    for (const { history, status } of recordsOf("standards")) {
      if (!history) continue;
      expect(history.at(-1)!.status).toBe(status);
      expect(history.map(({ on }) => on)).toEqual([...new Set(history.map(({ on }) => on))].sort());
    }
  });
});
