import { graphql } from "../../../graphql/graphql.ts";

export const documentOfQuery = graphql(`
  query DocumentOf($key: String!, $nodes: [ID!]!, $asOf: Date, $minConfidence: Float) {
    ecosystem(key: $key) { id documentOf(nodes: $nodes, asOf: $asOf, minConfidence: $minConfidence) }
  }
`);
