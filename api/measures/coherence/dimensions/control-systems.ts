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
  /** Whether there are units, and the systems of all of them are known. */
  isKnown: boolean;
  evidence: string[];
}

function fleetOf(installations: readonly InstallationRecord[]): Fleet {
  const { unitsByClass, unknownUnits } = countUnits(installations, (it) => it.controlSystem ?? null);
  const units = [...unitsByClass.values()].reduce((sum, each) => sum + each, 0);
  return {
    within: concentration(unitsByClass.values(), unknownUnits),
    shares: new Map([...unitsByClass].map(([system, each]) => [system, each / units])),
    isKnown: units > 0 && unknownUnits === 0,
    evidence: evidenceOf(installations),
  };
}

/**
 * The chance that a unit here and one at another customer share a system, mean over the others with a known fleet.
 * `totals` is the sum of the shares of all known fleets, this one's too: one pass instead of one per pair.
 */
function chanceAcross(fleet: Fleet, totals: ReadonlyMap<string, number>, others: number): number {
  let sum = 0;
  for (const [system, share] of fleet.shares) sum += share * (totals.get(system)! - share);
  return clampUnit(sum / others);
}

/** Mean of both halves with its bounds; an unknown across has no value of its own, and bounds of 0 and 1. */
function meanOfHalves(within: Bounded, across: Bounded): Bounded {
  return {
    value: across.value === null ? within.value : (within.value! + across.value) / 2,
    low: (within.low + across.low) / 2,
    high: (within.high + across.high) / 2,
  };
}

export const controlSystems = defineDimension({
  kind: "CONTROL_SYSTEMS",
  name: "Control systems",
  phrase: "control systems",
  description: "Use of the same control systems within each customer and across customers.",
  question: "Do the customers' machines use the same control systems?",
  needs: "customers, and the control systems of their installations",
  defaultWeight: 1,
  items: (facts, memo = noMemo) => {
    const fleets = new Map<string, Fleet>();
    const totals = new Map<string, number>();
    let knownFleets = 0;
    let allIsKnown = true;
    for (const { key } of facts.customers) {
      const installations = facts.installationsAt.get(key);
      const fleet = memo(key, [installations], () => fleetOf(installations ?? []));
      const { within, shares } = fleet;
      fleets.set(key, fleet);
      if (!fleet.isKnown) allIsKnown = false;
      if (within.value === null) continue;
      knownFleets += 1;
      for (const [system, share] of shares) totals.set(system, (totals.get(system) ?? 0) + share);
    }
    const across = (fleet: Fleet): Bounded => {
      const value = knownFleets > 1 ? chanceAcross(fleet, totals, knownFleets - 1) : null;
      return allIsKnown && value !== null ? { value, low: value, high: value } : { value, low: 0, high: 1 };
    };
    const bounded = (fleet: Fleet): Bounded => {
      if (fleet.within.value === null) return unknownValue;
      // Without another customer there is no second half. Other customers of unknown equipment leave it open.
      return facts.customers.length === 1 ? fleet.within : meanOfHalves(fleet.within, across(fleet));
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
