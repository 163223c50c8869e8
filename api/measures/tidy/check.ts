import type { EcosystemDocument, RecordRef } from "../../../cypher/model/document.ts";
import type { Facts } from "../../time/facts.ts";
import type { Effects } from "./effects.ts";

/** One thing found that wants tidying. */
export interface Finding {
  /** The records that it is about; the first is the one to change, of a duplicate the one that stays. */
  subjects: RecordRef[];
  /** How many of the subjects, from the first on, tell it from other findings of the check. */
  named: number;
  /** What was found, in a sentence. */
  sentence: string;
  /** Share of coherence, 0 to 1, that rests on it; null where it cannot be told. */
  effect: number | null;
  /** The day since which it is so; null where it is unknown. */
  since: string | null;
  /** Order within the check, highest first. */
  order: number;
}

/** What a check reads. */
export interface TidyFacts {
  document: EcosystemDocument;
  /** In force on the day. */
  facts: Facts;
  effects: Effects;
  /** How many records refer to each actor, whatever their date. */
  references: ReadonlyMap<string, number>;
  /** Whether a person has looked at the finding and keeps it as it is, on the day. */
  isKept(subjects: readonly RecordRef[]): boolean;
}

/** Everything that one check finds, including what is kept. */
export type Check = (facts: TidyFacts) => Finding[];
