import type { InstallationRecord } from "../../../cypher/model/document.ts";
import { count } from "../../shared/format.ts";

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

/** "its 5 units", or, where the class is unknown of some of them, "3 of its 5 units". */
export function knownUnitsInWords(
  installations: readonly InstallationRecord[],
  isKnown: (it: InstallationRecord) => boolean,
): string {
  const sum = (list: readonly InstallationRecord[]) => list.reduce((total, it) => total + (it.units ?? 1), 0);
  const [known, all] = [sum(installations.filter(isKnown)), sum(installations)];
  return known === all ? `its ${count(all, "unit")}` : `${known} of its ${count(all, "unit")}`;
}
