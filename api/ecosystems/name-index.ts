import type { AnyRecord, RecordKind } from "../../cypher/model/document.ts";
import { foldText } from "../shared/fold-text.ts";

// Name search in memory, over the loaded ecosystem: it finds any part of a name, in any script. A full-text index finds
// words and their beginnings only, and a text index of the database reads every name where fewer than three letters are
// given, as is usual in Chinese or Japanese.

export interface NamedRecord {
  kind: RecordKind;
  key: string;
  record: AnyRecord;
}

/** A record's names in the forms that searches compare, each form between line ends. */
interface Entry {
  kind: RecordKind;
  key: string;
  /** Forms of the name itself. */
  name: string;
  /** Forms of the other names: aliases, code. */
  others: string;
  /** Length of the name: of two equally good matches the shorter name comes first. */
  length: number;
}

/** All entries, and their forms as one text: a search of a long text is many times faster than one of many short ones. */
export interface NameIndex {
  entries: readonly Entry[];
  text: string;
  /** Where each entry begins in the text, and where the last one ends. */
  starts: Uint32Array;
}

interface NameMatch {
  kind: RecordKind;
  key: string;
  /** 0 to 7: 0 where the name equals the text. */
  rank: number;
}

/** Fields that hold the name of a record, the first that it has; and those with further names. */
const nameFields = ["name", "title", "equipment", "label"];
const otherFields = ["aliases", "code"];

/** Forms of records that have been seen before: a new revision shares most records with the one before. */
const known = new WeakMap<AnyRecord, Omit<Entry, "kind" | "key"> | null>();

/** Index of the records that have a name, in their order. */
export function nameIndex(records: Iterable<NamedRecord>): NameIndex {
  const entries: Entry[] = [];
  for (const { kind, key, record } of records) {
    let forms = known.get(record);
    if (forms === undefined) {
      forms = formsOf(record as Readonly<Record<string, unknown>>);
      known.set(record, forms);
    }
    if (forms) entries.push({ kind, key, ...forms });
  }
  const starts = new Uint32Array(entries.length + 1);
  for (const [at, { name, others }] of entries.entries()) starts[at + 1] = starts[at]! + name.length + others.length;
  return { entries, text: entries.map(({ name, others }) => name + others).join(""), starts };
}

function formsOf(record: Readonly<Record<string, unknown>>): Omit<Entry, "kind" | "key"> | null {
  const textsOf = (field: string) =>
    [record[field]].flat().filter((text): text is string => typeof text === "string" && text !== "");
  const name = nameFields.flatMap(textsOf)[0];
  const others = otherFields.flatMap(textsOf);
  if (name === undefined && others.length === 0) return null;
  const formed = name === undefined ? "" : linesOf(name);
  return { name: formed, others: others.map(linesOf).join(""), length: name?.length ?? 0 };
}

/** The forms of a name, each on a line. */
function linesOf(name: string): string {
  const written = foldText(name);
  if (/^[a-z0-9 ]*$/.test(written)) return `\n${written}\n`;
  return `\n${spellingsOf(written).join("\n\n")}\n`;
}

/** A text as it is written; without punctuation ("U.S." as "us"); and with blanks for it ("O'Brien" as "o brien"). */
function spellingsOf(written: string): string[] {
  const withFor = (sign: string) => written.replace(punctuation, sign).replace(/ +/g, " ").trim();
  return [...new Set([written, withFor(""), withFor(" ")])];
}

/** ASCII first: its signs are found without the tables of Unicode. */
const punctuation = /[!-/:-@[-`{-~]|[^\0-\x7f\p{L}\p{N}\p{M}\s]/gu;
/** Words of a search; more than a name can have are left out. */
const maxWords = 24;

/** Matches of one kind that are compared by length; of more than these the first are taken. */
const maxCompared = 1_000;

/**
 * Records whose names contain every word of the text, best first: whose name is the text, begins with it, has all words
 * at the beginnings of words, has them anywhere; of each kind of match the name itself before other names, actors before
 * what is named after them, and shorter names before longer ones. A kind of match is looked for only where the ones
 * before it leave room, so that a single letter, which all names have, is found as quickly as a rare word.
 */
export function searchNames(index: NameIndex, text: string, first: number): NameMatch[] {
  const whole = foldText(text);
  if (whole === "" || first < 1) return [];
  const words = whole.split(" ").slice(0, maxWords).map(formsOfWord);
  const begins = words.map((forms) => forms.flatMap((form) => [`\n${form}`, ` ${form}`]));
  const kinds = [[[`\n${whole}\n`]], [[`\n${whole}`]], begins, words];
  const found = new Map<Entry, number>();
  for (const [kind, patterns] of kinds.entries()) {
    if (found.size >= first) break;
    const matches: { entry: Entry; rank: number }[] = [];
    for (const entry of entriesWith(index, patterns)) {
      if (found.has(entry)) continue;
      matches.push({ entry, rank: 2 * kind + (hasAll(entry.name, patterns) ? 0 : 1) });
      if (matches.length === maxCompared) break;
    }
    matches.sort((a, b) => a.rank - b.rank || place(a.entry) - place(b.entry) || a.entry.length - b.entry.length);
    for (const { entry, rank } of matches) found.set(entry, rank);
  }
  return [...found].slice(0, first).map(([{ kind, key }, rank]) => ({ kind, key, rank }));
}

const place = ({ kind }: Entry) => (kind === "actors" ? 0 : 1);

/** Patterns of each word, of which one is to be found. */
type Patterns = readonly (readonly string[])[];

const hasAll = (names: string, words: Patterns): boolean =>
  words.every((forms) => forms.some((form) => names.includes(form)));

/** Entries that contain every word; each once for each pattern of the longest word. */
function* entriesWith({ entries, text, starts }: NameIndex, words: Patterns): Iterable<Entry> {
  const longest = words.reduce((one, other) => (other[0]!.length > one[0]!.length ? other : one));
  const rest = words.filter((word) => word !== longest);
  const seen = new Set<number>();
  for (const form of longest)
    for (let entry = 0, at = text.indexOf(form); at >= 0; at = text.indexOf(form, starts[entry])) {
      entry = entryAt(starts, at, entry);
      const { name, others } = entries[entry]!;
      if (!seen.has(entry) && hasAll(name + others, rest)) {
        seen.add(entry);
        yield entries[entry]!;
      }
      // The next entry: no match runs over its beginning, since entries begin and end with a line end.
      entry++;
    }
}

/** The entry that holds the position, by bisection. @param from the first that may */
function entryAt(starts: Uint32Array, at: number, from: number): number {
  let [low, high] = [from, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** The spellings of a word of which anything is left: "s.p.a." finds "SpA", "Moller-Maersk" finds "Moller – Maersk". */
const formsOfWord = (word: string): string[] => spellingsOf(word).filter((form) => form !== "");
