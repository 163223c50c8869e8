import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundaries } from "../../api/measures/boundary/boundary.ts";
import { positions } from "../../api/measures/position/position.ts";
import { factsInForce } from "../../api/time/in-force.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import type { Layer } from "../../web/graphql/schema-types.ts";
import { textBoxes } from "../../web/map/canvas/background/text-boxes.ts";
import type { Box } from "../../web/map/canvas/labels/place-labels.ts";
import { largestActorMarker } from "../../web/map/lenses/boundaries/actor-markers.ts";
import { layOutBands } from "../../web/map/lenses/boundaries/band-layout.ts";
import { boundaries as boundariesLens } from "../../web/map/lenses/boundaries/lens.ts";
import { fitOn, heightOf, nameLabelWidth } from "../../web/map/lenses/boundaries/name-label.ts";
import type { Boundary } from "../../web/map/model/facts.graphql.ts";
import type { MapFacts } from "../../web/map/model/facts.ts";
import { areaOf, contains } from "../../web/map/model/polygon.ts";
import type { Form, Scene } from "../../web/map/model/scene.ts";
import { generatedEcosystem } from "../support/generated-ecosystem.ts";

const seed: EcosystemDocument = JSON.parse(readFileSync(new URL("../../seed/sysco.json", import.meta.url), "utf8"));

/** What the map is drawn from, straight from a document: what the API would answer, as far as the lens reads it. */
function mapFactsOf(document: EcosystemDocument, asOf: string): MapFacts {
  const facts = factsInForce(document, { asOf });
  const actors = new Map(
    [...facts.actors.values()].map(({ key, name, kinds }) => [key, { id: key, key, name, kinds: [...kinds] }]),
  );
  const activities = new Map(
    [...facts.activities.values()].map((activity) => [
      activity.key,
      {
        id: activity.key,
        key: activity.key,
        name: activity.name,
        layer: activity.layer ?? null,
        importance: activity.importance ?? 3,
        required: activity.required ?? true,
        serviceness: activity.serviceness ?? null,
      },
    ]),
  );
  const named = (keys: readonly string[]) => keys.map((key) => actors.get(key)!);
  return {
    map: { nodes: [], edges: [] },
    threats: [],
    positions: positions(facts).map((position) => ({
      ...position,
      actor: actors.get(position.actor)!,
      extents: position.extents.map((extent) => ({ ...extent, activity: activities.get(extent.activity)! })),
    })),
    boundaries: boundaries(facts).map((boundary) => ({
      activity: activities.get(boundary.activity)!,
      status: boundary.status,
      value: boundary.value,
      leads: named(boundary.leads),
      attributed: named(boundary.attributed),
      claims: (facts.claimsOn.get(boundary.activity) ?? []).map((claim) => ({
        id: `${claim.by} ${claim.about} ${boundary.activity}`,
        by: claim.by === undefined ? null : actors.get(claim.by)!,
        about: actors.get(claim.about)!,
        activity: activities.get(boundary.activity)!,
        extent: claim.extent,
        lead: claim.lead ?? null,
        evidence: [],
      })),
    })),
  };
}

function sceneOf(facts: MapFacts, form: Form): Scene {
  const shown = [
    ...facts.positions.map(({ actor }) => actor.id),
    ...facts.boundaries.map(({ activity }) => activity.id),
  ];
  return boundariesLens.places({ facts, nodes: new Set(shown), edges: new Set() }, form);
}

const overlap = (a: Box, b: Box) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

