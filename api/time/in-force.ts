import type { EcosystemDocument, InitiativeRecord, RelationRecord, RelationType } from "../../cypher/model/document.ts";
import { MeasureError } from "../shared/measure-error.ts";
import { compareText } from "../shared/order.ts";
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
import { earlierOwnClaims, latestVersions } from "./versions.ts";

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

function byEnds(relations: readonly RelationRecord[], type: RelationType): RelationsByEnds {
  const index = new Map<string, Map<string, RelationRecord[]>>();
  const add = (from: string, to: string, relation: RelationRecord) => {
    const others = index.get(from) ?? new Map<string, RelationRecord[]>();
    index.set(from, others.set(to, [...(others.get(to) ?? []), relation]));
  };
  for (const relation of relations) {
    if (relation.type !== type) continue;
    add(relation.from, relation.to, relation);
    add(relation.to, relation.from, relation);
  }
  return index;
}

/**
 * Facts in force on a day, indexed. A fact is in force by its own dates, if its confidence is high enough and its
 * dependencies (actors, activity, standard, move) are in force too; of several that differ only in validFrom the latest
 * is. Source: docs/model.md, section 1, Time. The cost grows with the number of facts.
 */
export function factsInForce(document: EcosystemDocument, moment: Moment): Facts {
  const day = requireDay(moment.asOf, "asOf");
  const minConfidence = requireConfidence(moment.minConfidence ?? 0);
  const records = new DayRecords(document, day, minConfidence);

  const actors = new Map(byKey(records.of("actors")).map((actor) => [actor.key, actor]));
  const standards = new Map(byKey(records.of("standards")).map((it) => [it.key, { ...it, status: statusOn(it, day) }]));
  const activities = new Map(byKey(records.of("activities")).map((it) => [it.key, activityFact(it)]));
  const claims = latestVersions("claims", records.of("claims"));
  const relations = latestVersions("relations", records.of("relations"));
  const supplies = relations.filter((it) => it.type === "SUPPLIES");
  const initiativesOf = new Map<string, InitiativeRecord[]>();
  for (const initiative of byKey(records.of("initiatives"))) {
    for (const participant of initiative.participants.filter((key) => actors.has(key))) {
      const own = initiativesOf.get(participant);
      if (own) own.push(initiative);
      else initiativesOf.set(participant, [initiative]);
    }
  }
  const inForce = (keys: readonly string[] | undefined, kind: "standards" | "activities"): string[] =>
    (keys ?? []).filter((key) => records.has(kind, key)).sort(compareText);
  const moves = byKey(records.of("moves")).map((it) => moveFact(it, inForce(it.activities, "activities")));
  const offerings = byKey(records.of("offerings")).map((it) => offeringFact(it, inForce(it.activities, "activities")));
  const offeringsOn = new Map<string, OfferingFact[]>();
  for (const offering of offerings) {
    for (const activity of offering.activities) {
      const others = offeringsOn.get(activity);
      if (others) others.push(offering);
      else offeringsOn.set(activity, [offering]);
    }
  }

  return {
    asOf: day,
    minConfidence,
    confidenceOf: confidenceFrom(document.evidence),
    focal: document.ecosystem.focal ?? null,
    actors,
    customers: [...actors.values()].filter((actor) => actor.kinds.includes("CUSTOMER")),
    profiles: new Map(latestVersions("profiles", records.of("profiles")).map((it) => [it.actor, it])),
    levels: nest(
      latestVersions("actorCapabilities", records.of("actorCapabilities")),
      (it) => it.actor,
      (it) => it.capability,
    ),
    capabilityNames: new Map((document.capabilities ?? []).map((it) => [it.key, it.name])),
    standards,
    adoptions: nest(
      latestVersions("adoptions", records.of("adoptions")),
      (it) => it.actor,
      (it) => it.standard,
    ),
    activities,
    claimsOn: group(claims, (it) => it.activity),
    claimsAbout: group(claims, (it) => it.about),
    earlierVersions: earlierOwnClaims(document.claims),
    offeringsOf: group(offerings, (it) => it.provider),
    offeringsOn,
    topics: byKey(document.topics ?? []),
    stancesOn: group(latestVersions("stances", records.of("stances")), (it) => it.topic),
    interfaces: byKey(records.of("interfaces")).map((it) => ({
      ...it,
      candidates: inForce(it.candidates, "standards"),
    })),
    controlSystems: new Map(byKey(document.controlSystems ?? []).map((it) => [it.key, it])),
    installationsAt: group(byKey(records.of("installations")), (it) => it.customer),
    agreements: new Map(
      latestVersions("agreements", records.of("agreements")).map((it) => [directedKey(it.provider, it.customer), it]),
    ),
    initiativesOf,
    partnerships: byEnds(relations, "PARTNERS_WITH"),
    rivalries: byEnds(relations, "COMPETES_WITH"),
    ownerships: relations.filter((it) => it.type === "OWNS"),
    dependencies: relations.filter((it) => it.type === "DEPENDS_ON"),
    supplies,
    suppliesFrom: group(supplies, (it) => it.from),
    suppliesTo: group(supplies, (it) => it.to),
    movesBy: group(moves, (it) => it.actor),
    responsesTo: group(byKey(records.of("responses")), (it) => it.move),
    tags: document.tags ?? [],
  };
}
