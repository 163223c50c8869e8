import { graphql, type ResultOf } from "../graphql/graphql.ts";

export const importMutation = graphql(`
  mutation ImportEcosystem($input: ImportEcosystemInput!) {
    importEcosystem(input: $input) {
      ecosystem { id key name revision }
      revision created updated unchanged removed
      errors { path message }
      warnings { path message }
    }
  }
`);
export type ImportResult = ResultOf<typeof importMutation>["importEcosystem"];
