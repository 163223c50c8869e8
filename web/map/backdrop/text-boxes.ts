import type { Box } from "../labels.ts";
import type { Mark } from "../scene.ts";

/** World units for letters of `size` pixels: text keeps a readable size on the screen while the map is small. */
export const letters = (size: number, zoom: number) => Math.min(size * 2.2, Math.max(size * 0.6, size / zoom));
export const strongLetters = 12.5;
export const plainLetters = 11;
/** Of the name on a territory's plate. */
export const plateLetters = (zoom: number) => Math.min(20, letters(strongLetters, zoom));

/** Width of a letter in parts of its height, on average: enough to leave room by. */
const letterShare = 0.56;

/** The box that a text of the ground fills at a zoom, in world units. */
export function textBox(mark: Extract<Mark, { type: "text" }>, zoom: number): Box {
  const height = letters(mark.strong ? strongLetters : plainLetters, zoom);
  const width = mark.text.length * letterShare * height;
  const before = { left: 0, center: width / 2, right: width }[mark.align];
  // Turned, it runs upwards.
  return mark.turned
    ? { x1: mark.x - height / 2, y1: mark.y - width + before, x2: mark.x + height / 2, y2: mark.y + before }
    : { x1: mark.x - before, y1: mark.y - height / 2, x2: mark.x + width - before, y2: mark.y + height / 2 };
}

/** Everything written on the ground, which no label of a node may cover. */
export function textBoxes(marks: readonly Mark[], zoom: number): Box[] {
  return marks.flatMap((mark): Box[] => {
    if (mark.type === "text") return [textBox(mark, zoom)];
    if (mark.type === "tray") {
      const height = letters(strongLetters, zoom);
      const width = mark.label.length * letterShare * height;
      return [{ x1: mark.x + 14, y1: mark.y + 17 - height / 2, x2: mark.x + 14 + width, y2: mark.y + 17 + height / 2 }];
    }
    if (mark.type !== "territory") return [];
    const size = plateLetters(zoom);
    const { x, y, room } = mark.plate;
    const whole = (mark.name.length + mark.state.length + 3) * letterShare * size;
    const lines = whole > room ? 2 : 1;
    return [{ x1: x, y1: y, x2: x + Math.min(room, whole), y2: y + lines * size * 1.22 + 5 }];
  });
}
