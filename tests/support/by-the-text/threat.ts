import { extent, type InForce, mean, total } from "./facts.ts";

/** The text's levels; one that begins where rounding ends has begun. */
const levelFrom = (threat: number) =>
  threat < 0.1 ? "LOW" : threat < 0.25 ? "MODERATE" : threat < 0.5 ? "HIGH" : "SEVERE";
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Volumes in one sum: a missing one counts as the mean of the known ones, 1 when none is known. */
function volumes(relations: readonly { volume?: number }[]): number[] {
  const known = relations.flatMap((it) => it.volume ?? []);
  return relations.map((it) => it.volume ?? (known.length === 0 ? 1 : mean(known)));
}

interface Options {
  focal: string;
  halfLifeDays: number;
  weights: { OVERLAP: number; MARKET_COMMONALITY: number; MOMENTUM: number };
}

/** Section 5: everything about one actor as a rival; null when it can be none. */
function rivalry(facts: InForce, r: string, { focal: f, halfLifeDays: H, weights }: Options) {
  const actor = facts.actors.find((it) => it.key === r)!;
  const joins = (type: string) =>
    facts.relations.some(
      (it) => it.type === type && ((it.from === f && it.to === r) || (it.from === r && it.to === f)),
    );
  if (r === f || actor.kinds.join() === "STANDARDS_BODY" || joins("OWNS")) return null;

  const ours = facts.activities.map((it) => ({
    ...it,
    xf: extent(facts, f, it.key) ?? 0,
    xr: extent(facts, r, it.key) ?? 0,
  }));
  const whole = total(ours.map((it) => it.importance * it.xf));
  const O = facts.claims.some((it) => it.about === r)
    ? total(ours.map((it) => it.importance * Math.min(it.xf, it.xr))) / whole
    : null;

  const counted = facts.moves
    .filter((it) => it.actor === r && it.type !== "EXIT" && days(it.date, facts.asOf) <= 10 * H)
    .map((move) => {
      const rel =
        total(ours.filter((it) => move.activities.includes(it.key)).map((it) => it.importance * it.xf)) / whole;
      return { move, rel, exponent: (move.impact / 5) * rel * 2 ** (-days(move.date, facts.asOf) / H) };
    });
  const A = 1 - 2 ** -total(counted.map((it) => it.exponent));

  const supplies = facts.relations.filter((it) => it.type === "SUPPLIES");
  const fromUs = supplies.filter((it) => it.from === f);
  const isOurCustomer = fromUs.some((it) => it.to === r);
  const steps = facts.claims.some(
    (it) =>
      it.by === r &&
      it.about === r &&
      it.extent > 0 &&
      ours.some((activity) => activity.key === it.activity && activity.xf > 0) &&
      it.validFrom !== undefined &&
      days(it.validFrom, facts.asOf) <= 1826,
  );
  const isExpanding =
    isOurCustomer && actor.kinds.includes("CUSTOMER") && (O ?? 0) > 0 && (counted.some((it) => it.rel > 0) || steps);
  const ourVolumes = volumes(fromUs);
  const M =
    fromUs.length === 0 || (!supplies.some((it) => it.from === r) && !isOurCustomer)
      ? null
      : total(
          fromUs.map(({ to: i }, at) => {
            const D = ourVolumes[at]! / total(ourVolumes);
            if (i === r) return D * (isExpanding ? O! : 0);
            const bought = supplies.filter((it) => it.to === i);
            const all = volumes(bought);
            return (D * total(all.filter((_, nth) => bought[nth]!.from === r))) / total(all);
          }),
        );

  const factors = [
    { value: O, weight: weights.OVERLAP },
    { value: M, weight: weights.MARKET_COMMONALITY },
    { value: A, weight: weights.MOMENTUM },
  ];
  const known = factors.filter((it) => it.value !== null);
  const X = total(known.map((it) => it.weight * it.value!)) / total(known.map((it) => it.weight));
  const bound = (unknown: number) =>
    total(factors.map((it) => it.weight * (it.value ?? unknown))) / total(factors.map((it) => it.weight));

  const pairs = ours
    .filter((it) => it.xf > 0)
    .flatMap(({ importance, xf, requires = [] }) =>
      requires.map(({ capability, level }) => {
        const has = facts.levels.find((it) => it.actor === r && it.capability === capability)?.level;
        return { w: (importance * xf) / requires.length, reach: has === undefined ? null : Math.min(1, has / level) };
      }),
    );
  const recorded = pairs.filter((it) => it.reach !== null);
  const barrierWith = (list: typeof pairs, unrecorded: number) =>
    1 - total(list.map((it) => it.w * (it.reach ?? unrecorded))) / total(list.map((it) => it.w));
  const B = recorded.length === 0 ? null : barrierWith(recorded, 0);
  const [lowB, highB] = B === null ? [0, 1] : [barrierWith(pairs, 1), barrierWith(pairs, 0)];

  const adopts = (who: string, standard: string) =>
    facts.adoptions.some((it) => it.actor === who && it.standard === standard && it.extent >= 0.5);
  const common = facts.initiatives.filter((it) => it.participants.includes(f) && it.participants.includes(r)).length;
  const shared = facts.standards.filter((it) => it.status === "PUBLISHED" && adopts(f, it.key) && adopts(r, it.key));
  const E = 1 - 0.7 ** common * (joins("PARTNERS_WITH") ? 0.7 : 1) * Math.max(0.7, 0.9 ** shared.length);

  const threatWith = (x: number, b: number) => x * (1 - b / 2) * (1 - E / 2);
  const threat = threatWith(X, B ?? 0.5);
  const is = (...kinds: string[]) => actor.kinds.some((it) => kinds.includes(it));
  const isSmall = actor.employees !== undefined && actor.employees <= 50;
  const inferredType = isExpanding
    ? "EXPANDING_CUSTOMER"
    : is("START_UP") || (isSmall && is("SERVICE_PROVIDER", "SOFTWARE_PROVIDER", "ANALYST"))
      ? "SERVICE_CENTRIC_START_UP"
      : is("TECHNOLOGY_FIRM", "SOFTWARE_PROVIDER", "ANALYST")
        ? "DIVERSIFIED_TECHNOLOGY_FIRM"
        : is("MANUFACTURER")
          ? "SIMILAR_MANUFACTURER"
          : "OTHER";
  const tag = facts.tags.find(
    (it) =>
      it.actor === r &&
      it.focal === f &&
      it.type !== undefined &&
      (it.at === undefined || new Date(it.at).toISOString().slice(0, 10) <= facts.asOf),
  );
  return {
    rival: r,
    values: { O, M, A, B, E, lowB, highB },
    contact: X,
    threat,
    low: threatWith(bound(0), highB),
    high: threatWith(bound(1), lowB),
    level: levelFrom(threat + 1e-12),
    contributions: factors.map(({ value, weight }) =>
      value === null ? null : threatWith((weight * value) / total(known.map((it) => it.weight)), B ?? 0.5),
    ),
    type: tag?.type ?? inferredType,
    inferredType,
    counted,
  };
}

