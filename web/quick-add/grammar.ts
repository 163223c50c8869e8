import type { RecordKind } from "../graphql/schema-types.ts";
import { enumValues } from "../shared/described-records.ts";
import { relationWords } from "../shared/words.ts";

/** A clause after the object of a sentence. */
export type ClauseName =
  | "since"
  | "until"
  | "confidence"
  | "accordingTo"
  | "touches"
  | "impact"
  | "volume"
  | "with"
  | "status";

export interface Verb {
  /** As it is typed, in lower case; the first is the one of the sentence that is shown. */
  words: readonly string[];
  makes: "RELATIONS" | "CLAIMS" | "MOVES" | "ADOPTIONS" | "RESPONSES";
  /** What the object names; null where it is a title. */
  object: RecordKind | null;
  clauses: readonly ClauseName[];
  /** Type of the relation or move. */
  type?: string;
  /** Whether subject and object change places: "is supplied by". */
  isReversed?: boolean;
  lead?: boolean;
  /** Whether the title of the move begins with the verb: "Enters the Gulf". */
  isInTitle?: boolean;
}

const fact: readonly ClauseName[] = ["since", "until", "confidence"];

const relationTypes = enumValues("RelationType").map(({ value }) => value as keyof typeof relationWords);

/** Relations are said in the words of the screen, from either end. */
const relations = relationTypes.flatMap((type): Verb[] => {
  const { word, reverse } = relationWords[type];
  const clauses: ClauseName[] = type === "SUPPLIES" ? [...fact, "volume"] : [...fact];
  const verb = { makes: "RELATIONS", object: "ACTORS", clauses, type } as const;
  const forward: Verb = { ...verb, words: [word.toLowerCase()] };
  return reverse === word ? [forward] : [forward, { ...verb, words: [reverse.toLowerCase()], isReversed: true }];
});

const claim = { makes: "CLAIMS", object: "ACTIVITIES", clauses: [...fact, "accordingTo"] } as const;
const move = { makes: "MOVES", object: null, clauses: ["touches", "impact", "confidence"] } as const;

/** The verbs of quick add. A new one is an entry: the parser and the help read them from here. */
export const verbs: readonly Verb[] = [
  ...relations,
  { ...claim, words: ["leads"], lead: true },
  { ...claim, words: ["takes part in", "does", "performs"] },
  {
    makes: "ADOPTIONS",
    object: "STANDARDS",
    clauses: fact,
    words: ["adopts", "follows"],
  },
  { ...move, words: ["launches", "launched"], type: "LAUNCH" },
  { ...move, words: ["enters", "entered"], type: "ENTRY", isInTitle: true },
  { ...move, words: ["expands", "expanded"], type: "EXPANSION", isInTitle: true },
  { ...move, words: ["buys", "bought", "acquires", "acquired"], type: "ACQUISITION", isInTitle: true },
  { ...move, words: ["reprices", "repriced"], type: "PRICING", isInTitle: true },
  { ...move, words: ["patents", "patented"], type: "PATENT", isInTitle: true },
  { ...move, words: ["hires", "hired"], type: "HIRING", isInTitle: true },
  { ...move, words: ["leaves", "left", "exits"], type: "EXIT", isInTitle: true },
  {
    makes: "RESPONSES",
    object: "MOVES",
    clauses: ["with", "status", "confidence"],
    words: ["responds to", "answers"],
  },
];

/** How each clause begins. The word "status" is none: the statuses themselves are typed. */
const clausePatterns: Readonly<Record<ClauseName, string>> = {
  since: "since",
  until: "until",
  confidence: "confidence",
  accordingTo: "according to",
  touches: "touches|touching|affects",
  impact: "impact",
  volume: "volume",
  with: "with",
  status: enumValues("ResponseStatus")
    .map(({ word }) => word.toLowerCase())
    .join("|"),
};

/** The beginnings of the clauses that each verb takes, as groups with the clauses' names. */
const clausesByVerb = new Map(
  verbs.map((verb) => {
    const begins = verb.clauses.map((name) => `(?<${name}>${clausePatterns[name]})`);
    return [verb, new RegExp(`(?<=^|[\\s,])(?:${begins.join("|")})(?=[\\s,]|$)`, "gi")];
  }),
);
export const clausesOf = (verb: Verb): RegExp => clausesByVerb.get(verb)!;

const plainWord = (word: string) => word.toLowerCase().replace(/[^\p{L}]+/gu, "");

/** The value of an enum by its word, whatever its hyphens, blanks and capitals; null where there is none. */
export function valueOfWord(name: string, word: string): string | null {
  return enumValues(name).find((row) => plainWord(row.word) === plainWord(word))?.value ?? null;
}

interface FoundVerb {
  verb: Verb;
  word: string;
  at: number;
}

const escaped = (words: string) => words.replace(/\s+/g, "\\s+");

const verbPatterns = verbs.flatMap((verb) =>
  verb.words.map((words) => ({ verb, pattern: new RegExp(`(?<=\\S\\s+)${escaped(words)}(?=\\s|$)`, "i") })),
);

/** The first verb in a text; of several at one place the longest. */
export function findVerb(text: string): FoundVerb | null {
  let best: FoundVerb | null = null;
  for (const { verb, pattern } of verbPatterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const longer = best && match.index === best.at && match[0].length > best.word.length;
    if (!best || match.index < best.at || longer) best = { verb, word: match[0], at: match.index };
  }
  return best;
}
