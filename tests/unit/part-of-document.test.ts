import fc from "fast-check";
import { expect, test } from "vitest";
import { planImport } from "../../api/changes/check/plan.ts";
import { formatNamed } from "../../api/changes/imports/formats/formats.ts";
import { partOfDocument } from "../../api/map/part-of-document.ts";
import type { EcosystemDocument, RecordRef } from "../../cypher/model/document.ts";
import { randomDocument } from "../support/random-document.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

const actors = (...keys: string[]): RecordRef[] => keys.map((key) => ({ kind: "actors", key }));
/** What an import into an empty database would complain of. */
const complaints = (part: EcosystemDocument) => {
  const { document } = formatNamed("ECOSYSTEM").read(JSON.stringify(part));
  return planImport(null, document, false).errors;
};

test("a part holds what was named, the facts between it and what these stand on", () => {
  const part = partOfDocument(smallEcosystem("small"), actors("sysco", "mill"), null, 0);
  const { ecosystem, relations, installations, initiatives, layout, evidence, actors: kept, ...rest } = part;
  expect(ecosystem.focal).toBe("sysco");
  expect(kept!.map(({ key }) => key)).toEqual(["sysco", "mill"]);
  expect(relations!.map(({ from, volume }) => [from, volume])).toEqual([
    ["sysco", 10],
    ["sysco", 20],
  ]);
  expect(installations!.map(({ key }) => key)).toEqual(["i1", "i2"]);
  expect(part.controlSystems!.map(({ key }) => key)).toEqual(["plc"]);
  expect(initiatives).toHaveLength(1);
  expect(layout).toEqual([{ lens: "NETWORK", kind: "ACTOR", key: "sysco", x: 1.5, y: -2 }]);
  expect(evidence!.map(({ key }) => key)).toEqual(["report"]);
  // The interface stays without the standard that is not shown; claims and offerings go with activities and providers.
  expect(rest.interfaces).toEqual([{ key: "line", a: "sysco", b: "mill", candidates: [] }]);
  expect([rest.claims, rest.offerings, rest.adoptions, rest.moves, rest.tags]).toEqual(Array(5).fill(undefined));
});

test("an offering brings its provider, and the focal actor is one only if it is shown", () => {
  const part = partOfDocument(smallEcosystem("small"), [{ kind: "offerings", key: "press" }], null, 0);
  expect(part.actors!.map(({ key }) => key)).toEqual(["sysco"]);
  expect(part.offerings![0]!.activities).toEqual([]);
  expect(partOfDocument(smallEcosystem("small"), actors("mill"), null, 0).ecosystem).not.toHaveProperty("focal");
});

test("at a date only what counts then is kept, of several versions the latest", () => {
  const at = (asOf: string) => partOfDocument(smallEcosystem("small"), actors("sysco", "mill", "gone"), asOf, 0);
  expect(at("2023-01-01").relations!.map(({ volume }) => volume)).toEqual([20]);
  expect(at("2023-01-01").actors!.map(({ key }) => key)).toEqual(["sysco", "mill"]);
  expect(at("2016-01-01")).toMatchObject({ installations: [{ key: "i1" }] });
  expect(at("2016-01-01").initiatives).toBeUndefined();
});

test("a part of any document imports without an error, whatever is named and at whatever date", () => {
  const day = fc.option(fc.constantFrom("2016-01-01", "2019-07-01", "2023-05-05", "2027-02-02"), { nil: null });
  const unit = fc.constantFrom(0, 0.5, 1);
  fc.assert(
    fc.property(
      randomDocument.chain((document) => {
        const all = (["actors", "activities", "standards"] as const).flatMap((kind) =>
          document[kind]!.map(({ key }): RecordRef => ({ kind, key })),
        );
        return fc.tuple(fc.constant(document), fc.subarray(all));
      }),
      day,
      unit,
      ([document, named], asOf, least) => {
        expect(complaints(partOfDocument(document, named, asOf, least))).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test("the part that names every node is the whole document, but for what nothing on the map stands on", () => {
  const document = smallEcosystem("small");
  const kinds = ["actors", "activities", "standards", "offerings"] as const;
  const named = kinds.flatMap((kind) => document[kind]!.map(({ key }): RecordRef => ({ kind, key })));
  const { capabilities: _, ...rest } = document;
  expect(partOfDocument(document, named, null, 0)).toEqual(rest);
});
