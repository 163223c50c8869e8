import type { InstallationRecord } from "../../../cypher/model/document.ts";
import { actorName, adopts, type Facts, pairKey } from "../../time/facts.ts";
import { standingOf, verdict } from "../boundary/boundary.ts";
import type { CoherenceDimensionKind, DimensionItem } from "../coherence/dimension.ts";
import { conditions } from "../coherence/dimensions/data-sharing.ts";
import { ageClass } from "../coherence/dimensions/installed-base.ts";
import { count, named, percent } from "./words.ts";

type Because = (facts: Facts, item: Pick<DimensionItem, "key" | "subjects" | "value">) => string;

/** "its 5 units", or, where that is not known of all of them, "3 of its 5 units". */
function unitsOf(installations: readonly InstallationRecord[], isKnown: (it: InstallationRecord) => boolean): string {
  const sum = (list: readonly InstallationRecord[]) => list.reduce((total, it) => total + (it.units ?? 1), 0);
  const [known, all] = [sum(installations.filter(isKnown)), sum(installations)];
  return known === all ? `its ${count(all, "unit")}` : `${known} of its ${count(all, "unit")}`;
}

function boundary(facts: Facts, activity: string): string {
  const standing = standingOf(facts, activity);
  const names = (keys: readonly string[]) => named(keys.map((key) => actorName(facts, key)));
  const { leads, attributed } = standing;
  switch (verdict(standing).status) {
    case "CONTESTED":
      return `${names(leads)} each claim the lead`;
    case "DISPUTED":
      return `${names(leads)} ${leads.length > 1 ? "claim" : "claims"} the lead, but ${names(attributed)} ${attributed.length > 1 ? "are" : "is"} named for it too`;
    case "UNCLAIMED":
      return attributed.length > 0
        ? `nobody claims the lead, though ${names(attributed)} ${attributed.length > 1 ? "are" : "is"} named for it`
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
    return `${name} (${status.toLowerCase()})`;
  });
  return `${ends} have in common only ${named(words)}`;
}

function sharing(facts: Facts, key: string, customer: string): string {
  const agreement = facts.agreements.get(key);
  const missing = conditions.filter((condition) => agreement?.[condition] === false);
  const open = conditions.filter((condition) => typeof agreement?.[condition] !== "boolean");
  const wish = facts.profiles.get(customer)?.dataSharing;
  return [
    wish === undefined || wish === 5 ? "" : `the customer's willingness is ${wish} of 5`,
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
    const units = unitsOf(installations, (it) => it.origin !== undefined && it.installedYear !== undefined);
    return `${units} are of ${new Set(classes).size} different makes and generations`;
  },
  STANDARDS: (facts, { key }) => standards(facts, key),
  CONTROL_SYSTEMS: (facts, { key, value }) => {
    const installations = facts.installationsAt.get(key) ?? [];
    const systems = new Set(installations.flatMap((it) => it.controlSystem ?? []));
    const names = [...systems].map((system) => facts.controlSystems.get(system)?.name ?? system).sort();
    const units = unitsOf(installations, (it) => it.controlSystem !== undefined);
    return systems.size > 1
      ? `${units} run on ${count(systems.size, "control system")} (${named(names)})`
      : // With one system within is 1, so that the value is the mean of 1 and across.
        `it runs on ${named(names)}, as do on average ${percent(2 * value! - 1)} of the units of another customer`;
  },
  DATA_SHARING: (facts, { key, subjects }) => sharing(facts, key, subjects[1]!.key),
  JOINT_DEVELOPMENT: (facts, { key }) => {
    const depends = facts.dependencies
      .filter(({ from, to }) => pairKey(from, to) === key)
      .map(({ from, to }) => `${actorName(facts, from)} depends on ${actorName(facts, to)}`);
    const why = depends.length === 2 ? "they depend on each other" : (depends[0] ?? "their systems must work together");
    return `${why}, and they have no joint initiative`;
  },
};
