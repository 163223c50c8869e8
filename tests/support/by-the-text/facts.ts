import type { EcosystemDocument, EvidenceRecord, FactBase } from "../../../cypher/model/document.ts";

// Second reading of docs/model.md: an independent implementation written from its text alone, without regard to speed,
// with plain lists that are searched for every question. It shares no code with the measures.

export interface Moment {
  asOf: string;
  minConfidence: number;
}

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
export const mean = (values: readonly number[]): number => total(values) / values.length;

/** Section 1, Confidence: confidence from one graded source; undefined when it has no usable grade. */
function grade({ reliability, credibility }: EvidenceRecord): number | undefined {
  const r = { A: 1, B: 0.8, C: 0.6, D: 0.4, E: 0.2, F: undefined }[reliability ?? "F"];
  const c = [undefined, 1, 0.8, 0.6, 0.4, 0.2, undefined][credibility ?? 6];
  return r === undefined && c === undefined ? undefined : Math.min(r ?? 0.6, c ?? 0.6);
}

/** Section 1, Time: what is in force on a day, of several versions the latest. */
export function inForce(document: EcosystemDocument, { asOf, minConfidence }: Moment) {
  const year = Number(asOf.slice(0, 4));
  const confidenceOf = (fact: FactBase): number | undefined => {
    if (fact.confidence !== undefined) return fact.confidence;
    const sources = (document.evidence ?? []).filter((it) => fact.evidence?.includes(it.key));
    const grades = sources.flatMap((it) => grade(it) ?? []);
    return grades.length === 0 ? undefined : Math.max(...grades);
  };
  const live = <F extends FactBase>(facts: readonly F[] | undefined): F[] =>
    (facts ?? []).filter(
      (fact) =>
        (fact.validFrom === undefined || fact.validFrom <= asOf) &&
        (fact.validTo === undefined || fact.validTo > asOf) &&
        (confidenceOf(fact) ?? 1) >= minConfidence,
    );
  const actors = live(document.actors);
  const activities = live(document.activities).map((it) => ({
    ...it,
    required: it.required ?? true,
    importance: it.importance ?? 3,
  }));
  const standards = live(document.standards).flatMap((it) => {
    if ((it.history ?? []).length === 0) return [it];
    const begun = it.history!.filter(({ on }) => on <= asOf).sort((a, b) => (a.on < b.on ? 1 : -1));
    return begun.length === 0 ? [] : [{ ...it, status: begun[0]!.status }];
  });
  const isActor = (key: string) => actors.some((it) => it.key === key);
  const isActivity = (key: string) => activities.some((it) => it.key === key);
  const isStandard = (key: string) => standards.some((it) => it.key === key);
  /** Of records with the same `identity` the one that began last; an absent start is the earliest. */
  const lastOf = <F extends FactBase>(facts: readonly F[], identity: (fact: F) => unknown[]): F[] =>
    facts.filter(
      (fact) =>
        !facts.some(
          (other) =>
            JSON.stringify(identity(other)) === JSON.stringify(identity(fact)) &&
            (other.validFrom ?? "") > (fact.validFrom ?? ""),
        ),
    );
  const moves = live(document.moves)
    .filter((it) => it.date <= asOf && isActor(it.actor))
    .map((it) => ({ ...it, impact: it.impact ?? 3, activities: (it.activities ?? []).filter(isActivity) }));
  const agreements = lastOf(
    live(document.agreements).filter((it) => isActor(it.provider) && isActor(it.customer)),
    (it) => [it.provider, it.customer],
  );
  return {
    asOf,
    year,
    confidenceOf,
    /** Every version of every claim, regardless of day and confidence. */
    allClaims: document.claims ?? [],
    actors,
    activities,
    standards,
    moves,
    topics: document.topics ?? [],
    tags: document.tags ?? [],
    customers: actors.filter((it) => it.kinds.includes("CUSTOMER")),
    profiles: lastOf(
      live(document.profiles).filter((it) => isActor(it.actor)),
      (it) => [it.actor],
    ),
    levels: lastOf(
      live(document.actorCapabilities).filter((it) => isActor(it.actor)),
      (it) => [it.actor, it.capability],
    ),
    adoptions: lastOf(
      live(document.adoptions).filter((it) => isActor(it.actor) && isStandard(it.standard)),
      (it) => [it.actor, it.standard],
    ),
    claims: lastOf(
      live(document.claims).filter(
        (it) => (it.by === undefined || isActor(it.by)) && isActor(it.about) && isActivity(it.activity),
      ),
      (it) => [it.by, it.about, it.activity],
    ),
    stances: lastOf(
      live(document.stances).filter((it) => isActor(it.actor)),
      (it) => [it.actor, it.topic],
    ),
    relations: lastOf(
      live(document.relations).filter((it) => isActor(it.from) && isActor(it.to)),
      (it) => [it.from, it.to, it.type],
    ),
    offerings: live(document.offerings)
      .filter((it) => isActor(it.provider))
      .map((it) => ({ ...it, activities: (it.activities ?? []).filter(isActivity) })),
    interfaces: live(document.interfaces)
      .filter((it) => isActor(it.a) && isActor(it.b))
      .map((it) => ({ ...it, candidates: (it.candidates ?? []).filter(isStandard) })),
    installations: live(document.installations)
      .filter((it) => isActor(it.customer) && (it.installedYear === undefined || it.installedYear <= year))
      .map((it) => ({ ...it, units: it.units ?? 1 })),
    // Of several for a pair that began together: the greatest key.
    agreements: agreements.filter(
      (it) =>
        !agreements.some(
          (other) => other.provider === it.provider && other.customer === it.customer && other.key > it.key,
        ),
    ),
    initiatives: live(document.initiatives)
      .filter((it) => it.startedOn === undefined || it.startedOn <= asOf)
      .filter((it) => it.endedOn === undefined || it.endedOn > asOf)
      .map((it) => ({ ...it, participants: it.participants.filter(isActor) })),
    responses: live(document.responses).filter(
      (it) => it.date <= asOf && isActor(it.actor) && moves.some(({ key }) => key === it.move),
    ),
  };
}

