import type { MapEdgeKind } from "../../graphql/schema-types.ts";

interface Drawn {
  id: string;
  kind: MapEdgeKind | "THREAD";
  /** Number of relations that it represents, where more than one. */
  count?: number;
  toCluster?: boolean;
}

/**
 * Record behind an edge of the map, by Node id (edges of one record are distinguished after a "~"); the edge's own id
 * where it aggregates equipment; null where it represents several relations or none.
 */
export function recordOfEdge({ id, kind, count, toCluster }: Drawn): string | null {
  if (kind === "THREAD" || count !== undefined) return null;
  if (kind === "USES_EQUIPMENT_OF") return toCluster ? id.replace(/~cluster$/, "") : id;
  return id.split("~")[0]!;
}
