import type { EvidenceRecord } from "../../cypher/model/document.ts";

/**
 * Freshness of a fact: the latest day among its evidence, by date of publication or, where that is unknown, of
 * retrieval. Undefined without dated evidence.
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
