import type { EcosystemDocument, RecordKind, RecordsByKind, RelationType } from "../../cypher/model/document.ts";
import { compareText } from "../shared/order.ts";
import { confidenceFrom } from "./confidence.ts";
import { requireDay } from "./dates.ts";
import {
  type ActivityFact,
  activityFact,
  directedKey,
  type Facts,
  type InterfaceFact,
  moveFact,
  offeringFact,
} from "./facts.ts";
import { requireConfidence } from "./in-force.ts";
import { RecordSpans, recordsOf, statusOn } from "./in-force-rules.ts";
import { contains, intersect, isEmpty } from "./spans.ts";
import { type Entry, pieces, Track, Tracks } from "./track.ts";
import { earlierOwnClaims, spansBeside, type VersionedKind, versionsByName } from "./versions.ts";

type Kept<K extends RecordKind> = Entry<RecordsByKind[K]>;

/** The same order as in factsInForce: by name, in code points. */
const byName = <V>(entries: readonly Entry<V>[], nameOf: (value: V) => string): Entry<V>[] =>
  entries
    .map((entry) => ({ entry, name: nameOf(entry.value) }))
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ entry }) => entry);

/** Versions by name, each cut to the days on which it is in force beside the later ones. */
function versions<K extends VersionedKind>(kind: K, entries: readonly Kept<K>[]): Kept<K>[] {
  return [...versionsByName(kind, entries, ({ value }) => value)]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, run]) =>
      run.length === 1
        ? run
        : run.flatMap((entry) => spansBeside(entry, run).map((span) => ({ ...span, value: entry.value }))),
    );
}

const toMap =
  <V>(nameOf: (value: V) => string) =>
  (values: V[]): ReadonlyMap<string, V> =>
    new Map(values.map((value) => [nameOf(value), value]));
const asList = <V>(values: V[]): readonly V[] => values;
/** For facts with one version a day: that version. */
const only = <V>([value]: V[]): V => value!;
const key = (record: { key: string }): string => record.key;

/**
 * Facts over time: the facts in force on any day of one document, as factsInForce gives them, for many days. Sorting
 * and indexing is done once; lists and records that do not change from one day to the next are the same objects on
 * both, so that a memo recognises them. Fastest when days are requested in ascending order. Source: docs/model.md,
 * section 1, Time.
 * @returns the facts of a day
 */
