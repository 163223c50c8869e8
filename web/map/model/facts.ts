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

/** Facts of one day, as the API gives them: the beginning of the pipeline (pipeline.ts). */
export interface MapFacts {
  map: { nodes: MapNode[]; edges: MapEdge[] };
  positions: readonly Position[];
  boundaries: readonly Boundary[];
  threats: readonly ThreatRow[];
  /** What lines of equal threat are drawn from; absent or null when there is nobody to draw them for. */
  typicalRival?: TypicalRival | null;
  /** Lowest first; absent while they are not known. */
  threatLevels?: readonly ThreatLevelBound[];
  /** From whose point of view threats are seen; null when nobody is named. */
  focal?: ActorName | null;
  /** Another date that this one is held against; null when it is held against none. */
  compared?: Comparison | null;
  /** Where actors stood a year before the day, by Node id; absent while it is not known. */
  yearBefore?: ReadonlyMap<string, Place> | null;
  /** They are what would be, held against what is. */
  isScenario?: boolean;
  /** Coherence loss by actor; absent while nobody has asked for it. */
  loss?: ReadonlyMap<string, number>;
  /** How much of coherence is known, where it is too little for a loss to stand alone. */
  lossCoverage?: number | null;
  /** Of the map of all dates, so that no date regroups what is seen from far; absent where the map is small. */
  communities?: readonly Group[];
  /** By node, where it is counted elsewhere; absent where the map is small. */
  betweenness?: ReadonlyMap<string, number>;
}