export type InForce = ReturnType<typeof inForce>;

export interface Extent {
  x: number;
  low: number;
  high: number;
  source: "ASSESSMENT" | "OWN" | "OTHERS" | "OFFERING";
}

/** Section 2: extent of an actor in an activity with its bounds, null without a claim or offering. */
export function extentOf({ claims, offerings }: InForce, actor: string, activity: string): Extent | null {
  const about = claims.filter((it) => it.about === actor && it.activity === activity);
  const exactly = (x: number, source: Extent["source"]): Extent => ({ x, low: x, high: x, source });
  const assessed = about.find((it) => it.by === undefined);
  if (assessed) return exactly(assessed.extent, "ASSESSMENT");
  const own = about.find((it) => it.by === actor);
  if (own) return exactly(own.extent, "OWN");
  if (about.length > 0) return exactly(mean(about.map((it) => it.extent)), "OTHERS");
  const offered = offerings.some((it) => it.provider === actor && it.activities.includes(activity));
  return offered ? { x: 0.5, low: 0, high: 1, source: "OFFERING" } : null;
}

/** Section 2: extent as it counts: 0 without a claim or offering. */
export const extent = (facts: InForce, actor: string, activity: string): number =>
  extentOf(facts, actor, activity)?.x ?? 0;

/** Section 2, Groups: holdings in force, each from owner to owned. */
const holdings = ({ relations }: InForce) =>
  relations.filter((it) => it.type === "OWNS" && (it.share === undefined || it.share > 0.5));

/** Everything reachable from one actor, itself included. */
function reach(from: string, steps: readonly (readonly [string, string])[]): string[] {
  const reached = [from];
  for (const one of reached)
    reached.push(...new Set(steps.flatMap(([a, b]) => (a === one && !reached.includes(b) ? [b] : []))));
  return reached;
}

/** Section 2, Groups: the head of an actor's group, null when it is alone. */
export function groupHead(facts: InForce, actor: string): string | null {
  const owned = holdings(facts);
  const group = reach(
    actor,
    owned.flatMap(({ from, to }) => [
      [from, to],
      [to, from],
    ]),
  ).sort();
  if (group.length === 1) return null;
  return group.find((it) => !owned.some(({ to }) => to === it)) ?? group[0]!;
}

