/** Advance widths of Inter at weight 640, in hundredths of the font size, in groups of about equal width. */
const groups: readonly (readonly [letters: string, width: number])[] = [
  ["\u00a0 iIljJ'’.,:;!|·", 30],
  ["ftr()[]/1-–", 42],
  ['csxyzvk*^_?“”"', 57],
  ["aebdghnopqu0234567890EFLBPRS$", 64],
  ["ATVYXZKJ+<>=~×#&", 71],
  ["CDGHNOQU", 76],
  ["w→←", 84],
  ["mM@%W…", 98],
];
const widths = new Map(groups.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)));

/**
 * Estimated width of a text, as a multiple of the font size, where no canvas can measure it. An upper bound for Inter
 * up to the weight of names on the map; an unlisted letter counts as wide.
 */
export function widthOf(text: string): number {
  let sum = 0;
  for (const letter of text) sum += widths.get(letter) ?? (letter > "⺀" ? 100 : 76);
  return sum / 100;
}

/** The same, for the widest of its lines. */
export const widthOfLines = (text: string): number => Math.max(...text.split("\n").map(widthOf));
