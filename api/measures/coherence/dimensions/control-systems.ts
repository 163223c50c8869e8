import type { InstallationRecord } from "../../../../cypher/model/document.ts";
import { anew } from "../../../shared/reuse.ts";
import { type Bounded, clampUnit, concentration, unknownValue } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { type Dimension, itemOf, refTo } from "../dimension.ts";
import { countUnits } from "./installed-base.ts";

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

/** Bounds of the mean of both halves; a null across has no value of its own but still could be anything. */
function meanOfHalves(within: Bounded, across: Bounded): Bounded {
  return {
    value: across.value === null ? within.value : (within.value! + across.value) / 2,
    low: (within.low + across.low) / 2,
    high: (within.high + across.high) / 2,
  };
}

export const controlSystems: Dimension = {
  kind: "CONTROL_SYSTEMS",
  question: "Do the customers' machines speak through the same control systems?",
  needs: "customers, and the control systems of their installations",
  items: (facts, reuse = anew) => {
    const fleets = new Map<string, Fleet>();
    const totals = new Map<string, number>();
    let knownFleets = 0;
    let allIsKnown = true;
    for (const { key } of facts.customers) {
      const installations = facts.installationsAt.get(key);
      const fleet = reuse(key, [installations], () => fleetOf(installations ?? []));
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
      // With nobody to compare with there is no second half. Others of whom nothing is known could still be anything.
      return facts.customers.length === 1 ? fleet.within : meanOfHalves(fleet.within, across(fleet));
    };
    return facts.customers.map(({ key, name }) => {
      const fleet = fleets.get(key)!;
      return itemOf({ key, label: name, subjects: [refTo("actors", key)] }, bounded(fleet), fleet.evidence);
    });
  },
};
