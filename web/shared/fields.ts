import { clock, formatDate, isDay } from "./format.ts";
import { plain } from "./words.ts";

/** A field of the document as a heading: "installedYear" becomes "Installed year". */
export const fieldWords = (name: string): string => plain(name.replace(/[A-Z]/g, (letter) => `_${letter}`));

/** Thousands apart from five digits on: a year is a number of four. */
const numberText = (value: number): string =>
  Math.abs(value) >= 10_000 ? value.toLocaleString("en-GB") : String(value);

/** A field's value as text: days and times as people write them, names of the schema in words; absent stays null. */
export function fieldText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((entry) => fieldText(entry) ?? "–").join(", ") || null;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([name, entry]) => `${fieldWords(name).toLowerCase()} ${fieldText(entry) ?? "–"}`)
      .join(" ");
  }
  if (typeof value === "number") return numberText(value);
  const text = String(value);
  if (isDay(text)) return formatDate(text);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return `${formatDate(text)}, ${clock(Date.parse(text))}`;
  return text === "ANALYST"
    ? "Data analytics firm"
    : /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$|^[A-Z]{4,}$/.test(text)
      ? plain(text)
      : text;
}
