import type { CoherenceDimensionKind } from "../../../api/measures/coherence/dimensions.ts";
import { boundary, type InForce, mean, total } from "./facts.ts";

interface Item {
  key: string;
  v: number | null;
  low: number;
  high: number;
  w: number;
}

const known = (key: string, v: number, w = 1): Item => ({ key, v, low: v, high: v, w });
const unknown = (key: string, w = 1): Item => ({ key, v: null, low: 0, high: 1, w });
const order = [
  "EXPECTATIONS",
  "BOUNDARIES",
  "INSTALLED_BASE",
  "STANDARDS",
  "CONTROL_SYSTEMS",
  "DATA_SHARING",
  "JOINT_DEVELOPMENT",
] as const satisfies CoherenceDimensionKind[];

function expectations({ topics, stances }: InForce): Item[] {
  return topics.map(({ key }) => {
    const said = stances.filter((it) => it.topic === key);
    const w = said.length === 0 ? 3 : mean(said.map((it) => it.salience ?? 3));
    if (said.length < 2) return unknown(key, w);
    const all = total(said.map((it) => it.salience ?? 3));
    const p = [1, 2, 3, 4, 5].map(
      (i) => total(said.filter((it) => it.position === i).map((it) => it.salience ?? 3)) / all,
    );
    const mu = total(p.map((share, at) => share * (at + 1)));
    const terms = p.map((share, at) => (share === 0 ? 0 : share * Math.log2(1 - Math.abs(at + 1 - mu) / 4)));
    return known(key, 1 + total(terms), w);
  });
}

/** Simpson concentration of units by a class, null where it is not known, with its bounds. */
function simpson(units: readonly { class: string | null; units: number }[]): Omit<Item, "key" | "w"> {
  const names = [...new Set(units.flatMap((it) => it.class ?? []))];
  const n = names.map((name) => total(units.filter((it) => it.class === name).map((it) => it.units)));
  const [T, K] = [total(units.map((it) => it.units)), total(n)];
  const U = T - K;
  if (K === 0 || K < T / 2) return { v: null, low: 0, high: 1 };
  const v = total(n.map((each) => (each / K) ** 2));
  if (U === 0) return { v, low: v, high: v };
  const most = Math.max(...n);
  const others = total(n.map((each) => each ** 2)) - most ** 2;
  return { v, low: (others + most ** 2 + U) / T ** 2, high: (others + (most + U) ** 2) / T ** 2 };
}

const age = (years: number) => (years < 5 ? "NEW" : years < 15 ? "MEDIUM" : "OLD");

function installedBase({ customers, installations, year }: InForce): Item[] {
  return customers.map(({ key }) => {
    const units = installations
      .filter((it) => it.customer === key)
      .map((it) => ({
        units: it.units,
        class:
          it.origin === undefined || it.installedYear === undefined
            ? null
            : `${it.origin} ${age(year - it.installedYear)}`,
      }));
    return { key, w: 1, ...simpson(units) };
  });
}

function standards({ interfaces, standards, adoptions }: InForce): Item[] {
  return interfaces.map(({ key, a, b, candidates }) => {
    const record = (end: string, standard: string) =>
      adoptions.find((it) => it.actor === end && it.standard === standard);
    if (![a, b].every((end) => candidates.some((candidate) => record(end, candidate)))) return unknown(key);
    const valueWith = (unrecorded: number) => {
      const common = candidates.filter((it) => [a, b].every((end) => (record(end, it)?.extent ?? unrecorded) >= 0.5));
      const statuses = common.map((it) => standards.find((standard) => standard.key === it)!.status);
      if (statuses.includes("PUBLISHED")) return 1;
      return statuses.includes("DRAFT") || statuses.includes("PROPOSED") ? 0.5 : 0;
    };
    return { ...known(key, valueWith(0)), high: valueWith(1) };
  });
}

function controlSystems({ customers, installations }: InForce): Item[] {
  const fleets = customers.map(({ key }) => {
    const own = installations.filter((it) => it.customer === key);
    const placed = own.filter((it) => it.controlSystem !== undefined);
    return {
      key,
      within: simpson(own.map((it) => ({ class: it.controlSystem ?? null, units: it.units }))),
      systems: [...new Set(placed.map((it) => it.controlSystem))],
      n: (system: string | undefined) =>
        total(placed.filter((it) => it.controlSystem === system).map((it) => it.units)),
      K: total(placed.map((it) => it.units)),
      T: total(own.map((it) => it.units)),
    };
  });
  return fleets.map((here) => {
    if (here.within.v === null) return unknown(here.key);
    const others = fleets.filter((it) => it !== here);
    if (others.length === 0) return { key: here.key, w: 1, ...here.within };
    const knownOthers = others.filter((it) => it.within.v !== null);
    const meet = (there: typeof here) => total(here.systems.map((s) => here.n(s) * there.n(s)));
    const across = knownOthers.map((there) => meet(there) / (here.K * there.K));
    const bounds = others.map((there) => {
      if (there.within.v === null) return [0, 1] as const;
      const q = meet(there) / (here.T * there.T);
      return [q, q + 1 - (here.K * there.K) / (here.T * there.T)] as const;
    });
    return {
      key: here.key,
      w: 1,
      v: across.length === 0 ? here.within.v : mean([here.within.v, mean(across)]),
      low: mean([here.within.low, mean(bounds.map(([low]) => low))]),
      high: mean([here.within.high, mean(bounds.map(([, high]) => high))]),
    };
  });
}

