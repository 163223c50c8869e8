import { graphql, type ResultOf } from "../graphql/graphql.ts";
import { evidenceFragment } from "./evidence.graphql.ts";

const recordRowFragment = graphql(
  `
    fragment RecordRow on Record { id key version label data validity(asOf: $asOf) evidence { ...EvidenceEntry } }
  `,
  [evidenceFragment],
);
export type RecordRow = ResultOf<typeof recordRowFragment>;

export const recordsQuery = graphql(
  `
    query Records($key: String!, $kind: RecordKind!, $first: Int!, $after: String, $asOf: Date) {
      ecosystem(key: $key) {
        id
        records(kind: $kind, first: $first, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          edges { node { ...RecordRow } }
        }
      }
    }
  `,
  [recordRowFragment],
);
