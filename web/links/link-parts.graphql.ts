import { graphql } from "../graphql/graphql.ts";

export const linkPartsQuery = graphql(`
  query LinkParts($key: String!, $hashes: [String!]!) {
    ecosystem(key: $key) { id linkParts(hashes: $hashes) { hash text } }
  }
`);

export const storeLinkPartMutation = graphql(`
  mutation StoreLinkPart($input: StoreLinkPartInput!) { storeLinkPart(input: $input) { hash } }
`);
