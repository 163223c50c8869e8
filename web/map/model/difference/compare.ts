import type { ThreatRow } from "../facts.graphql.ts";
import { type BoundaryState, type Difference, difference, type Place, type Side } from "./difference.ts";

export type Change = "entered" | "left";

/** The day that is shown against another one: what is drawn of it on the map. */
export interface Comparison {
  difference: Difference;
  /** Of nodes and relations by id, those that are only on the other day included. */
  changes: ReadonlyMap<string, Change>;
  /** Only on the other day: drawn where they stood, as ghosts. */
  ghosts: ComparedSide;
  ghostIds: ReadonlySet<string>;
  /** Of those who moved, by actor's id: where they stand on the other day. */
  places: ReadonlyMap<string, Place>;
  /** The changed boundaries as they are on the other date, by the activity's id. */
  boundaryStates: ReadonlyMap<string, BoundaryState>;
  /** Whether the other day is the earlier one. */
  isEarlier: boolean;
}
export type ComparedSide = Side & { threats: readonly ThreatRow[] };

/** `shown` is on the map, `other` is what it is held against. */
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
