import { graphql } from "../graphql/graphql.ts";

export const searchQuery = graphql(`
  query Search($key: String!, $text: String!) {
    ecosystem(key: $key) { id search(text: $text, first: 8) { score label node { __typename id ... on Record { kind } } } }
  }
`);
