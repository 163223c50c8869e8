import type { RecordKind } from "../../../../cypher/model/document.ts";
import type { Field } from "../../../../cypher/model/field.ts";
import { recordKinds } from "../../../../cypher/model/record-kinds.ts";
import { type SheetRow, type Table, textOf } from "../tables/table.ts";
import { headerScore, namedEnd } from "./header-words.ts";
import { type FieldSource, fieldAt, type Scale, scales } from "./mapping.ts";
import { dateOrderOf } from "./parse-date.ts";
import { decimalOf, parseNumber } from "./parse-number.ts";
import { isUnit, readValue } from "./read-value.ts";
import { isNo, isUnknown, isYes, reversedType } from "./vocabulary.ts";

/** Cells by which a column is judged. */
const maxSampled = 500;

/** A column with its filled cells, as far as they are looked at. */
export interface Column {
  name: string;
  texts: string[];
  /** The decimal sign of the file's format, where it has one. */
  decimal?: "." | undefined;
}

export const columnsOf = ({ columns, rows, decimal }: Table): Column[] =>
  columns.map((name, at) => ({ name, texts: sampled(rows, at), decimal }));

function sampled(rows: readonly SheetRow[], column: number): string[] {
  const texts: string[] = [];
  for (const { cells } of rows) {
    if (texts.length === maxSampled) break;
    const text = textOf(cells[column]);
    if (text !== "" && !isUnknown(text)) texts.push(text);
  }
  return texts;
}

/** A guess that a column holds a field. */
export interface ColumnGuess {
  column: Column;
  field: string;
  score: number;
}

/** Columns for the fields of a kind: each column holds one field at most, and each field the likeliest columns. */
export function guessColumns(kind: RecordKind, columns: readonly Column[]): ColumnGuess[] {
  const guesses = columns.flatMap((column) => {
    const fields = Object.entries(recordKinds[kind].fields);
    return fields.map(([field, description]): ColumnGuess => {
      const named = headerScore(kind, field, column.name);
      const score = named === 0 || isOfEnd(kind, field, column.name) ? 0 : named * fitness(description, column);
      return { column, field, score: Math.max(score, contentScore(description, column)) };
    });
  });
  const taken = new Set<string>();
  const chosen: ColumnGuess[] = [];
  for (const guess of guesses.filter(({ score }) => score >= 0.3).sort((a, b) => b.score - a.score)) {
    const { isList, type } = recordKinds[kind].fields[guess.field]!;
    if (taken.has(guess.column.name) || (taken.has(`field ${guess.field}`) && !(isList || type === "text"))) continue;
    taken.add(guess.column.name).add(`field ${guess.field}`);
    chosen.push(guess);
  }
  return chosen;
}

/** Fields that a header may seem to name, which names one of an end: “From type” is no type of relation. */
const isOfEnd = (kind: RecordKind, field: string, column: string): boolean =>
  kind === "relations" && (field === "type" || field === "from" || field === "to") && namedEnd(column) !== null;

/** How well a column's cells are values of a field, from 0 to 1; an empty column says nothing against it. */
function fitness(field: Field, column: Column): number {
  const { texts } = column;
  if (texts.length === 0) return 0.9;
  const { type } = field;
  if (type === "key")
    return new Set(texts).size === texts.length && texts.every((text) => text.length <= 128) ? 1 : 0.2;
  if (type === "name" || type === "text" || type === "reference" || type === "parts") {
    const numbers = texts.filter((text) => parseNumber(text) !== null).length;
    return numbers > texts.length * 0.8 && type !== "text" ? 0.5 : 1;
  }
  const source: FieldSource = { ...formsOf(field, [column]), columns: [] };
  const sample = texts.slice(0, 100);
  const readable = sample.filter((text) => {
    const [first = text] = field.isList ? text.split(/[;,|\n]/) : [text];
    const reading = readValue(field, first.trim(), source);
    // A date or number that may be read in two ways is one.
    return "value" in reading || reading.problem.includes("say which");
  }).length;
  const share = readable / sample.length;
  // Words that are not known yet can still be told what they mean.
  return type === "enum" ? Math.max(share, 0.6) : share < 0.3 ? 0 : share;
}

/**
 * How surely a column's cells alone tell its field, whatever its header: words of one enumeration, names of countries,
 * addresses of many hosts. 0 for anything else, since any cell can be a name or a number.
 */
function contentScore(field: Field, { texts }: Column): number {
  const sample = texts.slice(0, 100);
  if (sample.length < 2 || sample.every((text) => text.length <= 1 || isYes(text) || isNo(text))) return 0;
  const hosts = field.type === "url" ? new Set(sample.map((text) => hostOf(text))) : null;
  // The pages of one host are a directory's about the actors, not their own.
  if (hosts && (hosts.size <= sample.length / 2 || sample.some((text) => !/^(?:https?:|www\.)/i.test(text)))) return 0;
  if (!hosts && field.type !== "enum" && field.type !== "country") return 0;
  if (fitness(field, { name: "", texts: sample }) < 0.9) return 0;
  return field.type === "enum" ? 0.87 : 0.45;
}

