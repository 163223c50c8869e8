import { graphql, type ResultOf } from "../graphql/graphql.ts";

/** A record that is to be merged, and the version of it that is read. */
export const mergeSideQuery = graphql(`
  query MergeSide($id: ID!) { node(id: $id) { id ... on Fact { version asRecord { kind key label } } } }
`);
type Node = NonNullable<ResultOf<typeof mergeSideQuery>["node"]>;
export type MergeRecord = Extract<Node, { version: number }>;
