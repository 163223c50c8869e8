import type { RecordRef } from "../../../cypher/model/document.ts";
import type { Reuse } from "../../shared/reuse.ts";
import type { Facts } from "../../time/facts.ts";
import type { Bounded } from "../scoring/concentration.ts";

export type CoherenceDimensionKind =
  | "EXPECTATIONS"
  | "BOUNDARIES"
  | "INSTALLED_BASE"
  | "STANDARDS"
  | "CONTROL_SYSTEMS"
  | "DATA_SHARING"
  | "JOINT_DEVELOPMENT";

/** One thing that a dimension looks at: value 0..1 or null when unknown, what it could be, and how much it counts. */
export interface DimensionItem {
  key: string;
  label: string;
  /** The records that it is about, to draw and to link. */
  subjects: RecordRef[];
  value: number | null;
  low: number;
  high: number;
  /** Above 0. */
  weight: number;
  /** Keys of the evidence of the facts that were read: each once, sorted. */
  evidence: string[];
}

/** A dimension of coherence: a question, and the items that answer it. Source: model.md section 4. */
export interface Dimension {
  kind: CoherenceDimensionKind;
  /** In plain words. */
  question: string;
  /** What facts it needs to say anything. */
  needs: string;
  /** Items by key; with `reuse` those are not computed again whose facts are the same as when it was last asked. */
  items(facts: Facts, reuse?: Reuse): DimensionItem[];
}

/** An item, made in one place: thousands of one shape are read and copied far faster than of several. */
export const itemOf = (
  { key, label, subjects, weight = 1 }: Pick<DimensionItem, "key" | "label" | "subjects"> & { weight?: number },
  { value, low, high }: Bounded,
  evidence: string[],
): DimensionItem => ({ key, label, subjects, value, low, high, weight, evidence });

export const refTo = (kind: RecordRef["kind"], key: string): RecordRef => ({ kind, key });
