import { graphql } from "../../graphql/graphql.ts";

/** What each item of coherence costs, with the records that it is about. */
export const lossesQuery = graphql(`
  query CoherenceLosses($key: String!, $asOf: Date) {
    ecosystem(key: $key) { id coherence(asOf: $asOf) { coverage isIndicative dimensions { kind items { key loss subjects { __typename id } } } } }
  }
`);
