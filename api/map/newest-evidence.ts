import type { EvidenceRecord } from "../../cypher/model/document.ts";

/**
 * How fresh what a fact stands on is: the latest day among its evidence, each counting on the day it was published
 * and, where that is unknown, on the day it was retrieved. Undefined without evidence of a known day.
 */
export function newestEvidence(
  evidence: readonly EvidenceRecord[],
): (keys: readonly string[] | undefined) => string | undefined {
  const days = new Map(evidence.map(({ key, publishedOn, retrievedOn }) => [key, publishedOn ?? retrievedOn]));
  return (keys) => {
    let newest: string | undefined;
    for (const key of keys ?? []) {
      const day = days.get(key);
      if (day !== undefined && (newest === undefined || day > newest)) newest = day;
    }
    return newest;
  };
}
