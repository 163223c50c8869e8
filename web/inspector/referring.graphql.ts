import { graphql, type ResultOf } from "../graphql/graphql.ts";

/** Records that refer to one, by kind, with what they say. */
export const referringQuery = graphql(`
  query ReferringRecords($id: ID!) {
    node(id: $id) {
      id
      ... on Fact {
        referredBy {
          kind totalCount
          records(first: 50) { label node { id ... on Fact { validFrom validTo confidence asRecord { kind data } } } }
        }
      }
    }
  }
`);
type Node = NonNullable<ResultOf<typeof referringQuery>["node"]>;
export type ReferringRecords = Extract<Node, { referredBy: unknown }>["referredBy"][number];