/** Tokens on name labels, name labels on name labels and actor markers on actor markers, at a zoom; empty when nothing lies on anything. */
function overlapsIn({ nodes, background }: Scene, zoom: number): string[] {
  const nameLabels = background.flatMap((item) => (item.type === "territory" ? [item] : []));
  const boxes = nameLabels.map((item) => textBoxes([item], zoom)[0]!);
  const actorMarkers = nodes.map(({ name, place, size, lead }) => {
    // A lead has a rim of three, half of it outside, and a ring where others agree.
    const half = size / 2 + (lead ? 1.5 : 0);
    return { name, x1: place!.x - half, x2: place!.x + half, y1: place!.y - half, y2: place!.y + half };
  });
  const found: string[] = [];
  boxes.forEach((box, i) => {
    for (const actorMarker of actorMarkers)
      if (overlap(box, actorMarker)) found.push(`${actorMarker.name} on the nameLabel of ${nameLabels[i]!.name}`);
    for (let j = 0; j < i; j++)
      if (overlap(box, boxes[j]!)) found.push(`${nameLabels[i]!.name} on ${nameLabels[j]!.name}`);
    for (const [x, y] of [
      [box.x1, box.y1],
      [box.x2, box.y1],
      [box.x1, box.y2],
      [box.x2, box.y2],
    ] as const)
      if (!contains(nameLabels[i]!.polygon, x, y))
        found.push(`the nameLabel of ${nameLabels[i]!.name} leaves its territory`);
  });
  for (const [i, actorMarker] of actorMarkers.entries())
    for (const other of actorMarkers.slice(0, i))
      if (overlap(actorMarker, other)) found.push(`${actorMarker.name} on ${other.name}`);
  return found;
}

/** From the whole map on a phone to the closest look. */
const zooms = [0.25, 0.4, 0.6, 0.8, 1, 1.4, 2.5, 4];
const forms: readonly Form[] = ["wide", "tall"];

describe("nothing lies on anything among territories", () => {
  test.each(forms)("in the seed, on every New Year and today, %s", (form) => {
    const days = [...Array.from({ length: 11 }, (_, i) => `${2016 + i}-01-01`), "2026-11-25"];
    for (const day of days) {
      const scene = sceneOf(mapFactsOf(seed, day), form);
      for (const zoom of zooms) expect({ day, zoom, found: overlapsIn(scene, zoom) }).toEqual({ day, zoom, found: [] });
    }
  });

  test.each(forms)("in generated ecosystems, %s", (form) => {
    for (const actors of [5, 40, 120]) {
      const facts = mapFactsOf(generatedEcosystem({ key: "g", actors, seed: actors }), "2026-06-30");
      expect(facts.boundaries.length).toBeGreaterThan(5);
      const scene = sceneOf(facts, form);
      for (const zoom of zooms)
        expect({ actors, zoom, found: overlapsIn(scene, zoom) }).toEqual({ actors, zoom, found: [] });
    }
  });
});

const layers: readonly (Layer | null)[] = [
  "EQUIPMENT",
  "CONNECTIVITY",
  "PLATFORM",
  "ANALYTICS",
  "SERVICE",
  "OPERATION",
  null,
];
const words = ["Run", "the", "Benchmarking", "of", "fleet", "condition", "data", "for", "customers", "Instandhaltung"];
interface Described {
  layer: Layer | null;
  importance: number;
  count: number;
  name: string;
}
const entriesOf = (list: readonly Described[]) =>
  list.map(({ layer, importance, count, name }, i) => ({
    count,
    boundary: {
      activity: { id: `${i}`, key: `${i}`, name, layer, importance, required: true, serviceness: null },
      status: "UNCLAIMED",
      value: 0,
      leads: [],
      attributed: [],
      claims: [],
    } satisfies Boundary,
  }));
