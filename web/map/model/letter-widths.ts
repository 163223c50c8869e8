/** Widths of Inter's letters at weight 640, in hundredths of the letters' height, by groups of about equal width. */
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
 * How wide a text is, in parts of its letters' height: what room is kept for it where no canvas can measure it. Never
 * less than it takes in Inter, up to the weight of names on the map; a letter that is not known counts as a wide one.
 */
export function widthOf(text: string): number {
  let sum = 0;
  for (const letter of text) sum += widths.get(letter) ?? (letter > "⺀" ? 100 : 76);
  return sum / 100;
}

/** The same, of the widest of its lines. */
export const widthOfLines = (text: string): number => Math.max(...text.split("\n").map(widthOf));
