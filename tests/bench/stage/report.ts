import type { Figure } from "./figure.ts";

/** Whether the figure keeps its bound; null when it has none. */
export function isMet({ value, atMost, atLeast }: Figure): boolean | null {
  if (atMost === undefined && atLeast === undefined) return null;
  return value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? Number.NEGATIVE_INFINITY);
}

const verdict = (figure: Figure): string => {
  const met = isMet(figure);
  if (met === null) return "";
  const bound = figure.atMost === undefined ? `at least ${figure.atLeast}` : `at most ${figure.atMost}`;
  return `${met ? "met" : "MISSED"} (${`${bound} ${figure.unit}`.trim()})`;
};

const rounded = (value: number): string => value.toFixed(Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0);

export function print(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ what }) => what.length));
  for (const figure of figures) {
    const number = `${rounded(figure.value)} ${figure.unit}`.padStart(17);
    console.log(`  ${figure.what.padEnd(width)} ${number}  ${verdict(figure)}`.trimEnd());
    if (figure.from) console.log(`      ${figure.from}`);
  }
}
