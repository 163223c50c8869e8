import { fieldProblem } from "../../fields/field-problem.ts";
import { isShare } from "../../fields/field-words.ts";
import type { RecordKind } from "../../graphql/schema-types.ts";
import { type DescribedField, enumValues, enumWord, referredKind } from "../../shared/described-records.ts";
import { isDay, listed, monthOf } from "../../shared/format.ts";
import { recordKindWords } from "../../shared/words.ts";
import type { GridFacts } from "./grid-facts.ts";

// Texts of cells and values of fields: what one writes the other reads, also as a spreadsheet gives it back.

/** A value as the text of a cell; empty: unknown. */
export function cellText(facts: GridFacts, field: DescribedField, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((entry) => cellText(facts, field, entry)).join("; ");
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "object") return Object.values(value).map(String).join(" ");
  // Without a blank, so that a spreadsheet reads it as a number.
  if (typeof value === "number" && isShare(field)) return `${Number((value * 100).toPrecision(12))}%`;
  const text = String(value);
  if (field.enum) return enumWord(field.enum, text);
  return field.to ? facts.labelOf(referredKind(field), text) : text;
}

export type ReadValue = { value: unknown } | { problem: string };

const unknownWords: ReadonlySet<string> = new Set(["", "–", "-", "?", "unknown", "n/a"]);

/** The value that a text gives a field; null where it says nothing. */
export function readValue(facts: GridFacts, field: DescribedField, text: string): ReadValue {
  const trimmed = text.trim();
  if (unknownWords.has(trimmed.toLowerCase())) return checked(field, field.isList ? [] : null);
  if (!field.isList) return readOne(facts, field, trimmed);
  const whole = readOne(facts, field, trimmed);
  // A name may have a comma in it.
  const parts = trimmed.split(trimmed.includes(";") || "value" in whole ? /\s*;\s*|\n/ : /\s*,\s*/).filter(Boolean);
  const values: unknown[] = [];
  for (const part of parts) {
    const one = readOne(facts, field, part);
    if ("problem" in one) return one;
    if (!values.includes(one.value)) values.push(one.value);
  }
  return checked(field, values);
}

function checked(field: DescribedField, value: unknown): ReadValue {
  const problem = fieldProblem(field, value);
  return problem === null ? { value } : { problem };
}

function readOne(facts: GridFacts, field: DescribedField, text: string): ReadValue {
  // The rules of a list are those of the whole; here is one of its entries.
  const one = { ...field, isList: false };
  if (field.to) return readReference(facts, one, text);
  if (field.enum) return readChoice(one, text);
  switch (field.type) {
    case "boolean":
    case "nullableBoolean":
      return readBoolean(one, text);
    case "number":
    case "integer":
      return isShare(one) ? readShare(one, text) : checked(one, readNumber(one, text));
    case "date":
      return checked(one, readDay(text));
    case "country":
      return checked(one, text.toUpperCase());
    default:
      return checked(one, text);
  }
}

function readReference(facts: GridFacts, field: DescribedField, text: string): ReadValue {
  const kind: RecordKind = referredKind(field);
  const keys = facts.keysOf(kind, text);
  if (keys.length === 1) return { value: keys[0] };
  const { singular, word } = recordKindWords[kind];
  return {
    problem:
      keys.length === 0
        ? `${field.label}: no ${singular.toLowerCase()} is called “${text}”. Correct the name, or add it first.`
        : `${field.label}: several ${word.toLowerCase()} are called “${text}”. Write the key: ${listed(keys)}.`,
  };
}

function readChoice(field: DescribedField, text: string): ReadValue {
  const values = enumValues(field.enum!);
  const asked = text.toLowerCase().replaceAll("_", " ");
  const exact = values.find(({ value, word }) =>
    [value.toLowerCase().replaceAll("_", " "), word.toLowerCase()].includes(asked),
  );
  const begun = values.filter(({ word }) => word.toLowerCase().startsWith(asked));
  const found = exact ?? (begun.length === 1 ? begun[0] : undefined);
  if (found) return { value: found.value };
  return { problem: `${field.label} must be one of ${values.map(({ word }) => word).join(", ")}.` };
}

const yes: ReadonlySet<string> = new Set(["yes", "y", "true", "x", "✓", "1"]);
const no: ReadonlySet<string> = new Set(["no", "n", "false", "0"]);

function readBoolean(field: DescribedField, text: string): ReadValue {
  const asked = text.toLowerCase();
  if (yes.has(asked)) return { value: true };
  if (no.has(asked)) return { value: false };
  return { problem: `${field.label} must be Yes or No, or empty where it is not known.` };
}

/** A share in percent, or as a number up to 1. A larger one is refused: it may be of a scale from 1 to 5. */
function readShare(field: DescribedField, text: string): ReadValue {
  const [, percentage] = /^(.*?)\s*%$/.exec(text) ?? [];
  const number = readNumber(field, percentage ?? text);
  // Rounded: 7 % is 0.07, not 0.07000000000000001.
  if (percentage !== undefined) return checked(field, Number((number / 100).toPrecision(12)));
  if (number > 1 && number <= 100)
    return { problem: `${field.label}: write ${text}% where ${text} of 100 is meant, or a number from 0 to 1.` };
  return checked(field, number);
}

/** A number with a decimal point or comma, or a whole number with its thousands set apart. */
function readNumber({ type, unit }: DescribedField, text: string): number {
  const bare = text.replace(/[\s'’]/g, "");
  const plain =
    type === "integer" && unit !== "year"
      ? bare.replace(/[.,](?=\d{3}(?:\D|$))/g, "")
      : /^[^.]*,[^,]*$/.test(bare)
        ? bare.replace(",", ".")
        : bare;
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return Number.NaN;
  return Number(plain);
}

/** A day as 2026-03-12, 12 Mar 2026 or 12.3.2026. With slashes day and month could be taken for each other. */
function readDay(text: string): string {
  if (isDay(text)) return text;
  const [, day, month, year] = /^(\d{1,2})(?:\.\s*|\s+)(\d{1,2}|[a-z]{3,9})(?:\.\s*|\s+)(\d{4})$/i.exec(text) ?? [];
  if (!day || !month || !year) return text;
  const number = /^\d/.test(month) ? Number(month) : monthOf(month);
  return `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
