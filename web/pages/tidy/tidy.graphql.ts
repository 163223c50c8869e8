import { graphql, type ResultOf } from "../../graphql/graphql.ts";

const tidyRecordFragment = graphql(`
  fragment TidyRecord on Node { __typename id ... on Fact { version asRecord { kind key label data } } }
`);

const tidyItemFragment = graphql(
  `
    fragment TidyItemRow on TidyItem {
      check subject label sentence effect since
      subjects { ...TidyRecord }
      review { ...TidyRecord }
    }
  `,
  [tidyRecordFragment],
);
type Row = ResultOf<typeof tidyItemFragment>;
export type TidyRecord = Extract<Row["subjects"][number], { version: number }>;
export type TidyItem = Row;

/** What wants tidying, and how much of it by check. */
export const tidyQuery = graphql(
  `
    query Tidy($key: String!, $asOf: Date, $check: TidyCheck, $first: Int!) {
      ecosystem(key: $key) {
        id
        tidy(asOf: $asOf) {
          counts { check count }
          items(check: $check, first: $first) { totalCount edges { node { ...TidyItemRow } } }
        }
      }
    }
  `,
  [tidyItemFragment],
);
