import { crc32, deflateSync } from "node:zlib";
import type { Page } from "playwright-core";

/** Colours of a palette PNG: one byte a pixel. */
const maxColours = 256;

interface Indexed {
  width: number;
  height: number;
  /** Red, green, blue of each colour. */
  palette: number[];
  /** The colour of each pixel, row by row, in base64. */
  pixels: string;
}

/** Re-encodes a screenshot as a PNG of 256 colours, a third of its size. The page serves to read it. */
export async function palettePng(page: Page, png: Buffer): Promise<Buffer> {
  const { width, height, palette, pixels } = await page.evaluate(toPalette, [
    png.toString("base64"),
    maxColours,
  ] as const);
  const indices = Buffer.from(pixels, "base64");
  // Filter type 0 before each row: a palette's indices compress best as they are.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) indices.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits, indexed colours
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette)),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/**
 * Popularity quantisation, in the page: colours are counted in cells of 8 × 8 × 8, the fullest cells become the palette,
 * each by its most frequent colour, so that flat areas keep theirs exactly; every other cell takes the nearest. No function in
 * it has a name: the compiler's helper for names is not there in the page.
 */
async function toPalette([base64, max]: readonly [string, number]): Promise<Indexed> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext("2d")!;
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const cells = new Map<number, { count: number; colours: Map<number, number> }>();
  const cellOf = new Uint16Array(width * height);
  for (let i = 0; i < cellOf.length; i++) {
    const [red, green, blue] = [data[4 * i]!, data[4 * i + 1]!, data[4 * i + 2]!];
    const name = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
    const cell = cells.get(name) ?? { count: 0, colours: new Map<number, number>() };
    const colour = (red << 16) | (green << 8) | blue;
    cell.count++;
    cell.colours.set(colour, (cell.colours.get(colour) ?? 0) + 1);
    cells.set(name, cell);
    cellOf[i] = name;
  }
  const fullest = [...cells].sort(([a, { count: m }], [b, { count: n }]) => n - m || a - b);
  const shown = fullest.map(([name, { colours }]) => {
    const [[colour]] = [...colours].sort(([a, m], [b, n]) => n - m || a - b) as [[number, number]];
    return { name, rgb: [colour >> 16, (colour >> 8) & 255, colour & 255] as const };
  });
  const palette = shown.slice(0, max).map(({ rgb }) => rgb);
  const nearest = new Map(
    shown.map(({ name, rgb }) => {
      const distances = palette.map((one) => one.reduce((sum, part, i) => sum + (part - rgb[i]!) ** 2, 0));
      return [name, distances.indexOf(Math.min(...distances))] as const;
    }),
  );
  let text = "";
  for (const name of cellOf) text += String.fromCharCode(nearest.get(name)!);
  return { width, height, palette: palette.flat(), pixels: btoa(text) };
}
