import type {
  EcosystemDocument,
  FactBase,
  RelationRecord,
  StandardRecord,
  StandardStatus,
} from "../../cypher/model/document.ts";
import { MeasureError } from "../shared/measure-error.ts";
import { compareText } from "../shared/order.ts";
import { requireDay, yearOf } from "./dates.ts";
import { factNames } from "./fact-names.ts";
import { type ActivityFact, directedKey, type Facts, type InterfaceFact, type MoveFact } from "./facts.ts";

/** The day that is looked at (YYYY-MM-DD), and the confidence 0..1 below which a fact is left out. */
export interface Moment {
  asOf: string;
  minConfidence?: number;
}

/** The same confidence, or a MeasureError when it is not within 0..1. */
export function requireConfidence(minConfidence: number): number {
  if (!(minConfidence >= 0 && minConfidence <= 1)) {
    throw new MeasureError("BAD_CONFIDENCE", `minConfidence is ${minConfidence}; it must be between 0 and 1.`);
  }
  return minConfidence;
}

const startOf = (fact: FactBase): string => fact.validFrom ?? "";

/**
 * Of records with the same name the one with the latest validFrom; an absent one is the earliest. By name: as the
 * records of a stored document come, so that those with the same name are mostly neighbours and nothing is looked up.
 */
function latest<R extends FactBase>(records: readonly R[], nameOf: (record: R) => string): R[] {
  const kept: R[] = [];
  let last: string | undefined;
  for (const record of records) {
    const name = nameOf(record);
    if (last !== undefined && name < last) return latestOfUnordered(records, nameOf);
    if (name !== last) kept.push(record);
    else if (startOf(record) > startOf(kept.at(-1)!)) kept[kept.length - 1] = record;
    last = name;
  }
  return kept;
}

function latestOfUnordered<R extends FactBase>(records: readonly R[], nameOf: (record: R) => string): R[] {
  const kept = new Map<string, R>();
  for (const record of records) {
    const name = nameOf(record);
    const other = kept.get(name);
    if (other === undefined || startOf(record) > startOf(other)) kept.set(name, record);
  }
  return [...kept.keys()].sort(compareText).map((name) => kept.get(name)!);
}

const byKey = <R extends { key: string }>(records: Iterable<R>): R[] =>
  [...records].sort((a, b) => compareText(a.key, b.key));

function group<R>(records: Iterable<R>, nameOf: (record: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const name = nameOf(record);
    const members = groups.get(name);
    if (members) members.push(record);
    else groups.set(name, [record]);
  }
  return groups;
}

function nest<R>(records: Iterable<R>, outer: (record: R) => string, inner: (record: R) => string) {
  const nested = new Map<string, Map<string, R>>();
  for (const [name, members] of group(records, outer)) {
    nested.set(name, new Map(members.map((record) => [inner(record), record])));
  }
  return nested;
}

/** A standard's status on a day: the latest of its history begun by then, else the one it has. */
export function statusOn(standard: StandardRecord, day: string): StandardStatus {
  let last: { status: StandardStatus; on: string } | undefined;
  for (const entry of standard.history ?? []) {
    if (entry.on <= day && (last === undefined || entry.on > last.on)) last = entry;
  }
  return last?.status ?? standard.status;
}

function allianceIndex(relations: readonly RelationRecord[]): Map<string, Map<string, RelationRecord[]>> {
  const index = new Map<string, Map<string, RelationRecord[]>>();
  const add = (from: string, to: string, relation: RelationRecord) => {
    const others = index.get(from) ?? new Map<string, RelationRecord[]>();
    index.set(from, others.set(to, [...(others.get(to) ?? []), relation]));
  };
  for (const relation of relations) {
    if (relation.type !== "PARTNERS_WITH" && relation.type !== "OWNS") continue;
    add(relation.from, relation.to, relation);
    add(relation.to, relation.from, relation);
  }
  return index;
}

/**
 * The facts that count on a day, indexed. A fact counts when it is in force, not less sure than asked for, and what it
 * stands on (its actors, activity, standard, move) counts too; of several that differ only in validFrom the latest.
 * Source: model.md section 1, Time. Cost grows with the number of facts.
 */
