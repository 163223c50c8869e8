import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { type NamedActor, NameMatcher, sure } from "../../api/shared/matching/name-matcher.ts";
import { readName } from "../../api/shared/matching/read-name.ts";

/** Two names, and whether they mean one organisation. */
export interface JudgedPair {
  one: NamedActor;
  other: NamedActor;
  isSame: boolean;
  /** What makes the pair hard. */
  kind: string;
}

const address = (website: string): string | undefined =>
  website === "" ? undefined : /^https?:/.test(website) ? website : `https://${website}`;

/** The pairs that were written by hand (name-pairs.tsv says how). */
export function writtenPairs(): JudgedPair[] {
  const [, ...lines] = readFileSync("tests/support/name-pairs.tsv", "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line) => {
    const [truth, kind, name, website, otherName, otherWebsite] = line.split("\t") as [string, ...string[]];
    return {
      one: { key: "one", name: name!.trim(), website: address(website!) },
      other: { key: "other", name: otherName!.trim(), website: address(otherWebsite!) },
      isSame: truth === "same",
      kind: kind!,
    };
  });
}

const landscapes = ["lfedge", "lfenergy"].map((name) => `../shared/cases/landscapes/${name}.landscape.yml`);
export const hasLandscapes = (): boolean => landscapes.every((file) => existsSync(file));

/** An organisation as a place of a landscape names it; `truth` is hidden from the matcher. */
export interface Mention {
  actor: NamedActor;
  truth: string;
}

interface Item {
  name: string;
  homepage_url?: string;
  repo_url?: string;
  project?: string;
  crunchbase?: string;
}
interface Category {
  name: string;
  subcategories?: { items?: Item[] }[];
}

/** A page that stands for all of an organisation: the start of a site, in whichever language. */
const isStart = (url: string): boolean =>
  /^https?:\/\/(?:www\.|en\.)?[^/]+\.[^/.]+(?:\/(?:[a-z]{2}(?:[-_][a-z]{2})?|global|home\.html|index\.html))*\/?$/i.test(
    url,
  );

/**
 * Organisations with a Crunchbase address, which says who is who: members, and firms that other categories of LF Edge
 * name; those of LF Energy list projects and data. Products have the address of their maker too: they are left out by
 * their repository, or by a page below the maker's start page.
 */
export function landscapeMentions(): Mention[] {
  return landscapes.flatMap((file) =>
    (parse(readFileSync(file, "utf8")) as { landscape: Category[] }).landscape.flatMap(({ name, subcategories = [] }) =>
      subcategories.flatMap(({ items }) =>
        (items ?? []).flatMap((item, at): Mention[] => {
          const { crunchbase, homepage_url: website = "", repo_url: repository, project } = item;
          const isFirm = file.includes("lfedge") && !repository && !project && isStart(website);
          const isOrganisation = /\bmember\b/i.test(name) || isFirm;
          if (!crunchbase || !isOrganisation) return [];
          const key = `${file}|${name}|${item.name}|${at}`;
          return [{ actor: { key, name: item.name, website }, truth: crunchbase.toLowerCase().replace(/\/$/, "") }];
        }),
      ),
    ),
  );
}

/** What the matcher goes without, to tell what it adds. */
export interface Without {
  legalForms?: boolean;
  domains?: boolean;
}

export const matcherWithout = (actors: Iterable<NamedActor>, without: Without): NameMatcher => {
  const unsplit = (name: string) => readName(name, (rest) => ({ rest, forms: [] }));
  return new NameMatcher(
    [...actors].map((actor) => shownOf(actor, without)),
    without.legalForms ? unsplit : readName,
  );
};

const shownOf = ({ website, ...actor }: NamedActor, { domains }: Without): NamedActor =>
  domains ? actor : { ...actor, website };

/** How often the matcher is right: precision of what it takes by itself; recall of that, and of that and what it asks about. */
export interface Judgement {
  pairs: number;
  same: number;
  precision: number;
  recallTaken: number;
  recallFound: number;
}

/** Counts pairs by their truth and by the score of the proposal, null without one. */
function judged(pairs: readonly { isSame: boolean; score: number | null }[], all: number): Judgement {
  const same = pairs.filter(({ isSame }) => isSame);
  const taken = pairs.filter(({ score }) => score !== null && score >= sure);
  const right = taken.filter(({ isSame }) => isSame).length;
  return {
    pairs: all,
    same: same.length,
    precision: right / taken.length,
    recallTaken: right / same.length,
    recallFound: same.filter(({ score }) => score !== null).length / same.length,
  };
}

/** Each pair by itself: the one is looked for where the other is the only actor. */
export function judgeWrittenPairs(without: Without = {}): Judgement {
  const pairs = writtenPairs();
  const told = pairs.map(({ one, other, isSame }) => {
    const proposal = matcherWithout([other], without).find(shownOf(one, without));
    return { isSame, score: proposal?.score ?? null };
  });
  return judged(told, pairs.length);
}

/** All pairs of mentions, each mention looked for among all others and more actors. */
export function judgeLandscapes(without: Without = {}, more: readonly NamedActor[] = []): Judgement {
  const mentions = landscapeMentions();
  const matcher = matcherWithout([...mentions.map(({ actor }) => actor), ...more], without);
  const indexOf = new Map(mentions.map(({ actor }, at) => [actor.key, at]));
  const scores = mentions.map(({ actor }) => {
    const found = matcher.othersLike(shownOf(actor, without));
    return new Map(found.map(({ key, score }) => [indexOf.get(key), score]));
  });
  const told: { isSame: boolean; score: number | null }[] = [];
  for (const [at, { truth }] of mentions.entries())
    for (let to = at + 1; to < mentions.length; to++)
      told.push({ isSame: truth === mentions[to]!.truth, score: scores[at]!.get(to) ?? null });
  // Who is taken for one that only the crowd has is taken wrongly as well.
  for (const found of scores)
    if ((found.get(undefined) ?? 0) >= sure) told.push({ isSame: false, score: found.get(undefined)! });
  return judged(told, told.length);
}
