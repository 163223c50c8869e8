import { graphql, type ResultOf } from "../graphql/graphql.ts";

const gridRecordFragment = graphql(`
  fragment GridRecord on Record { id kind key label version data validity(asOf: $asOf) }
`);
export type GridRecordRow = ResultOf<typeof gridRecordFragment>;

export const gridRecordsQuery = graphql(
  `
    query GridRecords($key: String!, $kind: RecordKind!, $first: Int!, $after: String, $asOf: Date) {
      ecosystem(key: $key) {
        id
        revision
        records(kind: $kind, first: $first, after: $after) {
          totalCount
          pageInfo { hasNextPage endCursor }
          edges { node { ...GridRecord } }
        }
      }
    }
  `,
  [gridRecordFragment],
);
