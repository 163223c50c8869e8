import type { EcosystemDocument, FactBase } from "../../../cypher/model/document.ts";

// A second reading of model.md, written from its words alone, sentence by sentence, with no thought of speed: plain lists
// that are searched anew for every question. It shares no code with the measures, so that both have to be right.

export interface Moment {
  asOf: string;
  minConfidence: number;
}

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
export const mean = (values: readonly number[]): number => total(values) / values.length;

/** Section 1, Time: what is in force on a day, of several versions the latest. */
export function inForce(document: EcosystemDocument, { asOf, minConfidence }: Moment) {
  const year = Number(asOf.slice(0, 4));
  const live = <F extends FactBase>(facts: readonly F[] | undefined): F[] =>
    (facts ?? []).filter(
      ({ validFrom, validTo, confidence }) =>
        (validFrom === undefined || validFrom <= asOf) &&
        (validTo === undefined || validTo > asOf) &&
        (confidence === undefined || confidence >= minConfidence),
    );
  const actors = live(document.actors);
  const activities = live(document.activities).map((it) => ({
    ...it,
    required: it.required ?? true,
    importance: it.importance ?? 3,
  }));
  const standards = live(document.standards).map((it) => {
    const begun = (it.history ?? []).filter(({ on }) => on <= asOf).sort((a, b) => (a.on < b.on ? 1 : -1));
    return { ...it, status: begun[0]?.status ?? it.status };
  });
  const isActor = (key: string) => actors.some((it) => it.key === key);
  const isActivity = (key: string) => activities.some((it) => it.key === key);
  const isStandard = (key: string) => standards.some((it) => it.key === key);
  /** Of those with the same `identity` the one that began last; an absent beginning is the earliest. */
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
    interfaces: live(document.interfaces)
      .filter((it) => isActor(it.a) && isActor(it.b))
      .map((it) => ({ ...it, candidates: (it.candidates ?? []).filter(isStandard) })),
    installations: live(document.installations)
      .filter((it) => isActor(it.customer) && (it.installedYear === undefined || it.installedYear <= year))
      .map((it) => ({ ...it, units: it.units ?? 1 })),
    // Several of a pair that began together: the last key.
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

/** Section 2: the extent of an actor in an activity, null when nobody says. */
export function extent({ claims }: InForce, actor: string, activity: string): number | null {
  const about = claims.filter((it) => it.about === actor && it.activity === activity);
  const assessed = about.find((it) => it.by === undefined);
  if (assessed) return assessed.extent;
  const own = about.find((it) => it.by === actor);
  if (own) return own.extent;
  return about.length === 0 ? null : mean(about.map((it) => it.extent));
}

/** Section 2: positions by key. */
export function positions(facts: InForce) {
  return [...facts.actors]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ key }) => {
      const x = facts.activities.map((it) => ({ ...it, x: extent(facts, key, it.key) ?? 0 }));
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

/** Number of connected components of a set of actors under alignment (section 3). */
function parties({ relations, initiatives }: InForce, members: readonly string[]): number {
  const aligned = (a: string, b: string) =>
    relations.some(
      (it) =>
        (it.type === "PARTNERS_WITH" || it.type === "OWNS") &&
        ((it.from === a && it.to === b) || (it.from === b && it.to === a)),
    ) || initiatives.some(({ participants }) => participants.includes(a) && participants.includes(b));
  let left = [...members];
  let count = 0;
  while (left.length > 0) {
    count += 1;
    const reached = [left[0]!];
    for (const one of reached) reached.push(...left.filter((it) => !reached.includes(it) && aligned(one, it)));
    left = left.filter((it) => !reached.includes(it));
  }
  return count;
}

/** Section 3: status and value of a boundary. */
export function boundary(facts: InForce, activity: string): { status: string; value: number | null } {
  const claims = facts.claims.filter((it) => it.activity === activity && it.extent > 0);
  if (!claims.some((it) => it.lead === true || it.lead === false)) return { status: "UNKNOWN", value: null };
  const leading = claims.filter((it) => it.lead === true);
  const leads = [...new Set(leading.filter((it) => it.by === it.about).map((it) => it.about))];
  if (leads.length === 0) return { status: "UNCLAIMED", value: 0 };
  const voices = leading.filter((it) => it.by !== it.about).map((it) => it.about);
  const named = [...new Set(voices.filter((it) => !leads.includes(it)))];
  const ack = voices.length === 0 ? 1 : voices.filter((it) => leads.includes(it)).length / voices.length;
  const [cL, cAll] = [parties(facts, leads), parties(facts, [...leads, ...named])];
  const p = cL + Math.max(0, cAll - cL) * (1 - ack);
  if (cL >= 2) return { status: "CONTESTED", value: 1 / p };
  if (p > 1) return { status: "DISPUTED", value: 1 / p };
  return { status: leads.length > 1 ? "SHARED" : "AGREED", value: 1 };
}
