import type { InstallationRecord } from "../../../../cypher/model/document.ts";
import { count, named, percent } from "../../../shared/format.ts";
import { noMemo } from "../../../shared/memo.ts";
import { refsOf, refTo } from "../../../shared/record-ref.ts";
import { type Bounded, clampUnit, concentration, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { countUnits, knownUnitsInWords } from "../../scoring/units.ts";
import { defineDimension, itemOf } from "../dimension.ts";

interface Fleet {
  within: Bounded;
  /** Share of each control system in the units whose system is known. */
  shares: ReadonlyMap<string, number>;
  /** Share of the units whose system is known in all. */
  known: number;
  evidence: string[];
}

function fleetOf(installations: readonly InstallationRecord[]): Fleet {
  const { unitsByClass, unknownUnits } = countUnits(installations, (it) => it.controlSystem ?? null);
  const units = [...unitsByClass.values()].reduce((sum, each) => sum + each, 0);
  return {
    within: concentration(unitsByClass.values(), unknownUnits),
    shares: new Map([...unitsByClass].map(([system, each]) => [system, each / units])),
    known: units === 0 ? 0 : units / (units + unknownUnits),
    evidence: evidenceOf(installations),
  };
}

/** Sums over all fleets whose first half is known, so that each is compared with all others in one pass. */
interface Totals {
  fleets: number;
  /** Σ share of each system in the units whose system is known. */
  shares: Map<string, number>;
  /** Σ share of each system in all units. */
  certain: Map<string, number>;
  /** Σ share of the units whose system is known. */
  known: number;
}

function totalsOf(fleets: Iterable<Fleet>): Totals {
  const totals: Totals = { fleets: 0, shares: new Map(), certain: new Map(), known: 0 };
  for (const { within, shares, known } of fleets) {
    if (within.value === null) continue;
    totals.fleets += 1;
    totals.known += known;
    for (const [system, share] of shares) {
      totals.shares.set(system, (totals.shares.get(system) ?? 0) + share);
      totals.certain.set(system, (totals.certain.get(system) ?? 0) + share * known);
    }
  }
  return totals;
}

/**
 * Probability that a unit here and one at another customer have the same system: the mean over the others with a known
 * fleet, and its bounds over all others. A fleet of unknown systems could be anything from 0 to 1.
 */
function across(fleet: Fleet, totals: Totals, others: number): Bounded {
  const knownOthers = totals.fleets - 1;
  let meeting = 0;
  let certain = 0;
  for (const [system, share] of fleet.shares) {
    meeting += share * (totals.shares.get(system)! - share);
    certain += share * fleet.known * (totals.certain.get(system)! - share * fleet.known);
  }
  const low = certain / others;
  // Pairs of units of which one has an unknown system, with each known fleet, and all pairs with the others.
  const open = knownOthers - fleet.known * (totals.known - fleet.known) + (others - knownOthers);
  return {
    value: knownOthers === 0 ? null : clampUnit(meeting / knownOthers),
    low: clampUnit(low),
    high: clampUnit(low + open / others),
  };
}

/** Mean of both halves; across without a value leaves within alone. */
const meanOfHalves = (within: Bounded, across: Bounded): Bounded => ({
  value: across.value === null ? within.value : (within.value! + across.value) / 2,
  low: (within.low + across.low) / 2,
  high: (within.high + across.high) / 2,
});

export const controlSystems = defineDimension({
  kind: "CONTROL_SYSTEMS",
  name: "Control systems",
  phrase: "control systems",
  description: "Use of the same control systems within each customer and across customers.",
  question: "Do the customers' machines use the same control systems?",
  needs: "customers, and the control systems of their installations",
  defaultWeight: 1,
  items: (facts, memo = noMemo) => {
    const fleets = new Map(
      facts.customers.map(({ key }) => {
        const installations = facts.installationsAt.get(key);
        return [key, memo(key, [installations], () => fleetOf(installations ?? []))];
      }),
    );
    const totals = totalsOf(fleets.values());
    const others = facts.customers.length - 1;
    const bounded = (fleet: Fleet): Bounded => {
      if (fleet.within.value === null) return unknownValue;
      // Without another customer there is no second half.
      return others === 0 ? fleet.within : meanOfHalves(fleet.within, across(fleet, totals, others));
    };
    return facts.customers.map(({ key, name }) => {
      const fleet = fleets.get(key)!;
      return itemOf({ key, label: name, subjects: [refTo("actors", key)] }, bounded(fleet), fleet.evidence);
    });
  },
  because: (facts, { key, value }) => {
    const installations = facts.installationsAt.get(key) ?? [];
    const systems = new Set(installations.flatMap((it) => it.controlSystem ?? []));
    const names = [...systems].map((system) => facts.controlSystems.get(system)?.name ?? system).sort();
    const units = knownUnitsInWords(installations, (it) => it.controlSystem !== undefined);
    return systems.size > 1
      ? `${units} run on ${count(systems.size, "control system")} (${named(names)})`
      : // With one system within is 1, so that the value is the mean of 1 and across.
        `it runs on ${named(names)}, as does an average of ${percent(2 * value! - 1)} of the units at other customers`;
  },
  reads: (facts, { key }) => refsOf("installations", facts.installationsAt.get(key)),
});
