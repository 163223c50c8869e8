import type { Layer, ThreatLevel } from "../../../graphql/schema-types.ts";
import { today } from "../../../shared/format.ts";
import type { MapEdge, MapNode } from "../facts.graphql.ts";
import type { MapFacts } from "../facts.ts";
import type { FilterSearch } from "../search-params/filter-search.ts";
import type { MapSearch } from "../search-params/map-search.ts";

/** Stands for what nobody recorded, where a facet lets one ask for it. */
export const unrecorded = "-";

/** What facets look up beside the node itself. */
export interface Known {
  facts: MapFacts;
  /** The day that is shown. */
  day: string;
  /** Levels of threat by rival. */
  levels: ReadonlyMap<string, ThreatLevel>;
  /** Layers in which an actor does something, by its id. */
  layers: ReadonlyMap<string, readonly Layer[]>;
}

type Named<Value> = { [Name in keyof FilterSearch]-?: FilterSearch[Name] extends Value | undefined ? Name : never };

/** A condition by values: those pass that have any of the chosen ones. */
export interface ChoiceFacet {
  type: "choice";
  name: Named<string[]>[keyof FilterSearch];
  label: string;
  /** What it is asked of. */
  of: "nodes" | "relations";
  /** The values of one; null where the question makes no sense of it: it stays. An empty list: nothing is recorded. */
  values(one: MapNode | MapEdge, known: Known): readonly string[] | null;
  words(value: string): string;
  /** How one asks for those with nothing recorded. */
  none?: string;
  /** The order of the values, where it says something; else the most frequent first. */
  order?: readonly string[];
}

/** A condition by a number; what has none recorded stays. */
export interface RangeFacet {
  type: "range";
  name: Named<number>[keyof FilterSearch];
  label: string;
  /** The ends of the slider; the value at `open` is no condition. */
  low: number;
  high: number;
  step: number;
  open: number;
  /** As a chip and the slider say it. */
  words(value: number): string;
  passes(one: MapNode | MapEdge, value: number, known: Known): boolean;
}

export type Facet = ChoiceFacet | RangeFacet;

/** Gathered once for the facts of a day. */
export function knownOf(facts: MapFacts, search: MapSearch): Known {
  return {
    facts,
    day: search.date ?? today(),
    levels: new Map(facts.threats.map((threat) => [threat.rival.id, threat.level])),
    layers: new Map(
      facts.positions.map(({ actor, extents }) => [
        actor.id,
        [
          ...new Set(
            extents.flatMap(({ extent, activity }) =>
              extent !== null && extent > 0 && activity.layer ? [activity.layer] : [],
            ),
          ),
        ],
      ]),
    ),
  };
}
