import { closeness } from "./closeness.ts";
import { areOtherForms } from "./legal-forms.ts";
import { ownDomain, unitOf } from "./names.ts";
import { acronymOf, folded, initialsOf, isAbbreviated, type ReadName, readName } from "./read-name.ts";

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

/** Whether two names differ in case, accents and signs at most. */
export const sameName = (one: string, other: string): boolean => folded(one) === folded(other);

/** One name of an actor. */
interface Entry extends ReadName {
  actor: NamedActor;
  name: string;
}

/** Words of a name by which similar ones are found: without those that are too short to tell. */
const wordsOf = (bare: string): string[] => bare.split(" ").filter((word) => word.length > 2);

/** Actors by every name under which a file may mention them. */
export class NameMatcher {
  readonly #byFolded = new Map<string, Entry[]>();
  readonly #byAlias = new Map<string, Entry[]>();
  /** By the glued name, and by its other forms. */
  readonly #byGlued = new Map<string, Entry[]>();
  readonly #byCore = new Map<string, Entry[]>();
  readonly #byInitials = new Map<string, Entry[]>();
  readonly #byAcronym = new Map<string, Entry[]>();
  readonly #byDomain = new Map<string, Entry[]>();
  readonly #byWord = new Map<string, Entry[]>();
  readonly #bySound = new Map<string, Entry[]>();

  /** Whether some actor is found by more than its name. */
  #hasSimilar = false;
  #lastRead: { name: string; read: ReadName } | undefined;
  #lastDomain: { website: string; domain: string | null } | undefined;

  /** @param read how a name is taken apart */
  constructor(
    actors: Iterable<NamedActor>,
    readonly read: (name: string) => ReadName = readName,
  ) {
    for (const actor of actors) this.add(actor);
  }