const entries = fc
  .array(
    fc.record({
      layer: fc.constantFrom(...layers),
      importance: fc.integer({ min: 1, max: 5 }),
      count: fc.integer({ min: 0, max: 16 }),
      name: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 }).map((list) => list.join(" ")),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map(entriesOf);
/** The Voronoi treemap gives one of these five territories two corners that are one but for rounding. */
const twoCornersInOne = entriesOf([
  { layer: "EQUIPMENT", importance: 5, count: 6, name: "condition Benchmarking the" },
  { layer: "OPERATION", importance: 2, count: 3, name: "the fleet" },
  { layer: "EQUIPMENT", importance: 5, count: 12, name: "condition Run for" },
  { layer: "EQUIPMENT", importance: 2, count: 9, name: "condition the Instandhaltung" },
  { layer: "OPERATION", importance: 4, count: 10, name: "Instandhaltung of the condition fleet" },
  { layer: "ANALYTICS", importance: 3, count: 16, name: "Run data Instandhaltung" },
  { layer: "SERVICE", importance: 3, count: 16, name: "fleet data data of of of data" },
  { layer: "EQUIPMENT", importance: 5, count: 2, name: "for condition" },
  { layer: "EQUIPMENT", importance: 5, count: 4, name: "the the Instandhaltung" },
  { layer: null, importance: 1, count: 1, name: "Benchmarking customers" },
  { layer: "CONNECTIVITY", importance: 2, count: 16, name: "the the customers" },
]);

test("whatever the activities, each actor marker has a place of its own, clear of the name label and within its territory", () => {
  fc.assert(
    fc.property(entries, fc.constantFrom(...forms), (list, form) => {
      const { bands } = layOutBands(list, form);
      const laid = bands.flatMap((band) => band.territories);
      expect(laid.length).toBe(list.length);
      for (const { boundary, nameLabel, slots, polygon } of laid) {
        expect(slots.length).toBe(list.find((entry) => entry.boundary === boundary)!.count);
        const half = largestActorMarker / 2;
        const box = {
          x1: nameLabel.x,
          y1: nameLabel.y,
          x2: nameLabel.x + nameLabel.width,
          y2: nameLabel.y + nameLabel.height,
        };
        for (const { x, y } of slots) {
          expect(overlap(box, { x1: x - half, x2: x + half, y1: y - half, y2: y + half })).toBe(false);
          expect(contains(polygon, x, y)).toBe(true);
        }
      }
    }),
    { numRuns: 40, examples: [[twoCornersInOne, "tall"]] },
  );
});

test("activities without a layer have a band of their own, the last, and as much area as others", () => {
  const without = {
    ...seed,
    activities: seed.activities!.map(({ layer, ...it }, i) => (i % 3 === 0 ? it : { ...it, layer })),
  };
  const { boundaries } = mapFactsOf(without, "2026-11-25");
  const { bands } = layOutBands(
    boundaries.map((boundary) => ({ boundary, count: 2 })),
    "wide",
  );
  const last = bands.at(-1)!;
  expect(bands.filter(({ name }) => name === "Layer not given")).toEqual([last]);
  expect(last.territories.map(({ boundary }) => boundary.activity.key)).toEqual(
    boundaries.filter(({ activity }) => activity.layer === null).map(({ activity }) => activity.key),
  );
  expect(last.territories.length).toBeGreaterThan(2);
  const importanceIn = (band: typeof last) =>
    band.territories.reduce((sum, { boundary }) => sum + boundary.activity.importance, 0);
  for (const band of bands) expect(band.height / last.height).toBeCloseTo(importanceIn(band) / importanceIn(last), 6);
});

test("equal importance is about equal area in all bands", () => {
  const { bands } = layOutBands(
    mapFactsOf(seed, "2026-11-25").boundaries.map((boundary) => ({ boundary, count: 0 })),
    "wide",
  );
  const laid = bands.flatMap((band) => band.territories);
  const whole = laid.reduce((sum, { polygon }) => sum + areaOf(polygon), 0);
  const importance = laid.reduce((sum, { boundary }) => sum + boundary.activity.importance, 0);
  for (const { polygon, boundary } of laid) {
    const share = areaOf(polygon) / whole / (boundary.activity.importance / importance);
    // Gaps between territories take more of small and thin ones.
    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(1.2);
  }
});

test("another state on a name label is written within it, in smaller letters where it is longer, or up to its comma", () => {
  const { bands } = layOutBands(
    mapFactsOf(seed, "2026-11-25").boundaries.map((boundary) => ({ boundary, count: 4 })),
    "wide",
  );
  for (const { nameLabel, boundary } of bands.flatMap((band) => band.territories))
    for (const state of ["agreed", "contested", "contested, was led by others"]) {
      const { text, size, state: told } = fitOn(nameLabel, boundary.activity.name, state);
      expect(size / nameLabel.size).toBeGreaterThan(0.849);
      expect([state, "contested"]).toContain(told);
      expect(nameLabelWidth(text, size)).toBeLessThanOrEqual(nameLabel.width + 0.001);
      expect(heightOf(text, size)).toBeLessThanOrEqual(nameLabel.height + 0.001);
      if (state.length < 10) expect(size).toBeCloseTo(nameLabel.size, 5);
      expect(text.lines.join(" ")).toBe(boundary.activity.name);
    }
});
