import type { Boundary, MapEdge, MapNode, Position, ThreatRow } from "../map/model/facts.graphql.ts";

/** Props shared by the parts of the inspector. */
export interface InspectorProps {
  ecosystem: string;
  /** The as-of date; today when absent. */
  date: string | undefined;
  /** Node id of the selected record, or id of a derived relation. */
  id: string;
  nodes: readonly MapNode[];
  edges: readonly MapEdge[];
  /** Whether positions and boundaries are loaded: until then, a missing one is not reported as none. */
  isJudged: boolean;
  positions: readonly Position[];
  boundaries: readonly Boundary[];
  threats: readonly ThreatRow[];
  onSelect(id: string | null): void;
}
