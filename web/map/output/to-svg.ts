import letters from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import { Context } from "svgcanvas";
import { type ExportPage, layOutPage, paintPage } from "./export-page.ts";
import { sampleMarkup } from "./legend-samples.ts";
import { withoutForbidden } from "./xml-text.ts";

/**
 * The page as SVG: every name is text that can be searched and edited. The font is embedded, since names in a font of
 * another width would overlap.
 */
export async function toSvg(page: ExportPage): Promise<string> {
  const { width, height } = layOutPage(page);
  const context = new Context({ width, height });
  const font = await dataUrl(letters);
  const { entries } = paintPage(context, page);
  const samples = entries.map((entry) => sampleMarkup(entry, page.scheme)).join("");
  const svg = context
    .getSerializedSvg(true)
    .replace(/<svg ([^>]*)>/, (whole, attributes: string) =>
      attributes.includes("viewBox") ? whole : `<svg ${attributes} viewBox="0 0 ${width} ${height}">`,
    );
  const style = `<style>@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(${font}) format("woff2")}</style>`;
  const whole = svg.replace(/<svg [^>]*>/, (tag) => tag + style).replace(/<\/svg>\s*$/, `${samples}</svg>`);
  return withoutForbidden(whole);
}

async function dataUrl(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The app's font could not be loaded (${answer.status}).`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(text)}`;
}
