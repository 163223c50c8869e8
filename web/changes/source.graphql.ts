import { graphql } from "../graphql/graphql.ts";

/** Title and Admiralty grade of a source. */
export const sourceQuery = graphql(`
  query Source($id: ID!) { node(id: $id) { id ... on Evidence { key title reliability credibility } } }
`);
