import { standingOf, verdict } from "../boundary/boundary.ts";
import type { CoherenceDimensionKind, DimensionItem } from "../coherence/dimension.ts";
import { conditions } from "../coherence/dimensions/data-sharing.ts";
import { ageClass } from "../coherence/dimensions/installed-base.ts";
import { actorName, adopts, type Facts } from "../facts/facts.ts";
import { count, named } from "./words.ts";

type Because = (facts: Facts, item: Pick<DimensionItem, "key" | "subjects">) => string;

const unitsAt = (facts: Facts, customer: string): number =>
  (facts.installationsAt.get(customer) ?? []).reduce((sum, it) => sum + (it.units ?? 1), 0);

function boundary(facts: Facts, activity: string): string {
  const standing = standingOf(facts, activity);
  const names = (keys: readonly string[]) => named(keys.map((key) => actorName(facts, key)));
  const { leads, attributed } = standing;
  switch (verdict(standing).status) {
    case "CONTESTED":
      return `${names(leads)} each claim the lead`;
    case "DISPUTED":
      return `${names(leads)} ${leads.length > 1 ? "claim" : "claims"} the lead, but others see ${names(attributed)} in it`;
    case "UNCLAIMED":
      return attributed.length > 0
        ? `nobody claims the lead, though others see ${names(attributed)} in it`
        : "nobody claims the lead";
    default:
      return "it is settled who leads";
  }
}

function standards(facts: Facts, key: string): string {
  const { a, b, candidates } = facts.interfaces.find((it) => it.key === key)!;
  const both = candidates.filter((standard) => adopts(facts, a, standard) && adopts(facts, b, standard));
  const ends = `${actorName(facts, a)} and ${actorName(facts, b)}`;
  if (both.length === 0) return `${ends} follow no standard in common that could govern it`;
  const words = both.map((standard) => {
    const { name, status } = facts.standards.get(standard)!;
    return `${name}, which is ${status.toLowerCase()}`;
  });
  return `${ends} have in common only ${named(words)}`;
}

function sharing(facts: Facts, key: string, customer: string): string {
  const agreement = facts.agreements.get(key);
  const missing = conditions.filter((condition) => agreement?.[condition] === false);
  const open = conditions.filter((condition) => typeof agreement?.[condition] !== "boolean");
  const wish = facts.profiles.get(customer)?.dataSharing;
  return [
    wish === undefined ? "" : `the customer's willingness is ${wish} of 5`,
    agreement === undefined ? "there is no agreement" : "",
    missing.length > 0 ? `${named(missing)} ${missing.length > 1 ? "are" : "is"} not agreed` : "",
    agreement !== undefined && open.length > 0 ? `of ${named(open)} nothing is known` : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** Why an item of each dimension is worth less than 1, as the end of a sentence. */
export const because: Readonly<Record<CoherenceDimensionKind, Because>> = {
  EXPECTATIONS: (facts, { key }) => {
    const stances = facts.stancesOn.get(key) ?? [];
    const places = stances.map(({ position }) => position);
    return `the stances of ${count(stances.length, "actor")} lie between ${Math.min(...places)} and ${Math.max(...places)} of 5`;
  },
  BOUNDARIES: (facts, { key }) => boundary(facts, key),
  INSTALLED_BASE: (facts, { key }) => {
    const installations = facts.installationsAt.get(key) ?? [];
    const classes = installations.flatMap(({ origin, installedYear }) =>
      origin === undefined || installedYear === undefined ? [] : `${origin}|${ageClass(installedYear, facts.asOf)}`,
    );
    return `its ${count(unitsAt(facts, key), "unit")} ${unitsAt(facts, key) === 1 ? "is" : "are"} of ${count(new Set(classes).size, "make and generation", "makes and generations")}`;
  },
  STANDARDS: (facts, { key }) => standards(facts, key),
  CONTROL_SYSTEMS: (facts, { key }) => {
    const systems = new Set((facts.installationsAt.get(key) ?? []).flatMap((it) => it.controlSystem ?? []));
    const names = [...systems].map((system) => facts.controlSystems.get(system)?.name ?? system).sort();
    return systems.size > 1
      ? `its ${count(unitsAt(facts, key), "unit")} run on ${count(systems.size, "control system")} (${named(names)})`
      : `few other customers run on ${named(names)}`;
  },
  DATA_SHARING: (facts, { key, subjects }) => sharing(facts, key, subjects[1]!.key),
  JOINT_DEVELOPMENT: () => "they depend on each other and have no joint initiative",
};
