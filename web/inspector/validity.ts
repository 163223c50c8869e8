import { capital, formatDate, percent } from "../shared/format.ts";

/** Validity and confidence of a fact; null and absent: not recorded. */
interface Dated {
  validFrom?: string | null | undefined;
  validTo?: string | null | undefined;
  /** 0..1. */
  confidence?: number | null | undefined;
}

/** Recorded validity as text: "since 1 Jan 2022, confidence 85 %"; empty where nothing is recorded. */
export function knownValidity({ validFrom, validTo, confidence }: Dated): string {
  return [
    validFrom && `since ${formatDate(validFrom)}`,
    validTo && `until ${formatDate(validTo)}`,
    confidence !== null && confidence !== undefined && `confidence ${percent(confidence)}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/**
 * The same as a heading, with what is unknown: "Confidence 95 %, start date unknown".
 * @param hasDate the record has a date of its own in place of a start
 */
export function validityWords(fact: Dated, hasDate = false): string {
  const hasConfidence = (fact.confidence ?? null) !== null;
  const unknown = [!fact.validFrom && !hasDate && "start date unknown", !hasConfidence && "confidence unknown"];
  return capital([knownValidity(fact), ...unknown].filter(Boolean).join(", "));
}
