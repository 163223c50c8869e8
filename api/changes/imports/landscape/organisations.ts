import type { ActorKind } from "../../../../cypher/model/document.ts";
import { addTo } from "../../../shared/groups.ts";
import { nameKey, ownDomain, repositoryOwner, sharedEndings, withoutEndings } from "../../../shared/matching/names.ts";
import type { AccountKeeper } from "./account.ts";
import type { LandscapeCategory } from "./categories.ts";
import type { LandscapeItem } from "./landscape.ts";

/** How an item names its organisation, the better one first. */
const sources = ["item", "organization", "owner", "own name"] as const;
type Source = (typeof sources)[number];

/** One place that names an organisation. */
interface Mention {
  item: LandscapeItem;
  /** The item is the organisation, as a list of members has it; else it is offered by it. */
  isOrganisation: boolean;
  name: string;
  source: Source;
  endings: string[];
  crunchbase: string | undefined;
  /** The domain of its website, where the item is the organisation or stands for one. */
  domain: string | null;
  /** Host and owner of its repositories, where those name it. */
  owner: string | undefined;
}

/** One organisation with everything that the file says of it in whatever place. */
export interface Organisation {
  name: string;
  aliases: string[];
  kinds: ActorKind[];
  crunchbase: string | undefined;
  domains: string[];
  at: string;
  /** Items that are this organisation. */
  itself: LandscapeItem[];
  /** Items that it offers. */
  offers: LandscapeItem[];
  /** Endings of its names, such as "member". */
  endings: string[];
  /** Its website, from the items that are it, else from the one whose name it has. */
  website: string | undefined;
}

/** Finds the organisations of a landscape: which items are one, who offers the others, and which of them are the same. */
export function findOrganisations(
  items: LandscapeItem[],
  categories: ReadonlyMap<string, LandscapeCategory>,
  keeper: AccountKeeper,
): Organisation[] {
  const isOrganisation = ({ path }: LandscapeItem) => categories.get(path.category)?.holds === "ORGANISATIONS";
  const names = items.flatMap((item) => [...(isOrganisation(item) ? [item.name] : []), item.organization ?? []].flat());
  const isShared = sharedEndings(names);
  const mentions = items.map((item) => mentionOf(item, isOrganisation(item), isShared));
  const groups = new Grouping(mentions, keeper).groups();
  const taken = new Map<string, Mention[]>();
  return groups.map((group) => toOrganisation(group, categories, taken, keeper));
}

function mentionOf(item: LandscapeItem, isOrganisation: boolean, isShared: (ending: string) => boolean): Mention {
  const { crunchbase } = item;
  const owner = repositoryOwner(item.repository) ?? repositoryOwner(item.projectOrganization);
  const source = isOrganisation ? "item" : item.organization ? "organization" : owner ? "owner" : "own name";
  const written = { item: item.name, organization: item.organization, owner: owner?.name, "own name": item.name }[
    source
  ]!;
  const [name, endings] = source === "owner" ? [written, []] : withoutEndings(written, isShared);
  const hasWebsite = source === "item" || source === "own name";
  return {
    item,
    isOrganisation,
    name,
    source,
    endings,
    crunchbase,
    domain: hasWebsite ? ownDomain(item.homepage) : null,
    owner: source === "owner" ? owner!.id : undefined,
  };
}

/** Groups mentions of one organisation: by Crunchbase address, else by website, else by name. */
class Grouping {
  private readonly parent: number[];
  /** Of each group's first mention: the Crunchbase address, which keeps two organisations apart. */
  private readonly crunchbase: (string | undefined)[];

  constructor(
    private readonly mentions: Mention[],
    private readonly keeper: AccountKeeper,
  ) {
    this.parent = mentions.map((_, at) => at);
    this.crunchbase = mentions.map((mention) => mention.crunchbase);
  }

