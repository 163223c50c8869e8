import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ecosystemMap } from "../../api/map/ecosystem-map.ts";
import { mapRecords } from "../../api/map/map-records.ts";
import { newestEvidence } from "../../api/time/newest-evidence.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { randomDocument } from "../support/random-document.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

const mapAt = (document: EcosystemDocument, asOf: string | null) =>
  ecosystemMap(mapRecords(document, asOf, 0), {}, (kind, key) => `${kind}:${key}`);
type Span = { validFrom?: string; validTo?: string };
const on =
  (day: string) =>
  ({ validFrom, validTo }: Span): boolean =>
    (validFrom ?? "") <= day && (validTo ?? "~") > day;
const unitsOn = (day: string, units: { from?: string; units: number }[]) =>
  units.filter(({ from }) => (from ?? "") <= day).at(-1)?.units;

/** What a date slider draws of the map of all dates. */
function cutAt(document: EcosystemDocument, day: string) {
  const { nodes, edges } = mapAt(document, null);
  const there = new Set(nodes.filter(on(day)).map(({ id }) => id));
  return [
    ...there,
    ...edges
      .filter((edge) => on(day)(edge) && there.has(edge.source) && there.has(edge.target))
      .filter(({ units }) => !units || unitsOn(day, units)! > 0)
      .map(({ source, kind, target, label, units }) =>
        units ? `${source} ${kind} ${target} ${unitsOn(day, units)}` : `${source} ${kind} ${target} ${label}`,
      ),
  ].sort();
}

function drawnAt(document: EcosystemDocument, day: string) {
  const { nodes, edges } = mapAt(document, day);
  return [
    ...nodes.map(({ id }) => id),
    ...edges.map(
      ({ source, kind, target, label, units }) => `${source} ${kind} ${target} ${units ? unitsOn(day, units) : label}`,
    ),
  ].sort();
}

test("the map of all dates, cut at a day, is the map at that day", () => {
  const day = fc
    .tuple(fc.integer({ min: 2014, max: 2029 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) => `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
  fc.assert(
    fc.property(randomDocument, day, (document, asOf) => {
      expect(cutAt(document, asOf)).toEqual(drawnAt(document, asOf));
    }),
    { numRuns: 400 },
  );
  const seed = JSON.parse(readFileSync("seed/sysco.json", "utf8")) as EcosystemDocument;
  for (const asOf of ["2000-01-01", "2019-06-30", "2022-01-01", "2024-05-05", "2026-11-25"])
    expect(cutAt(seed, asOf)).toEqual(drawnAt(seed, asOf));
});

test("ids of edges stay unique where a fact comes into force again", () => {
  fc.assert(
    fc.property(randomDocument, (document) => {
      const ids = mapAt(document, null).edges.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test("what an actor says is said no longer than it is there", () => {
  const document = smallEcosystem("small");
  document.claims = [{ by: "gone", about: "sysco", activity: "run", extent: 1 }];
  expect(mapAt(document, null).edges.find(({ kind }) => kind === "CLAIMS")).toMatchObject({
    byKey: "gone",
    validTo: "2019-01-01",
  });
});

test("equipment says how many units there are from each day on", () => {
  const document = smallEcosystem("small");
  document.installations![0]!.validTo = "2020-06-01";
  const [edge] = mapAt(document, null).edges.filter(({ kind }) => kind === "USES_EQUIPMENT_OF");
  expect(edge!.units).toEqual([
    { from: "2010-01-01", units: 2 },
    { from: "2018-01-01", units: 3 },
    { from: "2020-06-01", units: 1 },
  ]);
});

test("a node carries what it is filtered and grouped by, and nothing where nobody said", () => {
  const document = smallEcosystem("small");
  document.evidence!.push({ key: "old", title: "Old", publishedOn: "2011-01-01", retrievedOn: "2025-01-01" });
  document.evidence!.push({ key: "web", title: "Page", retrievedOn: "2023-03-03" });
  document.actors![0]!.evidence = ["report", "old", "web"];
  document.relations!.push({
    from: "sysco",
    to: "rivalco",
    type: "OWNS",
    validFrom: "2010-01-01",
    validTo: "2021-01-01",
  });
  const nodes = new Map(mapAt(document, null).nodes.map((node) => [node.key, node]));
  const { sysco, rivalco, mill, run, press } = Object.fromEntries(nodes);
  expect(sysco).toMatchObject({
    evidenceNewest: "2023-03-03",
    initiatives: [{ key: "lab", name: "Press lab", validFrom: "2021-01-01", validTo: undefined }],
    owners: undefined,
    tags: undefined,
    country: undefined,
  });
  expect(rivalco).toMatchObject({
    country: "SE",
    tags: [{ focal: "sysco", label: "watch" }],
    owners: [{ key: "sysco", name: "SysCo", validFrom: "2010-01-01", validTo: "2021-01-01" }],
    evidenceNewest: undefined,
  });
  expect(mill!.labels).toEqual(["paper"]);
  expect(run).toMatchObject({ layer: "OPERATION", importance: 5, required: true, serviceness: 1 });
  expect([press!.layer, press!.importance, press!.required, press!.labels]).toEqual(Array(4).fill(undefined));
});

test("edges drawn from initiatives and equipment are inferred, all others are told", () => {
  const kinds = (inferred: boolean) =>
    new Set(
      mapAt(smallEcosystem("small"), null).edges.flatMap((edge) => (edge.inferred === inferred ? edge.kind : [])),
    );
  expect(kinds(true)).toEqual(new Set(["DEVELOPS_WITH", "USES_EQUIPMENT_OF"]));
  expect(kinds(false)).toEqual(
    new Set(["CLAIMS", "ADOPTS", "PROVIDES", "PERFORMS", "INTERFACES_WITH", "SUPPLIES", "SHARES_DATA_WITH"]),
  );
});

test("evidence without a day says nothing of its age", () => {
  const newest = newestEvidence([{ key: "a", title: "A" }]);
  expect([newest(["a"]), newest(undefined), newest(["unknown"])]).toEqual([undefined, undefined, undefined]);
});
