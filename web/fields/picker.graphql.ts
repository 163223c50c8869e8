import { graphql } from "../graphql/graphql.ts";

/** Records of a kind whose names contain the text, best first. */
export const pickQuery = graphql(`
  query PickRecords($key: String!, $kind: RecordKind!, $text: String!) {
    ecosystem(key: $key) { id search(text: $text, kind: $kind, first: 12) { label node { id ... on Fact { asRecord { key } } } } }
  }
`);

/** The first records of a kind, while nothing is typed. */
export const firstRecordsQuery = graphql(`
  query FirstRecords($key: String!, $kind: RecordKind!) {
    ecosystem(key: $key) { id records(kind: $kind, first: 12) { totalCount edges { node { id key label } } } }
  }
`);
