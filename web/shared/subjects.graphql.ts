import { graphql, type ResultOf } from "../graphql/graphql.ts";

/** Any record, with a name to show where its type has one. */
export const subjectFragment = graphql(`
  fragment Subject on Node {
    __typename
    id
    ... on Actor { name }
    ... on Activity { name }
    ... on Move { title }
    ... on Evidence { title }
    ... on Record { kind key label }
  }
`);
export type Subject = ResultOf<typeof subjectFragment>;
