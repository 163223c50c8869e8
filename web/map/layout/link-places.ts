import type { Point } from "../model/scene.ts";

// Encoding of computed positions in a link: twelve characters a node, four for its id, four for x, four for y, in
// tenths of a world unit. Whole ids would make a link too long for a message.

const width = 4;
const max = 36 ** width;
const inText = (value: number) => value.toString(36).padStart(width, "0");
const middle = max / 2;

/** Short hash of an id (FNV-1a); two of a thousand nodes collide in about one of three links. */
function signOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return inText(hash % max);
}

/** Ids by their hash; colliding ones are left to the layout. */
function bySign(ids: Iterable<string>): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const id of ids) {
    const sign = signOf(id);
    found.set(sign, found.has(sign) ? null : id);
  }
  return found;
}

/** Encodes positions; nodes beyond 80,000 are left to the layout. */
export function placesText(places: ReadonlyMap<string, Point>): string {
  const tenths = (value: number) => Math.round(value * 10) + middle;
  return [...bySign(places.keys())]
    .flatMap(([sign, id]) => {
      if (id === null) return [];
      const { x, y } = places.get(id)!;
      const numbers = [tenths(x), tenths(y)];
      return numbers.every((value) => value >= 0 && value < max) ? [sign, ...numbers.map(inText)] : [];
    })
    .join("");
}

/** Decodes the positions of these nodes; others in the link are ignored. */
export function placesIn(text: string, ids: Iterable<string>): Map<string, Point> {
  const known = bySign(ids);
  const places = new Map<string, Point>();
  for (let i = 0; i < text.length; i += 3 * width) {
    const part = (at: number) => text.slice(i + at * width, i + (at + 1) * width);
    const id = known.get(part(0));
    const [x, y] = [1, 2].map((at) => (Number.parseInt(part(at), 36) - middle) / 10) as [number, number];
    if (id) places.set(id, { x, y });
  }
  return places;
}
