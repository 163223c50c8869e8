import { type ExportPage, layOutPage, paintPage, sampleWidth } from "./export-page.ts";
import { sampleMarkup } from "./legend-samples.ts";

const scale = 2;

/** The page as a PNG at twice its size. Rejects where the browser cannot make a picture that large. */
export async function toPng(page: ExportPage): Promise<Blob> {
  await document.fonts.ready;
  const { width, height } = layOutPage(page);
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("The image is too large for this browser.");
  context.scale(scale, scale);
  const { entries } = paintPage(context, page);
  for (const entry of entries) {
    if (!entry.item) continue;
    const image = await imageOf(
      sampleMarkup({ ...entry, x: sampleWidth, y: 0 }, page.scheme).replace(/ y="-?\d+"/, ' y="0"'),
    );
    context.drawImage(image, entry.x - sampleWidth, entry.y - image.height / 2);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The image is too large for this browser."))));
  });
}

function imageOf(svg: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("Part of the legend could not be drawn."));
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  });
}
