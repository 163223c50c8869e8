import { widthOf } from "../../model/letter-widths.ts";
import type { BackgroundItem, Point } from "../../model/scene.ts";
import type { Box } from "../labels/place-labels.ts";

/** World units for letters of `size` pixels: text keeps a readable size on the screen when the map is zoomed out. */
export const letters = (size: number, zoom: number, enlargement = 1) =>
  Math.min(size * 2.2 * enlargement, Math.max(size * 0.6, size / zoom));
export const strongLetters = 12.5;
export const plainLetters = 11;

/** Height of a text's letters, in world units. */
export const textLetters = (
  { text, strong, maxWidth, enlargement }: Extract<BackgroundItem, { type: "text" }>,
  zoom: number,
): number =>
  Math.min(
    letters(strong ? strongLetters : plainLetters, zoom, enlargement),
    (maxWidth ?? Number.POSITIVE_INFINITY) / widthOf(text),
  );

/** Box of a background text at a zoom, in world units. */
export function textBox(item: Extract<BackgroundItem, { type: "text" }>, zoom: number): Box {
  const height = textLetters(item, zoom);
  const width = widthOf(item.text) * height;
  const before = { left: 0, center: width / 2, right: width }[item.align];
  // Rotated text runs upwards.
  return item.turned
    ? { x1: item.x - height / 2, y1: item.y - width + before, x2: item.x + height / 2, y2: item.y + before }
    : { x1: item.x - before, y1: item.y - height / 2, x2: item.x + width - before, y2: item.y + height / 2 };
}

/** Distance from the line's end to the centre of its label, in world units. */
const labelAside = 62;
const labelLeast = 13;

/** Position of a line's label: on the line, near its end. */
export function contourLabelAt({ points }: Pick<Extract<BackgroundItem, { type: "contour" }>, "points">): Point {
  const end = points.at(-1)!;
  const [x, y] = points.findLast(([at]) => at <= end[0] - labelAside) ?? points[0]!;
  // Kept below the upper edge of the plot.
  return { x, y: Math.max(y, labelLeast) };
}

/** Every text of the background; labels of nodes must not cover them. */
export function textBoxes(background: readonly BackgroundItem[], zoom: number): Box[] {
  return background.flatMap((item): Box[] => {
    if (item.type === "text") return [textBox(item, zoom)];
    if (item.type === "unplaced-area") {
      const height = letters(strongLetters, zoom);
      const width = widthOf(item.label) * height;
      return [{ x1: item.x + 14, y1: item.y + 17 - height / 2, x2: item.x + 14 + width, y2: item.y + 17 + height / 2 }];
    }
    if (item.type === "contour") {
      const { x, y } = contourLabelAt(item);
      return [textBox({ type: "text", x, y, text: item.label, align: "center", strong: false }, zoom)];
    }
    if (item.type !== "territory" && item.type !== "tile") return [];
    const { x, y, width, height } = item.nameLabel;
    return [{ x1: x, y1: y, x2: x + width, y2: y + height }];
  });
}
