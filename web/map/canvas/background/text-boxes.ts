import { widthOf } from "../../model/letter-widths.ts";
import type { Mark, Point } from "../../model/scene.ts";
import type { Box } from "../labels/place-labels.ts";

/** World units for letters of `size` pixels: text keeps a readable size on the screen while the map is small. */
export const letters = (size: number, zoom: number, grown = 1) =>
  Math.min(size * 2.2 * grown, Math.max(size * 0.6, size / zoom));
export const strongLetters = 12.5;
export const plainLetters = 11;

/** Height of a text's letters, in world units. */
export const textLetters = ({ text, strong, most, grown }: Extract<Mark, { type: "text" }>, zoom: number): number =>
  Math.min(
    letters(strong ? strongLetters : plainLetters, zoom, grown),
    (most ?? Number.POSITIVE_INFINITY) / widthOf(text),
  );

/** The box that a text of the ground fills at a zoom, in world units. */
export function textBox(mark: Extract<Mark, { type: "text" }>, zoom: number): Box {
  const height = textLetters(mark, zoom);
  const width = widthOf(mark.text) * height;
  const before = { left: 0, center: width / 2, right: width }[mark.align];
  // Turned, it runs upwards.
  return mark.turned
    ? { x1: mark.x - height / 2, y1: mark.y - width + before, x2: mark.x + height / 2, y2: mark.y + before }
    : { x1: mark.x - before, y1: mark.y - height / 2, x2: mark.x + width - before, y2: mark.y + height / 2 };
}

/** From the line's end to the middle of its label, in world units. */
const labelAside = 62;
const labelLeast = 13;

/** Where the label of a line stands: on it, near its end. */
export function contourLabelAt({ points }: Pick<Extract<Mark, { type: "contour" }>, "points">): Point {
  const end = points.at(-1)!;
  const [x, y] = points.findLast(([at]) => at <= end[0] - labelAside) ?? points[0]!;
  // Not across the frame's upper edge.
  return { x, y: Math.max(y, labelLeast) };
}

/** Everything written on the ground, which no label of a node may cover. */
export function textBoxes(marks: readonly Mark[], zoom: number): Box[] {
  return marks.flatMap((mark): Box[] => {
    if (mark.type === "text") return [textBox(mark, zoom)];
    if (mark.type === "tray") {
      const height = letters(strongLetters, zoom);
      const width = widthOf(mark.label) * height;
      return [{ x1: mark.x + 14, y1: mark.y + 17 - height / 2, x2: mark.x + 14 + width, y2: mark.y + 17 + height / 2 }];
    }
    if (mark.type === "contour") {
      const { x, y } = contourLabelAt(mark);
      return [textBox({ type: "text", x, y, text: mark.label, align: "center", strong: false }, zoom)];
    }
    if (mark.type !== "territory") return [];
    const { x, y, width, height } = mark.plate;
    return [{ x1: x, y1: y, x2: x + width, y2: y + height }];
  });
}
