import type { InstallationRecord } from "../../cypher/model/document.ts";
import { addTo } from "../shared/groups.ts";
import type { IdOf } from "../shared/node-id.ts";
import type { ConfidenceOf } from "../time/confidence.ts";
import { ownSpan } from "../time/in-force-rules.ts";
import { isEmpty, OPEN_END, OPEN_START, type Span } from "../time/spans.ts";
import type { AddEdge, UnitsFrom } from "./map-edge.ts";

/** One edge from a customer to each maker of its equipment, whatever the number of machines. */
export function equipmentEdges(
  installations: readonly InstallationRecord[],
  id: IdOf,
  confidenceOf: ConfidenceOf,
  add: AddEdge,
): void {
  const groups = new Map<string, InstallationRecord[]>();
  for (const installation of installations) {
    if (!installation.origin || installation.origin === installation.customer) continue;
    if (isEmpty(spanOf(installation))) continue;
    const pair = `${installation.customer}~${installation.origin}`;
    addTo(groups, pair, installation);
  }
  for (const [pair, group] of groups) {
    const { customer, origin } = group[0]!;
    const units = group.reduce((sum, one) => sum + (one.units ?? 1), 0);
    const spans = group.map(spanOf);
    const known = group.flatMap((one) => confidenceOf(one) ?? []);
    const source = id("actors", customer);
    add(
      "USES_EQUIPMENT_OF",
      `equipment~${source}~${pair}`,
      source,
      id("actors", origin!),
      spans.reduce((whole, { from, to }) => ({
        from: from < whole.from ? from : whole.from,
        to: to > whole.to ? to : whole.to,
      })),
      {
        confidence: known.length === group.length ? Math.min(...known) : undefined,
        evidence: group.flatMap(({ evidence }) => evidence ?? []),
      },
      { label: units === 1 ? "1 unit" : `${units} units`, units: unitsOverTime(group) },
    );
  }
}

const spanOf = (one: InstallationRecord): Span => ownSpan("installations", one);

/** Number of units from each day on which it changes, earliest first; 0 in a gap and after the last. */
function unitsOverTime(installations: readonly InstallationRecord[]): UnitsFrom[] {
  const changes = new Map<string, number>();
  for (const one of installations) {
    const { from, to } = spanOf(one);
    const units = one.units ?? 1;
    changes.set(from, (changes.get(from) ?? 0) + units);
    if (to !== OPEN_END) changes.set(to, (changes.get(to) ?? 0) - units);
  }
  let units = 0;
  return [...changes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, change]) => change !== 0)
    .map(([day, change]) => {
      units += change;
      return day === OPEN_START ? { units } : { from: day, units };
    });
}
