import { graphql, type ResultOf } from "../graphql/graphql.ts";

export const importMutation = graphql(`
  mutation ImportEcosystem($input: ImportEcosystemInput!) {
    importEcosystem(input: $input) {
      ecosystem { id key name revision }
      created updated unchanged removed
      errors { path message }
      warnings { path message }
      made { what count entries { path message } }
      matched { what count entries { path message } }
      mended { what count entries { path message } }
      leftOut { what count entries { path message } }
      categories { name items holds kind }
    }
  }
`);
export type ImportResult = ResultOf<typeof importMutation>["importEcosystem"];
