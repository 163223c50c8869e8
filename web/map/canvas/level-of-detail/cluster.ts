/** Cluster: nodes of a scene that are drawn as one while the map is zoomed out. */
export interface Cluster {
  /** Id of its node and its record; no record of the graph has such an id. */
  id: string;
  label: string;
  /** Node ids; a node is in at most one cluster. */
  members: readonly string[];
  /** Maximum diameter in world units; absent where it follows from the positions of its members. */
  room?: number;
}

const prefix = "cluster:";
export const clusterId = (name: string): string => `${prefix}${name}`;
export const isCluster = (id: string): boolean => id.startsWith(prefix);

/** Maximum number of nodes and relations drawn individually; beyond it, distant ones are drawn by cluster. */
export const maxInFull = 3_000;
