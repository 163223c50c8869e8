import type { ThreatPart } from "./part.ts";
import type { RivalView } from "./rival-view.ts";
import type { ThreatTerm } from "./term.ts";

/** Damper: reduces the threat from contact; at its full value it halves the threat. */
export interface Damper<Kind extends string = string> extends ThreatPart<Kind> {
  /** Value that counts in place of an unknown one. */
  whenUnknown: number;
  /**
   * Text of an explanation, to which the share of the threat that it removes is appended.
   * @param value in percent
   * @param largest the largest terms, at least one
   */
  sentence(value: string, largest: readonly ThreatTerm[], rival: RivalView): string;
}

/** Keeps the kind as a literal type, so that the list of dampers gives the union of kinds. */
export const defineDamper = <const Kind extends string>(damper: Damper<Kind>): Damper<Kind> => damper;

/** Share of a threat that a damper leaves: its full value removes one half. */
export const shareLeft = (value: number): number => 1 - value / 2;
