import { graphql } from "../graphql/graphql.ts";

export const setEcosystemMutation = graphql(`
  mutation SetEcosystem($input: SetEcosystemInput!) {
    setEcosystem(input: $input) { revision errors { path code message } }
  }
`);