  groups(): Mention[][] {
    this.join((mention) => mention.crunchbase, "By Crunchbase address");
    // Repositories name who offers an item only where Crunchbase does not.
    this.join((mention) => (mention.crunchbase ? undefined : mention.owner), "By owner of the repository");
    this.joinDomains();
    // The same organization.name of two items is one organisation by what both say, not a guess.
    this.join((mention) => (mention.source === "organization" ? mention.name : undefined), "By organization.name");
    const bestNames = new Map(
      this.collect().flatMap((group) => {
        const best = namesOf(group)[0]!;
        return group.map((mention) => [mention, best] as const);
      }),
    );
    // Of the owners and items that a group gathers by Crunchbase address only the name that it takes tells what it is.
    const nameOf = (mention: Mention) =>
      mention.source === "item" || mention.source === "organization" ? mention.name : bestNames.get(mention)!;
    this.join((mention) => nameKey(nameOf(mention)), "By name alone", true);
    return this.collect();
  }

  private collect(): Mention[][] {
    const groups = new Map<number, Mention[]>();
    this.mentions.forEach((mention, at) => {
      const root = this.root(at);
      addTo(groups, root, mention);
    });
    return [...groups.values()];
  }

  private join(keyOf: (mention: Mention) => string | null | undefined, how: string, isDoubtful = false): void {
    const seen = new Map<string, number[]>();
    this.mentions.forEach((mention, at) => {
      const key = keyOf(mention);
      if (!key) return;
      const known = seen.get(key);
      if (!known) seen.set(key, [at]);
      else if (!known.some((other) => this.unite(other, at, how, isDoubtful))) known.push(at);
    });
  }

  /** Joins by website; an item that only stands for its organisation joins one that is listed, not another such item. */
  private joinDomains(): void {
    const listed = new Map<string, number[]>();
    const add = (isListed: boolean) => (mention: Mention, at: number) => {
      if (!mention.domain || mention.isOrganisation !== isListed) return;
      const known = listed.get(mention.domain) ?? [];
      const isJoined = known.some((other) => this.unite(other, at, "By website domain"));
      if (isListed && !isJoined) listed.set(mention.domain, [...known, at]);
    };
    this.mentions.forEach(add(true));
    this.mentions.forEach(add(false));
  }

  /** Whether the two are now one; they are not where they have different Crunchbase addresses. */
  private unite(first: number, second: number, how: string, isDoubtful = false): boolean {
    const [a, b] = [this.root(first), this.root(second)];
    const [one, other] = [this.mentions[first]!, this.mentions[second]!];
    if (a === b) return true;
    const [crunchbase, another] = [this.crunchbase[a], this.crunchbase[b]];
    if (crunchbase && another && crunchbase !== another) return false;
    const [root, child] = a < b ? [a, b] : [b, a];
    this.parent[child] = root;
    this.crunchbase[root] = crunchbase ?? another;
    // An item that aliases bring into several places is one item, not two that match.
    if (one.item.at !== other.item.at) this.tell(one, other, how, isDoubtful);
    return true;
  }

  private tell(one: Mention, other: Mention, how: string, isDoubtful: boolean): void {
    const isSame = isDoubtful ? "are taken as one organisation by the name alone" : "are one organisation";
    this.keeper.matched(
      how,
      other.item.at,
      `“${other.name}” (${other.item.at}) and “${one.name}” (${one.item.at}) ${isSame}.`,
      isDoubtful,
    );
  }

  private root(at: number): number {
    let root = at;
    while (this.parent[root] !== root) root = this.parent[root]!;
    for (let next = at; this.parent[next] !== root; ) [this.parent[next], next] = [root, this.parent[next]!];
    return root;
  }
}

