import type { InstallationRecord } from "../../../../cypher/model/document.ts";
import { noMemo } from "../../../shared/memo.ts";
import { refsOf, refTo } from "../../../shared/record-ref.ts";
import { yearOf } from "../../../time/dates.ts";
import { concentration } from "../../scoring/concentration.ts";
import { ageClass } from "../../scoring/equipment-age.ts";
import { evidenceOf } from "../../scoring/evidence-of.ts";
import { countUnits, knownUnitsInWords } from "../../scoring/units.ts";
import { defineDimension, itemOf } from "../dimension.ts";

/** Make and generation of equipment; null when one of them is unknown. */
const classOf =
  (asOf: string) =>
  ({ origin, installedYear }: InstallationRecord): string | null =>
    origin === undefined || installedYear === undefined ? null : `${origin}|${ageClass(installedYear, asOf)}`;

export const installedBase = defineDimension({
  kind: "INSTALLED_BASE",
  name: "Installed base",
  phrase: "installed base",
  description: "Uniformity of each customer's equipment by make and generation.",
  question: "Is each customer's equipment of one make and one generation?",
  needs: "customers, and their installations with origin and year",
  defaultWeight: 1,
  items: (facts, memo = noMemo) =>
    facts.customers.map((customer) => {
      const recorded = facts.installationsAt.get(customer.key);
      return memo(customer.key, [customer, recorded, yearOf(facts.asOf)], () => {
        const installations = recorded ?? [];
        const { unitsByClass, unknownUnits } = countUnits(installations, classOf(facts.asOf));
        return itemOf(
          { key: customer.key, label: customer.name, subjects: [refTo("actors", customer.key)] },
          concentration(unitsByClass.values(), unknownUnits),
          evidenceOf(installations),
        );
      });
    }),
  because: (facts, { key }) => {
    const installations = facts.installationsAt.get(key) ?? [];
    const classNow = classOf(facts.asOf);
    const units = knownUnitsInWords(installations, (it) => classNow(it) !== null);
    const { unitsByClass } = countUnits(installations, classNow);
    return `${units} are of ${unitsByClass.size} different makes and generations`;
  },
  reads: (facts, { key }) => refsOf("installations", facts.installationsAt.get(key)),
});
