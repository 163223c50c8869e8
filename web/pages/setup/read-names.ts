import type { ActorKind } from "../../graphql/schema-types.ts";
import { actorKindWords } from "../../shared/words.ts";

/** Words of names that suggest a kind, the first that is found; a suggestion only, to be corrected by the person. */
const suggestions: readonly [ActorKind, RegExp][] = [
  [
    "STANDARDS_BODY",
    /\b(council|alliance|association|consortium|working group|standards?|institute for standards|foundation|committee)\b/i,
  ],
  ["START_UP", /\b(start-?up|labs?|ventures?)\b|\.(ai|io)\b/i],
  ["ANALYST", /\b(analytics|analysts?|insights?|data science|intelligence)\b/i],
  ["SOFTWARE_PROVIDER", /\b(software|soft|apps?|digital|twin)\b|soft$/i],
  ["TECHNOLOGY_FIRM", /\b(cloud|telecom|networks?|technolog(y|ies)|electronics|microsystems)\b/i],
  ["SERVICE_PROVIDER", /\b(services?|maintenance|consult(ing|ants)|engineering|logistics|integrators?)\b/i],
  [
    "CUSTOMER",
    /\b(mills?|paper|board|pulp|tissue|packaging|mines?|mining|refinery|utility|power plant|steelworks|foods?|brewery|dairy|shipping|airlines?|hospitals?|port)\b/i,
  ],
  [
    "MANUFACTURER",
    /\b(machines?|machinery|maschinenbau|works|equipment|pumps?|drives?|bearings?|sensors?|manufactur\w*|industries|valves?|turbines?)\b/i,
  ],
];

export const guessedKind = (name: string): ActorKind =>
  suggestions.find(([, words]) => words.test(name))?.[0] ?? "OTHER";

const kindByWord = new Map(
  (Object.entries(actorKindWords) as [ActorKind, string][]).flatMap(([kind, word]): [string, ActorKind][] => [
    [word.toLowerCase(), kind],
    [kind.toLowerCase().replaceAll("_", " "), kind],
  ]),
);
const kindOf = (word: string): ActorKind | undefined =>
  kindByWord.get(word.trim().toLowerCase()) ?? kindByWord.get(word.trim().toLowerCase().replace(/s$/, ""));

export interface NamedActor {
  name: string;
  kind: ActorKind;
}

/**
 * Names typed or pasted, one a line or a row: "Rotor AG", "Rotor AG, manufacturer", "Rotor AG: manufacturer" or a row of
 * a spreadsheet with the kind in the second column. Without a kind it is guessed from the name. Each name once.
 */
export function readNames(text: string): NamedActor[] {
  const actors = new Map<string, NamedActor>();
  for (const line of text.split(/\r?\n/)) {
    const [, before = line, word = ""] = /^(.*\S)\s*(?:\t|[,:;]|\s[–-]\s)\s*([^\t,:;]+)\s*$/.exec(line) ?? [];
    const told = kindOf(word);
    const name = (told ? before : line.replaceAll("\t", " ")).trim().replace(/\s+/g, " ");
    if (name === "" || actors.has(name.toLowerCase())) continue;
    actors.set(name.toLowerCase(), { name, kind: told ?? guessedKind(name) });
  }
  return [...actors.values()];
}
