import type {
  ActorRecord,
  EcosystemDocument,
  InitiativeRecord,
  RecordsByKind,
  RelationRecord,
  RelationType,
} from "../../cypher/model/document.ts";
import { addTo, groupBy } from "../shared/groups.ts";
import { MeasureError } from "../shared/measure-error.ts";
import { type Memo, noMemo } from "../shared/memo.ts";
import { compareText } from "../shared/order.ts";
import { shareList, shareLists, shareMaps, shareNestedLists, shareRecords } from "../shared/sharing.ts";
import { confidenceFrom } from "./confidence.ts";
import { requireDay } from "./dates.ts";
import {
  activityFact,
  directedKey,
  type Facts,
  moveFact,
  type OfferingFact,
  offeringFact,
  type RelationsByEnds,
} from "./facts.ts";
import { DayRecords, statusOn } from "./in-force-rules.ts";
import { earlierOwnClaims, latestVersions, type VersionedKind } from "./versions.ts";

/** Moment of a measure: the date (YYYY-MM-DD) and the minimum confidence, 0..1. */
export interface Moment {
  asOf: string;
  minConfidence?: number;
}

/** The confidence itself, or a MeasureError when it is not within 0..1. */
export function requireConfidence(minConfidence: number): number {
  if (!(minConfidence >= 0 && minConfidence <= 1)) {
    throw new MeasureError("BAD_CONFIDENCE", `minConfidence is ${minConfidence}. Use a number from 0 to 1.`);
  }
  return minConfidence;
}

const byKey = <R extends { key: string }>(records: Iterable<R>): R[] =>
  [...records].sort((a, b) => compareText(a.key, b.key));

const mapByKey = <R extends { key: string }>(records: readonly R[]): Map<string, R> =>
  new Map(records.map((record) => [record.key, record]));

const customersOf = (actors: ReadonlyMap<string, ActorRecord>): ActorRecord[] =>
  [...actors.values()].filter((actor) => actor.kinds.includes("CUSTOMER"));

function nest<R>(records: Iterable<R>, outer: (record: R) => string, inner: (record: R) => string) {
  const nested = new Map<string, Map<string, R>>();
  for (const [name, members] of groupBy(records, outer)) {
    nested.set(name, new Map(members.map((record) => [inner(record), record])));
  }
  return nested;
}

function byEnds(relations: readonly RelationRecord[]): Map<string, Map<string, RelationRecord[]>> {
  const index = new Map<string, Map<string, RelationRecord[]>>();
  const add = (from: string, to: string, relation: RelationRecord) => {
    const others = index.get(from) ?? new Map<string, RelationRecord[]>();
    index.set(from, others.set(to, [...(others.get(to) ?? []), relation]));
  };
  for (const relation of relations) {
    add(relation.from, relation.to, relation);
    add(relation.to, relation.from, relation);
  }
  return index;
}

/** Actors with the initiatives in force that they take part in. */
function byParticipant(
  initiatives: readonly InitiativeRecord[],
  actors: ReadonlySet<string>,
): Map<string, InitiativeRecord[]> {
  const initiativesOf = new Map<string, InitiativeRecord[]>();
  for (const initiative of byKey(initiatives)) {
    for (const participant of initiative.participants.filter((key) => actors.has(key))) {
      addTo(initiativesOf, participant, initiative);
    }
  }
  return initiativesOf;
}

function byActivity(offerings: readonly OfferingFact[]): Map<string, OfferingFact[]> {
  const offeringsOn = new Map<string, OfferingFact[]>();
  for (const offering of offerings) {
    for (const activity of offering.activities) {
      addTo(offeringsOn, activity, offering);
    }
  }
  return offeringsOn;
}

/**
 * Facts in force on a day, indexed. A fact is in force by its own dates, if its confidence is high enough and its
 * dependencies (actors, activity, standard, move) are in force too; of several that differ only in validFrom the latest
 * is. Source: docs/model.md, section 1, Time. The cost grows with the number of facts.
 * @param memo to read documents that share most of their records, as before and after a change: what is the same in
 *   both is not indexed again, and is the same object
 */
