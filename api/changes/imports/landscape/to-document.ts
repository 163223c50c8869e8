import type { ActivityRecord, ActorRecord, EvidenceRecord, OfferingRecord } from "../../../../cypher/model/document.ts";
import { maxTextLength } from "../../check/document-issues.ts";
import type { AccountKeeper } from "./account.ts";
import { Activities, type LandscapeCategory } from "./categories.ts";
import { fileEvidence, freeKey } from "./keys.ts";
import type { Landscape, LandscapeItem } from "./landscape.ts";
import { findOrganisations, type Organisation } from "./organisations.ts";

const maxList = 200;
const maxEvidence = 100;

/** Actors, offerings, activities and evidence of a landscape, with keys made from their names. */
export interface LandscapeRecords {
  evidence: EvidenceRecord[];
  actors: ActorRecord[];
  activities: ActivityRecord[];
  offerings: OfferingRecord[];
  /** Domains of each actor, to know a stored one by. */
  domains: ReadonlyMap<ActorRecord, string[]>;
  /** Where each record comes from. */
  places: ReadonlyMap<object, string>;
}

/** Makes the records that a landscape says, and keeps account of each item. */
export function toRecords(
  landscape: Landscape,
  categories: ReadonlyMap<string, LandscapeCategory>,
  keeper: AccountKeeper,
): LandscapeRecords {
  return new Builder(landscape, categories, keeper).build();
}

class Builder {
  private readonly activities: Activities;
  private readonly evidence = new Map<string, EvidenceRecord>();
  private readonly evidenceKeys = new Set<string>();
  private readonly places = new Map<object, string>();

  constructor(
    private readonly landscape: Landscape,
    private readonly categories: ReadonlyMap<string, LandscapeCategory>,
    private readonly keeper: AccountKeeper,
  ) {
    this.activities = new Activities(landscape, categories, keeper);
  }

  build(): LandscapeRecords {
    const { items } = this.landscape;
    const paths = new Map(items.map((item) => [item, this.activities.pathsOf(item)]));
    const found = findOrganisations(items, this.categories, this.keeper);
    const activityKeys = new Set<string>();
    const activityOf = new Map<string, ActivityRecord>();
    for (const path of this.activities.list()) {
      const name = this.cut(this.activities.nameOf(path), path.at);
      const activity: ActivityRecord = {
        key: freeKey(name, activityKeys, "activity"),
        name,
        description: `Category: ${path.category}`,
        evidence: [fileEvidence],
      };
      activityOf.set(this.activities.idOf(path), activity);
      this.record(activity, path.at, "Activities");
    }
    const domains = new Map<ActorRecord, string[]>();
    const actorKeys = new Set<string>();
    const offeringKeys = new Set<string>();
    const actors: ActorRecord[] = [];
    const offerings: OfferingRecord[] = [];
    for (const organisation of found) {
      const actor = this.actorOf(organisation, actorKeys, paths);
      actors.push(actor);
      domains.set(actor, organisation.domains);
      const offered = new Map<string, OfferingRecord>();
      for (const item of organisation.offers) {
        const alike = offered.get(item.name.toLowerCase());
        if (alike) this.joinOffering(alike, item, paths, activityOf);
        else {
          const offering = this.offeringOf(item, actor, offeringKeys, paths, activityOf);
          offered.set(item.name.toLowerCase(), offering);
          offerings.push(offering);
        }
      }
    }
    const records = { evidence: [...this.evidence.values()], actors, activities: [...activityOf.values()], offerings };
    return { ...records, domains, places: this.places };
  }

