import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stylesheet } from "../../../web/map/canvas/stylesheet.ts";
import { network } from "../../../web/map/lenses/network/lens.ts";
import type { MapSearch } from "../../../web/map/model/search-params/map-search.ts";
import { widthNames } from "../../../web/map/model/search-params/style-search.ts";
import type { Selection } from "../../../web/map/model/selection.ts";
import {
  classOf,
  diameterOf,
  roundBreaks,
  scaleColours,
  scaleSteps,
  strokeOf,
} from "../../../web/map/model/style/scales.ts";
import { withStyle } from "../../../web/map/model/style/with-style.ts";
import { actor, edge, pictureWith, threat } from "./support.ts";

const drawn = (selection: Selection, search: MapSearch) =>
  withStyle(network.places(selection), selection, search, "wide");
const node = (selection: Selection, search: MapSearch, id: string) =>
  drawn(selection, search).nodes.find((entry) => entry.id === id)!;

describe("scales", () => {
  test("a class begins at its break, and a value on it belongs to the class above", () => {
    expect([0, 0.0999, 0.1, 0.25, 0.9].map((value) => classOf(value, [0.1, 0.25, 0.5]))).toEqual([0, 0, 1, 2, 3]);
  });

  test("breaks are round, rising, at most four, and below the largest value", () => {
    expect(roundBreaks(16, false)).toEqual([5, 10, 15]);
    expect(roundBreaks(3, true)).toEqual([1, 2]);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 100_000, noNaN: true }), fc.boolean(), (max, whole) => {
        const breaks = roundBreaks(max, whole);
        expect(breaks.length).toBeLessThan(scaleSteps);
        breaks.forEach((from, i) => {
          expect(from).toBeGreaterThan(breaks[i - 1] ?? 0);
          expect(from).toBeLessThan(max);
          if (whole) expect(Number.isInteger(from)).toBe(true);
        });
      }),
    );
    expect(roundBreaks(0, false)).toEqual([]);
  });

  test("area grows with the value: a quarter of it has half the growth of the diameter", () => {
    expect(diameterOf(0, 8)).toBe(12);
    expect(diameterOf(8, 8)).toBe(52);
    expect(diameterOf(2, 8)).toBe(32);
    expect(diameterOf(8, 8, 32)).toBe(32);
    expect(diameterOf(5, 0)).toBe(12);
    expect(strokeOf(4, 4)).toBeGreaterThan(strokeOf(2, 4));
  });

  test("steps of a scale go from near the ground to far from it in grey, on both grounds", () => {
    const lightness = (hex: string) =>
      0.2126 * Number.parseInt(hex.slice(1, 3), 16) +
      0.7152 * Number.parseInt(hex.slice(3, 5), 16) +
      0.0722 * Number.parseInt(hex.slice(5, 7), 16);
    for (const { light, dark } of Object.values(scaleColours)) {
      const falling = light.map(lightness);
      const rising = dark.map(lightness);
      expect(falling).toEqual([...falling].sort((a, b) => b - a));
      expect(rising).toEqual([...rising].sort((a, b) => a - b));
      expect(light.length).toBe(scaleSteps);
    }
  });
});

const selection = pictureWith(
  [actor("sure", ["OTHER"], { confidence: 0.9 }), actor("unsure", ["OTHER"], { confidence: 0.1 }), actor("unsaid")],
  [
    edge("sure", "SUPPLIES", "unsure", { volume: 8 }),
    edge("unsure", "SUPPLIES", "unsaid", { volume: 2 }),
    edge("sure", "SUPPLIES", "unsaid"),
  ],
  {
    threats: [{ ...threat("sure", "HIGH"), threat: 0.3 }],
    threatLevels: [
      { level: "LOW", from: 0, lowest: 0 },
      { level: "MODERATE", from: 0.1, lowest: 0.095 },
      { level: "HIGH", from: 0.25, lowest: 0.245 },
      { level: "SEVERE", from: 0.5, lowest: 0.495 },
    ],
  },
);

describe("what is not known is shown as unknown, never as the lowest step", () => {
  test.each(["size", "colour", "ring"] as const)("%s", (channel) => {
    const search = { [channel]: "confidence" } as MapSearch;
    const of = (id: string) => {
      const { shade, ring, size } = node(selection, search, id);
      return channel === "ring" ? ring : channel === "colour" ? shade : [shade, size];
    };
    const [known, low, unknown] = [of("sure"), of("unsure"), of("unsaid")];
    expect(known).not.toEqual(low);
    if (channel === "size") {
      expect(unknown).toEqual(["unknown", 14]);
      expect(low).toEqual([undefined, diameterOf(0.1, 0.9)]);
    } else expect([known, low, unknown]).toEqual(["plain-4", "plain-0", "unknown"]);
  });

  test("width", () => {
    const { edges, keys } = drawn(selection, { width: "volume" });
    expect(edges.map(({ width, unknown }) => [width, unknown])).toEqual([
      [strokeOf(8, 8), undefined],
      [strokeOf(2, 8), undefined],
      [0.7, true],
    ]);
    expect(keys!.find(({ channel }) => channel === "width")!.items.map(({ label }) => label)).toEqual([
      "2",
      "8",
      "Unknown",
    ]);
  });

  test("width by what is known of the two ends", () => {
    const { edges, keys } = drawn(selection, { width: "threat" });
    expect(edges.map(({ width, unknown }) => [width, unknown])).toEqual([
      [strokeOf(0.3, 0.3), undefined],
      [0.7, true],
      [strokeOf(0.3, 0.3), undefined],
    ]);
    expect(keys!.find(({ channel }) => channel === "width")!.title).toBe("Width: threat");
    for (const width of widthNames) expect(drawn(selection, { width }).edges).toHaveLength(3);
  });

  test("a threat that nobody has assessed", () => {
    expect(node(selection, { colour: "threat" }, "sure").shade).toBe("threat-3");
    expect(node(selection, { colour: "threat" }, "unsaid").shade).toBe("unknown");
  });
});

test("the legend has the classes that are on the map and no others, unknown last", () => {
  const { keys } = drawn(selection, { colour: "confidence" });
  expect(keys!.map(({ title }) => title)).toEqual(["Colour: confidence"]);
  expect(keys![0]!.items.map(({ label }) => label)).toEqual(["below 20\u00a0%", "80\u00a0% or more", "Unknown"]);
});

test("a filter changes nobody's size: the scale's end comes from everybody", () => {
  const few: Selection = { ...selection, nodes: new Set(["unsure"]), edges: new Set() };
  expect(node(few, { size: "confidence" }, "unsure").size).toBe(node(selection, { size: "confidence" }, "unsure").size);
});

test("each class of each scale, and unknown, has a style of its own", () => {
  const selectors = (stylesheet("light") as { selector: string }[]).map(({ selector }) => selector);
  for (const scale of Object.keys(scaleColours))
    for (let i = 0; i < scaleSteps; i++)
      for (const channel of ["shade", "ring"]) expect(selectors).toContain(`node[${channel} = "${scale}-${i}"]`);
  expect(selectors).toContain('node[shade = "unknown"]');
});
