/** Nodes of a scene that are drawn as one as long as they are seen from far. */
export interface Region {
  /** Of its node and as its record: no record of the graph has such an id. */
  id: string;
  label: string;
  /** Node ids; a node is in one region at most. */
  members: readonly string[];
  /** World units that its node may measure at most; absent where that follows from where the members stand. */
  room?: number;
}

const prefix = "region:";
export const regionId = (name: string): string => `${prefix}${name}`;
export const isRegion = (id: string): boolean => id.startsWith(prefix);

/** Nodes and relations that the map draws one by one; of more, what is far away is drawn by region. */
export const mostInFull = 3_000;
