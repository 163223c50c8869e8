import type { CoherenceDimensionKind } from "../dimension.ts";
import type { InterventionKind, InterventionRow } from "./intervention.ts";

/** A change that is no one fact: the item's value becomes 1, so the gain is the most that could be had. */
const ideal = (
  kind: InterventionKind,
  settles: CoherenceDimensionKind,
  label: (item: string) => string,
  change: (item: string) => string,
): InterventionRow => ({
  kind,
  settles,
  factChanges: () => [],
  touches: (offer, dimension, item) => dimension === settles && offer.key === item,
  offers: (_facts, ledger) =>
    ledger.improvable(settles).map((item) => ({
      key: item.key,
      label: label(item.label),
      subjects: item.subjects,
      gain: ledger.gain(settles, item.key, 1),
      changes: [`${change(item.label)}; the gain is at most this.`],
    })),
});

export const settleBoundary = ideal(
  "SETTLE_BOUNDARY",
  "BOUNDARIES",
  (activity) => `Settle who leads ${activity}`,
  (activity) => `Everybody agrees who leads ${activity}`,
);

export const alignExpectations = ideal(
  "ALIGN_EXPECTATIONS",
  "EXPECTATIONS",
  (topic) => `Align expectations on ${topic}`,
  (topic) => `All actors take the same stance on ${topic}`,
);

export const shareControlSystem = ideal(
  "SHARE_CONTROL_SYSTEM",
  "CONTROL_SYSTEMS",
  (customer) => `Share a control system at ${customer}`,
  (customer) => `All equipment at ${customer} uses one control system that all other customers use`,
);
