import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./graphql-env.d.ts";

/**
 * GraphQL documents, typed by the printed schema. Fragment masking is off: maps and reports are computed by pure
 * functions over whole answers, which would unmask every row. A component that draws a row takes the `ResultOf` of its
 * own fragment, so that a query without the fragment does not compile. Documents are in files named *.graphql.ts beside
 * the components that use them: the build finds the page's operations by that name.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    /** A day as YYYY-MM-DD. */
    Date: string;
    /** A moment as RFC 3339 writes it, in UTC. */
    DateTime: string;
    /** A record or a document: all JSON values of the schema are objects. */
    JSON: Record<string, unknown>;
  };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from "gql.tada";
