import type { RecordRef } from "../../../cypher/model/document.ts";
import type { Bounded } from "../scoring/concentration.ts";

/** What a factor or damper is made of; a factor's shares add up to its value, a damper's too. */
export interface ThreatTerm {
  label: string;
  subjects: RecordRef[];
  share: number;
  evidence: string[];
}

/** A factor of contact or a damper: value 0..1, null when unknown, what it could be, and what it is made of. */
export interface Explained extends Bounded {
  terms: ThreatTerm[];
}