/** Section 2, Groups: whether two actors are kin. */
export function areKin(facts: InForce, a: string, b: string): boolean {
  const owned = holdings(facts);
  const down = owned.map(({ from, to }) => [from, to] as const);
  const stated = owned
    .filter((it) => it.share !== undefined)
    .flatMap(({ from, to }) => [[from, to] as const, [to, from] as const]);
  return reach(a, down).includes(b) || reach(b, down).includes(a) || reach(a, stated).includes(b);
}

/** Section 2: positions by key. */
export function positions(facts: InForce) {
  return [...facts.actors]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ key }) => {
      const x = facts.activities.map((it) => ({ ...it, x: extent(facts, key, it.key) }));
      if (!x.some((it) => it.x > 0)) return [];
      const placed = x.filter((it) => it.serviceness !== undefined);
      const below = total(placed.map((it) => it.x));
      const gaps = facts.activities.flatMap((activity) => {
        const about = facts.claims.filter((it) => it.about === key && it.activity === activity.key);
        const own = about.find((it) => it.by === key);
        const others = about.filter((it) => it.by !== undefined && it.by !== key);
        return own && others.length > 0 ? [Math.abs(own.extent - mean(others.map((it) => it.extent)))] : [];
      });
      return [
        {
          actor: key,
          servitization: below === 0 ? null : total(placed.map((it) => it.x * it.serviceness!)) / below,
          breadth: total(x.map((it) => it.x)) ** 2 / total(x.map((it) => it.x ** 2)),
          perceptionGap: gaps.length === 0 ? null : mean(gaps),
        },
      ];
    });
}

/** Connected components of a set of actors under alignment, joined by members of the set only (section 3). */
function components(facts: InForce, members: readonly string[]): string[][] {
  const aligned = (a: string, b: string) =>
    facts.relations.some(
      (it) => it.type === "PARTNERS_WITH" && ((it.from === a && it.to === b) || (it.from === b && it.to === a)),
    ) ||
    areKin(facts, a, b) ||
    facts.initiatives.some(({ participants }) => participants.includes(a) && participants.includes(b));
  const found: string[][] = [];
  let left = [...members];
  while (left.length > 0) {
    const reached = [left[0]!];
    for (const one of reached) reached.push(...left.filter((it) => !reached.includes(it) && aligned(one, it)));
    left = left.filter((it) => !reached.includes(it));
    found.push(reached);
  }
  return found;
}

/** Section 3: status and value of a boundary, its leads, and the actors that are only named as lead. */
export function boundary(facts: InForce, activity: string) {
  const claims = facts.claims.filter((it) => it.activity === activity && it.extent > 0);
  const leading = claims.filter((it) => it.lead === true);
  const leads = [...new Set(leading.filter((it) => it.by === it.about).map((it) => it.about))].sort();
  const voices = leading.filter((it) => it.by !== it.about).map((it) => it.about);
  const attributed = [...new Set(voices.filter((it) => !leads.includes(it)))].sort();
  const result = (status: string, value: number | null) => ({ status, value, leads, attributed });
  const denies = (actor: string) => claims.some((it) => it.by === actor && it.about === actor && it.lead === false);
  const takingPart = facts.actors.filter(({ key }) => extent(facts, key, activity) > 0);

  if (!claims.some((it) => it.lead === true || it.lead === false)) return result("UNKNOWN", null);
  if (leads.length === 0 && attributed.length === 0)
    return takingPart.every(({ key }) => denies(key)) ? result("UNCLAIMED", 0) : result("UNKNOWN", null);
  if (leads.length === 0) return attributed.every(denies) ? result("DISPUTED", 0) : result("ATTRIBUTED", null);

  const ack = voices.length === 0 ? 1 : voices.filter((it) => leads.includes(it)).length / voices.length;
  const c = components(facts, leads).length;
  const further = components(facts, [...leads, ...attributed]).filter((it) => !it.some((one) => leads.includes(one)));
  const p = c + further.length * (1 - ack);
  if (c >= 2) return result("CONTESTED", 1 / p);
  if (p > 1) return result("DISPUTED", 1 / p);
  return result(leads.length > 1 ? "SHARED" : "AGREED", 1);
}
