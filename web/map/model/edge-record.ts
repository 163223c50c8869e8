import type { MapEdgeKind } from "../../graphql/schema-types.ts";

interface Drawn {
  id: string;
  kind: MapEdgeKind | "THREAD";
  /** How many relations it stands for, where it is more than itself. */
  count?: number;
  toCluster?: boolean;
}

/**
 * What opens for an edge of the map: the Node id of the record that it is drawn from (edges of one record are told
 * apart after a "~"); its own id where it is gathered from many pieces of equipment; null where it stands for several
 * relations or for none.
 */
export function recordOfEdge({ id, kind, count, toCluster }: Drawn): string | null {
  if (kind === "THREAD" || count !== undefined) return null;
  if (kind === "USES_EQUIPMENT_OF") return toCluster ? id.replace(/~cluster$/, "") : id;
  return id.split("~")[0]!;
}
