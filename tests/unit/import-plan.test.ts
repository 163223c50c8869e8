import { describe, expect, test } from "vitest";
import { documentIssues } from "../../api/changes/check/document-issues.ts";
import { planImport } from "../../api/changes/check/plan.ts";
import { formatNamed } from "../../api/changes/imports/formats/formats.ts";
import { graphml } from "../../api/changes/imports/formats/graphml.ts";
import { checkCount } from "../../api/changes/imports/limits.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";

const document = (more: object): EcosystemDocument => ({
  format: "ecosystem/1",
  ecosystem: { key: "x", name: "X" },
  actors: [{ key: "a", name: "A", kinds: ["OTHER"] }],
  ...more,
});

const twoActors = ["a", "b"].map((key) => ({ key, name: key, kinds: ["OTHER"] }));
const actorWith = (fields: object) => ({ actors: [{ key: "a", name: "A", kinds: ["OTHER"], ...fields }] });

// docs/operations.md, faults 23, 25 and 26.
describe("what an import refuses once the file has been read", () => {
  test("two records of one key in the file: named, and neither is chosen", () => {
    const twice = document({
      actors: [
        { key: "a", name: "A", kinds: ["OTHER"] },
        { key: "a", name: "Another", kinds: ["OTHER"] },
      ],
    });
    expect(planImport(null, twice, false).errors).toEqual([
      { path: "/actors/1", message: "This actor appears twice in the file (a): keep one." },
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

  const numbers: [what: string, more: object, path: string, message: string][] = [
    [
      "more employees than 32 bits",
      actorWith({ employees: 2 ** 31 }),
      "/actors/0/employees",
      "Must be at most 100000000, not 2147483648.",
    ],
    [
      "a year beyond 32 bits",
      actorWith({ founded: -3e9 }),
      "/actors/0/founded",
      "Must be at least 1, not -3000000000.",
    ],
    [
      "1e200 units",
      { installations: [{ key: "i", customer: "a", units: 1e200 }] },
      "/installations/0/units",
      "Must be at most 100000000, not 1e+200.",
    ],
  ];
  test.each(numbers)("%s: one error with its place", (_what, more, path, message) => {
    expect(documentIssues(document(more))).toEqual([{ path, message }]);
  });
  test("the largest numbers that are taken", () => {
    const installations = [{ key: "i", customer: "a", units: 1e8 }];
    const most = document({ ...actorWith({ employees: 1e8, founded: 2100 }), installations });
    expect(documentIssues(most)).toEqual([]);
    expect(planImport(null, most, false).errors).toEqual([]);
  });

  test.each([
    ["volume", "SUPPLIES", "OWNS"],
    ["share", "OWNS", "SUPPLIES"],
  ])("a %s on anything but %s", (field, type, other) => {
    const relation = (type: string) =>
      document({ actors: twoActors, relations: [{ from: "a", to: "b", type, [field]: 0.5 }] });
    expect(planImport(null, relation(type), false).errors).toEqual([]);
    expect(planImport(null, relation(other), false).errors).toEqual([
      { path: `/relations/0/${field}`, message: `Only ${type} relations have a ${field}: remove it.` },
    ]);
  });

  test("more than 100,000 records, with the way to split them", () => {
    const actors = Array.from({ length: 100_001 }, (_, at) => ({ key: `a${at}`, name: "A", kinds: ["OTHER"] }));
    expect(() => checkCount(document({ actors }))).toThrow(/100001 records; the limit is 100000.*Split it/);
  });

  test("XML whose entities would be expanded: they are not, and the file is refused with the place", () => {
    const laughs =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><graphml><graph>&c;</graph></graphml>';
    const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><graphml><graph>&a;</graph></graphml>';
    for (const content of [laughs, outside])
      expect(() => graphml.sheets(new TextEncoder().encode(content))).toThrow(
        /The XML is not valid here: undefined entity/,
      );
  });
});

describe("a landscape that is imported into a stored ecosystem", () => {
  const landscape = (...names: string[]) =>
    formatNamed("LANDSCAPE2").read(
      `landscape:\n  - name: Members\n    subcategories:\n      - name: S\n        items:\n${names.map((name) => `          - name: "${name}"\n`).join("")}`,
      { ecosystem: "x" },
    );
  const stored: EcosystemDocument = {
    format: "ecosystem/1",
    ecosystem: { key: "x", name: "Pumps", valueProposition: "Water at any time", focal: "first" },
    actors: [
      { key: "first", name: "Pumpco", kinds: ["OTHER"] },
      { key: "c", name: "C", kinds: ["OTHER"] },
    ],
  };

  test.each([false, true])("leaves the ecosystem's name, proposition and focal actor (replace: %s)", (replace) => {
    const plan = planImport(stored, landscape("Pumpco", "C").into!(stored).document, replace);
    expect([plan.head, plan.headBefore, plan.errors]).toEqual([stored.ecosystem, undefined, []]);
  });

  test("knows stored actors by their names, and gives no other actor a stored one's key", () => {
    const plan = planImport(stored, landscape("C++", "Pumpco", "C").into!(stored).document, false);
    const keys = plan.changes
      .filter(({ kind }) => kind === "actors")
      .map(({ key, before, after }) => [key, before && (after as { name: string }).name]);
    expect(keys).toEqual([
      [expect.stringMatching(/^c-[0-9a-f]{8}$/), null],
      ["first", "Pumpco"],
      ["c", "C"],
    ]);
    expect(plan.errors).toEqual([]);
  });

  test("a new ecosystem is named by its key", () => {
    expect(planImport(null, landscape("A").document, false).head).toEqual({ key: "x", name: "x" });
  });
});
