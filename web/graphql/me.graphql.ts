import { graphql } from "./graphql.ts";

/** The signed-in person: the smallest possible query. */
export const meQuery = graphql(`
  query Me { me { name isEditor } }
`);