  private actorOf(organisation: Organisation, keys: Set<string>, paths: Paths): ActorRecord {
    const { name, itself, offers, aliases, endings, website, at } = organisation;
    const labels = unique([
      ...itself.flatMap((item) => paths.get(item)!.flatMap(({ category, subcategory }) => [category, subcategory])),
      ...endings,
      ...itself.flatMap((item) => item.labels),
    ]);
    const description = this.description(itself);
    const days = itself.length > 0 ? this.days(itself) : {};
    const own = itself.map((item) => this.evidenceOf(item));
    const itsOffers = itself.length > 0 ? [] : offers.map((item) => this.evidenceOf(item));
    const actor: ActorRecord = {
      key: freeKey(name, keys, organisation.crunchbase ?? "actor"),
      name,
      kinds: organisation.kinds,
      ...(description && { description }),
      ...(website && { website }),
      ...(aliases.length > 0 && { aliases: this.limit(aliases, maxList, `Other names of “${name}”`, at) }),
      ...(labels.length > 0 && { labels: this.limit(labels, maxList, `Labels of “${name}”`, at) }),
      ...days,
      // What an organisation offers has its evidence itself: of a hundred items the first are enough.
      evidence: unique([fileEvidence, ...own, ...itsOffers]).slice(0, maxEvidence),
    };
    this.record(actor, at, "Actors");
    for (const item of itself) this.tellOfOffers(item, paths);
    for (const item of itself.slice(1))
      this.keeper.matched(
        "Items of one organisation",
        item.at,
        `“${item.name}” is listed again; it is the actor “${name}”.`,
      );
    for (const item of itself)
      if (item.homepage && website && item.homepage !== website)
        this.keeper.matched("Further websites", item.at, `${item.homepage} of “${item.name}” is kept in its evidence.`);
    return actor;
  }

  /** A further place of an organisation among offerings names nothing that it offers there: it is no activity of it. */
  private tellOfOffers(item: LandscapeItem, paths: Paths): void {
    for (const { category, subcategory } of paths.get(item)!)
      if (this.activities.isActivity(category))
        this.keeper.mended(
          "Organisations with a second_path among offerings",
          item.at,
          `“${item.name}” is an organisation, and “${category} / ${subcategory}” does not say what it offers: both names are its labels.`,
          true,
        );
  }

  private offeringOf(
    item: LandscapeItem,
    actor: ActorRecord,
    keys: Set<string>,
    paths: Paths,
    activityOf: Made,
  ): OfferingRecord {
    const description = this.description([item]);
    const activities = this.activitiesOf(item, paths, activityOf);
    const labels = unique([...item.labels, ...this.membershipsOf(item, paths)]);
    const offering: OfferingRecord = {
      key: freeKey(item.name, keys, actor.key),
      name: item.name,
      provider: actor.key,
      type: "SOFTWARE",
      ...(description && { description }),
      ...(item.homepage && { website: item.homepage }),
      ...(activities.length > 0 && {
        activities: this.limit(activities, maxList, `Activities of “${item.name}”`, item.at),
      }),
      ...(labels.length > 0 && { labels: this.limit(labels, maxList, `Labels of “${item.name}”`, item.at) }),
      ...this.days([item]),
      evidence: [fileEvidence, this.evidenceOf(item)],
    };
    this.record(offering, item.at, "Offerings");
    return offering;
  }

  /** An item that stands twice is one offering, in all its activities. */
  private joinOffering(offering: OfferingRecord, item: LandscapeItem, paths: Paths, activityOf: Made): void {
    const merged = {
      activities: unique([...(offering.activities ?? []), ...this.activitiesOf(item, paths, activityOf)]),
      labels: unique([...(offering.labels ?? []), ...item.labels, ...this.membershipsOf(item, paths)]),
      evidence: unique([...(offering.evidence ?? []), this.evidenceOf(item)]).slice(0, maxEvidence),
    };
    for (const [field, values] of Object.entries(merged))
      if (values.length > 0)
        Object.assign(offering, { [field]: this.limit(values, maxList, `${field} of “${item.name}”`, item.at) });
    const description = this.description([item]);
    if (description && !offering.description) offering.description = description;
    else if (description && !offering.description!.includes(description))
      offering.description = this.fit(`${offering.description}\n${description}`, item.at);
    if (item.homepage && !offering.website) offering.website = item.homepage;
    const { validFrom, validTo } = this.days([item]);
    if (validFrom && !offering.validFrom && !(offering.validTo && offering.validTo <= validFrom))
      offering.validFrom = validFrom;
    else if (validFrom && validFrom !== offering.validFrom)
      this.keeper.leftOut(
        "extra.accepted",
        item.at,
        `${validFrom} of “${item.name}”: another place of it says otherwise.`,
        true,
      );
    if (validTo && !offering.validTo && !(offering.validFrom && validTo <= offering.validFrom))
      offering.validTo = validTo;
    else if (validTo && validTo !== offering.validTo)
      this.keeper.leftOut(
        "extra.archived",
        item.at,
        `${validTo} of “${item.name}”: another place of it says otherwise.`,
        true,
      );
    this.keeper.matched("Items of one offering", item.at, `“${item.name}” stands here again; it is one offering.`);
  }

