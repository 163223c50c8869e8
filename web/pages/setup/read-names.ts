import type { ActorKind } from "../../graphql/schema-types.ts";
import { guessedKind } from "../../shared/guessed-kind.ts";
import { actorKindWords } from "../../shared/words.ts";

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
