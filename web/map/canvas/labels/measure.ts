import { widthOfLines } from "../../model/letter-widths.ts";
import { font } from "../background/palette.ts";

const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/** Names are measured again once the app's own letters have come. */
export const forgetWidths = (): void => widths.clear();

/** Width of the widest line, in parts of the letters' height, as the browser writes it. */
function measured(label: string, weight: number): number {
  const key = `${weight} ${label}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  pen ??= document.createElement("canvas").getContext("2d");
  if (pen) pen.font = `${weight} 100px ${font}`;
  const now = pen;
  const width = now
    ? Math.max(...label.split("\n").map((line) => now.measureText(line).width / 100))
    : widthOfLines(label);
  widths.set(key, width);
  return width;
}

/** Width of a text with letters of a size. */
export const textWidth = (text: string, weight: number, letters: number): number => measured(text, weight) * letters;

/** From a line of a label to the next, in parts of the letters' height. */
export const labelLineStep = 1.16;

/** The box of a label with letters of a size, with a little room about it. */
export const labelBox = (label: string, weight: number, letters: number): { width: number; height: number } => ({
  width: measured(label, weight) * letters + 4,
  height: label.split("\n").length * letters * labelLineStep + 2,
});