export function factsInForce(document: EcosystemDocument, moment: Moment): Facts {
  const day = requireDay(moment.asOf, "asOf");
  const minConfidence = requireConfidence(moment.minConfidence ?? 0);
  const year = yearOf(day);
  const counts = (fact: FactBase): boolean =>
    startOf(fact) <= day && (fact.validTo ?? "~") > day && (fact.confidence ?? 1) >= minConfidence;

  const actors = new Map(byKey((document.actors ?? []).filter(counts)).map((actor) => [actor.key, actor]));
  const standards = new Map(
    byKey((document.standards ?? []).filter(counts)).map((standard) => [
      standard.key,
      { ...standard, status: statusOn(standard, day) },
    ]),
  );
  const activities = new Map<string, ActivityFact>();
  for (const activity of byKey((document.activities ?? []).filter(counts))) {
    activities.set(activity.key, {
      ...activity,
      required: activity.required ?? true,
      importance: activity.importance ?? 3,
    });
  }
  const hasActor = (key: string) => actors.has(key);

  const profiles = latest(
    (document.profiles ?? []).filter((it) => counts(it) && hasActor(it.actor)),
    factNames.profiles,
  );
  const levels = latest(
    (document.actorCapabilities ?? []).filter((it) => counts(it) && hasActor(it.actor)),
    factNames.actorCapabilities,
  );
  const adoptions = latest(
    (document.adoptions ?? []).filter((it) => counts(it) && hasActor(it.actor) && standards.has(it.standard)),
    factNames.adoptions,
  );
  const claims = latest(
    (document.claims ?? []).filter(
      (it) => counts(it) && hasActor(it.about) && activities.has(it.activity) && hasActor(it.by ?? it.about),
    ),
    factNames.claims,
  );
  const stances = latest(
    (document.stances ?? []).filter((it) => counts(it) && hasActor(it.actor)),
    factNames.stances,
  );
  const relations = latest(
    (document.relations ?? []).filter((it) => counts(it) && hasActor(it.from) && hasActor(it.to)),
    factNames.relations,
  );
  const supplies = relations.filter((it) => it.type === "SUPPLIES");
  // Keys last, so that of equal validFrom the last key stays: agreements have a key, and yet one of a pair counts.
  const agreements = new Map(
    byKey((document.agreements ?? []).filter((it) => counts(it) && hasActor(it.provider) && hasActor(it.customer)))
      .sort((a, b) => compareText(startOf(a), startOf(b)))
      .map((it) => [directedKey(it.provider, it.customer), it]),
  );
  const interfaces: InterfaceFact[] = byKey(
    (document.interfaces ?? []).filter((it) => counts(it) && hasActor(it.a) && hasActor(it.b)),
  ).map((it) => ({ ...it, candidates: (it.candidates ?? []).filter((key) => standards.has(key)).sort(compareText) }));
  const initiatives = byKey(
    (document.initiatives ?? []).filter((it) => counts(it) && (it.startedOn ?? "") <= day && (it.endedOn ?? "~") > day),
  );
  const initiativesOf = new Map<string, typeof initiatives>();
  for (const initiative of initiatives) {
    for (const participant of initiative.participants.filter(hasActor)) {
      const own = initiativesOf.get(participant);
      if (own) own.push(initiative);
      else initiativesOf.set(participant, [initiative]);
    }
  }
  const installations = byKey(
    (document.installations ?? []).filter(
      (it) => counts(it) && hasActor(it.customer) && (it.installedYear ?? year) <= year,
    ),
  );
  const moves = new Map<string, MoveFact>();
  for (const it of byKey((document.moves ?? []).filter((it) => counts(it) && it.date <= day && hasActor(it.actor)))) {
    const touched = (it.activities ?? []).filter((key) => activities.has(key)).sort(compareText);
    moves.set(it.key, { ...it, impact: it.impact ?? 3, activities: touched });
  }
  const responses = byKey(
    (document.responses ?? []).filter((it) => counts(it) && it.date <= day && hasActor(it.actor) && moves.has(it.move)),
  );

  return {
    asOf: day,
    minConfidence,
    focal: document.ecosystem.focal ?? null,
    actors,
    customers: [...actors.values()].filter((actor) => actor.kinds.includes("CUSTOMER")),
    profiles: new Map(profiles.map((it) => [it.actor, it])),
    levels: nest(
      levels,
      (it) => it.actor,
      (it) => it.capability,
    ),
    capabilityNames: new Map((document.capabilities ?? []).map((it) => [it.key, it.name])),
    standards,
    adoptions: nest(
      adoptions,
      (it) => it.actor,
      (it) => it.standard,
    ),
    activities,
    claimsOn: group(claims, (it) => it.activity),
    claimsAbout: group(claims, (it) => it.about),
    topics: byKey(document.topics ?? []),
    stancesOn: group(stances, (it) => it.topic),
    interfaces,
    controlSystems: new Map(byKey(document.controlSystems ?? []).map((it) => [it.key, it])),
    installationsAt: group(installations, (it) => it.customer),
    agreements,
    initiativesOf,
    alliances: allianceIndex(relations),
    dependencies: relations.filter((it) => it.type === "DEPENDS_ON"),
    supplies,
    suppliesFrom: group(supplies, (it) => it.from),
    suppliesTo: group(supplies, (it) => it.to),
    movesBy: group(moves.values(), (it) => it.actor),
    responsesTo: group(responses, (it) => it.move),
    tags: document.tags ?? [],
  };
}
