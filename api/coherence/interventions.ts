import type { RecordRef } from "../../cypher/model/document.ts";
import { type Standing, standingOf, verdict } from "../boundary/boundary.ts";
import { ADOPTED_FROM, actorName, directedKey, type Facts, type InterfaceFact, pairKey } from "../facts/facts.ts";
import { compareText, highestFirst, TIE } from "../scoring/order.ts";
import {
  type Coherence,
  type CoherenceDimensionKind,
  type CoherenceItem,
  coherence,
  type DimensionWeight,
} from "./coherence.ts";
import { refTo } from "./dimension.ts";
import { sharingBetween } from "./dimensions/data-sharing.ts";
import { worthOf } from "./dimensions/standards.ts";

export type InterventionKind =
  | "SETTLE_BOUNDARY"
  | "ALIGN_EXPECTATIONS"
  | "ADOPT_STANDARD"
  | "SIGN_AGREEMENT"
  | "START_INITIATIVE"
  | "SHARE_CONTROL_SYSTEM";

/** One change and what it would bring: gain is the overall score after it less the score before, above 0. */
export interface Intervention {
  kind: InterventionKind;
  key: string;
  label: string;
  subjects: RecordRef[];
  gain: number;
  /** Whether the gain is the most that could be had: the change is an ideal, not one fact. */
  isIdeal: boolean;
  /** What would change, in words. */
  changes: string[];
}

type Known = CoherenceItem & { value: number };

/**
 * What is needed to price a change: the known items of each dimension, and what one unit of weight × value is worth.
 * A change moves the overall score by unit · Σ weight · (value after − value before) over the known items that it
 * touches: the same as evaluating everything again, since nothing else is read differently and unknown items stay out.
 */
class Ledger {
  private readonly byDimension = new Map<CoherenceDimensionKind, { unit: number; known: Map<string, Known> }>();

  constructor(before: Coherence) {
    const scored = before.dimensions.filter((dimension) => dimension.status === "SCORED");
    const weights = scored.reduce((sum, dimension) => sum + dimension.weight, 0);
    for (const dimension of scored) {
      const known = dimension.items.filter((item): item is Known => item.value !== null);
      const itemWeights = known.reduce((sum, item) => sum + item.weight, 0);
      this.byDimension.set(dimension.kind, {
        unit: weights === 0 ? 0 : dimension.weight / weights / itemWeights,
        known: new Map(known.map((item) => [item.key, item])),
      });
    }
  }

  known(dimension: CoherenceDimensionKind): Known[] {
    return [...(this.byDimension.get(dimension)?.known.values() ?? [])];
  }

  improvable(dimension: CoherenceDimensionKind): Known[] {
    return this.known(dimension).filter((item) => item.value < 1);
  }

  /** The gain when the item's value becomes `after`; 0 when it is unknown or no item. */
  gain(dimension: CoherenceDimensionKind, key: string, after: number | null): number {
    const row = this.byDimension.get(dimension);
    const item = row?.known.get(key);
    if (row === undefined || item === undefined || after === null) return 0;
    return row.unit * item.weight * (after - item.value);
  }
}

type IdealRow = { kind: InterventionKind; dimension: CoherenceDimensionKind; change: (label: string) => string };

const ideals: readonly IdealRow[] = [
  {
    kind: "SETTLE_BOUNDARY",
    dimension: "BOUNDARIES",
    change: (label) => `Everybody agrees who leads ${label}; the gain is at most this.`,
  },
  {
    kind: "ALIGN_EXPECTATIONS",
    dimension: "EXPECTATIONS",
    change: (label) => `All actors take the same stance on ${label}; the gain is at most this.`,
  },
  {
    kind: "SHARE_CONTROL_SYSTEM",
    dimension: "CONTROL_SYSTEMS",
    change: (label) =>
      `All equipment at ${label} uses one control system that all other customers use; the gain is at most this.`,
  },
];

const idealLabels: Partial<Record<InterventionKind, (label: string) => string>> = {
  SETTLE_BOUNDARY: (label) => `Settle who leads ${label}`,
  ALIGN_EXPECTATIONS: (label) => `Align expectations on ${label}`,
  SHARE_CONTROL_SYSTEM: (label) => `Share a control system at ${label}`,
};

function idealChanges(ledger: Ledger): Intervention[] {
  return ideals.flatMap(({ kind, dimension, change }) =>
    ledger.improvable(dimension).map((item) => ({
      kind,
      key: item.key,
      label: idealLabels[kind]!(item.label),
      subjects: item.subjects,
      gain: ledger.gain(dimension, item.key, 1),
      isIdeal: true,
      changes: [change(item.label)],
    })),
  );
}

/** Interfaces by "end|candidate": those that an adoption of the candidate by the end could touch. */
function interfacesByEnd(facts: Facts, known: ReadonlySet<string>): Map<string, InterfaceFact[]> {
  const index = new Map<string, InterfaceFact[]>();
  for (const it of facts.interfaces) {
    if (!known.has(it.key)) continue;
    for (const end of [it.a, it.b]) {
      for (const candidate of it.candidates) {
        const key = `${end}|${candidate}`;
        const list = index.get(key);
        if (list) list.push(it);
        else index.set(key, [it]);
      }
    }
  }
  return index;
}

