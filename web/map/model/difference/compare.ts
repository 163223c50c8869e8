import type { ThreatRow } from "../facts.graphql.ts";
import { type BoundaryState, type Difference, difference, type Place, type Side } from "./difference.ts";

export type Change = "entered" | "left";

/** Comparison of two days as it is drawn on the map. */
export interface Comparison {
  difference: Difference;
  /** Of nodes and relations by id, including those of the other day only. */
  changes: ReadonlyMap<string, Change>;
  /** On the other day only: drawn as ghosts at their former positions. */
  ghosts: ComparedSide;
  ghostIds: ReadonlySet<string>;
  /** Positions on the other day of actors that moved, by actor's id. */
  places: ReadonlyMap<string, Place>;
  /** Boundaries on the other day of activities whose boundary changed, by the activity's id. */
  boundaryStates: ReadonlyMap<string, BoundaryState>;
  /** Whether the other day is the earlier one. */
  isEarlier: boolean;
}
export type ComparedSide = Side & { threats: readonly ThreatRow[] };

/** `shown` is on the map, `other` is compared with it. */
export function compare(shown: ComparedSide, other: ComparedSide, isEarlier: boolean): Comparison {
  const found = isEarlier ? difference(other, shown) : difference(shown, other);
  const onlyShown = isEarlier ? "entered" : "left";
  const onlyOther = isEarlier ? "left" : "entered";
  const removed = isEarlier ? [...found.left, ...found.relationsLeft] : [...found.entered, ...found.relationsEntered];
  const added = isEarlier ? [...found.entered, ...found.relationsEntered] : [...found.left, ...found.relationsLeft];
  const ghostIds = new Set(removed.map(({ id }) => id));
  return {
    difference: found,
    changes: new Map([
      ...added.map(({ id }) => [id, onlyShown] as const),
      ...removed.map(({ id }) => [id, onlyOther] as const),
    ]),
    ghosts: {
      map: {
        nodes: other.map.nodes.filter(({ id }) => ghostIds.has(id)),
        edges: other.map.edges.filter(({ id }) => ghostIds.has(id)),
      },
      positions: other.positions.filter(({ actor }) => ghostIds.has(actor.id)),
      boundaries: other.boundaries.filter(({ activity }) => ghostIds.has(activity.id)),
      threats: other.threats.filter(({ rival }) => ghostIds.has(rival.id)),
    },
    ghostIds,
    places: new Map(found.moved.map(({ actor, before, after }) => [actor.id, isEarlier ? before : after])),
    boundaryStates: new Map(
      found.boundaryChanges.map(({ activity, before, after }) => [activity.id, isEarlier ? before : after]),
    ),
    isEarlier,
  };
}