function toOrganisation(
  group: Mention[],
  categories: ReadonlyMap<string, LandscapeCategory>,
  taken: Map<string, Mention[]>,
  keeper: AccountKeeper,
): Organisation {
  const crunchbase = group.find((mention) => mention.crunchbase)?.crunchbase;
  const candidates = namesOf(group);
  // Two organisations that Crunchbase keeps apart may share the owner of a repository: another name tells them apart.
  const name = candidates.find((candidate) => !taken.has(candidate)) ?? candidates[0]!;
  if (!group.some((mention) => mention.name === name))
    keeper.mended(
      "Names from Crunchbase addresses",
      group[0]!.item.at,
      `“${name}” is named as its Crunchbase address does, since its ${group.length} items name no organisation.`,
    );
  const namesakes = taken.get(name);
  if (namesakes)
    keeper.mended(
      "Organisations of one name",
      group[0]!.item.at,
      `“${name}” (${group[0]!.item.at}) and “${name}” (${namesakes[0]!.item.at}) have different Crunchbase addresses and are kept apart.`,
      true,
    );
  else taken.set(name, group);
  const itself = group.filter((mention) => mention.isOrganisation).map(({ item }) => item);
  const offers = group.filter((mention) => !mention.isOrganisation).map(({ item }) => item);
  const namesakeItem = group.find((mention) => mention.source === "own name" && mention.name === name)?.item;
  return {
    name,
    aliases: unique(
      group.flatMap(({ source, name: other, item }) => [
        ...(source === "item" || source === "organization" ? [other] : []),
        // A list of members may say again who a member is.
        ...(source === "item" && item.organization ? [item.organization] : []),
      ]),
    ).filter((other) => other !== name),
    kinds: kindsOf(itself, offers, categories),
    crunchbase,
    domains: unique(
      group.flatMap(({ domain, isOrganisation, source }) =>
        domain && (isOrganisation || source === "own name") ? [domain] : [],
      ),
    ),
    at: group[0]!.item.at,
    itself,
    offers,
    endings: unique(group.flatMap(({ endings }) => endings)),
    website: itself.find(({ homepage }) => homepage)?.homepage ?? namesakeItem?.homepage,
  };
}

/** Names of a group, the best first: as it is listed, as its items name it, as its repositories do, as its items are called. */
function namesOf(group: Mention[]): string[] {
  const crunchbase = group.find((mention) => mention.crunchbase)?.crunchbase;
  const slug = crunchbase === undefined ? undefined : nameKey(crunchbase);
  const counts = new Map<string, number>();
  for (const { name } of group) counts.set(nameKey(name), (counts.get(nameKey(name)) ?? 0) + 1);
  const isSlug = (name: string) => slug !== undefined && nameKey(name) === slug;
  const rank = ({ source, name }: Mention) => [
    // The name that is in the address itself is better than the owner of one of several repositories.
    (source === "owner" || source === "own name") && isSlug(name)
      ? sources.indexOf("owner") - 0.5
      : sources.indexOf(source),
    isSlug(name) ? 0 : 1,
    // Of owners, the one with most items; of names of items there is one each.
    source === "owner" ? -counts.get(nameKey(name))! : 0,
  ];
  const ranked = group.map((mention) => ({ name: mention.name, rank: rank(mention) }));
  ranked.sort((a, b) => a.rank[0]! - b.rank[0]! || a.rank[1]! - b.rank[1]! || a.rank[2]! - b.rank[2]!);
  const [best] = ranked as [(typeof ranked)[number]];
  // Owners or items of many names say nothing of the organisation that they share: what Crunchbase calls it does.
  const isArbitrary = best.rank[0]! >= sources.indexOf("owner") && counts.get(nameKey(best.name))! * 2 <= group.length;
  return unique([...(crunchbase && isArbitrary ? [crunchbase] : []), ...ranked.map(({ name }) => name)]);
}

/** Kinds by the categories it is listed in, then what it offers; OTHER says least and comes last. */
function kindsOf(
  itself: LandscapeItem[],
  offers: LandscapeItem[],
  categories: ReadonlyMap<string, LandscapeCategory>,
): ActorKind[] {
  const kinds = itself.map(({ path }) => categories.get(path.category)?.kind ?? "OTHER");
  if (offers.length > 0) kinds.push("SOFTWARE_PROVIDER");
  const found = unique(kinds);
  return [...found.filter((kind) => kind !== "OTHER"), ...found.filter((kind) => kind === "OTHER")];
}

const unique = <T>(values: T[]): T[] => [...new Set(values)];
