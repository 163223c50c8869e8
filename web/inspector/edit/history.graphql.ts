import { graphql, type ResultOf } from "../../graphql/graphql.ts";

const historyEntryFragment = graphql(`
  fragment HistoryEntry on ChangeEntry { revision at who why before after }
`);
export type HistoryEntry = ResultOf<typeof historyEntryFragment>;

/** The changes of one record, latest first; `before`: only those of revisions before it. */
export const historyQuery = graphql(
  `
    query RecordHistory($id: ID!, $before: Int) {
      node(id: $id) { id ... on Fact { version history(first: 20, before: $before) { ...HistoryEntry } } }
    }
  `,
  [historyEntryFragment],
);
