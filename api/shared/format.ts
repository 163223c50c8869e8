const maxDecimals = 6;

/** A score of 0..1 in whole points of 100, as it is shown: half up, within 1e-9, so that 0.145 is 15 points. */
export const wholePoints = (score: number): number => Math.floor(score * 100 + 0.5 + 1e-9);

/** A score of 0..1 as whole points of 100; "unknown" for null. */
export const points = (score: number | null): string => (score === null ? "unknown" : String(wholePoints(score)));

/** A part of a score, of -1..1, in points with one decimal, since small ones matter. */
export const finePoints = (part: number): string => (part * 100).toFixed(1);

/** Two scores of 0..1 in points, with as many decimals as needed to distinguish them, and each from 0. */
export function distinctPoints(before: number, after: number, decimals = 0): [string, string] {
  const [first, second] = [(before * 100).toFixed(decimals), (after * 100).toFixed(decimals)];
  const looksAlike = before !== after && first === second;
  const looksZero = (before !== 0 && Number(first) === 0) || (after !== 0 && Number(second) === 0);
  if ((looksAlike || looksZero) && decimals < maxDecimals) return distinctPoints(before, after, decimals + 1);
  return [first, second];
}

/** A share of 0..1 in percent, with a non-breaking space. A share above 0, however small, is never 0 %. */
export const percent = (share: number): string =>
  share > 0 && share < 0.005 ? "under 1\u00a0%" : `${Math.round(share * 100)}\u00a0%`;

/** "1 customer", "3 customers". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** A noun after its indefinite article: "an actor", "a claim"; "evidence", which is not counted, has none. */
export const withArticle = (noun: string): string =>
  /^evidence\b/.test(noun) ? noun : `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;

/** The text with a capital first letter. */
export const capitalise = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
/** "A, B and C". */
export const listed = (names: readonly string[]): string => conjunction.format(names);

const maxNamed = 3;

/** "A, B and C"; of more than three the first two and how many others. */
export function named(names: readonly string[]): string {
  if (names.length <= maxNamed) return listed(names);
  return listed([...names.slice(0, maxNamed - 1), `${names.length - maxNamed + 1} others`]);
}

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** A day as 12 Mar 2026. */
export const dayInWords = (day: string): string =>
  dayFormat
    .formatToParts(new Date(`${day}T00:00:00Z`))
    // September has four letters in the short form of British English; every other month has three.
    .map(({ type, value }) => (type === "month" ? value.slice(0, 3) : value))
    .join("");
