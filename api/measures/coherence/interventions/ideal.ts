import type { CoherenceDimensionKind } from "../dimensions.ts";
import { defineIntervention, type InterventionType } from "./intervention.ts";

interface Ideal<Kind extends string> extends Pick<InterventionType<Kind>, "kind" | "name" | "description"> {
  settles: CoherenceDimensionKind;
  label(item: string): string;
  change(item: string): string;
}

/** Ideal: a change that is not one fact. The item's value becomes 1, so the gain is an upper bound. */
export const defineIdeal = <const Kind extends string>({ settles, label, change, ...names }: Ideal<Kind>) =>
  defineIntervention({
    ...names,
    settles,
    factChanges: () => [],
    touches: (offer, dimension, item) => dimension === settles && offer.key === item,
    offers: (_facts, ledger) =>
      ledger.improvable(settles).map((item) => ({
        key: item.key,
        label: label(item.label),
        subjects: item.subjects,
        ...ledger.gain(settles, item.key, 1),
        changes: [`${change(item.label)}. The gain shown is the maximum.`],
      })),
  });
