import { expect, test } from "vitest";
import { palettes } from "../../../web/map/canvas/background/palette.ts";
import { write } from "../../../web/map/canvas/background/pen.ts";
import { drawLabel } from "../../../web/map/canvas/labels/draw-label.ts";
import { placeLabels } from "../../../web/map/canvas/labels/place-labels.ts";

/** A context that notes what is written, with what letters. */
function recorder() {
  const written: { text: string; font: string; rendering: string; x: number; y: number }[] = [];
  const context = {
    font: "",
    textRendering: "auto",
    strokeText() {},
    fillText(text: string, x: number, y: number) {
      written.push({ text, font: this.font, rendering: this.textRendering, x, y });
    },
  };
  return { context: context as unknown as CanvasRenderingContext2D, written };
}

test("names are written at the size at which they are seen, with letters at their exact widths", () => {
  const { context, written } = recorder();
  const label = { lines: ["Norrvik", "Process Lines"], place: "bottom" as const, weight: 430, size: 10, zoom: 0.7 };
  drawLabel(context, label, { x: 100, y: 50, radius: 8, opacity: 1 }, palettes.light);
  expect(
    written.map(({ text, font, rendering, x }) => [text, font.split(" ").slice(0, 2).join(" "), rendering, x]),
  ).toEqual([
    ["Norrvik", "430 10px", "geometricPrecision", 100],
    ["Process Lines", "430 10px", "geometricPrecision", 100],
  ]);
  expect(written[0]!.y).toBeGreaterThan(58);
  expect(written[1]!.y - written[0]!.y).toBeCloseTo(11.6);
  // Texts of the background too.
  write(context, "Breadth", 0, 0, { colour: "#000", font: "600 12px Inter", align: "left" });
  expect(written.at(-1)!.rendering).toBe("geometricPrecision");
});

test("where the whole name has no room, the longest of its shorter forms that has is written", () => {
  const within = { x1: 0, y1: 0, x2: 50, y2: 60 };
  const node = { id: "a", x: 25, y: 20, radius: 8, width: 80, height: 24, priority: 1, within };
  const shortened = new Map<string, number>();
  const shorter = [
    { width: 60, height: 24 },
    { width: 46, height: 24 },
    { width: 30, height: 12 },
  ];
  expect(placeLabels([{ ...node, shorter }], ["bottom"], [], undefined, shortened).get("a")).toBe("bottom");
  expect([...shortened]).toEqual([["a", 1]]);
  expect(placeLabels([node], ["bottom"], [], undefined, shortened).get("a")).toBeNull();
});
