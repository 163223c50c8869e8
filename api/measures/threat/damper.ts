import type { ThreatPart } from "./part.ts";
import type { RivalView } from "./rival-view.ts";
import type { ThreatTerm } from "./term.ts";

/** Damper: what reduces the threat that contact makes; at its full value it halves the threat. */
export interface Damper<Kind extends string = string> extends ThreatPart<Kind> {
  /** The value that an unknown one counts as. */
  whenUnknown: number;
  /**
   * Its part of an explanation; the share of the threat that it takes away is put after it.
   * @param value in percent
   * @param largest the largest terms, at least one
   */
  sentence(value: string, largest: readonly ThreatTerm[], rival: RivalView): string;
}

/** Keeps the kind as a literal type, so that the list of dampers gives the union of kinds. */
export const defineDamper = <const Kind extends string>(damper: Damper<Kind>): Damper<Kind> => damper;

/** The share of a threat that a damper leaves: its full value takes one half away. */
export const shareLeft = (value: number): number => 1 - value / 2;
