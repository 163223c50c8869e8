import { foldText } from "../fold-text.ts";
import { closeness } from "./closeness.ts";
import { nameKey, ownDomain, withoutEndings } from "./names.ts";

/** What is known of an organisation by which it may be found again. */
export interface NamedActor {
  key: string;
  name: string;
  aliases?: readonly string[] | undefined;
  website?: string | undefined;
}

/** A proposal that a name means an actor: 1 is certain. From `sure` on it is taken, below it a person is asked. */
export interface NameProposal {
  key: string;
  score: number;
  reason: string;
}

export const sure = 0.9;
/** Below this two names are no proposal. */
const least = 0.72;
/** Words that so many names have tell nothing. */
const maxShared = 30;

const folded = (name: string): string =>
  foldText(name)
    .replace(/[^\p{L}\p{N}+#&]+/gu, " ")
    .trim();

/** Whether two names differ in case, accents and signs at most. */
export const sameName = (one: string, other: string): boolean => folded(one) === folded(other);

/** The legal form that ends a name, folded; "" without one. @param rest the name without it, folded */
function legalForm(name: string, rest: string): string {
  const whole = folded(withoutEndings(name)[0]);
  return whole.startsWith(rest) ? whole.slice(rest.length).replace(/\s/g, "") : "";
}

/** Legal forms and articles that stand before a name: OOO Yandex, AB Volvo, PT Astra, The Linux Foundation. */
const leading = /^(?:oy|ab|ooo|oao|zao|pao|ao|pt|cv|sc|uab|sia|tov|the|stichting|fundacion|fondazione) (?=\p{L}{2})/u;
/** Words between names that are also written as a sign, or left out. */
const joining = / (?:and|und|et|y|e|och|og|ja|i|en|&) (?=\S)/gu;

/** What tells the name from others, of its folded form without legal form: without article and the words that join. */
const bareOf = (rest: string): string =>
  rest.replace(leading, "").replace(joining, " ").replaceAll("&", " ").replace(/ +/g, " ").trim();

interface Entry {
  actor: NamedActor;
  /** Folded name without its legal form. */
  bare: string;
  form: string;
}

/** Words of a name by which similar ones are found: without those that are too short to tell. */
const wordsOf = (bare: string): string[] => bare.split(" ").filter((word) => word.length > 2);

/** Actors by every name under which a file may mention them. */
export class NameMatcher {
  readonly #byFolded = new Map<string, Entry[]>();
  readonly #byAlias = new Map<string, Entry[]>();
  readonly #byBare = new Map<string, Entry[]>();
  readonly #byDomain = new Map<string, Entry[]>();
  readonly #byWord = new Map<string, Entry[]>();
  readonly #bySound = new Map<string, Entry[]>();

  constructor(actors: Iterable<NamedActor>) {
    for (const actor of actors) this.add(actor);
  }

  /** @param isExact it is found by the same name only, as an actor that the file itself brings */
  add(actor: NamedActor, isExact = false): void {
    const entry = entryOf(actor, actor.name);
    push(this.#byFolded, folded(actor.name), entry);
    this.#index(entry, isExact);
    for (const alias of actor.aliases ?? []) {
      push(this.#byAlias, folded(alias), entry);
      this.#index(entryOf(actor, alias), isExact);
    }
    const domain = domainOf(actor.website);
    if (domain) push(this.#byDomain, domain, entry);
  }

  #index(entry: Entry, isExact: boolean): void {
    push(this.#byBare, entry.bare, entry);
    if (isExact) return;
    for (const word of wordsOf(entry.bare)) push(this.#byWord, word, entry);
    for (const sound of soundsOf(entry.bare)) push(this.#bySound, sound, entry);
  }

  /** The best proposal for a name, or null. Equal ones of different actors are all doubtful. */
  find(named: { name: string; website?: string | undefined }): NameProposal | null {
    const entry = entryOf({ key: "", name: named.name }, named.name);
    const found = this.#proposals(entry, named.website);
    if (!isFound(found)) this.#addSimilar(entry, found);
    const [best, second] = [...found.values()].sort(bestFirst);
    if (!best) return null;
    if (second && second.score === best.score && best.score < 1)
      return { ...best, score: Math.min(best.score, 0.8), reason: `${best.reason}; another actor fits as well` };
    return best;
  }

  /** Proposals that a known actor is the same as another one, by any of its names, best first. */
  othersLike(actor: NamedActor): NameProposal[] {
    const best = new Map<string, NameProposal>();
    for (const name of [actor.name, ...(actor.aliases ?? [])]) {
      const entry = entryOf({ key: "", name }, name);
      const found = this.#proposals(entry, actor.website);
      this.#addSimilar(entry, found);
      for (const proposal of found.values())
        if (proposal.key !== actor.key && proposal.score > (best.get(proposal.key)?.score ?? 0))
          best.set(proposal.key, proposal);
    }
    return [...best.values()].sort(bestFirst);
  }

  /** Actors of the same name, alias, domain, or name without legal form. */
  #proposals(entry: Entry, website: string | undefined): Proposals {
    const { name } = entry.actor;
    const domain = domainOf(website);
    const found: Proposals = new Map();
    const propose = proposing(found);
    for (const to of this.#byFolded.get(folded(name)) ?? [])
      propose(
        to,
        to.actor.name === name ? 1 : 0.98,
        to.actor.name === name ? "Same name" : "Same name but for case, accents or signs",
      );
    for (const to of this.#byAlias.get(folded(name)) ?? []) propose(to, 0.97, "Same as another name of it");
    for (const to of domain ? (this.#byDomain.get(domain) ?? []) : []) {
      const near = closeness(entry.bare, to.bare);
      if (near >= 0.5 || sharesWord(entry.bare, to.bare)) propose(to, 0.96, `Same web domain ${domain}, similar name`);
      else propose(to, 0.85, `Same web domain ${domain}, another name`);
    }
    for (const to of this.#byBare.get(entry.bare) ?? []) {
      const isOther = entry.form !== "" && to.form !== "" && entry.form !== to.form;
      const other = domain && domainOf(to.actor.website);
      if (other && other !== domain) propose(to, 0.85, `Same name, but web domains ${domain} and ${other}`);
      else if (isOther) propose(to, 0.86, "Same name with another legal form");
      else propose(to, 0.93, "Same name without legal form or ending");
    }
    return found;
  }

  #addSimilar(entry: Entry, found: Proposals): void {
    const propose = proposing(found);
    const candidates = new Set<Entry>();
    const add = (sharing: readonly Entry[] = []) => {
      if (sharing.length <= maxShared) for (const to of sharing) candidates.add(to);
    };
    for (const sound of soundsOf(entry.bare)) add(this.#bySound.get(sound));
    for (const word of wordsOf(entry.bare)) add(this.#byWord.get(word));
    for (const to of candidates) {
      if (to.bare === entry.bare) continue;
      const near = closeness(entry.bare, to.bare);
      if (begins(entry.bare, to.bare)) propose(to, 0.75, `Begins with the same name: “${to.actor.name}”`);
      // Similar names are asked about, however similar: Nordea and Norden differ by a letter.
      if (near >= least) propose(to, Math.min(0.89, Math.round(near * 89) / 100), `Similar name: “${to.actor.name}”`);
    }
  }
}

type Proposals = Map<string, NameProposal>;

/** Adds a proposal, unless a better one of the same actor is there. */
const proposing = (found: Proposals) => (to: Entry, score: number, reason: string) => {
  const known = found.get(to.actor.key);
  if (!known || known.score < score) found.set(to.actor.key, { key: to.actor.key, score, reason });
};

const isFound = (found: Proposals): boolean => [...found.values()].some(({ score }) => score >= sure);
const bestFirst = (a: NameProposal, b: NameProposal): number => b.score - a.score || (a.key < b.key ? -1 : 1);

function entryOf(actor: NamedActor, name: string): Entry {
  const rest = folded(nameKey(name));
  return { actor, bare: bareOf(rest), form: legalForm(name, rest) };
}

/** Whether one name is the other with more words: Siemens, Siemens Energy. */
const begins = (one: string, other: string): boolean => one.startsWith(`${other} `) || other.startsWith(`${one} `);

/** Beginnings and consonants, which misspelt names mostly share. */
function soundsOf(bare: string): string[] {
  const glued = bare.replace(/ /g, "");
  const consonants = glued.replace(/(?<!^)[aeiouyh]/g, "").replace(/(.)\1+/g, "$1");
  return [`begins ${glued.slice(0, 5)}`, `sounds ${consonants.slice(0, 6)}`];
}

const sharesWord = (one: string, other: string): boolean => {
  const words = new Set(wordsOf(one));
  return wordsOf(other).some((word) => words.has(word));
};

const domainOf = (website: string | undefined): string | null =>
  website && URL.canParse(website) ? ownDomain(website) : null;

/** Adds to a list of the index; lists of what too many share are not looked at, and grow no further. */
function push(index: Map<string, Entry[]>, name: string, entry: Entry): void {
  if (name === "") return;
  const list = index.get(name);
  if (!list) index.set(name, [entry]);
  // The names of one actor come one after another.
  else if (list.length <= maxShared && list.at(-1)!.actor.key !== entry.actor.key) list.push(entry);
}
