import { beforeAll, describe, expect, test } from "vitest";
import { formatNamed } from "../../api/changes/imports/formats/formats.ts";
import { UnreadableFile } from "../../api/changes/imports/issue.ts";
import schema from "../../api/ecosystem.schema.json" with { type: "json" };

// Bounds of the document: every list, text and number has one, and what is far beyond it is refused at once
// (docs/operations.md, Limits).

interface Schema {
  [keyword: string]: unknown;
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  oneOf?: { required: string[] }[];
}

const defs: Record<string, Schema> = schema.$defs;
const resolved = (given: Schema): Schema => (given.$ref ? defs[given.$ref.replace("#/$defs/", "")]! : given);
const kinds = Object.entries(schema.properties as Record<string, Schema>).filter(([, { items }]) => items);

/** Something that the schema accepts; `nth` tells several in a list apart. */
function valid(given: Schema, nth = 0): unknown {
  const it = resolved(given);
  if (Array.isArray(it.enum)) return it.enum[nth % it.enum.length];
  if (it.type === "object") {
    const names = [...(it.required ?? []), ...(it.oneOf?.[0]?.required ?? [])];
    return Object.fromEntries(names.map((name) => [name, valid(it.properties![name]!, nth)]));
  }
  if (it.type === "array") return Array.from({ length: Number(it.minItems ?? 0) }, (_, at) => valid(it.items!, at));
  if (it.type === "string") {
    if (it.format === "date") return "2024-01-01";
    if (it.format === "date-time") return "2024-01-01T00:00:00Z";
    return [`v${nth}`, `https://v${nth}`, "FI"].find((text) => new RegExp(String(it.pattern ?? "")).test(text));
  }
  return it.type === "boolean" ? true : Number(it.maximum ?? 1);
}

interface Place {
  path: string;
  schema: Schema;
  /** The document with this value at the place. */
  document(value: unknown): object;
}

/** Every place of a document at which there is a value. */
function* places(given: Schema, path: string, document: Place["document"]): Generator<Place> {
  const it = resolved(given);
  yield { path, schema: it, document };
  for (const [name, property] of Object.entries(it.properties ?? {})) {
    if (it === (schema as Schema) && kinds.some(([kind]) => kind === name)) continue;
    const base = valid(it) as object;
    yield* places(property, `${path}/${name}`, (value) => document({ ...base, [name]: value }));
  }
  if (it.items) yield* places(it.items, `${path}[]`, (value) => document([value]));
}
const frame = { format: "ecosystem/1", ecosystem: { key: "x", name: "X" } };
const all: Place[] = [
  ...places(schema as Schema, "", (value) => ({ ...frame, ...(value as object) })),
  ...kinds.flatMap(([kind, { items }]) => [...places(items!, kind, (value) => ({ ...frame, [kind]: [value] }))]),
];

const types = (it: Schema) => [it.type].flat();
const isBounded = (it: Schema): boolean => {
  if (types(it).includes("array")) return typeof it.maxItems === "number";
  if (types(it).includes("string"))
    return typeof it.maxLength === "number" || it.enum !== undefined || it.const !== undefined || hasFixedLength(it);
  if (types(it).some((type) => type === "number" || type === "integer"))
    return (
      typeof it.maximum === "number" && (typeof it.minimum === "number" || typeof it.exclusiveMinimum === "number")
    );
  return true;
};
/** A pattern that no long text matches. */
const hasFixedLength = ({ pattern }: Schema) =>
  typeof pattern === "string" && pattern.endsWith("$") && !/[*+]|\{\d+,\}/.test(pattern);

/** Read by editors of documents and stored nowhere. */
const notStored = "/$schema";

test("every list, text and number of a document has bounds", () => {
  expect(all.length).toBeGreaterThan(150);
  expect(all.filter(({ schema: it }) => !isBounded(it)).map(({ path }) => path)).toEqual([notStored]);
});

/** CPU time in milliseconds: a machine that does much else makes nothing slower by it. */
function refusedIn(content: string): number {
  const start = process.cpuUsage();
  expect(() => formatNamed("ECOSYSTEM").read(content)).toThrow(UnreadableFile);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

describe("ten times the maximum is refused within 200 ms", () => {
  // Validators are compiled when they are first used.
  beforeAll(
    () => void refusedIn(JSON.stringify({ ...frame, ...Object.fromEntries(kinds.map(([kind]) => [kind, [{}]])) })),
  );

  const lists = all.filter(({ schema: it }) => it.maxItems !== undefined);
  test.each(lists.map((place) => [place.path, place] as const))("list %s", (_path, { schema: it, document }) => {
    const entries = Array.from({ length: 10 * Number(it.maxItems) }, (_, at) => valid(it.items!, at));
    expect(refusedIn(JSON.stringify(document(entries)))).toBeLessThan(200);
  });

  const texts = all.filter(({ path, schema: it }) => it.type === "string" && path !== notStored);
  test.each(texts.map((place) => [place.path, place] as const))("text %s", (_path, { schema: it, document }) => {
    const max = Number(it.maxLength ?? 128);
    for (const text of ["a", "https://a", "2024-01-01T00:00:00.0"])
      expect(refusedIn(JSON.stringify(document(text.padEnd(10 * max, "0"))))).toBeLessThan(200);
  });

  test("numbers", () => {
    for (const { path, schema: it, document } of all)
      if (types(it).includes("number") || types(it).includes("integer"))
        for (const number of [1e308, -1e308])
          expect(refusedIn(JSON.stringify(document(number))), path).toBeLessThan(200);
  });
});

describe("what a small file could stop a thread with is refused at once", () => {
  const actor = { key: "a", name: "A", kinds: ["OTHER"] };
  const many = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`);
  test.each([
    ["one actor with 40,000 aliases", { actors: [{ ...actor, aliases: many(40_000) }] }],
    [
      "one actor with 40,000 unknown fields",
      { actors: [{ ...actor, ...Object.fromEntries(many(40_000).map((name) => [name, 1])) }] },
    ],
    [
      "an activity that requires 100,000 capabilities",
      {
        activities: [{ key: "a", name: "A", requires: many(100_000).map((capability) => ({ capability, level: 1 })) }],
      },
    ],
    ["90,000 empty actors", { actors: many(90_000).map(() => ({})) }],
  ])("%s", (_what, more) => {
    expect(refusedIn(JSON.stringify({ ...frame, ...more }))).toBeLessThan(1_000);
  });

  test("six million empty records: counted before they are parsed", () => {
    const content = `{"format":"ecosystem/1","ecosystem":{"key":"x","name":"X"},"actors":[${"{},".repeat(5_999_999)}{}]}`;
    expect(() => formatNamed("ECOSYSTEM").read(content)).toThrow("The file has more than 100000 records");
    expect(refusedIn(content)).toBeLessThan(2_000);
  });

  test("broken JSON with 20,000 names: the place is found without comparing them all", () => {
    const content = JSON.stringify({ ...frame, actors: [Object.fromEntries(many(20_000).map((name) => [name, 1]))] });
    expect(refusedIn(content.slice(0, -3))).toBeLessThan(1_500);
  });
});
