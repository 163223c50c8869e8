import { clock, formatDate, isDay } from "./format.ts";
import { plain } from "./words.ts";

/** Heading of a document field: "installedYear" becomes "Installed year". */
export const fieldWords = (name: string): string => plain(name.replace(/[A-Z]/g, (letter) => `_${letter}`));

/** Year fields, written without a thousands separator. */
const years: ReadonlySet<string> = new Set(["founded", "installedYear"]);

/** Field value as text: formatted dates and times, enum values in words; absent stays null. */
export function fieldText(value: unknown, field = ""): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((entry) => fieldText(entry) ?? "–").join(", ") || null;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([name, entry]) => `${fieldWords(name).toLowerCase()} ${fieldText(entry, name) ?? "–"}`)
      .join(" ");
  }
  if (typeof value === "number")
    return years.has(field) ? String(value) : value.toLocaleString("en-GB", { maximumFractionDigits: 12 });
  const text = String(value);
  if (isDay(text)) return formatDate(text);
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return `${formatDate(text)}, ${clock(Date.parse(text))}`;
  return text === "ANALYST"
    ? "Data analytics firm"
    : /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$|^[A-Z]{4,}$/.test(text)
      ? plain(text)
      : text;
}
