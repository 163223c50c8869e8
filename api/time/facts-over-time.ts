import type { AnyRecord, EcosystemDocument, FactBase, RecordKind, RecordsByKind } from "../../cypher/model/document.ts";
import { compareText } from "../shared/order.ts";
import { requireDay } from "./dates.ts";
import { factNames } from "./fact-names.ts";
import { type ActivityFact, directedKey, type Facts, type InterfaceFact, type MoveFact } from "./facts.ts";
import { requireConfidence, statusOn } from "./in-force.ts";
import { common, isEmpty, Spans } from "./spans.ts";
import { type Entry, pieces, Track, Tracks } from "./track.ts";

type Kept<K extends RecordKind> = Entry<RecordsByKind[K]>;

const startOf = (fact: FactBase): string => fact.validFrom ?? "";

/** The same order as in factsInForce: by name, in code points. */
const byName = <V>(entries: readonly Entry<V>[], nameOf: (value: V) => string): Entry<V>[] =>
  entries
    .map((entry) => ({ entry, name: nameOf(entry.value) }))
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ entry }) => entry);

/** Of versions with the same name the one that begins last counts: each is cut to the days on which it does. */
function versions<V extends FactBase>(entries: readonly Entry<V>[], nameOf: (value: V) => string): Entry<V>[] {
  const runs = new Map<string, Entry<V>[]>();
  for (const entry of entries) {
    const name = nameOf(entry.value);
    const run = runs.get(name);
    if (run) run.push(entry);
    else runs.set(name, [entry]);
  }
  return [...runs]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, run]) => {
      if (run.length === 1) return run;
      const edges = run.flatMap(({ from, to }) => [from, to]).sort();
      const whole = { from: edges[0]!, to: edges.at(-1)! };
      return pieces(whole, edges, (day) => {
        let last: V | undefined;
        for (const { from, to, value } of run) {
          if (from <= day && day < to && (last === undefined || startOf(value) > startOf(last))) last = value;
        }
        return last;
      });
    });
}

const toMap =
  <V>(nameOf: (value: V) => string) =>
  (values: V[]): ReadonlyMap<string, V> =>
    new Map(values.map((value) => [nameOf(value), value]));
const asList = <V>(values: V[]): readonly V[] => values;
/** Of a name that has one version a day: that one. */
const only = <V>([value]: V[]): V => value!;
const key = (record: { key: string }): string => record.key;

/**
 * The facts in force on any day of one document: the same as factsInForce gives, but made for many days. Sorting and
 * looking up is done once; lists and records that do not change from one day to the next are the same objects on both,
 * so that a measure can keep what it has computed from them. Days are best asked for in their order.
 * Source: model.md section 1, Time.
 * @returns the facts of a day
 */
export function factsOverTime(document: EcosystemDocument, minConfidence = 0): (day: string) => Facts {
  requireConfidence(minConfidence);
  const spans = new Spans(document, minConfidence);
  const kept = <K extends RecordKind>(kind: K): Kept<K>[] =>
    ((document[kind] ?? []) as RecordsByKind[K][])
      .map((value) => ({ ...spans.of(kind, value as AnyRecord), value }))
      .filter((entry) => !isEmpty(entry));
  const inForce = (kind: RecordKind, keys: readonly string[] | undefined, day: string): string[] =>
    (keys ?? [])
      .filter((it) => {
        const { from, to } = spans.find(kind, it);
        return from <= day && day < to;
      })
      .sort(compareText);
  const edgesOf = (kind: RecordKind, keys: readonly string[] | undefined): string[] =>
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
    ({ value, ...span }): Entry<ActivityFact> => ({
      ...span,
      value: { ...value, required: value.required ?? true, importance: value.importance ?? 3 },
    }),
  );
  const claims = versions(kept("claims"), factNames.claims);
  const relations = versions(kept("relations"), factNames.relations);
  const supplies = relations.filter(({ value }) => value.type === "SUPPLIES");
  const alliances = relations
    .filter(({ value }) => value.type === "PARTNERS_WITH" || value.type === "OWNS")
    .flatMap(({ value: relation, ...span }) => [
      { ...span, value: { end: relation.from, other: relation.to, relation } },
      { ...span, value: { end: relation.to, other: relation.from, relation } },
    ]);
  // By key backwards, since of equal versions the first counts, and here that is the one with the last key.
  const agreements = versions(byName(kept("agreements"), key).reverse(), (it) => directedKey(it.provider, it.customer));
  const interfaces = byName(kept("interfaces"), key).flatMap(({ value, ...span }) =>
    pieces(
      span,
      edgesOf("standards", value.candidates),
      (day): InterfaceFact => ({ ...value, candidates: inForce("standards", value.candidates, day) }),
    ),
  );
  const participations = byName(kept("initiatives"), key).flatMap(({ value: initiative, ...span }) =>
    initiative.participants
      .map((actor) => ({ ...common(span, spans.find("actors", actor)), value: { actor, initiative } }))
      .filter((entry) => !isEmpty(entry)),
  );
  const moves = byName(kept("moves"), key).flatMap(({ value, ...span }) =>
    pieces(
      span,
      edgesOf("activities", value.activities),
      (day): MoveFact => ({
        ...value,
        impact: value.impact ?? 3,
        activities: inForce("activities", value.activities, day),
      }),
    ),
  );
  const byActorThen = <K extends "actorCapabilities" | "adoptions">(kind: K, inner: (it: RecordsByKind[K]) => string) =>
    new Tracks(
      versions(
        kept(kind) as Entry<RecordsByKind[K] & FactBase & { actor: string }>[],
        factNames[kind] as (it: RecordsByKind[K]) => string,
      ),
      (it) => it.actor,
      toMap(inner),
    );

  const over = {
    actors: new Track(actors, toMap<RecordsByKind["actors"]>(key)),
    customers: new Track(
      actors.filter(({ value }) => value.kinds.includes("CUSTOMER")),
      asList,
    ),
    profiles: new Tracks(versions(kept("profiles"), factNames.profiles), (it) => it.actor, only),
    levels: byActorThen("actorCapabilities", (it) => it.capability),
    standards: new Track(standards, toMap<RecordsByKind["standards"]>(key)),
    adoptions: byActorThen("adoptions", (it) => it.standard),
    activities: new Track(activities, toMap<ActivityFact>(key)),
    claimsOn: new Tracks(claims, (it) => it.activity, asList),
    claimsAbout: new Tracks(claims, (it) => it.about, asList),
    stancesOn: new Tracks(versions(kept("stances"), factNames.stances), (it) => it.topic, asList),
    interfaces: new Track(interfaces, asList),
    installationsAt: new Tracks(byName(kept("installations"), key), (it) => it.customer, asList),
    agreements: new Tracks(agreements, (it) => directedKey(it.provider, it.customer), only),
    initiativesOf: new Tracks(
      participations,
      (it) => it.actor,
      (values) => values.map((it) => it.initiative),
    ),
    alliances: new Tracks(
      alliances,
      (it) => it.end,
      (values) => {
        const byOther = new Map<string, RecordsByKind["relations"][]>();
        for (const { other, relation } of values) byOther.set(other, [...(byOther.get(other) ?? []), relation]);
        return byOther;
      },
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
      alliances: over.alliances.at(day),
      dependencies: over.dependencies.at(day),
      supplies: over.supplies.at(day),
      suppliesFrom: over.suppliesFrom.at(day),
      suppliesTo: over.suppliesTo.at(day),
      movesBy: over.movesBy.at(day),
      responsesTo: over.responsesTo.at(day),
    };
  };
}
