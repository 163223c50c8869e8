import type { BoundaryStatus } from "../boundary/boundary.ts";
import type { CoherenceDimensionKind } from "../coherence/dimension.ts";
import type { ThreatLevel } from "../threat/threat.ts";

const mostDecimals = 6;

/** A score of 0..1 as whole points of 100; "unknown" when there is none. */
export const points = (score: number | null): string => (score === null ? "unknown" : String(Math.round(score * 100)));

/** A part of a score, of -1..1, in points with one decimal: small ones matter. */
export const finePoints = (part: number): string => (part * 100).toFixed(1);

/** Two scores of 0..1 in points, with as many decimals as it takes to tell them apart, and either from 0. */
export function apart(before: number, after: number, decimals = 0): [string, string] {
  const texts = [before, after].map((score) => (score * 100).toFixed(decimals)) as [string, string];
  const looksAlike = before !== after && texts[0] === texts[1];
  const looksNone = [before, after].some((score, at) => score !== 0 && Number(texts[at]) === 0);
  return (looksAlike || looksNone) && decimals < mostDecimals ? apart(before, after, decimals + 1) : texts;
}

/** A share of 0..1 as people write it: 30 %, on one line. What is there, however little, is not 0 %. */
export const percent = (share: number): string =>
  share > 0 && share < 0.005 ? "under 1\u00a0%" : `${Math.round(share * 100)}\u00a0%`;

/** "1 customer", "3 customers". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
const mostNamed = 3;

/** "A, B and C"; of more than three the first two and how many others. */
export function named(names: readonly string[]): string {
  if (names.length <= mostNamed) return conjunction.format(names);
  return conjunction.format([...names.slice(0, mostNamed - 1), `${names.length - mostNamed + 1} others`]);
}

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** 12 Mar 2026 */
export const dayInWords = (day: string): string =>
  dayFormat
    .formatToParts(new Date(`${day}T00:00:00Z`))
    // The short form of September has four letters in British English; a table wants three.
    .map(({ type, value }) => (type === "month" ? value.slice(0, 3) : value))
    .join("");

export const statusWords: Readonly<Record<BoundaryStatus, string>> = {
  UNKNOWN: "unknown",
  UNCLAIMED: "unclaimed",
  CONTESTED: "contested",
  DISPUTED: "disputed",
  SHARED: "shared",
  AGREED: "agreed",
};

/** JOINT_DEVELOPMENT as "Joint development". */
export const dimensionWords = (kind: CoherenceDimensionKind): string =>
  `${kind.charAt(0)}${kind.slice(1).toLowerCase().replaceAll("_", " ")}`;

export const levelWords: Readonly<Record<ThreatLevel, string>> = {
  LOW: "low",
  MODERATE: "moderate",
  HIGH: "high",
  SEVERE: "severe",
};
