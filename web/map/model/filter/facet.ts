import type { Layer, ThreatLevel } from "../../../graphql/schema-types.ts";
import { today } from "../../../shared/format.ts";
import type { MapEdge, MapNode } from "../facts.graphql.ts";
import type { MapFacts } from "../facts.ts";
import type { FilterSearch } from "../search-params/filter-search.ts";
import type { MapSearch } from "../search-params/map-search.ts";

/** Value for "not recorded", where a facet offers it. */
export const unrecorded = "-";

/** Facts that facets read beside the node itself. */
export interface Known {
  facts: MapFacts;
  /** The day that is shown. */
  day: string;
  /** Levels of threat by rival. */
  levels: ReadonlyMap<string, ThreatLevel>;
  /** Layers of the activities of an actor, by its id. */
  layers: ReadonlyMap<string, readonly Layer[]>;
}

type Named<Value> = { [Name in keyof FilterSearch]-?: FilterSearch[Name] extends Value | undefined ? Name : never };

/** Facet with values: a record passes with any of the chosen ones. */
export interface ChoiceFacet {
  type: "choice";
  name: Named<string[]>[keyof FilterSearch];
  label: string;
  /** What it applies to. */
  of: "nodes" | "relations";
  /** Values of one record; null where the facet does not apply: the record stays. An empty list: not recorded. */
  values(one: MapNode | MapEdge, known: Known): readonly string[] | null;
  words(value: string): string;
  /** Label of the choice for records with no value. */
  none?: string;
  /** Fixed order of the values, where they have one; else the most frequent first. */
  order?: readonly string[];
}

/** Facet with a range; records without a value stay. */
export interface RangeFacet {
  type: "range";
  name: Named<number>[keyof FilterSearch];
  label: string;
  /** Ends of the slider; the value at `open` is no condition. */
  low: number;
  high: number;
  step: number;
  open: number;
  /** Text of the chip and the slider. */
  words(value: number): string;
  passes(one: MapNode | MapEdge, value: number, known: Known): boolean;
}

export type Facet = ChoiceFacet | RangeFacet;

/** Memo for the facts of a day. */
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
