import { graphql } from "../../../graphql/graphql.ts";

export const scoreChangeQuery = graphql(`
  query ScoreChange($key: String!, $from: Date!, $to: Date!) {
    ecosystem(key: $key) {
      id
      coherenceChange(from: $from, to: $to) {
        before after change
        items { dimension key label change sentence subjects { __typename id } }
      }
    }
  }
`);
