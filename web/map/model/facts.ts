import type { ActorName } from "../../shared/names.graphql.ts";
import type { Comparison } from "./difference/compare.ts";
import type { Place } from "./difference/difference.ts";
import type {
  Boundary,
  MapEdge,
  MapNode,
  Position,
  ThreatLevelBound,
  ThreatRow,
  TypicalRival,
} from "./facts.graphql.ts";
import type { Group } from "./group/group.ts";

/** Facts of one day, from the API: the start of the pipeline (pipeline.ts). */
export interface MapFacts {
  map: { nodes: MapNode[]; edges: MapEdge[] };
  positions: readonly Position[];
  boundaries: readonly Boundary[];
  threats: readonly ThreatRow[];
  /** For lines of equal threat; absent or null when they cannot be drawn. */
  typicalRival?: TypicalRival | null;
  /** Lowest first; absent while loading. */
  threatLevels?: readonly ThreatLevelBound[];
  /** The focal firm; null when none is set. */
  focal?: ActorName | null;
  /** The date to compare with; null without a comparison. */
  compared?: Comparison | null;
  /** Positions a year before the day, by Node id; absent while loading. */
  yearBefore?: ReadonlyMap<string, Place> | null;
  /** Facts of a scenario, compared with the current ones. */
  isScenario?: boolean;
  /** Coherence loss by actor; absent while not requested. */
  loss?: ReadonlyMap<string, number>;
  /** How much of coherence is known, where it is too little for a loss to stand alone. */
  lossCoverage?: number | null;
  /** Communities of the map of all dates, so that clusters do not depend on the date; absent where the map is small. */
  communities?: readonly Group[];
  /** By node, where it is computed elsewhere; absent where the map is small. */
  betweenness?: ReadonlyMap<string, number>;
}
