import { Context } from "svgcanvas";
import { sampleMarkup } from "./legend-samples.ts";
import { layOutSheet, paintSheet, type Sheet } from "./sheet.ts";

/** The sheet as an SVG file's text: every name is text that can be searched and changed. */
export function toSvg(sheet: Sheet): string {
  const { width, height } = layOutSheet(sheet);
  const context = new Context({ width, height });
  const { entries } = paintSheet(context as unknown as CanvasRenderingContext2D, sheet);
  const samples = entries.map((entry) => sampleMarkup(entry, sheet.scheme)).join("");
  const svg = (context.getSerializedSvg(true) as string).replace(/<svg ([^>]*)>/, (whole, attributes: string) =>
    attributes.includes("viewBox") ? whole : `<svg ${attributes} viewBox="0 0 ${width} ${height}">`,
  );
  return svg.replace(/<\/svg>\s*$/, `${samples}</svg>`);
}
