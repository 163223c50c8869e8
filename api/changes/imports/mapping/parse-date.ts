import type { Cell } from "../tables/table.ts";
import type { DateOrder } from "./mapping.ts";
import { fold, languages } from "./vocabulary.ts";

type DateReading = { value: string } | { problem: string };

const months = new Map<string, number>();
for (const language of languages)
  for (const month of ["long", "short"] as const) {
    const format = new Intl.DateTimeFormat(language, { month, timeZone: "UTC" });
    const inDate = new Intl.DateTimeFormat(language, { day: "numeric", month, timeZone: "UTC" });
    for (let at = 0; at < 12; at++) {
      const day = Date.UTC(2024, at, 2);
      const names = [
        format.format(day),
        ...inDate.formatToParts(day).flatMap((it) => (it.type === "month" ? [it.value] : [])),
      ];
      for (const name of names) months.set(fold(name), at + 1);
    }
  }

const [minSerial, maxSerial] = [20_000, 80_000];
const pad = (part: number, length = 2) => String(part).padStart(length, "0");

/** @param year as it is written: of two digits it is one of a century near today */
function dayOf(year: string, month: number, day: number, text: string): DateReading {
  const full = Number(year) + (year.length > 2 ? 0 : Number(year) < 70 ? 2000 : 1900);
  if (full === 0) return { problem: `“${text}” is no date: there is no year 0.` };
  const date = new Date(0);
  // Date.UTC takes years below 100 for those of the last century.
  date.setUTCFullYear(full, month - 1, day);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? { value: `${pad(full, 4)}-${pad(month)}-${pad(day)}` } : { problem: `“${text}” is no date.` };
}

/**
 * A date as people write it. One whose day and month could change places is not guessed: the column's other dates or
 * the person say the order.
 */
export function parseDate(cell: Cell, text: string, order: DateOrder | undefined, withTime: boolean): DateReading {
  if (withTime && /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text)) return { value: text };
  const found = parseDay(cell, text, order);
  return withTime && "value" in found ? { value: `${found.value}T00:00:00Z` } : found;
}

function parseDay(cell: Cell, text: string, order: DateOrder | undefined): DateReading {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return dayOf(iso[1]!, Number(iso[2]), Number(iso[3]), text);
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact) return dayOf(compact[1]!, Number(compact[2]), Number(compact[3]), text);
  const year = /^\d{4}$/.exec(text);
  if (year && Number(text) >= 1000 && Number(text) <= 2200) return { value: `${text}-01-01` };
  const month = /^(\d{4})[-/.](\d{1,2})$/.exec(text);
  if (month) return dayOf(month[1]!, Number(month[2]), 1, text);
  if (/^\d{5}(\.\d+)?$/.test(text) && Number(text) >= minSerial && Number(text) <= maxSerial)
    return {
      value: new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(cell)) * 86_400_000).toISOString().slice(0, 10),
    };
  const numbers = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?:[T ].*)?$/.exec(text);
  if (numbers) return parseOrdered(Number(numbers[1]), Number(numbers[3]), numbers[4]!, numbers[2]!, order, text);
  return parseNamed(text);
}

function parseOrdered(
  first: number,
  second: number,
  year: string,
  sign: string,
  order: DateOrder | undefined,
  text: string,
): DateReading {
  // Dates with points begin with the day everywhere.
  const known = order ?? (sign === "." || first > 12 || first === second ? "DMY" : second > 12 ? "MDY" : undefined);
  if (known === undefined)
    return { problem: `“${text}” may begin with the day or the month: say which order the dates have.` };
  return known === "MDY" ? dayOf(year, first, second, text) : dayOf(year, second, first, text);
}

function parseNamed(text: string): DateReading {
  const words = text.split(/[\s.,/-]+/).filter(Boolean);
  const month = words.map((word) => months.get(fold(word))).find((found) => found !== undefined);
  const numbers = words
    .filter((word) => /^\d{1,4}(st|nd|rd|th)?$/i.test(word))
    .map((word) => Number.parseInt(word, 10));
  const year = numbers.find((number) => number > 31);
  const day = numbers.find((number) => number >= 1 && number <= 31);
  if (month === undefined || year === undefined || numbers.length > 2) return { problem: `“${text}” is no date.` };
  return dayOf(String(year), month, day ?? 1, text);
}

/** The order in which the dates of a column have day and month, where one of them shows it and none another. */
export function dateOrderOf(texts: readonly string[]): DateOrder | undefined {
  let [isDayFirst, isMonthFirst] = [false, false];
  for (const text of texts) {
    const parts = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/.exec(text);
    if (!parts) continue;
    if (Number(parts[1]) > 12) isDayFirst = true;
    if (Number(parts[2]) > 12) isMonthFirst = true;
  }
  if (isDayFirst === isMonthFirst) return undefined;
  return isDayFirst ? "DMY" : "MDY";
}
