import { widthOf } from "../../model/letter-widths.ts";
import type { NameLabel } from "../../model/scene.ts";

/** Text of a name label: the name in as many lines as it needs, with the status after it or on a line of its own. */
export interface NameLabelText {
  lines: readonly string[];
  /** Whether the status is at the end of the last line. */
  isOneRun: boolean;
  /** As a multiple of the font size. */
  width: number;
}

/** Margin around the text, as a multiple of the font size. */
export const nameLabelPadding = { x: 0.375, y: 0.19 };
/** Line height, as a multiple of the font size. */
export const lineStep = 1.22;
export const beforeState = " · ";

/** Memo: names and statuses are the same in every frame. */
const known = new Map<string, NameLabelText[]>();
const maxKept = 2_000;

/** Arrangements of a name and its status: the lowest first, of equally low ones the narrowest. */
export function nameLabelTexts(name: string, state: string): readonly NameLabelText[] {
  const key = `${name}\n${state}`;
  const before = known.get(key);
  if (before) return before;
  if (known.size >= maxKept) known.clear();
  const ways = waysToWrite(name, state);
  known.set(key, ways);
  return ways;
}

function waysToWrite(name: string, state: string): NameLabelText[] {
  const end = state === "" ? "" : `${beforeState}${state}`;
  const ways: NameLabelText[] = [{ lines: [name], isOneRun: true, width: widthOf(`${name}${end}`) }];
  for (let count = 1; count <= 3; count++) {
    const lines = inLines(name, count);
    if (lines.length !== count) break;
    const min = Math.max(widthOf(state), ...lines.map(widthOf));
    const run = Math.max(...lines.slice(0, -1).map(widthOf), widthOf(`${lines.at(-1)}${end}`));
    if (count > 1) ways.push({ lines, isOneRun: true, width: run });
    if (end) ways.push({ lines, isOneRun: false, width: min });
  }
  return ways.sort((a, b) => heightOf(a) - heightOf(b) || a.width - b.width);
}

/** Minimum font size, as a fraction of the label's own: below it the status is cut, since the name must stay readable. */
const minOfSize = 0.85;

interface Fit {
  text: NameLabelText;
  /** What is shown of the status; empty: nothing. */
  state: string;
  size: number;
}

/**
 * Chooses the arrangement of a name label: in the largest letters that fit, up to its own size. A longer status gets
 * smaller letters, or is cut at its comma, since an unreadable name says less than the rim that marks the change.
 */
export function fitOn(nameLabel: NameLabel, name: string, state: string): Fit {
  const whole = fitAll(nameLabel, name, nameLabel.tellsState ? state : "");
  const short = whole.state.split(", ")[0]!;
  return whole.size < nameLabel.size * minOfSize && short !== whole.state ? fitAll(nameLabel, name, short) : whole;
}

function fitAll(nameLabel: NameLabel, name: string, state: string): Fit {
  const fits = nameLabelTexts(name, state).map((text) => ({
    text,
    state,
    size: Math.min(nameLabel.size, nameLabel.width / nameLabelWidth(text), nameLabel.height / heightOf(text)),
  }));
  return fits.reduce((best, fit) => (fit.size > best.size + 0.01 ? fit : best));
}

const linesOf = ({ lines, isOneRun }: NameLabelText) => lines.length + (isOneRun ? 0 : 1);

/** In world units, for a font size. */
export const heightOf = (text: NameLabelText, size = 1): number =>
  (linesOf(text) * lineStep + 2 * nameLabelPadding.y) * size;
export const nameLabelWidth = ({ width }: NameLabelText, size = 1): number => (width + 2 * nameLabelPadding.x) * size;

/** Text in at most `count` lines of about equal width. */
function inLines(text: string, count: number): string[] {
  const words = text.split(" ");
  let best: string[] = [text];
  const widest = (lines: readonly string[]) => Math.max(...lines.map(widthOf));
  const divide = (from: number, left: number, lines: readonly string[]) => {
    if (left === 1) {
      const divided = [...lines, words.slice(from).join(" ")];
      if (best.length < count || widest(divided) < widest(best)) best = divided;
      return;
    }
    for (let to = from + 1; to <= words.length - left + 1; to++)
      divide(to, left - 1, [...lines, words.slice(from, to).join(" ")]);
  };
  if (words.length >= count && words.length < 12) divide(0, count, []);
  return best;
}
