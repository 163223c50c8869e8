/** The kinds of record that are nodes of the map, by the kind that a node or a layout pin calls them. */
export const recordKindOfNode = {
  ACTOR: "actors",
  ACTIVITY: "activities",
  STANDARD: "standards",
  OFFERING: "offerings",
} as const;

export type MapNodeKind = keyof typeof recordKindOfNode;

/** The same kinds as collections of a document. */
export const nodeRecordKinds = Object.values(recordKindOfNode);
