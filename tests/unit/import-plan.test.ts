import { describe, expect, test } from "vitest";
import { formats } from "../../api/imports/formats/formats.ts";
import { checkCount } from "../../api/imports/limits.ts";
import { planImport } from "../../api/imports/plan.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";

const document = (more: object): EcosystemDocument => ({
  format: "ecosystem/1",
  ecosystem: { key: "x", name: "X" },
  actors: [{ key: "a", name: "A", kinds: ["OTHER"] }],
  ...more,
});

// safety.md, faults 23 to 26.
describe("what an import refuses once the file has been read", () => {
  test("two records of one key in the file: named, and neither is chosen", () => {
    const twice = document({
      actors: [
        { key: "a", name: "A", kinds: ["OTHER"] },
        { key: "a", name: "Another", kinds: ["OTHER"] },
      ],
    });
    expect(planImport(null, twice, false).errors).toEqual([
      { path: "/actors/1", message: "This actor stands twice in the file (a): keep one." },
    ]);
  });

  test("a key that is stored already is counted as a change, as the same, or as new, before anything is stored", () => {
    const actors = [
      { key: "a", name: "A, renamed", kinds: ["OTHER"] },
      { key: "b", name: "B", kinds: ["OTHER"] },
    ];
    const stored = document({ topics: [{ key: "t", name: "T" }] });
    const plan = planImport(stored, document({ actors, topics: [{ key: "t", name: "T" }] }), false);
    expect(plan.changes.map(({ key, before, after }) => [key, before !== null, after !== null])).toEqual([
      ["a", true, true],
      ["b", false, true],
    ]);
    expect([plan.unchanged, plan.errors]).toEqual([1, []]);
  });

  test("a relation to nobody: named with its place, and nobody is made up", () => {
    const plan = planImport(null, document({ relations: [{ from: "a", to: "ghost", type: "OWNS" }] }), false);
    expect(plan.errors).toEqual([
      { path: "/relations/0/to", message: 'There is no actor "ghost": add it to the file or correct the key.' },
    ]);
    expect(plan.changes.map(({ kind, key }) => `${kind} ${key}`)).not.toContain("actors ghost");
  });

  test("of very many errors the first hundred are named", () => {
    const relations = Array.from({ length: 5_000 }, (_, at) => ({ from: "a", to: `ghost-${at}`, type: "OWNS" }));
    expect(planImport(null, document({ relations }), false).errors).toHaveLength(100);
  });

  test("more than 100,000 records, with the way to split them", () => {
    const actors = Array.from({ length: 100_001 }, (_, at) => ({ key: `a${at}`, name: "A", kinds: ["OTHER"] }));
    expect(() => checkCount(document({ actors }))).toThrow(/100001 records; 100000 is the most.*Split it/);
  });

  test.each(["CSV", "GRAPHML"] as const)("%s, whatever is in it: no such file is read at all", (format) => {
    for (const content of ["a,b\n1", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><graphml>&a;</graphml>'])
      expect(() => formats[format](content)).toThrow(/cannot be imported yet: use an ecosystem document/);
  });
});
