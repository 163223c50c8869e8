import { isAscii, wordFolding } from "../fold-text.ts";
import { splitLegalForm } from "./legal-forms.ts";
import { isEnding, plainName, withoutEndings } from "./names.ts";

/** What tells one name from another, without what spreadsheets write in many ways. */
export interface ReadName {
  /** The folded name. */
  whole: string;
  /** Folded name without legal form, endings, articles and joining words. */
  bare: string;
  /** The same without the blanks: OpenAI and Open AI, E.ON and EON. */
  glued: string;
  /** Without “Group” as well, glued; absent where the name has none. */
  core?: string | undefined;
  /** With ä as ae, glued; absent where the name has no such letter. */
  spelledOut?: string | undefined;
  /** Another name of it in parentheses: its initials, what they stand for, a former name. */
  other?: string | undefined;
  /** Legal forms that end the name. */
  forms: readonly string[];
}

export const folded = wordFolding("+#&");

/** Legal forms and articles that stand before a name: OOO Yandex, AB Volvo, PT Astra, The Linux Foundation. */
const leading =
  /^(?:oy|ab|ooo|oao|zao|pao|ao|ооо|оао|зао|пао|pt|cv|sc|uab|sia|tov|the|stichting|fundacion|fondazione|koninklijke) (?=\p{L}{2})/u;
/** Words between names that are also written as a sign, or left out. */
const joining = / (?:and|und|u|et|y|e|och|og|ja|i|en|&|\+) (?=\S)/gu;
/** Words for a group of companies, which its lead company goes by without. */
const group = /^(?:groupe|gruppo|grupo) (?=\S)|(?<=\S) (?:group|groupe|gruppe|gruppo|grupo)$/;
/** Marks of trade marks, and of footnotes: they are no letters, as their compatibility forms would be. */
const marks = /[™®©℠]|(?<=\S)\s*[*†‡]+$/g;
const lastParentheses = /^(.*\S)\s*\(([^()]+)\)$/;
const afterDash = /^(.*\S)\s+[-–—|]\s+([^()]+)$/;
const formerly =
  /^(?:formerly|former|previously|until recently|ex|fka|aka|now|vormals|früher|ehemals|anciennement|ex-)\s+/i;
const eventOf = /^(?:acquired|bought|owned|merged|dissolved|renamed)\b/i;
const ligatures: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa", đ: "dj" };

/** @param split tells name and legal forms apart */
export function readName(name: string, split: typeof splitLegalForm = splitLegalForm): ReadName {
  const { stem, other } = withoutNote(withoutMarks(name));
  const { rest, forms } = split(plainName(stem));
  const bare = bareOf(rest === "" ? stem : rest);
  const glued = glue(bare);
  const read: ReadName = { whole: folded(name), bare, glued, forms };
  const core = bare.replace(group, "");
  if (core !== bare) read.core = glue(core);
  const spelledOut = spellOut(stem);
  if (spelledOut !== stem) read.spelledOut = glue(bareOf(split(plainName(spelledOut)).rest));
  if (other) read.other = glue(bareOf(split(plainName(other)).rest));
  return read;
}

const glue = (text: string): string => text.replaceAll(" ", "");

const spellOut = (name: string): string =>
  !isAscii(name) && /[äöüøåđ]/i.test(name.normalize("NFC"))
    ? name
        .normalize("NFC")
        .toLowerCase()
        .replace(/[äöüøåđ]/g, (letter) => ligatures[letter]!)
    : name;

/** What tells the name from others, of its folded form without legal form: without article and the words that join. */
const bareOf = (rest: string): string =>
  folded(rest).replace(leading, "").replace(joining, " ").replaceAll("&", " ").replace(/ +/g, " ").trim();

const withoutMarks = (name: string): string =>
  name
    .replace(marks, "")
    .replace(/, the$/i, "")
    .trim();