export function factsOverTime(document: EcosystemDocument, minConfidence = 0): (day: string) => Facts {
  requireConfidence(minConfidence);
  const spans = new RecordSpans(document, minConfidence);
  const kept = <K extends RecordKind>(kind: K): Kept<K>[] =>
    recordsOf(document, kind)
      .map((value) => ({ ...spans.of(kind, value), value }))
      .filter((entry) => !isEmpty(entry));
  const inForce = (kind: "standards" | "activities", keys: readonly string[] | undefined, day: string): string[] =>
    (keys ?? []).filter((it) => contains(spans.find(kind, it), day)).sort(compareText);
  const edgesOf = (kind: "standards" | "activities", keys: readonly string[] | undefined): string[] =>
    (keys ?? []).flatMap((it) => {
      const { from, to } = spans.find(kind, it);
      return [from, to];
    });

  const actors = byName(kept("actors"), key);
  const standards = byName(kept("standards"), key).flatMap(({ value, ...span }) =>
    pieces(
      span,
      (value.history ?? []).map(({ on }) => on),
      (day) => ({ ...value, status: statusOn(value, day) }),
    ),
  );
  const activities = byName(kept("activities"), key).map(
    ({ value, ...span }): Entry<ActivityFact> => ({ ...span, value: activityFact(value) }),
  );
  const claims = versions("claims", kept("claims"));
  const relations = versions("relations", kept("relations"));
  const supplies = relations.filter(({ value }) => value.type === "SUPPLIES");
  /** Relations of a type without direction, by either end, then the other end. */
  const byEnds = (type: RelationType) =>
    new Tracks(
      relations
        .filter(({ value }) => value.type === type)
        .flatMap(({ value: relation, ...span }) => [
          { ...span, value: { end: relation.from, other: relation.to, relation } },
          { ...span, value: { end: relation.to, other: relation.from, relation } },
        ]),
      (it) => it.end,
      (values) => {
        const byOther = new Map<string, RecordsByKind["relations"][]>();
        for (const { other, relation } of values) byOther.set(other, [...(byOther.get(other) ?? []), relation]);
        return byOther;
      },
    );
  const agreements = versions("agreements", kept("agreements"));
  const interfaces = byName(kept("interfaces"), key).flatMap(({ value, ...span }) =>
    pieces(
      span,
      edgesOf("standards", value.candidates),
      (day): InterfaceFact => ({ ...value, candidates: inForce("standards", value.candidates, day) }),
    ),
  );
  const participations = byName(kept("initiatives"), key).flatMap(({ value: initiative, ...span }) =>
    initiative.participants
      .map((actor) => ({ ...intersect(span, spans.find("actors", actor)), value: { actor, initiative } }))
      .filter((entry) => !isEmpty(entry)),
  );
  const moves = byName(kept("moves"), key).flatMap(({ value, ...span }) =>
    pieces(span, edgesOf("activities", value.activities), (day) =>
      moveFact(value, inForce("activities", value.activities, day)),
    ),
  );
  const offerings = byName(kept("offerings"), key).flatMap(({ value, ...span }) =>
    pieces(span, edgesOf("activities", value.activities), (day) =>
      offeringFact(value, inForce("activities", value.activities, day)),
    ),
  );
  const over = {
    actors: new Track(actors, toMap<RecordsByKind["actors"]>(key)),
    customers: new Track(
      actors.filter(({ value }) => value.kinds.includes("CUSTOMER")),
      asList,
    ),
    profiles: new Tracks(versions("profiles", kept("profiles")), (it) => it.actor, only),
    levels: new Tracks(
      versions("actorCapabilities", kept("actorCapabilities")),
      (it) => it.actor,
      toMap((it) => it.capability),
    ),
    standards: new Track(standards, toMap<RecordsByKind["standards"]>(key)),
    adoptions: new Tracks(
      versions("adoptions", kept("adoptions")),
      (it) => it.actor,
      toMap((it) => it.standard),
    ),
    activities: new Track(activities, toMap<ActivityFact>(key)),
    claimsOn: new Tracks(claims, (it) => it.activity, asList),
    claimsAbout: new Tracks(claims, (it) => it.about, asList),
    stancesOn: new Tracks(versions("stances", kept("stances")), (it) => it.topic, asList),
    interfaces: new Track(interfaces, asList),
    installationsAt: new Tracks(byName(kept("installations"), key), (it) => it.customer, asList),
    agreements: new Tracks(agreements, (it) => directedKey(it.provider, it.customer), only),
    initiativesOf: new Tracks(
      participations,
      (it) => it.actor,
      (values) => values.map((it) => it.initiative),
    ),
    partnerships: byEnds("PARTNERS_WITH"),
    rivalries: byEnds("COMPETES_WITH"),
    ownerships: new Track(
      relations.filter(({ value }) => value.type === "OWNS"),
      asList,
    ),
    offeringsOf: new Tracks(offerings, (it) => it.provider, asList),
    offeringsOn: new Tracks(
      offerings.flatMap(({ value: offering, ...span }) =>
        offering.activities.map((activity) => ({ ...span, value: { activity, offering } })),
      ),
      (it) => it.activity,
      (values) => values.map((it) => it.offering),
    ),
    dependencies: new Track(
      relations.filter(({ value }) => value.type === "DEPENDS_ON"),
      asList,
    ),
    supplies: new Track(supplies, asList),
    suppliesFrom: new Tracks(supplies, (it) => it.from, asList),
    suppliesTo: new Tracks(supplies, (it) => it.to, asList),
    movesBy: new Tracks(moves, (it) => it.actor, asList),
    responsesTo: new Tracks(byName(kept("responses"), key), (it) => it.move, asList),
  };
  const always = {
    minConfidence,
    confidenceOf: confidenceFrom(document.evidence),
    earlierVersions: earlierOwnClaims(document.claims),
    focal: document.ecosystem.focal ?? null,
    capabilityNames: new Map((document.capabilities ?? []).map((it) => [it.key, it.name])),
    topics: [...(document.topics ?? [])].sort((a, b) => compareText(a.key, b.key)),
    controlSystems: new Map(
      [...(document.controlSystems ?? [])].sort((a, b) => compareText(a.key, b.key)).map((it) => [it.key, it]),
    ),
    tags: document.tags ?? [],
  };
  return (asked) => {
    const day = requireDay(asked, "asOf");
    return {
      ...always,
      asOf: day,
      actors: over.actors.at(day),
      customers: over.customers.at(day),
      profiles: over.profiles.at(day),
      levels: over.levels.at(day),
      standards: over.standards.at(day),
      adoptions: over.adoptions.at(day),
      activities: over.activities.at(day),
      claimsOn: over.claimsOn.at(day),
      claimsAbout: over.claimsAbout.at(day),
      stancesOn: over.stancesOn.at(day),
      interfaces: over.interfaces.at(day),
      installationsAt: over.installationsAt.at(day),
      agreements: over.agreements.at(day),
      initiativesOf: over.initiativesOf.at(day),
      partnerships: over.partnerships.at(day),
      rivalries: over.rivalries.at(day),
      ownerships: over.ownerships.at(day),
      offeringsOf: over.offeringsOf.at(day),
      offeringsOn: over.offeringsOn.at(day),
      dependencies: over.dependencies.at(day),
      supplies: over.supplies.at(day),
      suppliesFrom: over.suppliesFrom.at(day),
      suppliesTo: over.suppliesTo.at(day),
      movesBy: over.movesBy.at(day),
      responsesTo: over.responsesTo.at(day),
    };
  };
}