function adoptStandard(facts: Facts, ledger: Ledger): Intervention[] {
  const values = new Map(ledger.known("STANDARDS").map((item) => [item.key, item.value]));
  const index = interfacesByEnd(facts, new Set(values.keys()));
  const interfaces = new Map(facts.interfaces.map((it) => [it.key, it]));
  return ledger.improvable("STANDARDS").flatMap((item) => {
    const { a, b, candidates } = interfaces.get(item.key)!;
    return candidates
      .filter((standard) => facts.standards.get(standard)?.status !== "WITHDRAWN")
      .map((standard) => {
        const worth = worthOf(facts, standard);
        const adoptsAfter = (actor: string) =>
          actor === a || actor === b || (facts.adoptions.get(actor)?.get(standard)?.extent ?? 0) >= ADOPTED_FROM;
        const touched = new Set([...(index.get(`${a}|${standard}`) ?? []), ...(index.get(`${b}|${standard}`) ?? [])]);
        let gain = 0;
        for (const it of touched) {
          if (!adoptsAfter(it.a) || !adoptsAfter(it.b)) continue;
          gain += ledger.gain("STANDARDS", it.key, Math.max(values.get(it.key)!, worth));
        }
        const name = facts.standards.get(standard)?.name ?? standard;
        return {
          kind: "ADOPT_STANDARD" as const,
          key: `${item.key}+${standard}`,
          label: `Adopt ${name} at ${item.label}`,
          subjects: [...item.subjects, refTo("standards", standard)],
          gain,
          isIdeal: false,
          changes: [a, b].map((end) => `${actorName(facts, end)} adopts ${name} in full.`),
        };
      });
  });
}

function signAgreement(facts: Facts, ledger: Ledger): Intervention[] {
  const improvable = new Map(ledger.improvable("DATA_SHARING").map((item) => [item.key, item]));
  return facts.supplies.flatMap(({ from: provider, to: customer }) => {
    const key = directedKey(provider, customer);
    const item = improvable.get(key);
    if (item === undefined) return [];
    const signed = { key, provider, customer, security: true, ownership: true, contract: true, benefit: true };
    return {
      kind: "SIGN_AGREEMENT" as const,
      key,
      label: `Sign an agreement on data: ${item.label}`,
      subjects: item.subjects,
      gain: ledger.gain("DATA_SHARING", key, sharingBetween(facts, customer, signed).value),
      isIdeal: false,
      changes: [
        `${actorName(facts, provider)} and ${actorName(facts, customer)} agree on security, ownership, contract and benefit of shared data.`,
      ],
    };
  });
}

/** The value of a boundary if the two actors were aligned: at most one component fewer, in each set that holds both. */
function valueIfAligned(standing: Standing, a: string, b: string): number | null {
  const fewer = (componentOf: ReadonlyMap<string, string>): number => {
    const ofA = componentOf.get(a);
    const ofB = componentOf.get(b);
    return ofA !== undefined && ofB !== undefined && ofA !== ofB ? 1 : 0;
  };
  const { amongLeads, amongAll } = standing;
  return verdict(
    standing,
    amongLeads.count - fewer(amongLeads.componentOf),
    amongAll.count - fewer(amongAll.componentOf),
  ).value;
}

function startInitiative(facts: Facts, ledger: Ledger): Intervention[] {
  const standings = ledger.known("BOUNDARIES").map((item) => standingOf(facts, item.key));
  const pairs = new Map<string, [string, string]>();
  for (const item of ledger.improvable("JOINT_DEVELOPMENT")) {
    pairs.set(item.key, item.subjects.map((subject) => subject.key) as [string, string]);
  }
  const namedIn = new Map<string, Standing[]>();
  for (const standing of standings) {
    for (const actor of standing.amongAll.componentOf.keys()) {
      const list = namedIn.get(actor);
      if (list) list.push(standing);
      else namedIn.set(actor, [standing]);
    }
    if (verdict(standing).status !== "CONTESTED") continue;
    const { leads } = standing;
    for (const [index, a] of leads.entries()) {
      for (const b of leads.slice(index + 1)) pairs.set(pairKey(a, b), [a, b]);
    }
  }
  return [...pairs].flatMap(([key, [a, b]]) => {
    let gain = ledger.gain("JOINT_DEVELOPMENT", key, 1);
    for (const standing of namedIn.get(a) ?? []) {
      if (standing.amongAll.componentOf.has(b)) {
        gain += ledger.gain("BOUNDARIES", standing.activity, valueIfAligned(standing, a, b));
      }
    }
    if (gain <= TIE) return [];
    const names = `${actorName(facts, a)} and ${actorName(facts, b)}`;
    return {
      kind: "START_INITIATIVE" as const,
      key,
      label: `Start a joint initiative of ${names}`,
      subjects: [refTo("actors", a), refTo("actors", b)],
      gain,
      isIdeal: false,
      changes: [`${names} develop together, and stand on one side of every boundary.`],
    };
  });
}

/**
 * What one change would bring, highest gain first; of equals by kind, then key. Offered for what is known only: what is
 * unknown is a question. None without a score. Source: model.md section 4, Interventions.
 * @param before coherence of the same facts and weights, when it is at hand
 */
export function interventions(
  facts: Facts,
  weights: readonly DimensionWeight[] = [],
  before: Coherence = coherence(facts, weights),
): Intervention[] {
  if (before.score === null) return [];
  const ledger = new Ledger(before);
  const all = [
    ...idealChanges(ledger),
    ...adoptStandard(facts, ledger),
    ...signAgreement(facts, ledger),
    ...startInitiative(facts, ledger),
  ];
  return highestFirst(
    all.filter((intervention) => intervention.gain > TIE),
    (intervention) => intervention.gain,
    (a, b) => compareText(a.kind, b.kind) || compareText(a.key, b.key),
  );
}
