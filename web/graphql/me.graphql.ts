import { graphql } from "./graphql.ts";

/** Who is signed in: the least that can be asked. */
export const meQuery = graphql(`
  query Me { me { name } }
`);
