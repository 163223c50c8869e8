import { areKin, extentOf, groupHead, type InForce, mean, total } from "./facts.ts";

/** The text's levels, of the number as it is shown: whole points, half up, within 1e-9. */
const levelOf = (threat: number) => {
  const points = Math.floor(100 * threat + 0.5 + 1e-9);
  return points < 10 ? "LOW" : points < 25 ? "MODERATE" : points < 50 ? "HIGH" : "SEVERE";
};
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Sum of volumes: an unknown one counts as the mean of the known ones, as 1 when none is known. */
function volumes(relations: readonly { volume?: number }[]): number[] {
  const known = relations.flatMap((it) => it.volume ?? []);
  return relations.map((it) => it.volume ?? (known.length === 0 ? 1 : mean(known)));
}

export interface Options {
  focal: string;
  halfLifeDays: number;
  weights: Record<"OVERLAP" | "MARKET_COMMONALITY" | "SUPPLY_COMMONALITY" | "MOMENTUM" | "STATED_RIVALRY", number>;
}

interface Figure {
  v: number | null;
  low: number;
  high: number;
}
const exactly = (v: number): Figure => ({ v, low: v, high: v });
const unknown: Figure = { v: null, low: 0, high: 1 };

/** Section 5: one actor as a rival; null when it cannot be one. */
function rivalry(facts: InForce, r: string, { focal: f, halfLifeDays: H, weights }: Options) {
  const actor = facts.actors.find((it) => it.key === r)!;
  const joined = (type: string) =>
    facts.relations.filter(
      (it) => it.type === type && ((it.from === f && it.to === r) || (it.from === r && it.to === f)),
    );
  const competing = joined("COMPETES_WITH");
  if (r === f || actor.kinds.join() === "STANDARDS_BODY" || (areKin(facts, f, r) && competing.length === 0))
    return null;

  const nothing = { x: 0, low: 0, high: 0 };
  const ours = facts.activities.map((it) => ({
    ...it,
    xf: extentOf(facts, f, it.key)?.x ?? 0,
    xr: extentOf(facts, r, it.key) ?? nothing,
  }));
  const whole = total(ours.map((it) => it.importance * it.xf));
  const sides = ["x", "low", "high"] as const;
  type Side = (typeof sides)[number];
  const N = (side: Side) => total(ours.map((it) => it.importance * Math.min(it.xf, it.xr[side])));
  const E_ = (side: Side) => total(ours.map((it) => it.importance * Math.max(0, it.xr[side] - it.xf)));
  const isToldOf =
    facts.claims.some((it) => it.about === r) ||
    facts.offerings.some((it) => it.provider === r && it.activities.length > 0);
  const O: Figure = isToldOf ? { v: N("x") / whole, low: N("low") / whole, high: N("high") / whole } : unknown;
  const part = (n: number, e: number) => (n + e === 0 ? 0 : n / (n + e));
  const O_ = {
    v: part(N("x"), E_("x")),
    low: part(N("low"), E_("high")),
    high: part(N("high"), E_("low")),
  };

  const counted = facts.moves
    .filter((it) => it.actor === r && it.type !== "EXIT" && days(it.date, facts.asOf) <= 10 * H)
    .map((move) => {
      const rel =
        total(ours.filter((it) => move.activities.includes(it.key)).map((it) => it.importance * it.xf)) / whole;
      return { move, rel, exponent: (move.impact / 5) * rel * 2 ** (-days(move.date, facts.asOf) / H) };
    });
  const A = exactly(1 - 2 ** -total(counted.map((it) => it.exponent)));

  const supplies = facts.relations.filter((it) => it.type === "SUPPLIES");
  const fromUs = supplies.filter((it) => it.from === f);
  const fromThem = supplies.filter((it) => it.from === r);
  const isOurCustomer = fromUs.some((it) => it.to === r);
  const steps = facts.claims.some(
    (it) =>
      it.by === r &&
      it.about === r &&
      it.extent > 0 &&
      ours.some((activity) => activity.key === it.activity && activity.xf > 0) &&
      it.validFrom !== undefined &&
      days(it.validFrom, facts.asOf) <= 1826 &&
      !facts.allClaims.some(
        (other) =>
          other.by === r &&
          other.about === r &&
          other.activity === it.activity &&
          (other.validFrom ?? "") < it.validFrom! &&
          other.extent >= it.extent,
      ),
  );
  const isExpanding =
    isOurCustomer && actor.kinds.includes("CUSTOMER") && (O.v ?? 0) > 0 && (counted.some((it) => it.rel > 0) || steps);

  const ourVolumes = volumes(fromUs);
  const matched = fromUs.map(({ to: i, volume: sold }): { v: number; low: number; high: number } => {
    if (i === r) return isExpanding ? { v: O.v!, low: O.low, high: O.high } : { v: 0, low: 0, high: 0 };
    const theirs = fromThem.find((it) => it.to === i);
    if (!theirs || O.v === null) return { v: 0, low: 0, high: 0 };
    if (theirs.volume === undefined || sold === undefined) return { v: O.v / 2, low: 0, high: O.high };
    const ratio = theirs.volume / sold;
    return {
      v: Math.min(O.v, O_.v * ratio),
      low: Math.min(O.low, O_.low * ratio),
      high: Math.min(O.high, O_.high * ratio),
    };
  });
  const sum = (side: "v" | "low" | "high") =>
    total(matched.map((it, at) => (it[side] * ourVolumes[at]!) / total(ourVolumes)));
  const isOpen = (list: readonly { volume?: number }[]) =>
    list.length > 1 && list.some((it) => it.volume === undefined);
  const meets = fromUs.some(({ to }) => (to === r ? isExpanding : fromThem.some((it) => it.to === to)));
  const M: Figure =
    O.v === null || fromUs.length === 0 || (fromThem.length === 0 && !isOurCustomer)
      ? unknown
      : isOpen(fromUs)
        ? { v: sum("v"), low: 0, high: meets ? O.high : 0 }
        : { v: sum("v"), low: sum("low"), high: sum("high") };

  const toUs = supplies.filter((it) => it.to === f);
  const toThem = supplies.filter((it) => it.to === r);
  const bought = volumes(toUs);
  const common = total(toUs.map(({ from }, at) => (toThem.some((it) => it.from === from) ? bought[at]! : 0)));
  const C: Figure =
    O.v === null || toUs.length === 0 || toThem.length === 0
      ? unknown
      : isOpen(toUs)
        ? { v: (O.v * common) / total(bought), low: 0, high: common > 0 ? O.high : 0 }
        : {
            v: (O.v * common) / total(bought),
            low: (O.low * common) / total(bought),
            high: (O.high * common) / total(bought),
          };

  const sure = competing.map((it) => facts.confidenceOf(it));
  const R: Figure =
    competing.length === 0
      ? exactly(0)
      : {
          v: Math.max(...sure.map((it) => it ?? 0.5)),
          low: Math.max(...sure.map((it) => it ?? 0)),
          high: Math.max(...sure.map((it) => it ?? 1)),
        };

  const factors = [
    { ...O, weight: weights.OVERLAP },
    { ...M, weight: weights.MARKET_COMMONALITY },
    { ...C, weight: weights.SUPPLY_COMMONALITY },
    { ...A, weight: weights.MOMENTUM },
    { ...R, weight: weights.STATED_RIVALRY },
  ];
  const allWeights = total(factors.map((it) => it.weight));
  const X = total(factors.map((it) => it.weight * (it.v ?? 0))) / allWeights;
  const bound = (side: "low" | "high") => total(factors.map((it) => it.weight * it[side])) / allWeights;

  const pairs = ours
    .filter((it) => it.xf > 0)
    .flatMap(({ importance, xf, requires = [] }) =>
      requires.map(({ capability, level }) => {
        const has = facts.levels.find((it) => it.actor === r && it.capability === capability)?.level;
        return { w: (importance * xf) / requires.length, reach: has === undefined ? null : Math.min(1, has / level) };
      }),
    );
  const barrierWith = (unrecorded: number) =>
    1 - total(pairs.map((it) => it.w * (it.reach ?? unrecorded))) / total(pairs.map((it) => it.w));
  const isRecorded = pairs.some((it) => it.reach !== null);
  const B: Figure = isRecorded ? { v: barrierWith(0.5), low: barrierWith(1), high: barrierWith(0) } : unknown;

  const adopts = (who: string, standard: string) =>
    facts.adoptions.some((it) => it.actor === who && it.standard === standard && it.extent >= 0.5);
  const initiatives = facts.initiatives.filter(
    ({ participants }) => participants.includes(f) && participants.includes(r),
  ).length;
  const shared = facts.standards.filter((it) => it.status === "PUBLISHED" && adopts(f, it.key) && adopts(r, it.key));
  const E =
    1 - 0.7 ** initiatives * (joined("PARTNERS_WITH").length > 0 ? 0.7 : 1) * Math.max(0.7, 0.9 ** shared.length);

  const threatWith = (x: number, b: number) => x * (1 - b / 2) * (1 - E / 2);
  const threat = threatWith(X, B.v ?? 0.5);
  const high = threatWith(bound("high"), B.low);
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
    factors: factors.map(({ v, low, high }) => [v, low, high]),
    barrier: [B.v, B.low, B.high],
    ties: E,
    contact: X,
    threat,
    low: threatWith(bound("low"), B.high),
    high,
    level: levelOf(threat),
    levelAtMost: levelOf(high),
    group: groupHead(facts, r),
    contributions: factors.map(({ v, weight }) =>
      v === null ? null : threatWith((weight * v) / allWeights, B.v ?? 0.5),
    ),
    type: tag?.type ?? inferredType,
    inferredType,
    counted,
  };
}

/** Section 5: rivals and the focal firm's responses. */
export function threatsTo(facts: InForce, options: Options) {
  const { focal } = options;
  const found = facts.actors.flatMap(({ key }) => {
    const it = rivalry(facts, key, options);
    return it && it.threat > 0 ? [it] : [];
  });
  const rivals = found.map((it) => ({
    ...it,
    rank: 1 + found.filter((other) => other.threat > it.threat + 1e-12).length,
  }));
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
