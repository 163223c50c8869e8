import { describe, expect, test } from "vitest";
import { textBoxes } from "../../../web/map/canvas/background/text-boxes.ts";
import type { Box } from "../../../web/map/canvas/labels/place-labels.ts";
import { axes, placeOn, plotSizes } from "../../../web/map/lenses/rivals/background.ts";
import { rivals } from "../../../web/map/lenses/rivals/lens.ts";
import { lineThreats, overlapFor } from "../../../web/map/lenses/rivals/threat-lines.ts";
import type { ThreatRow } from "../../../web/map/model/facts.graphql.ts";
import { areaOf, contains } from "../../../web/map/model/polygon.ts";
import type { Form } from "../../../web/map/model/scene.ts";
import { actor, pictureWith } from "./support.ts";

interface Made {
  overlap: number | null;
  market: number | null;
  supply?: number | null;
  momentum?: number;
  rivalry?: number;
  damping?: number;
}

/** A rival by the formula of docs/model.md, section 5, with the default weights. */
function rival(
  id: string,
  { overlap, market, supply = null, momentum = 0, rivalry = 0, damping = 1 }: Made,
  more: Partial<ThreatRow> = {},
) {
  const parts = [
    { kind: "OVERLAP", value: overlap, weight: 0.35 },
    { kind: "MARKET_COMMONALITY", value: market, weight: 0.3 },
    { kind: "SUPPLY_COMMONALITY", value: supply, weight: 0.1 },
    { kind: "MOMENTUM", value: momentum, weight: 0.15 },
    { kind: "STATED_RIVALRY", value: rivalry, weight: 0.1 },
  ] as const;
  const contact = parts.reduce((sum, { value, weight }) => sum + (value ?? 0) * weight, 0);
  return {
    rival: { id, key: id, name: `Name of ${id}`, kinds: ["OTHER"] },
    threat: contact * damping,
    low: contact * damping,
    high: contact * damping,
    level: "LOW",
    levelAtMost: "LOW",
    type: "OTHER",
    typeSource: "INFERRED",
    factors: parts.map(({ kind, value }) => ({ kind, value })),
    ...more,
  } satisfies ThreatRow;
}

const threatLevels = [
  { level: "LOW", from: 0, lowest: 0 },
  { level: "MODERATE", from: 0.1, lowest: 0.095 },
  { level: "HIGH", from: 0.25, lowest: 0.245 },
  { level: "SEVERE", from: 0.5, lowest: 0.495 },
] as const;

describe("a line of equal threat", () => {
  const made = { momentum: 0.1, supply: 0.05, rivalry: 0.2, damping: 0.8 };
  /** The default weights of overlap and market commonality, damped, and what the other factors make of contact. */
  const otherContact = 0.15 * 0.1 + 0.1 * 0.05 + 0.1 * 0.2;
  const damped = {
    base: 0.8 * otherContact,
    perOverlap: 0.8 * 0.35,
    perMarketCommonality: 0.8 * 0.3,
    otherContact,
    damping: 0.8,
  };

  test("is where a rival with the typical other factors and damping makes that very threat", () => {
    for (const threat of [0.1, 0.25, 0.5])
      for (const market of [0, 0.05, 0.3]) {
        const overlap = overlapFor(threat, market, damped);
        expect(rival("a", { overlap, market, ...made }).threat).toBeCloseTo(threat, 12);
      }
  });

  test("is nowhere when overlap does not count", () =>
    expect(overlapFor(0.1, 0, { ...damped, perOverlap: 0 })).toBe(null));

  test("is drawn for round threats and wherever a level begins, the lowest left out", () => {
    const levels = [
      { level: "LOW", from: 0, lowest: 0 } as const,
      { level: "MODERATE", from: 0.12, lowest: 0.115 } as const,
    ];
    expect(lineThreats(levels)).toEqual([0.025, 0.05, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75]);
  });
});

/** Of the rivals below: none has momentum or a damper. */
const typicalRival = { base: 0, perOverlap: 0.35, perMarketCommonality: 0.3, otherContact: 0, damping: 1 };
const rows = [
  rival("a", { overlap: 0.48, market: 0.05 }),
  rival("b", { overlap: 0.3, market: 0.08 }),
  rival("c", { overlap: 0.1, market: 0 }),
  rival("d", { overlap: 0.12, market: 0 }),
  rival("e", { overlap: 0.2, market: null }),
  rival("f", { overlap: null, market: 0.04 }),
  rival("g", { overlap: null, market: null, momentum: 0.5 }),
];
const selection = pictureWith(
  rows.map((row) => actor(row.rival.id)),
  [],
  { threats: rows, typicalRival, threatLevels },
);
const forms: readonly Form[] = ["wide", "tall"];

