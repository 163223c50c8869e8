import type { ThreatPart } from "./part.ts";
import type { RivalView } from "./rival-view.ts";
import type { ThreatTerm } from "./term.ts";

/** Factor of contact: what brings a rival into contact with the focal firm. */
export interface Factor<Kind extends string = string> extends ThreatPart<Kind> {
  /** Default weight among the factors. */
  defaultWeight: number;
  /**
   * Text of an explanation up to the verb: "Its moves … : this adds" is followed by the points.
   * @param value in percent
   * @param largest the largest terms, at least one
   */
  sentence(value: string, largest: readonly ThreatTerm[], rival: RivalView): string;
}

/** Keeps the kind as a literal type, so that the list of factors gives the union of kinds. */
export const defineFactor = <const Kind extends string>(factor: Factor<Kind>): Factor<Kind> => factor;