  private activitiesOf(item: LandscapeItem, paths: Paths, activityOf: Made): string[] {
    return unique(paths.get(item)!.flatMap((path) => activityOf.get(this.activities.idOf(path))?.key ?? []));
  }

  /** Further places of an offering in lists of organisations are no activities. */
  private membershipsOf(item: LandscapeItem, paths: Paths): string[] {
    const memberships = paths.get(item)!.filter(({ category }) => !this.activities.isActivity(category));
    return memberships.flatMap(({ category, subcategory }) => [category, subcategory]);
  }

  private days(items: LandscapeItem[]): { validFrom?: string; validTo?: string } {
    const validFrom = items.find((item) => item.validFrom)?.validFrom;
    const validTo = items.find((item) => item.validTo)?.validTo;
    for (const item of items) {
      if (item.validFrom && item.validFrom !== validFrom)
        this.keeper.leftOut(
          "extra.accepted",
          item.at,
          `${item.validFrom} of “${item.name}”: another place of it says otherwise.`,
          true,
        );
      if (item.validTo && item.validTo !== validTo)
        this.keeper.leftOut(
          "extra.archived",
          item.at,
          `${item.validTo} of “${item.name}”: another place of it says otherwise.`,
          true,
        );
    }
    if (validFrom && validTo && validTo <= validFrom) {
      this.keeper.leftOut(
        "extra.archived",
        items[0]!.at,
        `“${items[0]!.name}” was archived on ${validTo}, not after it was accepted on ${validFrom}: the end was left out.`,
        true,
      );
      return { validFrom };
    }
    return { ...(validFrom && { validFrom }), ...(validTo && { validTo }) };
  }

  /** Descriptions of all places and the lines of what is no fact of the model yet. */
  private description(items: LandscapeItem[]): string {
    const lines = unique([...items.map((item) => item.description ?? ""), ...items.flatMap((item) => item.notes)]);
    const text = lines.filter(Boolean).join("\n");
    return text ? this.fit(text, items[0]!.at) : "";
  }

  private fit(text: string, at: string): string {
    if (text.length <= maxTextLength) return text;
    // By characters, as the document counts: half of one would be no text.
    const characters = [...text];
    if (characters.length <= maxTextLength) return text;
    this.keeper.mended(
      "Long descriptions",
      at,
      `The description was shortened to ${maxTextLength.toLocaleString("en")} characters.`,
      true,
    );
    return characters.slice(0, maxTextLength).join("");
  }

  /** The evidence of an item; items of one title and address share it. */
  private evidenceOf(item: LandscapeItem): string {
    const url = item.homepage ?? item.repository;
    const id = JSON.stringify([item.name, url ?? ""]);
    const links = unique(item.links).filter((line) => !line.endsWith(`: ${url}`));
    const known = this.evidence.get(id);
    const lines = unique([...(known?.excerpt?.split("\n") ?? []), ...links]);
    const excerpt = lines.length > 0 ? this.fit(lines.join("\n"), item.at) : undefined;
    if (known) {
      if (excerpt) known.excerpt = excerpt;
      return known.key;
    }
    const key = `${fileEvidence}.${freeKey(item.name, this.evidenceKeys, url ?? "evidence")}`;
    const evidence = { key, title: item.name, ...(url && { url }), ...(excerpt && { excerpt }) };
    this.evidence.set(id, evidence);
    this.places.set(evidence, item.at);
    return key;
  }

  private limit(values: string[], max: number, what: string, at: string): string[] {
    if (values.length > max)
      this.keeper.leftOut(
        what,
        at,
        `${(values.length - max).toLocaleString("en")} of ${values.length.toLocaleString("en")} were left out: a record holds at most ${max}.`,
        true,
      );
    return values.slice(0, max);
  }

  private cut(name: string, at: string): string {
    const characters = [...name];
    if (characters.length <= 300) return name;
    this.keeper.mended("Long names of activities", at, "The name was shortened to 300 characters.", true);
    return characters.slice(0, 300).join("");
  }

  private record(record: { name: string }, at: string, what: string): void {
    this.places.set(record, at);
    this.keeper.made(what, at, record.name);
  }
}

type Paths = ReadonlyMap<LandscapeItem, { category: string; subcategory: string; at: string }[]>;
type Made = ReadonlyMap<string, ActivityRecord>;

const unique = <T>(values: T[]): T[] => [...new Set(values)];