describe.each(forms)("the Rivals lens, %s", (form) => {
  const scene = rivals.places(selection, form);
  const { width, height } = plotSizes[form];

  test("a rival of whom neither axis is known lies in the unplaced area, never at 0", () => {
    const unplacedArea = scene.background.find((item) => item.type === "unplaced-area");
    expect(unplacedArea?.y).toBeGreaterThan(height);
    expect(scene.nodes.find(({ id }) => id === "g")!.place!.y).toBeGreaterThan(unplacedArea!.y);
  });

  test("a rival of whom one axis is known stands on that axis's edge, beside its figure, and outside the plot", () => {
    const [left, below] = scene.background.flatMap((item) => (item.type === "strip" ? [item] : []));
    const place = placeOn({ form, right: 0.08, up: 0.6 });
    const isIn = (strip: Box, id: string) => {
      const { place: at, size } = scene.nodes.find((node) => node.id === id)!;
      const half = size / 2;
      return (
        at!.x - half >= strip.x1 && at!.x + half <= strip.x2 && at!.y - half >= strip.y1 && at!.y + half <= strip.y2
      );
    };
    const boxOf = ({ x, y, width, height }: NonNullable<typeof left>): Box => ({
      x1: x,
      y1: y,
      x2: x + width,
      y2: y + height,
    });
    expect(isIn(boxOf(left!), "e") && boxOf(left!).x2 < 0).toBe(true);
    expect(isIn(boxOf(below!), "f") && boxOf(below!).y1 > height).toBe(true);
    expect(scene.nodes.find(({ id }) => id === "e")!.place!.y).toBeCloseTo(place(0, 0.2).y, 9);
    expect(scene.nodes.find(({ id }) => id === "f")!.place!.x).toBeCloseTo(place(0.04, 0).x, 9);
    const texts = scene.background.flatMap((item) => (item.type === "text" ? [item.text] : []));
    expect(texts).toContain("Market commonality unknown");
    expect(texts).toContain("Overlap unknown");
  });

  test("the ground of a level begins where its number is shown first", () => {
    const [zone] = scene.background.flatMap((item) => (item.type === "zone" ? [item] : []));
    const place = placeOn({ form, right: 0.08, up: 0.6 });
    const at = (threat: number) => place(0.02, overlapFor(threat, 0.02, typicalRival)!);
    const [shownAs10, shownAs9] = [at(0.0952), at(0.0948)];
    expect(contains(zone!.polygon, shownAs10.x, shownAs10.y)).toBe(true);
    expect(contains(zone!.polygon, shownAs9.x, shownAs9.y)).toBe(false);
  });

  test("each line tells its threat in points, runs through the frame, and a level's ground begins at it", () => {
    const lines = scene.background.flatMap((item) => (item.type === "contour" ? [item] : []));
    expect(lines.map(({ label }) => label)).toEqual(["2.5", "5", "10 moderate", "15", "20", "25 high"]);
    for (const { points } of lines)
      for (const [x, y] of points) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
    const [zone] = scene.background.flatMap((item) => (item.type === "zone" ? [item] : []));
    expect(zone?.level).toBe("MODERATE");
    expect(areaOf(zone!.polygon)).toBeGreaterThan(0);
    const place = placeOn({ form, right: 0.08, up: 0.6 });
    const on = overlapFor(0.1, 0.02, typicalRival)!;
    const above = place(0.02, on + 0.03);
    const beneath = place(0.02, on - 0.03);
    expect(contains(zone!.polygon, above.x, above.y)).toBe(true);
    expect(contains(zone!.polygon, beneath.x, beneath.y)).toBe(false);
  });

  test("those who would cover one another move apart, and nobody beyond an axis", () => {
    for (const { place, size } of scene.nodes.filter(({ id }) => !["e", "f", "g"].includes(id)))
      expect(place!.x - size / 2 >= 0 && place!.y + size / 2 <= height).toBe(true);
  });

  test("no two texts of its ground lie on one another at any zoom", () => {
    for (const zoom of [0.35, 0.5, 0.7, 1, 2]) {
      const boxes = textBoxes(scene.background, zoom);
      const found = boxes.flatMap((box, i) => boxes.slice(0, i).filter((other) => overlap(box, other)));
      expect({ zoom, found }).toEqual({ zoom, found: [] });
    }
  });
});

const overlap = (a: Box, b: Box) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

test("a type that was inferred has a dashed rim, one that a person gave has not", () => {
  const facts = {
    threats: [
      rival("a", { overlap: 0.4, market: 0.1 }, { typeSource: "TAGGED" }),
      rival("b", { overlap: 0.3, market: 0.1 }, { typeSource: "TAGGED" }),
      rival("c", { overlap: 0.2, market: 0.1 }),
    ],
    focal: { id: "us", key: "us", name: "Us", kinds: [] },
  };
  const { nodes } = rivals.places(pictureWith([actor("a"), actor("b"), actor("c")], [], facts));
  expect(nodes.map(({ id, inferred }) => [id, inferred])).toEqual([
    ["a", false],
    ["b", false],
    ["c", true],
  ]);
});

test("the scales of the Rivals lens say that they go by square roots, and their ticks are round", () => {
  const texts = axes({ form: "wide", right: 0.12, up: 0.6 }, "Us").flatMap((item) =>
    item.type === "text" ? [item] : [],
  );
  const ticks = (align: string) => texts.filter((item) => item.align === align && !item.strong).map(({ text }) => text);
  expect(ticks("center").map((text) => Number.parseInt(text, 10))).toEqual([0, 1, 2, 5, 10]);
  expect(ticks("right").map((text) => Number.parseInt(text, 10))).toEqual([0, 5, 10, 20, 50]);
  expect(texts.filter(({ strong }) => strong).every(({ text }) => text.includes("(square-root scale)"))).toBe(true);
});
