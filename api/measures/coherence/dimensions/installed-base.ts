import type { InstallationRecord } from "../../../../cypher/model/document.ts";
import { anew } from "../../../shared/reuse.ts";
import { yearOf } from "../../../time/dates.ts";
import { concentration } from "../../scoring/concentration.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { type Dimension, itemOf, refTo } from "../dimension.ts";

type AgeClass = "NEW" | "MEDIUM" | "OLD";

/** Under 5 years NEW, under 15 MEDIUM, else OLD (model.md section 4). */
export function ageClass(installedYear: number, asOf: string): AgeClass {
  const age = yearOf(asOf) - installedYear;
  return age < 5 ? "NEW" : age < 15 ? "MEDIUM" : "OLD";
}

/** Units of the installations by class, and those whose class is unknown (null). Units are 1 when absent. */
export function countUnits(
  installations: readonly InstallationRecord[],
  classOf: (it: InstallationRecord) => string | null,
) {
  const unitsByClass = new Map<string, number>();
  let unknownUnits = 0;
  for (const installation of installations) {
    const units = installation.units ?? 1;
    const name = classOf(installation);
    if (name === null) unknownUnits += units;
    else unitsByClass.set(name, (unitsByClass.get(name) ?? 0) + units);
  }
  return { unitsByClass, unknownUnits };
}

export const installedBase: Dimension = {
  kind: "INSTALLED_BASE",
  question: "Is each customer's equipment of one make and one generation?",
  needs: "customers, and their installations with origin and year",
  items: (facts, reuse = anew) =>
    facts.customers.map((customer) => {
      const standing = facts.installationsAt.get(customer.key);
      return reuse(customer.key, [customer, standing, yearOf(facts.asOf)], () => {
        const installations = standing ?? [];
        const { unitsByClass, unknownUnits } = countUnits(installations, ({ origin, installedYear }) =>
          origin === undefined || installedYear === undefined
            ? null
            : `${origin}|${ageClass(installedYear, facts.asOf)}`,
        );
        return itemOf(
          { key: customer.key, label: customer.name, subjects: [refTo("actors", customer.key)] },
          concentration(unitsByClass.values(), unknownUnits),
          evidenceOf(installations),
        );
      });
    }),
};