export function factsInForce(document: EcosystemDocument, moment: Moment, memo: Memo = noMemo): Facts {
  const day = requireDay(moment.asOf, "asOf");
  const minConfidence = requireConfidence(moment.minConfidence ?? 0);
  const records = new DayRecords(document, day, minConfidence, memo);
  const latest = <K extends VersionedKind>(kind: K): RecordsByKind[K][] => {
    const all = records.of(kind);
    return memo(`latest ${kind}`, [all], () => latestVersions(kind, all), shareList<RecordsByKind[K]>);
  };
  /** Lists of a list's entries by a name of each. */
  const grouped = <R>(name: string, list: readonly R[], nameOf: (record: R) => string) =>
    memo(name, [list], () => groupBy(list, nameOf), shareLists<R>);
  const nested = <R>(name: string, list: readonly R[], outer: (record: R) => string, inner: (record: R) => string) =>
    memo(name, [list], () => nest(list, outer, inner), shareMaps<R>);
  /** Records with what the day makes of them, by key. */
  const made = <R, M extends { key: string }>(name: string, list: readonly R[], inputs: unknown[], make: () => M[]) =>
    memo(name, [list, ...inputs], make, shareRecords<M>);
  const inForce = (keys: readonly string[] | undefined, inForce: ReadonlySet<string>): string[] =>
    (keys ?? []).filter((key) => inForce.has(key)).sort(compareText);

  const actorRecords = records.of("actors");
  const actorKeys = records.keysOf("actors");
  const actors = memo("actors", [actorRecords], () => mapByKey(byKey(actorRecords)));
  const standards = made("standards", records.of("standards"), [day], () =>
    byKey(records.of("standards")).map((it) => ({ ...it, status: statusOn(it, day) })),
  );
  const activities = made("activities", records.of("activities"), [], () =>
    byKey(records.of("activities")).map(activityFact),
  );
  const activityKeys = records.keysOf("activities");
  const standardKeys = records.keysOf("standards");
  const moves = made("moves", records.of("moves"), [activityKeys], () =>
    byKey(records.of("moves")).map((it) => moveFact(it, inForce(it.activities, activityKeys))),
  );
  const offerings = made("offerings", records.of("offerings"), [activityKeys], () =>
    byKey(records.of("offerings")).map((it) => offeringFact(it, inForce(it.activities, activityKeys))),
  );
  const interfaces = made("interfaces", records.of("interfaces"), [standardKeys], () =>
    byKey(records.of("interfaces")).map((it) => ({ ...it, candidates: inForce(it.candidates, standardKeys) })),
  );
  const claims = latest("claims");
  const relations = latest("relations");
  const ofType = (type: RelationType) =>
    memo(type, [relations], () => relations.filter((it) => it.type === type), shareList<RelationRecord>);
  const betweenEnds = (type: RelationType): RelationsByEnds => {
    const list = ofType(type);
    return memo(`ends of ${type}`, [list], () => byEnds(list), shareNestedLists<RelationRecord>);
  };
  const supplies = ofType("SUPPLIES");
  const profiles = latest("profiles");
  const agreements = latest("agreements");
  const initiatives = records.of("initiatives");
  const sorted = <R extends { key: string }>(name: string, list: readonly R[]) =>
    memo(name, [list], () => byKey(list), shareList<R>);
  const installations = sorted("installations", records.of("installations"));
  const responses = sorted("responses", records.of("responses"));
  const { capabilities, controlSystems, evidence, tags, topics } = document;

  return {
    asOf: day,
    minConfidence,
    confidenceOf: memo("confidence", [evidence], () => confidenceFrom(evidence)),
    focal: document.ecosystem.focal ?? null,
    actors,
    customers: memo("customers", [actors], () => customersOf(actors), shareList<ActorRecord>),
    profiles: memo("profiles", [profiles], () => new Map(profiles.map((it) => [it.actor, it]))),
    levels: nested(
      "levels",
      latest("actorCapabilities"),
      (it) => it.actor,
      (it) => it.capability,
    ),
    capabilityNames: memo(
      "capabilities",
      [capabilities],
      () => new Map((capabilities ?? []).map((it) => [it.key, it.name])),
    ),
    standards: memo("standards by key", [standards], () => mapByKey(standards)),
    adoptions: nested(
      "adoptions",
      latest("adoptions"),
      (it) => it.actor,
      (it) => it.standard,
    ),
    activities: memo("activities by key", [activities], () => mapByKey(activities)),
    claimsOn: grouped("claims on", claims, (it) => it.activity),
    claimsAbout: grouped("claims about", claims, (it) => it.about),
    earlierVersions: memo("earlier claims", [document.claims], () => earlierOwnClaims(document.claims)),
    offeringsOf: grouped("offerings of", offerings, (it) => it.provider),
    offeringsOn: memo("offerings on", [offerings], () => byActivity(offerings), shareLists<OfferingFact>),
    topics: memo("topics", [topics], () => byKey(topics ?? [])),
    stancesOn: grouped("stances on", latest("stances"), (it) => it.topic),
    interfaces,
    controlSystems: memo("control systems", [controlSystems], () => mapByKey(byKey(controlSystems ?? []))),
    installationsAt: grouped("installations at", installations, (it) => it.customer),
    agreements: memo(
      "agreements",
      [agreements],
      () => new Map(agreements.map((it) => [directedKey(it.provider, it.customer), it])),
    ),
    initiativesOf: memo(
      "initiatives of",
      [initiatives, actorKeys],
      () => byParticipant(initiatives, actorKeys),
      shareLists<InitiativeRecord>,
    ),
    partnerships: betweenEnds("PARTNERS_WITH"),
    rivalries: betweenEnds("COMPETES_WITH"),
    ownerships: ofType("OWNS"),
    dependencies: ofType("DEPENDS_ON"),
    supplies,
    suppliesFrom: grouped("supplies from", supplies, (it) => it.from),
    suppliesTo: grouped("supplies to", supplies, (it) => it.to),
    movesBy: grouped("moves by", moves, (it) => it.actor),
    responsesTo: grouped("responses to", responses, (it) => it.move),
    tags: tags ?? [],
  };
}