  /** @param isExact it is found by the same name only, as an actor that the file itself brings */
  add(actor: NamedActor, isExact = false): void {
    const entry = this.#entryOf(actor, actor.name);
    push(this.#byFolded, entry.whole, entry);
    this.#index(entry, isExact);
    for (const alias of actor.aliases ?? []) {
      const other = this.#entryOf(actor, alias);
      push(this.#byAlias, other.whole, entry);
      this.#index(other, isExact);
    }
    const domain = this.#domainOf(actor.website);
    if (domain) push(this.#byDomain, domain, entry);
  }

  #entryOf(actor: NamedActor, name: string): Entry {
    // A name that is not found is added next.
    if (this.#lastRead?.name !== name) this.#lastRead = { name, read: this.read(name) };
    // Field by field: a spread costs more than the reading.
    const { whole, bare, glued, core, spelledOut, other, forms } = this.#lastRead.read;
    return { actor, name, whole, bare, glued, core, spelledOut, other, forms };
  }

  #domainOf(website: string | undefined): string | null {
    if (website === undefined) return null;
    if (this.#lastDomain?.website !== website) this.#lastDomain = { website, domain: ownDomain(website) };
    return this.#lastDomain.domain;
  }

  #index(entry: Entry, isExact: boolean): void {
    push(this.#byGlued, entry.glued, entry);
    if (isExact) return;
    this.#hasSimilar = true;
    if (entry.spelledOut) push(this.#byGlued, entry.spelledOut, entry);
    if (entry.other) push(this.#byGlued, entry.other, entry);
    push(this.#byCore, entry.core ?? entry.glued, entry);
    const acronym = acronymOf(entry.name);
    if (acronym) push(this.#byAcronym, acronym, entry);
    else for (const initials of initialsOf(entry.name)) push(this.#byInitials, initials, entry);
    for (const word of wordsOf(entry.bare)) push(this.#byWord, word, entry);
    for (const sound of soundsOf(entry.bare)) push(this.#bySound, sound, entry);
  }

  /** The best proposal for a name, or null. Equal ones of different actors are all doubtful. */
  find(named: { name: string; website?: string | undefined }): NameProposal | null {
    const entry = this.#entryOf({ key: "", name: named.name }, named.name);
    const found = this.#proposals(entry, named.website);
    if (this.#hasSimilar && !isFound(found)) this.#addSimilar(entry, found);
    if (found.size === 0) return null;
    const [best, second] = [...found.values()].sort(bestFirst) as [NameProposal, NameProposal?];
    if (second && second.score === best.score && best.score < 1)
      return { ...best, score: Math.min(best.score, 0.8), reason: `${best.reason}; another actor fits as well` };
    return best;
  }

  /** Proposals that a known actor is the same as another one, by any of its names, best first. */
  othersLike(actor: NamedActor): NameProposal[] {
    const best = new Map<string, NameProposal>();
    for (const name of [actor.name, ...(actor.aliases ?? [])]) {
      const entry = this.#entryOf({ key: "", name }, name);
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
    const { name } = entry;
    const domain = this.#domainOf(website);
    const found = new Proposals();
    for (const to of this.#byFolded.get(entry.whole) ?? none)
      if (to.actor.name === name) found.propose(to, 1, "Same name");
      else found.propose(to, 0.98, "Same name but for case, accents or signs");
    for (const to of this.#byAlias.get(entry.whole) ?? none) found.propose(to, 0.97, "Same as another name of it");
    for (const to of (domain && this.#byDomain.get(domain)) || none) {
      const isUnit = unitOf(website!, domain!) !== unitOf(to.actor.website!, domain!);
      const isNear = closeness(entry.bare, to.bare) >= 0.5 || sharesWord(entry.bare, to.bare);
      if (isUnit) found.propose(to, 0.85, `Same web domain ${domain}, another part of it`);
      else if (isNear) found.propose(to, 0.96, `Same web domain ${domain}, similar name`);
      else if (hasInitials(entry, to)) found.propose(to, 0.94, `Same web domain ${domain}, initials of the name`);
      else found.propose(to, 0.85, `Same web domain ${domain}, another name`);
    }
    const asked = { entry, domain };
    for (const to of this.#byGlued.get(entry.glued) ?? none)
      if (to.bare === entry.bare) found.proposeAlike(asked, to, 0.93, "Same name without legal form or ending");
      else if (to.other === entry.glued) found.proposeAlike(asked, to, 0.92, "Same as its name in parentheses");
      else if (entry.glued.length > 2)
        found.proposeAlike(asked, to, 0.92, "Same name but for blanks, signs or umlauts");
    for (const to of (entry.spelledOut && this.#byGlued.get(entry.spelledOut)) || none)
      found.proposeAlike(asked, to, 0.92, "Same name but for blanks, signs or umlauts");
    for (const to of (entry.other && this.#byGlued.get(entry.other)) || none)
      found.proposeAlike(asked, to, 0.92, "Same as its name in parentheses");
    for (const to of this.#byCore.get(entry.core ?? entry.glued) ?? none)
      if (to.glued !== entry.glued) found.proposeAlike(asked, to, 0.91, "Same name but for “Group”");
    return found;
  }

  #addSimilar(entry: Entry, found: Proposals): void {
    const acronym = acronymOf(entry.name);
    const initials = acronym
      ? (this.#byInitials.get(acronym) ?? [])
      : initialsOf(entry.name).flatMap((of) => this.#byAcronym.get(of) ?? []);
    for (const to of initials) found.propose(to, 0.74, `Initials of the name: “${to.actor.name}”`);
    const candidates = new Set<Entry>();
    const add = (sharing: readonly Entry[] = []) => {
      if (sharing.length <= maxShared) for (const to of sharing) candidates.add(to);
    };
    for (const sound of soundsOf(entry.bare)) add(this.#bySound.get(sound));
    for (const word of wordsOf(entry.bare)) add(this.#byWord.get(word));
    for (const to of candidates) {
      if (to.bare === entry.bare) continue;
      if (isAbbreviated(entry, to)) found.propose(to, 0.91, `Same name with shortened words: “${to.actor.name}”`);
      const near = closeness(entry.bare, to.bare);
      if (begins(entry.bare, to.bare)) found.propose(to, 0.75, `Begins with the same name: “${to.actor.name}”`);
      // Similar names are asked about, however similar: Nordea and Norden differ by a letter.
      if (near >= least)
        found.propose(to, Math.min(0.89, Math.round(near * 89) / 100), `Similar name: “${to.actor.name}”`);
    }
  }
}

const none: readonly Entry[] = [];

/** Proposals by the key of their actor: the best of each. */
class Proposals extends Map<string, NameProposal> {
  propose({ actor: { key } }: Entry, score: number, reason: string): void {
    const known = this.get(key);
    if (!known || known.score < score) this.set(key, { key, score, reason });
  }

  /** An actor of the same name, unless its web domain or legal form says that it is another one. */
  proposeAlike(asked: { entry: Entry; domain: string | null }, to: Entry, score: number, reason: string): void {
    const { entry, domain } = asked;
    const other = domain && to.actor.website && ownDomain(to.actor.website);
    if (other && other !== domain) this.propose(to, 0.85, `Same name, but web domains ${domain} and ${other}`);
    else if (areOtherForms(entry.forms, to.forms)) this.propose(to, 0.86, "Same name with another legal form");
    else this.propose(to, score, reason);
  }
}

const isFound = (found: Proposals): boolean => [...found.values()].some(({ score }) => score >= sure);
const bestFirst = (a: NameProposal, b: NameProposal): number => b.score - a.score || (a.key < b.key ? -1 : 1);

const hasInitials = (one: Entry, other: Entry): boolean => {
  const [ours, theirs] = [acronymOf(one.name), acronymOf(other.name)];
  if (ours) return initialsOf(other.name).includes(ours);
  return theirs !== null && initialsOf(one.name).includes(theirs);
};

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

/** Adds to a list of the index; lists of what too many share are not looked at, and grow no further. */
function push(index: Map<string, Entry[]>, name: string, entry: Entry): void {
  if (name === "") return;
  const list = index.get(name);
  if (!list) index.set(name, [entry]);
  // The names of one actor come one after another.
  else if (list.length <= maxShared && list.at(-1)!.actor.key !== entry.actor.key) list.push(entry);
}
