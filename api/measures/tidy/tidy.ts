import type { EcosystemDocument, RecordRef, ReviewRecord, TidyCheck } from "../../../cypher/model/document.ts";
import { recordKindNames, recordKinds, referencedKeys } from "../../../cypher/model/record-kinds.ts";
import { compareText, highestFirst } from "../../shared/order.ts";
import { daysBetween } from "../../time/dates.ts";
import type { Facts } from "../../time/facts.ts";
import { recordsOf } from "../../time/in-force-rules.ts";
import type { Check, Finding } from "./check.ts";
import { actorsWithoutFacts } from "./checks/actors-without-facts.ts";
import { agedAfter, agedFacts } from "./checks/aged-facts.ts";
import { expiredAgreements } from "./checks/expired-agreements.ts";
import { possibleDuplicates } from "./checks/possible-duplicates.ts";
import { withdrawnStandards } from "./checks/withdrawn-standards.ts";
import { effectsOn } from "./effects.ts";

/** The checks in the order of the list. */
const checks: { readonly [C in TidyCheck]: Check } = {
  POSSIBLE_DUPLICATE: possibleDuplicates,
  WITHDRAWN_STANDARD: withdrawnStandards,
  EXPIRED_AGREEMENT: expiredAgreements,
  AGED_FACT: agedFacts,
  ACTOR_WITHOUT_FACTS: actorsWithoutFacts,
};

export interface TidyItem extends Omit<Finding, "named" | "order"> {
  /** Check and subject: tells it from every other item. */
  key: string;
  check: TidyCheck;
  /** What a review of it names. */
  subject: string;
}

/** What a review names: the kind and the keys, in one order whichever record is named first. */
export const subjectOf = (refs: readonly RecordRef[]): string =>
  [refs[0]!.kind, ...refs.map(({ key }) => key).sort(compareText)].join("/");

/** Whether findings of a check are kept by a review, on the day. */
function keptBy(reviews: readonly ReviewRecord[], asOf: string): (check: TidyCheck, subject: string) => boolean {
  const kept = new Set(
    reviews
      // What ages goes on ageing: it is looked at again after as long.
      .filter(({ check, on }) => check !== "AGED_FACT" || (on !== undefined && daysBetween(on, asOf) <= agedAfter))
      .map(({ check, subject }) => `${check} ${subject}`),
  );
  return (check, subject) => kept.has(`${check} ${subject}`);
}

/** How many records refer to each actor, other than its place on the map and words of analysts. */
function referencesToActors(document: EcosystemDocument): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of recordKindNames) {
    const references = recordKinds[kind].references.filter(({ to }) => to === "actors");
    if (kind === "tags" || references.length === 0) continue;
    for (const record of recordsOf(document, kind)) {
      const keys = references.flatMap((reference) => referencedKeys(record, reference));
      for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * What wants tidying on a day: by check, and within one what matters most first. Findings that a review keeps are left
 * out. Pure; the cost grows with the number of records.
 */
export function tidyList(document: EcosystemDocument, facts: Facts): TidyItem[] {
  const isKept = keptBy(document.reviews ?? [], facts.asOf);
  const read = { document, facts, effects: effectsOn(facts), references: referencesToActors(document) };
  return (Object.entries(checks) as [TidyCheck, Check][]).flatMap(([check, find]) => {
    const found = find({ ...read, isKept: (refs) => isKept(check, subjectOf(refs)) }).map(
      ({ named, order, ...finding }): { item: TidyItem; order: number } => {
        const subject = subjectOf(finding.subjects.slice(0, named));
        return { item: { ...finding, key: `${check} ${subject}`, check, subject }, order };
      },
    );
    return highestFirst(
      found.filter(({ item }) => !isKept(check, item.subject)),
      ({ order }) => order,
      (a, b) => compareText(a.item.subject, b.item.subject),
    ).map(({ item }) => item);
  });
}
