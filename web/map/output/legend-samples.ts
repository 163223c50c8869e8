import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { palettes } from "../canvas/background/palette.ts";
import { LegendSample } from "../legend/LegendSample.tsx";
import { type Entry, sampleWidth } from "./export-page.ts";

/** Sample of a legend entry as a vector drawing, at its place on the page, in the theme's colours. */
export function sampleMarkup({ x, y, item }: Entry, scheme: "light" | "dark"): string {
  if (!item) return "";
  const drawing = renderToStaticMarkup(createElement(LegendSample, { sample: item.sample, scheme }));
  const height = Number(/height="(\d+)"/.exec(drawing)?.[1] ?? 16);
  return drawing
    .replace("<svg ", `<svg xmlns="http://www.w3.org/2000/svg" x="${x - sampleWidth}" y="${y - height / 2}" `)
    .replace(' aria-hidden="true"', "")
    .replaceAll("currentColor", palettes[scheme].ink);
}
