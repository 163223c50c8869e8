import type { InstallationRecord } from "../../cypher/model/document.ts";
import type { IdOf } from "../shared/node-id.ts";
import type { AddEdge, UnitsFrom } from "./map-edge.ts";
import { endOf, intersect, isEver, type Validity } from "./validity.ts";

/** One edge from a customer to each maker of its equipment, however many machines stand behind it. */
export function equipmentEdges(installations: readonly InstallationRecord[], id: IdOf, add: AddEdge): void {
  const groups = new Map<string, InstallationRecord[]>();
  for (const installation of installations) {
    if (!installation.origin || installation.origin === installation.customer) continue;
    if (!isEver(spanOfInstallation(installation))) continue;
    const pair = `${installation.customer}~${installation.origin}`;
    const group = groups.get(pair);
    if (group) group.push(installation);
    else groups.set(pair, [installation]);
  }
  for (const [pair, group] of groups) {
    const { customer, origin } = group[0]!;
    const units = group.reduce((sum, one) => sum + (one.units ?? 1), 0);
    const spans = group.map(spanOfInstallation);
    const begins = spans.map(({ validFrom }) => validFrom);
    const known = group.flatMap(({ confidence }) => confidence ?? []);
    const source = id("actors", customer);
    add(
      "USES_EQUIPMENT_OF",
      `equipment~${source}~${pair}`,
      source,
      id("actors", origin!),
      {
        validFrom: begins.includes(undefined) ? undefined : (begins as string[]).sort()[0],
        validTo: spans.reduce<string | undefined>((end, span) => endOf(end, span.validTo), ""),
      },
      {
        confidence: known.length === group.length ? Math.min(...known) : undefined,
        evidence: group.flatMap(({ evidence }) => evidence ?? []),
      },
      { label: units === 1 ? "1 unit" : `${units} units`, units: unitsOverTime(group) },
    );
  }
}

/** Machines are there from the year on in which they were installed. */
const spanOfInstallation = (one: InstallationRecord): Validity =>
  intersect(one, { validFrom: one.installedYear === undefined ? undefined : `${one.installedYear}-01-01` });

/** How many units there are from each day on which that changes, earliest first; 0 in a gap and after the last. */
function unitsOverTime(installations: readonly InstallationRecord[]): UnitsFrom[] {
  const changes = new Map<string, number>();
  for (const one of installations) {
    const { validFrom = "", validTo } = spanOfInstallation(one);
    const units = one.units ?? 1;
    changes.set(validFrom, (changes.get(validFrom) ?? 0) + units);
    if (validTo !== undefined) changes.set(validTo, (changes.get(validTo) ?? 0) - units);
  }
  let units = 0;
  return [...changes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, change]) => change !== 0)
    .map(([day, change]) => {
      units += change;
      return day === "" ? { units } : { from: day, units };
    });
}
