import type { Boundary, MapEdge, MapNode, Position } from "../graphql/types.ts";
import type { ThreatRow } from "../map/model/threat-row.ts";

/** What every part of the inspector is drawn from. */
export interface InspectorProps {
  ecosystem: string;
  /** The day that is shown; today when absent. */
  date: string | undefined;
  /** The Node id of the selected record, or the id of a relation that is gathered from many. */
  id: string;
  nodes: readonly MapNode[];
  edges: readonly MapEdge[];
  /** Whether positions and boundaries have been read: until then nobody is said to have none. */
  isJudged: boolean;
  positions: readonly Position[];
  boundaries: readonly Boundary[];
  threats: readonly ThreatRow[];
  onSelect(id: string | null): void;
}
