import { graphql, type ResultOf } from "../../graphql/graphql.ts";

/** What is said of the ecosystem itself, to be edited. */
export const settingsQuery = graphql(`
  query EcosystemSettings($key: String!) {
    ecosystem(key: $key) { id key name valueProposition description revision focal { id key name } }
  }
`);
export type Head = NonNullable<ResultOf<typeof settingsQuery>["ecosystem"]>;

export const copyEcosystemMutation = graphql(`
  mutation CopyEcosystem($input: CopyEcosystemInput!) {
    copyEcosystem(input: $input) { revision errors { path code message } }
  }
`);

export const deleteEcosystemMutation = graphql(`
  mutation DeleteEcosystem($input: DeleteEcosystemInput!) {
    deleteEcosystem(input: $input) { revision errors { path code message } }
  }
`);
