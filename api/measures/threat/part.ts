import type { RecordRef } from "../../../cypher/model/document.ts";
import type { Bounded } from "../scoring/concentration.ts";
import type { RivalView } from "./rival-view.ts";
import type { ThreatTerm } from "./term.ts";

/**
 * Part of a threat, a factor of contact or a damper: one file holds everything about it, and its line in factors.ts or
 * dampers.ts is the only other place that names it. Source: docs/model.md, section 5.
 */
export interface ThreatPart<Kind extends string = string> {
  kind: Kind;
  /** Name as a heading: "Market commonality". */
  name: string;
  /** Name within a sentence: "the momentum of its moves". */
  phrase: string;
  /** What it measures, in one sentence: the description of its value in the API. */
  description: string;
  /** What it asks, in plain words. */
  question: string;
  /** Facts that it requires to be known, or, if it is never unknown, those that it reads; the end of a sentence. */
  needs: string;
  /** All inputs of its value, for the memo: the value depends on nothing else. Null: it changes from day to day. */
  inputs(rival: RivalView): readonly unknown[] | null;
  measure(rival: RivalView): Bounded;
  /** Terms of a known value. */
  terms(rival: RivalView, value: number): ThreatTerm[];
  /** Source facts of a term, drawn as its part of the map. */
  reads(rival: RivalView, term: Pick<ThreatTerm, "subjects">): RecordRef[];
}