/** The name without endings and notes in parentheses, and the other name that these say. */
function withoutNote(name: string): { stem: string; other?: string } {
  const dashed = afterDash.exec(name);
  if (dashed && isEnding(dashed[2]!)) return withoutNote(dashed[1]!);
  const [whole] = withoutEndings(name.replace(/\[([^[\]]+)\]$/, "($1)"));
  const match = whole.endsWith(")") ? lastParentheses.exec(whole) : null;
  if (!match) return { stem: whole };
  const [stem, note] = [match[1]!, match[2]!.trim()];
  if (formerly.test(note)) return { stem, other: note.replace(formerly, "") };
  if (eventOf.test(note)) return { stem };
  return areInitials(note, stem) || areInitials(stem, note) ? { stem, other: note } : { stem: whole };
}

/** Words that initials leave out. */
const small = new Set(
  "of for the and in on at de des du d la le les l et der die das fur für und van voor en e y del di da do dos".split(
    " ",
  ),
);

/** The initials of a name of three words or more, with and without its small words and legal form. */
export function initialsOf(name: string): string[] {
  const plain = plainName(name.replace(/\([^()]*\)/g, " "));
  if (!plain.includes(" ")) return [];
  const words = plain.split(" ");
  const long = words.filter((word) => !small.has(word));
  const { rest } = splitLegalForm(plain);
  const stem = rest === plain ? long : rest.split(" ").filter((word) => !small.has(word));
  const told = [words, long, stem].map((some) => some.map((word) => word[0]).join(""));
  return [...new Set(told)].filter((initials) => initials.length >= 3);
}

/** A name that may be initials, folded; null of any other. */
export function acronymOf(name: string): string | null {
  const stem = withoutEndings(name)[0];
  const word = stem.split(/\s/, 1)[0]!;
  if (!/^\p{Lu}[\p{Lu}\p{N}]{2,5}$/u.test(word)) return null;
  return splitLegalForm(plainName(stem)).rest === plainName(word) ? folded(word) : null;
}

const areInitials = (initials: string, name: string): boolean =>
  /^\p{Lu}[\p{L}\p{N}]{1,6}$/u.test(initials.trim()) &&
  (initialsOf(name).includes(folded(initials)) || folded(name).split(" ")[0] === folded(initials));

/** Words that are often shortened, by their short form. */
const shortened = new Map(
  Object.entries({
    intl: "international",
    natl: "national",
    mgmt: "management",
    mfg: "manufacturing",
    govt: "government",
    dept: "department",
    univ: "university",
    inst: "institute",
    lab: "laboratory",
    labs: "laboratories",
    ind: "industries",
    inds: "industries",
    tech: "technologies",
    st: "saint",
    assn: "association",
    assoc: "association",
    svcs: "services",
    sys: "systems",
    eng: "engineering",
    dt: "deutsche",
  }),
);

/** A shortened word that has a dot: “Dt.” begins as the whole word, and has its letters in their order. */
function isShortOf(short: string, whole: string, isDotted: boolean): boolean {
  if (shortened.get(short) === whole) return true;
  if (!isDotted || short.length >= whole.length || short[0] !== whole[0]) return false;
  let at = 0;
  for (const letter of whole) if (letter === short[at]) at++;
  return at === short.length;
}

/** Whether two bare names have the same words, some of them shortened, one at least as it is. */
export function isAbbreviated(one: { bare: string; name: string }, other: { bare: string; name: string }): boolean {
  const [ours, theirs] = [one.bare.split(" "), other.bare.split(" ")];
  if (ours.length !== theirs.length || ours.length < 2) return false;
  const [dotted, dottedToo] = [dottedWords(one.name), dottedWords(other.name)];
  let same = 0;
  for (const [at, word] of ours.entries()) {
    const its = theirs[at]!;
    if (word === its) same++;
    else if (!isShortOf(word, its, dotted.has(word)) && !isShortOf(its, word, dottedToo.has(its))) return false;
  }
  return same > 0 && same < ours.length;
}

const dottedWords = (name: string): Set<string> =>
  new Set([...name.matchAll(/(\p{L}+)\./gu)].map(([, word]) => folded(word!)));
