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

export type NameIndex = readonly Entry[];

interface NameMatch {
  kind: RecordKind;
  key: string;
  /** 0 where a name equals the text; see `rankOf`. */
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
  return entries;
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

/** The name as it is written; without punctuation ("U.S." as "us"); and with blanks for it ("O'Brien" as "o brien"). */
function linesOf(name: string): string {
  const written = foldText(name);
  const joined = foldText(written.replace(punctuation, ""));
  const parted = foldText(written.replace(punctuation, " "));
  return `\n${[...new Set([written, joined, parted])].join("\n\n")}\n`;
}

const punctuation = /[\p{P}\p{S}]/gu;
/** Words of a search; more than a name can have are left out. */
const maxWords = 24;

/**
 * Records whose names contain every word of the text, best first: whose name is the text, begins with it, has it at the
 * beginning of a word, has it anywhere; in each of these the name itself before other names.
 */
export function searchNames(index: NameIndex, text: string, first: number): NameMatch[] {
  const whole = foldText(text);
  if (whole === "" || first < 1) return [];
  const words = whole.split(" ").slice(0, maxWords).map(formsOfWord);
  const found: { entry: Entry; rank: number }[][] = Array.from({ length: ranks }, () => []);
  for (const entry of index) {
    if (!words.every((forms) => forms.some((form) => entry.name.includes(form) || entry.others.includes(form))))
      continue;
    const rank = rankOf(entry, whole, words);
    keepShortest(found[rank]!, { entry, rank }, first);
  }
  return found
    .flat()
    .slice(0, first)
    .map(({ entry: { kind, key }, rank }) => ({ kind, key, rank }));
}

/** As it is typed, and without punctuation where anything else is left: "s.p.a." finds "SpA". */
function formsOfWord(word: string): string[] {
  const bare = word.replace(punctuation, "");
  return bare === "" || bare === word ? [word] : [word, bare];
}

/** Number of ranks: four kinds of match, each in the name itself or in another name. */
const ranks = 8;

function rankOf({ name, others }: Entry, whole: string, words: readonly string[][]): number {
  const all = (does: (form: string) => boolean) => words.every((forms) => forms.some(does));
  const beginsWords = (names: string) => all((form) => names.includes(`\n${form}`) || names.includes(` ${form}`));
  if (name.includes(`\n${whole}\n`)) return 0;
  if (others.includes(`\n${whole}\n`)) return 1;
  if (name.includes(`\n${whole}`)) return 2;
  if (others.includes(`\n${whole}`)) return 3;
  if (beginsWords(name)) return 4;
  if (beginsWords(others)) return 5;
  return all((form) => name.includes(form)) ? 6 : 7;
}

/** Inserts a match into the best of its rank, which has at most `max` entries in the order of their lengths. */
function keepShortest<Match extends { entry: Entry }>(best: Match[], match: Match, max: number): void {
  const { length } = match.entry;
  if (best.length === max && best.at(-1)!.entry.length <= length) return;
  let at = best.length;
  while (at > 0 && best[at - 1]!.entry.length > length) at--;
  best.splice(at, 0, match);
  if (best.length > max) best.pop();
}
