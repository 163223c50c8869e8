import { graphql, type ResultOf } from "../../graphql/graphql.ts";

/** One entry of the change log: a whole import or edit. */
const logEntryFragment = graphql(`
  fragment LogEntry on Change { revision at who why created updated removed }
`);
export type LogEntry = ResultOf<typeof logEntryFragment>;

/** `before`: only those of revisions before it; null for the latest. */
export const changesQuery = graphql(
  `
    query Changes(
      $key: String!, $first: Int!, $before: Int, $who: String, $kind: ChangedKind, $since: DateTime, $until: DateTime
    ) {
      ecosystem(key: $key) {
        id
        revision
        changes(first: $first, before: $before, who: $who, kind: $kind, since: $since, until: $until) { ...LogEntry }
      }
    }
  `,
  [logEntryFragment],
);

/** One record that a change created, updated or removed: as the document has it, before and after. */
const changedRecordFragment = graphql(`
  fragment ChangedRecordRow on ChangedRecord { kind key label before after node { __typename id } }
`);

/** What the latest change before a revision did to its records, a page at a time. */
export const changedRecordsQuery = graphql(
  `
    query ChangedRecords($key: String!, $before: Int!, $after: String) {
      ecosystem(key: $key) {
        id
        changes(first: 1, before: $before) {
          revision
          records(first: 20, after: $after) {
            pageInfo { hasNextPage endCursor }
            edges { node { ...ChangedRecordRow } }
          }
        }
      }
    }
  `,
  [changedRecordFragment],
);
