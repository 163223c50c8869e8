import type { DescribedField } from "../shared/described-records.ts";
import { isDay } from "../shared/format.ts";
import { isShare } from "./field-words.ts";

/** Whether a value says nothing: the field is empty, which means unknown. */
export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/**
 * What is wrong with a value, in the words of the field; null where it fits. By the same ranges as the API's check, so
 * that it is told before anything is sent; rules that span fields are the API's.
 * @param whole what a whole share is typed as: 100 in forms, which show points, and in grids; 1 in quick add
 */
export function fieldProblem(field: DescribedField, value: unknown, whole: 1 | 100 = 100): string | null {
  const { label, isList, isRequired, size, parts } = field;
  if (isEmpty(value)) return isRequired ? `${label} is missing: add it.` : null;
  if (!isList) return valueProblem(field, value, whole);
  const list = value as unknown[];
  if (size?.minItems !== undefined && list.length < size.minItems)
    return `${label} must have at least ${size.minItems} entries.`;
  if (size?.maxItems !== undefined && list.length > size.maxItems)
    return `${label} must have at most ${size.maxItems} entries.`;
  for (const [at, entry] of list.entries()) {
    const problem = parts ? partsProblem(parts, entry, whole) : valueProblem(field, entry, whole);
    if (problem) return list.length > 1 ? `Entry ${at + 1}: ${problem}` : problem;
  }
  return null;
}

function partsProblem(parts: readonly DescribedField[], entry: unknown, whole: 1 | 100): string | null {
  const values = entry as Readonly<Record<string, unknown>>;
  for (const part of parts) {
    const problem = fieldProblem(part, values[part.name], whole);
    if (problem) return problem;
  }
  return null;
}

/** What each format asks for, in words: a pattern says nothing to a person. */
const formats: Readonly<Record<string, string>> = {
  key: "must be lowercase letters, digits, dots, underscores and hyphens, beginning with a letter or digit.",
  reference: "must be one of the list.",
  url: "must begin with http:// or https://.",
  country: "must be two capital letters, such as FI.",
};

function valueProblem(field: DescribedField, value: unknown, whole: 1 | 100): string | null {
  const { label, type, range = {} } = field;
  if (type === "date") return isDay(value) ? null : `${label} must be a date.`;
  if (typeof value === "number" || type === "number" || type === "integer") {
    if (typeof value !== "number" || !Number.isFinite(value)) return `${label} must be a number.`;
    if (type === "integer" && !Number.isInteger(value)) return `${label} must be a whole number.`;
    const { minimum, exclusiveMinimum, maximum } = range;
    const shown = (bound: number) => (bound * (isShare(field) ? whole : 1)).toLocaleString("en-GB");
    if (minimum !== undefined && value < minimum) return `${label} must be at least ${shown(minimum)}.`;
    if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
      return `${label} must be above ${shown(exclusiveMinimum)}.`;
    if (maximum !== undefined && value > maximum) return `${label} must be at most ${shown(maximum)}.`;
    return null;
  }
  if (typeof value !== "string") return null;
  const { minLength, maxLength, pattern } = range;
  if (minLength !== undefined && value.trim().length < minLength) return `${label} is missing: add it.`;
  if (maxLength !== undefined && value.length > maxLength)
    return `${label} must have at most ${maxLength.toLocaleString("en-GB")} characters.`;
  if (pattern !== undefined && !new RegExp(pattern, "u").test(value))
    return `${label} ${formats[type] ?? "has not the right form."}`;
  return null;
}