const hostOf = (text: string): string =>
  text
    .replace(/^https?:\/\//i, "")
    .replace(/[/?#].*$/s, "")
    .toLowerCase();

/** How a column's cells are to be read as values of a field: separator, scale, decimal sign and order of dates. */
function formsOf(field: Field, columns: readonly Column[]): Omit<FieldSource, "columns"> {
  const texts = columns.flatMap((column) => column.texts);
  const forms: Omit<FieldSource, "columns"> = {};
  if (field.isList) {
    const split = separatorOf(field, texts);
    if (split) forms.split = split;
  }
  if (field.type === "number" || field.type === "integer") {
    const decimal = decimalOf(texts, columns[0]?.decimal);
    if (decimal) forms.decimal = decimal;
    const scale = isUnit(field) ? scaleOf(texts, { decimal, names: columns.map(({ name }) => name) }) : undefined;
    if (scale) forms.scale = scale;
  }
  if (field.type === "date") {
    const dates = dateOrderOf(texts);
    if (dates) forms.dates = dates;
  }
  return forms;
}

function separatorOf(field: Field, texts: readonly string[]): FieldSource["split"] {
  const hasCommas = field.type !== "name" || texts.every((text) => !/, (?:Inc|Ltd|LLC|Corp|S\.)/.test(text));
  const found = (sign: string) => texts.filter((text) => text.includes(sign)).length;
  // An entry of a list by pipes may hold a semicolon.
  const isPiped = found("|") > found(";") || found(" | ") === texts.length;
  const usual = isPiped ? (["|", ";"] as const) : ([";", "|"] as const);
  const signs = [...usual, "\n", ...(hasCommas ? ([","] as const) : [])] as const;
  return signs.find((sign) => texts.some((text) => text.includes(sign))) ?? ";";
}

/** The part of numbers that are grades from 1 to 5 beyond which those that are not are mistakes. */
const mostlyGrades = 0.9;

/**
 * The scale of shares: the one that a name above them says (“1–5”, “1 = never, 5 = always”), else what the largest number
 * and the least step allow. One wrong number among many grades is a mistake, and no larger scale for all of them.
 */
export function scaleOf(
  texts: readonly string[],
  { decimal, names = [] }: { decimal?: "." | "," | undefined; names?: readonly string[] } = {},
): Scale | undefined {
  const said = names.map(scaleNamed).find((scale) => scale !== undefined);
  if (said !== undefined) return said === "0-1" ? undefined : said;
  // A loop, since Math.max takes only so many arguments, and a matrix can have more cells.
  let [least, most, count, grades] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (const text of texts) {
    // A percent sign says it for its own cell.
    const number = text.includes("%") ? null : parseNumber(text, decimal);
    if (number === null) continue;
    least = Math.min(least, number);
    most = Math.max(most, number);
    count++;
    if (/^[1-5]$/.test(text)) grades++;
  }
  if (most <= 1) return undefined;
  if (most > 5 && grades > count * mostlyGrades) return "1-5";
  if (most > 10) return "0-100";
  if (most > 5) return "0-10";
  return least < 1 ? "0-5" : "1-5";
}

/** The scale that a name says by its ends. */
function scaleNamed(name: string): Scale | undefined {
  const [, low, high] = /(?<!\d)([01])\s*(?:[-–—]|\.\.|\/|to|bis|à|=[^\d]*)\s*(5|10|100|1)(?!\d)/i.exec(name) ?? [];
  const scale = `${low}-${high}`;
  return scales.find((known) => known === scale);
}

/** The source of a field from the columns that hold it. */
export function sourceOf(kind: RecordKind, field: string, columns: readonly Column[]): FieldSource {
  const description = fieldAt(kind, field)!;
  const texts = columns.flatMap((column) => column.texts);
  const source: FieldSource = { columns: columns.map(({ name }) => name), ...formsOf(description, columns) };
  if (description.type !== "enum") return source;
  const words = new Set(
    texts.flatMap((text) => (source.split ? text.split(source.split) : [text])).map((it) => it.trim()),
  );
  if (kind === "relations" && field === "type") {
    const reversed = [...words].filter((word) => reversedType(word) !== undefined);
    if (reversed.length > 0) source.reversed = reversed;
  }
  const values: Record<string, string> = {};
  for (const word of words) {
    const reading = readValue(description, word, { columns: [] });
    const meant = "value" in reading ? reading.value : reversedType(word);
    // Words that are the values themselves need no table.
    if (typeof meant === "string" && meant !== word && Object.keys(values).length < 200) values[word] = meant;
  }
  if (Object.keys(values).length > 0) source.values = values;
  return source;
}