function dataSharing({ relations, customers, profiles, agreements }: InForce): Item[] {
  const pairs = relations.filter((it) => it.type === "SUPPLIES" && customers.some(({ key }) => key === it.to));
  return pairs.map(({ from, to }) => {
    const key = `${from}>${to}`;
    const wish = profiles.find((it) => it.actor === to)?.dataSharing;
    const willingness = wish === undefined ? unknown(key) : known(key, (wish - 1) / 4);
    const agreement = agreements.find((it) => it.provider === from && it.customer === to);
    if (!agreement && wish === undefined) return unknown(key);
    const answers = agreement
      ? [agreement.security, agreement.ownership, agreement.contract, agreement.benefit]
      : [undefined, undefined, undefined, undefined];
    const yes = answers.filter((it) => it === true).length;
    const open = answers.filter((it) => it !== true && it !== false).length;
    const conditions = { v: agreement ? (yes + open / 2) / 4 : 0, low: yes / 4, high: (yes + open) / 4 };
    return {
      key,
      w: 1,
      v: willingness.v === null ? conditions.v : mean([willingness.v, conditions.v]),
      low: mean([willingness.low, conditions.low]),
      high: mean([willingness.high, conditions.high]),
    };
  });
}

function jointDevelopment({ interfaces, relations, initiatives }: InForce): Item[] {
  const ends = [
    ...interfaces.map(({ a, b }) => [a, b]),
    ...relations.filter((it) => it.type === "DEPENDS_ON").map(({ from, to }) => [from, to]),
  ].map((pair) => pair.sort().join("~"));
  return [...new Set(ends)].map((key) => {
    const together = initiatives.some(({ participants }) => key.split("~").every((end) => participants.includes(end)));
    return known(key, together ? 1 : 0);
  });
}

const rows: Record<CoherenceDimensionKind, (facts: InForce) => Item[]> = {
  EXPECTATIONS: expectations,
  BOUNDARIES: (facts) =>
    facts.activities
      .filter((it) => it.required)
      .map(({ key, importance }) => {
        const { value } = boundary(facts, key);
        return value === null ? unknown(key, importance) : known(key, value, importance);
      }),
  INSTALLED_BASE: installedBase,
  STANDARDS: standards,
  CONTROL_SYSTEMS: controlSystems,
  DATA_SHARING: dataSharing,
  JOINT_DEVELOPMENT: jointDevelopment,
};

export type Weights = Partial<Record<CoherenceDimensionKind, number>>;
export const itemsOf = (facts: InForce) => order.map((kind) => ({ kind, items: rows[kind](facts) }));

/** Section 4: dimensions, score, losses and questions, from items that may have been changed. */
export function coherenceOf(dimensions: ReturnType<typeof itemsOf>, weights: Weights = {}) {
  const judged = dimensions.map(({ kind, items }) => {
    const scored = items.filter((it) => it.v !== null);
    const [all, some] = [total(items.map((it) => it.w)), total(scored.map((it) => it.w))];
    const isEmpty = items.length === 0;
    return {
      kind,
      items,
      W: weights[kind] ?? 1,
      knownWeight: some,
      allWeight: all,
      score: scored.length === 0 ? null : total(scored.map((it) => it.w * it.v!)) / some,
      low: isEmpty ? 0 : total(items.map((it) => it.w * it.low)) / all,
      high: isEmpty ? 1 : total(items.map((it) => it.w * it.high)) / all,
      coverage: isEmpty ? 0 : some / all,
    };
  });
  const scored = judged.filter((it) => it.score !== null);
  const [W, Wall] = [total(scored.map((it) => it.W)), total(judged.map((it) => it.W))];
  const over = (pick: "low" | "high" | "coverage") => total(judged.map((it) => it.W * it[pick])) / Wall;
  const weighed = scored.filter((it) => it.W > 0);
  return {
    score: W === 0 ? null : total(scored.map((it) => it.W * it.score!)) / W,
    low: over("low"),
    high: over("high"),
    coverage: over("coverage"),
    // Equal after rounding to 12 decimals is not below.
    isIndicative: over("coverage") < 0.5 - 1e-12,
    lowest: weighed.find((it) => weighed.every((other) => it.score! <= other.score! + 1e-12))?.kind ?? null,
    dimensions: judged,
    losses: scored.flatMap(({ kind, items, W: own, knownWeight }) =>
      items.flatMap(({ key, v, w }) =>
        v === null || W === 0 ? [] : [{ kind, key, loss: ((own / W) * w * (1 - v)) / knownWeight }],
      ),
    ),
    widths: judged.flatMap(({ kind, items, W: own, allWeight }) =>
      items.length === 0
        ? [{ kind, key: "*", width: own / Wall }]
        : items.map(({ key, low, high, w }) => ({ kind, key, width: ((own / Wall) * w * (high - low)) / allWeight })),
    ),
  };
}
