import type { MapNodeKind, NodeType, RecordKind } from "../graphql/schema-types.ts";
import { recordKindWords } from "./words.ts";

/** Kinds of record that have a type of their own in the API. */
const kindOfType: Readonly<Record<Exclude<NodeType, "Ecosystem" | "Record">, RecordKind>> = {
  Activity: "ACTIVITIES",
  Actor: "ACTORS",
  Claim: "CLAIMS",
  Evidence: "EVIDENCE",
  Move: "MOVES",
};

/** In the order in which nodes are counted in a sentence. */
export const kindOfNode: Readonly<Record<MapNodeKind, RecordKind>> = {
  ACTOR: "ACTORS",
  ACTIVITY: "ACTIVITIES",
  STANDARD: "STANDARDS",
  OFFERING: "OFFERINGS",
};

/** A node of the API; a Record says its kind. */
type Node = { __typename: Exclude<NodeType, "Record"> } | { __typename: "Record"; kind: RecordKind };

/** What kind of record a node is; null for an ecosystem, which is none. */
export function kindOf(node: Node): RecordKind | null {
  if (node.__typename === "Ecosystem") return null;
  return node.__typename === "Record" ? node.kind : kindOfType[node.__typename];
}

/** The name of one record of a kind: "Activity". */
export const singularOf = (kind: RecordKind | null): string =>
  kind === null ? "Record" : recordKindWords[kind].singular;
