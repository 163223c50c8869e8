import { formatDate, percent } from "../shared/format.ts";

/** Since when, until when and how surely something is known; null and absent: not recorded. */
interface Dated {
  validFrom?: string | null | undefined;
  validTo?: string | null | undefined;
  /** 0..1. */
  confidence?: number | null | undefined;
}

/** What is recorded of it, in words: "since 1 Jan 2022, 85 % sure"; empty where nothing is. */
export function knownValidity({ validFrom, validTo, confidence }: Dated): string {
  return [
    validFrom && `since ${formatDate(validFrom)}`,
    validTo && `until ${formatDate(validTo)}`,
    confidence !== null && confidence !== undefined && `${percent(confidence)} sure`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** The same, with what nobody has recorded said to be so. */
export function validityWords(fact: Dated): string {
  const missing = [!fact.validFrom && "since when", (fact.confidence ?? null) === null && "how surely"].filter(Boolean);
  const unknown = missing.length > 0 && `${missing.join(" and ")} not recorded`;
  return [knownValidity(fact), unknown].filter(Boolean).join(", ");
}
