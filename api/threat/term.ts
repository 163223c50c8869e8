import type { RecordRef } from "../../cypher/model/document.ts";

/** What a factor or damper is made of; a factor's shares add up to its value, a damper's too. */
export interface ThreatTerm {
  label: string;
  subjects: RecordRef[];
  share: number;
  evidence: string[];
}

/** A factor of contact or a damper: value 0..1, null when unknown, what it could be, and what it is made of. */
export interface Explained {
  value: number | null;
  low: number;
  high: number;
  terms: ThreatTerm[];
}

export const nothingKnown: Explained = { value: null, low: 0, high: 1, terms: [] };

/** An exact value with the terms that add up to it. */
export const made = (value: number, terms: ThreatTerm[]): Explained => ({ value, low: value, high: value, terms });
