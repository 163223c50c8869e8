import type { BoundaryStatus } from "../../../graphql/schema-types.ts";
import type { ActorName } from "../../../shared/names.graphql.ts";
import type { ActivityRow, Boundary, MapEdge, MapNode, Position } from "../facts.graphql.ts";
import { isDrawnRelation } from "../kinds.ts";

/** What is in force on one day. */
export interface Side {
  map: { nodes: readonly MapNode[]; edges: readonly MapEdge[] };
  positions: readonly Position[];
  boundaries: readonly Boundary[];
}

/** Null where it is unknown. */
export interface Place {
  servitization: number | null;
  breadth: number | null;
}
export interface Moved {
  actor: ActorName;
  before: Place;
  after: Place;
}
export interface BoundaryState {
  status: BoundaryStatus;
  leads: readonly ActorName[];
}
export interface BoundaryChange {
  activity: ActivityRow;
  before: BoundaryState;
  after: BoundaryState;
}

/** Changes between two days, the earlier first. */
export interface Difference {
  entered: MapNode[];
  left: MapNode[];
  /** Actors in force on both days whose position differs, the farthest first. */
  moved: Moved[];
  /** Activities in force on both days whose status or leads differ, the most important first. */
  boundaryChanges: BoundaryChange[];
  /** Drawn relations; a new version of an earlier one counts neither as added nor as removed. */
  relationsEntered: MapEdge[];
  relationsLeft: MapEdge[];
}

/** Thresholds of a move: in servitization, and in doublings of breadth. */
const minMove = { servitization: 0.05, doublings: 0.25 };

/** Difference between two days. Pure: the cost grows with the number of facts. */
export function difference(before: Side, after: Side): Difference {
  return {
    entered: byName(without(after.map.nodes, before.map.nodes)),
    left: byName(without(before.map.nodes, after.map.nodes)),
    moved: movedOf(before.positions, after.positions),
    boundaryChanges: boundaryChangesOf(before.boundaries, after.boundaries),
    relationsEntered: without(after.map.edges.filter(isDrawn), before.map.edges, tie),
    relationsLeft: without(before.map.edges.filter(isDrawn), after.map.edges, tie),
  };
}

const isDrawn = ({ kind }: MapEdge) => isDrawnRelation(kind);
/** Versions of one relation have different ids, but the same ends and kind. */
const tie = ({ kind, source, target }: MapEdge) => `${kind} ${source} ${target}`;

function without<Row extends { id: string }>(
  rows: readonly Row[],
  others: readonly Row[],
  nameOf: (row: Row) => string = ({ id }) => id,
): Row[] {
  const names = new Set(others.map(nameOf));
  return rows.filter((row) => !names.has(nameOf(row)));
}

const byName = (nodes: MapNode[]) => nodes.sort((a, b) => a.label.localeCompare(b.label, "en"));

function movedOf(before: readonly Position[], after: readonly Position[]): Moved[] {
  const then = new Map(before.map((position) => [position.actor.id, position]));
  return after
    .flatMap((now): (Moved & { far: number })[] => {
      const was = then.get(now.actor.id);
      const far = was ? distance(was, now) : 0;
      return was && far >= 1 ? [{ actor: now.actor, before: placeOf(was), after: placeOf(now), far }] : [];
    })
    .sort((a, b) => b.far - a.far || (a.actor.key < b.actor.key ? -1 : 1))
    .map(({ far: _, ...moved }) => moved);
}

const placeOf = ({ servitization, breadth }: Place): Place => ({ servitization, breadth });

/** Distance in multiples of the thresholds; a change from or to unknown counts as one. */
function distance(a: Place, b: Place): number {
  const apart = (from: number | null, to: number | null, min: number) =>
    from === null || to === null ? (from === to ? 0 : 1) : Math.abs(to - from) / min;
  const doublings = ({ breadth }: Place) => (breadth === null ? null : Math.log2(breadth));
  // Below the threshold by epsilon, so that 0.30 to 0.35 counts although 0.35 − 0.30 is a little less than 0.05.
  return (
    Math.max(
      apart(a.servitization, b.servitization, minMove.servitization),
      apart(doublings(a), doublings(b), minMove.doublings),
    ) + 1e-9
  );
}

function boundaryChangesOf(before: readonly Boundary[], after: readonly Boundary[]): BoundaryChange[] {
  const then = new Map(before.map((boundary) => [boundary.activity.id, boundary]));
  return after
    .flatMap((now): BoundaryChange[] => {
      const was = then.get(now.activity.id);
      if (!was || (was.status === now.status && namesOf(was) === namesOf(now))) return [];
      return [
        {
          activity: now.activity,
          before: { status: was.status, leads: was.leads },
          after: { status: now.status, leads: now.leads },
        },
      ];
    })
    .sort((a, b) => b.activity.importance - a.activity.importance || (a.activity.key < b.activity.key ? -1 : 1));
}

const namesOf = ({ leads }: BoundaryState) =>
  leads
    .map(({ id }) => id)
    .sort()
    .join(" ");
