import type { Field } from "../../../../cypher/model/field.ts";
import { keptFor } from "../../../shared/memo.ts";
import { readAddress } from "../read-address.ts";
import type { Cell } from "../tables/table.ts";
import type { FieldSource, Scale } from "./mapping.ts";
import { parseDate } from "./parse-date.ts";
import { isAmbiguousNumber, parseNumber } from "./parse-number.ts";
import { countryCode, fold, isNo, isYes, partOf, synonymOf } from "./vocabulary.ts";

/** What a text of the file says as the value of a field; or why it says none. */
type Reading = { value: unknown } | { problem: string };

const quoted = (text: string) => `“${text.slice(0, 80)}”`;

/**
 * Reads one value. A list is split before.
 * @param isLiteral texts are taken as they are, as from an export
 */
export function readValue(field: Field, cell: Exclude<Cell, null>, source: FieldSource, isLiteral = false): Reading {
  if (isLiteral && typeof cell === "string" && (field.type === "name" || field.type === "text" || field.type === "url"))
    return { value: cell };
  const text = String(cell).trim();
  const given = source.values?.[text];
  if (given !== undefined) return given === "" ? { value: undefined } : readPlain(field, given, given, {});
  return readPlain(field, cell, text, source);
}

type Options = Pick<FieldSource, "scale" | "decimal" | "dates">;

function readPlain(field: Field, cell: Exclude<Cell, null>, text: string, options: Options): Reading {
  switch (field.type) {
    case "enum":
      return readEnum(field, text);
    case "boolean":
    case "nullableBoolean":
      return readBoolean(cell, text);
    case "number":
    case "integer":
      return readNumber(field, cell, text, options);
    case "date":
    case "dateTime":
      return parseDate(cell, text, options.dates, field.type === "dateTime");
    case "country": {
      const code = countryCode(text);
      return code ? { value: code } : { problem: `${quoted(text)} is no country that is known.` };
    }
    case "url": {
      const written =
        /^[a-z][a-z0-9+.-]*:/i.test(text) || !/^[^\s/@]+\.[a-z]{2,}/i.test(text) ? text : `https://${text}`;
      const reading = readAddress(written);
      if ("problem" in reading) return { problem: `${quoted(text)} is no web address: ${reading.problem}.` };
      return { value: written === reading.href || `${written}/` === reading.href ? written : reading.href };
    }
    case "key":
    case "reference":
    case "name":
      return { value: inOneLine(text) };
    default:
      return { value: text };
  }
}

/** A name as it is said: a cell or a drawing may be too narrow for it, and then has it in several lines. */
const inOneLine = (text: string): string => (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text);

/** The values of an enumeration by their words and names, folded; of two with one word the first. */
const byWord = keptFor((table: NonNullable<Field["values"]>): ReadonlyMap<string, string> => {
  const values = new Map<string, string>();
  for (const [value, { word }] of Object.entries(table.values))
    for (const name of [fold(word), fold(value)]) if (!values.has(name)) values.set(name, value);
  return values;
});

function readEnum(field: Field, text: string): Reading {
  const table = field.values!;
  const value = byWord(table).get(fold(text)) ?? synonymOf(table.name, text);
  if (value) return { value };
  const words = Object.values(table.values).map(({ word }) => word);
  return { problem: `${quoted(text)} is none of ${words.join(", ")}: say what it means.` };
}

function readBoolean(cell: Exclude<Cell, null>, text: string): Reading {
  if (typeof cell === "boolean") return { value: cell };
  if (isYes(text)) return { value: true };
  if (isNo(text)) return { value: false };
  return { problem: `${quoted(text)} is neither yes nor no.` };
}

/** Whether a field is a share from 0 to 1, which files write on other scales. */
export const isUnit = keptFor((field: Field): boolean => {
  const allows = (number: number) => field.schema.safeParse(number).success;
  return field.type === "number" && allows(1) && !allows(1.01) && !allows(-0.01);
});

const tops: Record<Scale, number> = { "0-1": 1, "0-100": 100, "1-5": 5, "0-5": 5, "0-10": 10 };

function readNumber(field: Field, cell: Exclude<Cell, null>, text: string, { scale, decimal }: Options): Reading {
  const unit = isUnit(field);
  const isWord = !/^\d/.test(text);
  if (unit && (cell === true || (isWord && isYes(text)))) return { value: 1 };
  if (unit && (cell === false || (isWord && isNo(text)))) return { value: 0 };
  const part = unit ? partOf(text) : undefined;
  if (part !== undefined) return { value: part };
  // Of a whole number points and commas separate thousands.
  const grouped = field.type === "integer" ? /^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.exec(text)?.[1] : undefined;
  const sign = grouped === undefined ? decimal : grouped === "." ? "," : ".";
  if (typeof cell !== "number" && sign === undefined && isAmbiguousNumber(text))
    return {
      problem: `${quoted(text)} may be thousands or have three decimals: say which decimal sign the numbers have.`,
    };
  const number = typeof cell === "number" ? cell : parseNumber(text, sign);
  if (number === null || !Number.isFinite(number)) return { problem: `${quoted(text)} is no number.` };
  const found = unit ? onUnit(number, text, scale) : number;
  if (unit && (found < 0 || found > 1) && scale !== undefined && !text.includes("%"))
    return { problem: `${quoted(text)} is not on the scale from ${scale.replace("-", " to ")}.` };
  if (field.type === "integer" && !Number.isInteger(found)) return { problem: `${quoted(text)} is no whole number.` };
  return { value: found };
}

/** A number on the scale of a file as one from 0 to 1. */
function onUnit(number: number, text: string, scale: Scale = "0-1"): number {
  if (text.includes("%")) return number / 100;
  const [top, bottom] = [tops[scale], scale === "1-5" ? 1 : 0];
  if (scale === "0-1") return number;
  return round((number - bottom) / (top - bottom));
}

/** Ten places: what a division adds beyond them is no information. */
const round = (number: number): number => Math.round(number * 1e10) / 1e10;
