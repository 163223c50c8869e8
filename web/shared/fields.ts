import type { ChangedKind } from "../graphql/schema-types.ts";
import { type DescribedField, describedField, enumWord } from "./described-records.ts";
import { formatDate, formatMoment, isDay, percent } from "./format.ts";
import { plain } from "./words.ts";

/** Heading of a field of a record; of one that is not described "sharedWith" becomes "Shared with". */
export const fieldLabel = (kind: ChangedKind, name: string): string =>
  describedField(kind, name)?.label ?? plain(name.replace(/[A-Z]/g, (letter) => `_${letter}`));

/** Value of a field as text: formatted dates, times and numbers, enum values in words; absent stays null. */
export const fieldText = (kind: ChangedKind, name: string, value: unknown): string | null =>
  textOf(value, describedField(kind, name));

function textOf(value: unknown, field: DescribedField | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((entry) => textOf(entry, field) ?? "–").join(", ") || null;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([name, entry]) => {
        const part = field?.parts?.find((one) => one.name === name);
        return `${(part?.label ?? plain(name)).toLowerCase()} ${textOf(entry, part) ?? "–"}`;
      })
      .join(" ");
  }
  if (typeof value === "number") return numberText(value, field);
  const text = String(value);
  if (field?.enum) return enumWord(field.enum, text);
  if (isDay(text)) return formatDate(text);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? formatMoment(text) : text;
}

function numberText(value: number, field: DescribedField | undefined): string {
  // A year has no thousands separator.
  if (field?.unit === "year") return String(value);
  if (field?.name === "confidence") return percent(value);
  return value.toLocaleString("en-GB", { maximumFractionDigits: 12 });
}
