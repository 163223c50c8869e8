import type { EcosystemDocument, RecordRef } from "../../../../cypher/model/document.ts";
import type { FactChange } from "../../../time/fact-change.ts";
import type { Facts } from "../../../time/facts.ts";
import type { CoherenceDimensionKind } from "../dimension.ts";
import type { Ledger } from "./ledger.ts";

export type InterventionKind =
  | "SETTLE_BOUNDARY"
  | "ALIGN_EXPECTATIONS"
  | "ADOPT_STANDARD"
  | "SIGN_AGREEMENT"
  | "START_INITIATIVE"
  | "SHARE_CONTROL_SYSTEM";

/** One change that could be made to known items with a value below 1, and the overall score after it less before. */
export interface Offer {
  key: string;
  label: string;
  subjects: RecordRef[];
  /** May be 0: a change that brings nothing is not listed, but can still be tried. */
  gain: number;
  /** What would change, in words that a manager understands. */
  changes: string[];
}

/** One change and what it would bring: gain is the overall score after it less the score before, above 0. */
export interface Intervention extends Offer {
  kind: InterventionKind;
  /** Whether the gain is the most that could be had: the change is an ideal, not one fact. */
  isIdeal: boolean;
}

/** A kind of intervention: what it offers, and what it changes. Source: model.md section 4, Interventions. */
export interface InterventionRow {
  kind: InterventionKind;
  offers(facts: Facts, ledger: Ledger): Offer[];
  /** Of an ideal, the dimension whose item takes the value 1; else null. */
  settles: CoherenceDimensionKind | null;
  /** Whether the offer changes the value of this item, so that the item's evidence is what the offer rests on. */
  touches(
    offer: Pick<Offer, "key" | "subjects">,
    dimension: CoherenceDimensionKind,
    item: string,
    facts: Facts,
  ): boolean;
  /** The facts that the offer stands for, begun on the day that is looked at; none of an ideal. */
  factChanges(offer: Pick<Offer, "key" | "subjects">, facts: Facts, document: EcosystemDocument): FactChange[];
}
