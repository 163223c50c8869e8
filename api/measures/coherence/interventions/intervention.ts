import type { EcosystemDocument, RecordRef } from "../../../../cypher/model/document.ts";
import type { FactChange } from "../../../time/fact-change.ts";
import type { Facts } from "../../../time/facts.ts";
import type { CoherenceDimensionKind } from "../dimensions.ts";
import type { Gain, Ledger } from "./ledger.ts";

/** One change that could be made to known items with a value below 1, and the overall score after it less before. */
export interface Offer extends Gain {
  key: string;
  label: string;
  subjects: RecordRef[];
  /** What would change, in words for a manager. */
  changes: string[];
}

/**
 * Kind of intervention: one file holds everything about it, and its line in interventions.ts is the only other place
 * that names it. Source: docs/model.md, section 4, Interventions.
 */
export interface InterventionType<Kind extends string = string> {
  kind: Kind;
  /** Name as a heading: "Sign an agreement". */
  name: string;
  /** What it changes, in one sentence: the description of its value in the API. */
  description: string;
  offers(facts: Facts, ledger: Ledger): Offer[];
  /** Of an ideal, the dimension whose item takes the value 1; else null. */
  settles: CoherenceDimensionKind | null;
  /** Whether the offer changes the value of this item, and so rests on the item's evidence. */
  touches(
    offer: Pick<Offer, "key" | "subjects">,
    dimension: CoherenceDimensionKind,
    item: string,
    facts: Facts,
  ): boolean;
  /** Changes of facts that the offer consists of, from the day of the assessment; none for an ideal. */
  factChanges(offer: Pick<Offer, "key" | "subjects">, facts: Facts, document: EcosystemDocument): FactChange[];
}

/** Keeps the kind as a literal type, so that the list of interventions gives the union of kinds. */
export const defineIntervention = <const Kind extends string>(it: InterventionType<Kind>): InterventionType<Kind> => it;
