import { graphql } from "../../../graphql/graphql.ts";

export const scoreQuery = graphql(`
  query Score($key: String!, $asOf: Date) {
    ecosystem(key: $key) { id coherence(asOf: $asOf) { score low high coverage } }
  }
`);
