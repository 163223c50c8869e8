import { coherence, type DimensionWeight } from "../../../api/measures/coherence/coherence.ts";
import type { CoherenceDimensionKind } from "../../../api/measures/coherence/dimensions.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import type { ActivityRecord, ActorKind, ActorRecord, EcosystemDocument } from "../../../cypher/model/document.ts";

export const AS_OF = "2026-06-30";

export const ecosystem = (collections: Partial<EcosystemDocument>): EcosystemDocument => ({
  format: "ecosystem/1",
  ecosystem: { key: "test", name: "Test", focal: "f" },
  ...collections,
});

export const factsOf = (collections: Partial<EcosystemDocument>, asOf = AS_OF) =>
  factsInForce(ecosystem(collections), { asOf });

export const actor = (key: string, ...kinds: ActorKind[]): ActorRecord => ({
  key,
  name: key.toUpperCase(),
  kinds: kinds.length > 0 ? kinds : ["OTHER"],
});

export const activity = (key: string, more: Partial<ActivityRecord> = {}): ActivityRecord => ({
  key,
  name: key.toUpperCase(),
  layer: "SERVICE",
  ...more,
});

/** value, low and high of each item of one dimension, by key. */
export function itemsOf(
  collections: Partial<EcosystemDocument>,
  kind: CoherenceDimensionKind,
  weights: DimensionWeight[] = [],
) {
  const dimension = coherence(factsOf(collections), weights).dimensions.find((it) => it.kind === kind)!;
  return Object.fromEntries(dimension.items.map(({ key, value, low, high }) => [key, [value, low, high]]));
}