/** Section 5: rivals and how the focal firm answers them. */
export function threatsTo(facts: InForce, options: Options) {
  const { focal } = options;
  const rivals = facts.actors.flatMap(({ key }) => {
    const it = rivalry(facts, key, options);
    return it && it.threat > 0 ? [it] : [];
  });
  const touching = rivals.flatMap((it) => it.counted.filter(({ rel }) => rel > 0).map(({ move }) => move));
  const answers = touching.map((move) => ({
    move,
    day: facts.responses
      .filter((it) => it.move === move.key && it.actor === focal && it.status !== "PLANNED")
      .map((it) => it.date)
      .sort()[0],
  }));
  const waits = answers
    .flatMap(({ move, day }) => (day === undefined ? [] : [days(move.date, day)]))
    .sort((a, b) => a - b);
  const half = waits.length / 2;
  const firstOn = (activity: string, who: readonly string[]) =>
    facts.moves
      .filter((it) => who.includes(it.actor) && it.type !== "EXIT" && it.activities.includes(activity))
      .map((it) => it.date)
      .sort()[0];
  const both = facts.activities.flatMap(({ key }) => {
    const [we, they] = [
      firstOn(key, [focal]),
      firstOn(
        key,
        rivals.map((it) => it.rival),
      ),
    ];
    return we !== undefined && they !== undefined ? [we < they] : [];
  });
  return {
    rivals,
    unanswered: answers
      .filter(({ day }) => day === undefined)
      .map(({ move }) => `${move.date} ${move.key}`)
      .sort()
      .map((it) => it.split(" ")[1]),
    median:
      waits.length === 0
        ? null
        : Number.isInteger(half)
          ? mean([waits[half - 1]!, waits[half]!])
          : waits[Math.floor(half)]!,
    firstMoverShare: both.length === 0 ? null : both.filter((it) => it).length / both.length,
  };
}

/** Section 6: the four values of each customer of the focal firm. */
export function segmentOfEach(facts: InForce, focal: string): Map<string, string> {
  const customers = facts.customers.filter(({ key }) =>
    facts.relations.some((it) => it.type === "SUPPLIES" && it.from === focal && it.to === key),
  );
  return new Map(
    customers.map(({ key }) => {
      const profile = facts.profiles.find((it) => it.actor === key);
      const ready = [profile?.serviceReadiness, profile?.industrialInternetReadiness].flatMap((it) => it ?? []);
      const readiness =
        ready.length === 0 ? "UNKNOWN" : mean(ready) < 2.5 ? "NEGLIGENT" : mean(ready) <= 3.5 ? "NEUTRAL" : "POSITIVE";
      const infrastructure = ["UNKNOWN", "LOW", "LOW", "MEDIUM", "HIGH", "HIGH"][profile?.digitalInfrastructure ?? 0];
      const own = facts.installations.filter((it) => it.customer === key);
      const made = own.filter((it) => it.origin !== undefined);
      const unitsOf = (list: typeof own) => total(list.map((it) => it.units));
      const ours = 3 * unitsOf(made.filter((it) => it.origin === focal));
      const origin =
        made.length === 0 ? "UNKNOWN" : ours >= 2 * unitsOf(made) ? "OWN" : ours <= unitsOf(made) ? "RIVAL" : "MIXED";
      const dated = own.filter((it) => it.installedYear !== undefined);
      const classOf = (years: number) => (years < 5 ? "NEW" : years < 15 ? "MEDIUM" : "OLD");
      const most = ["NEW", "MEDIUM", "OLD"].find(
        (name) => 2 * unitsOf(dated.filter((it) => classOf(facts.year - it.installedYear!) === name)) > unitsOf(dated),
      );
      return [key, [readiness, infrastructure, origin, dated.length === 0 ? "UNKNOWN" : (most ?? "MIXED")].join()];
    }),
  );
}
