import type { RecordRef } from "../../../cypher/model/document.ts";
import type { Memo } from "../../shared/memo.ts";
import type { Facts } from "../../time/facts.ts";
import type { Bounded } from "../scoring/concentration.ts";

/** One thing that a dimension evaluates: value 0..1 or null when unknown, its bounds, and its weight. */
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
  /** Keys of the evidence of its facts, unique and sorted. */
  evidence: string[];
}

/**
 * Dimension of coherence: one file holds everything about it, and its line in dimensions.ts is the only other place
 * that names it. Source: docs/model.md, section 4.
 */
export interface Dimension<Kind extends string = string> {
  kind: Kind;
  /** Name as a heading: "Joint development". */
  name: string;
  /** Name within a sentence: "joint development". */
  phrase: string;
  /** What it measures, in one sentence: the description of its value in the API. */
  description: string;
  /** What it asks, in plain words. */
  question: string;
  /** Facts that it requires to have a score, as the end of a sentence. */
  needs: string;
  /** Default weight among the dimensions. */
  defaultWeight: number;
  /** Items by key; with a memo, items whose facts have not changed are reused. */
  items(facts: Facts, memo?: Memo): DimensionItem[];
  /** Why a known item is worth less than 1, as the end of a sentence after "because". */
  because(facts: Facts, item: Pick<DimensionItem, "key" | "subjects" | "value">): string;
  /** The facts behind an item, drawn as its part of the map. */
  reads(facts: Facts, item: Pick<DimensionItem, "key" | "subjects">): RecordRef[];
}

/** Keeps the kind of a dimension as a literal type, so that the list of dimensions gives the union of kinds. */
export const defineDimension = <const Kind extends string>(dimension: Dimension<Kind>): Dimension<Kind> => dimension;

/** Single place where items are created: thousands of objects of one shape are read and copied much faster. */
export const itemOf = (
  { key, label, subjects, weight = 1 }: Pick<DimensionItem, "key" | "label" | "subjects"> & { weight?: number },
  { value, low, high }: Bounded,
  evidence: string[],
): DimensionItem => ({ key, label, subjects, value, low, high, weight, evidence });
