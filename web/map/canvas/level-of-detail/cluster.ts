/** Nodes of a scene that are drawn as one as long as they are seen from far. */
export interface Cluster {
  /** Of its node and as its record: no record of the graph has such an id. */
  id: string;
  label: string;
  /** Node ids; a node is in one cluster at most. */
  members: readonly string[];
  /** World units that its node may measure at most; absent where that follows from where the members stand. */
  room?: number;
}

const prefix = "cluster:";
export const clusterId = (name: string): string => `${prefix}${name}`;
export const isCluster = (id: string): boolean => id.startsWith(prefix);

/** Nodes and relations that the map draws one by one; of more, what is far away is drawn by cluster. */
export const maxInFull = 3_000;
