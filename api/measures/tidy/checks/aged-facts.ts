import type { AnyRecord, EcosystemDocument, RecordKind, RecordRef } from "../../../../cypher/model/document.ts";
import { identityOf, recordKinds } from "../../../../cypher/model/record-kinds.ts";
import { dayInWords } from "../../../shared/format.ts";
import { daysBetween } from "../../../time/dates.ts";
import { ownSpan, recordsOf } from "../../../time/in-force-rules.ts";
import { newestEvidence } from "../../../time/newest-evidence.ts";
import { OPEN_START } from "../../../time/spans.ts";
import type { Check } from "../check.ts";

/** Days after which a fact has aged, and a review of it too. */
export const agedAfter = 365;

/** What facts are about ages no more than a name does. */
const lasting: ReadonlySet<RecordKind> = new Set<RecordKind>(["actors", "activities", "standards"]);

/**
 * Facts on which coherence rests and whose newest evidence, or else whose beginning, is more than a year ago; those that
 * matter most and are oldest first. What has no date at all has no age.
 */
export const agedFacts: Check = ({ document, facts, effects }) => {
  const newest = newestEvidence(document.evidence ?? []);
  const find = finder(document);
  return effects.records.flatMap(({ ref, share }) => {
    const record = recordKinds[ref.kind].isFact && !lasting.has(ref.kind) ? find(ref) : undefined;
    if (!record) return [];
    const evidence = newest("evidence" in record ? record.evidence : undefined);
    const { from } = ownSpan(ref.kind, record);
    const since = evidence ?? (from === OPEN_START ? undefined : from);
    if (since === undefined) return [];
    const age = daysBetween(since, facts.asOf);
    if (age <= agedAfter) return [];
    const last = evidence
      ? `Its newest source is of ${dayInWords(since)}`
      : `It has no dated source, and began on ${dayInWords(since)}`;
    return {
      subjects: [ref],
      named: 1,
      sentence: `${last}.`,
      effect: share,
      since,
      order: share * age,
    };
  });
};

/** Finds records by reference; each kind is indexed once. */
function finder(document: EcosystemDocument): (ref: RecordRef) => AnyRecord | undefined {
  const indexes = new Map<RecordKind, Map<string, AnyRecord>>();
  return ({ kind, key }) => {
    let index = indexes.get(kind);
    if (!index) {
      index = new Map(
        recordsOf(document, kind).map((record): [string, AnyRecord] => [identityOf(kind, record), record]),
      );
      indexes.set(kind, index);
    }
    return index.get(key);
  };
}
