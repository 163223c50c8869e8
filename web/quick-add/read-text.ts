import { keyOfName } from "../shared/key-of-name.ts";
import { type Names, plainName } from "./names.ts";
import { readLine } from "./read-line.ts";
import type { NewRecord, Reading } from "./reading.ts";

export interface LineReading extends Reading {
  text: string;
  /** Place of its first letter in the whole text. */
  start: number;
}

/**
 * Reads a text of one or many lines; empty ones are left out. An actor that one line adds can be named by the others: it
 * gets a key for that, made from its name.
 */
export function readText(text: string, names: Names, today: string): LineReading[] {
  const lines = linesOf(text);
  const added = new Map(
    lines
      .filter((line) => line.text.trimStart().startsWith("+"))
      .flatMap(({ text }) => readLine(text, () => undefined, today).sentence)
      .flatMap(({ role, text }) => (role === "name" ? [[plainName(text), text] as const] : [])),
  );
  const named = new Set<string>();
  const withAdded: Names = (kind, name) => {
    const label = kind === "ACTORS" ? added.get(plainName(name)) : undefined;
    const stored = names(kind, name);
    if (label === undefined || keyOfName(label) === "" || (stored?.found === "one" && stored.isExact)) return stored;
    named.add(plainName(label));
    return { found: "one", record: { key: keyOfName(label), label }, isExact: true };
  };
  const readings = lines.map((line) => {
    const isAdding = line.text.trimStart().startsWith("+");
    return { ...line, ...readLine(line.text, isAdding ? names : withAdded, today) };
  });
  return readings.map((line) => ({ ...line, records: line.records.map((record) => withKey(record, named)) }));
}

function withKey(record: NewRecord, named: ReadonlySet<string>): NewRecord {
  const name = record.kind === "ACTORS" ? String(record.fields.name) : "";
  return named.has(plainName(name)) ? { ...record, fields: { key: keyOfName(name), ...record.fields } } : record;
}

function linesOf(text: string): { text: string; start: number }[] {
  let start = 0;
  return text.split("\n").flatMap((line) => {
    const here = start;
    start += line.length + 1;
    return line.trim() === "" ? [] : [{ text: line, start: here }];
  });
}
