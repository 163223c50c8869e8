import { graphql, type ResultOf } from "../../graphql/graphql.ts";

export const importSourcesQuery = graphql(`
  query ImportSources($key: String!) {
    ecosystem(key: $key) {
      id key
      importSources { key name address daily stores readAt outcome message }
    }
  }
`);
export type Source = NonNullable<ResultOf<typeof importSourcesQuery>["ecosystem"]>["importSources"][number];

export const saveSourceMutation = graphql(`
  mutation SaveImportSource($input: ImportSourceInput!) {
    saveImportSource(input: $input) { key }
  }
`);

export const removeSourceMutation = graphql(`
  mutation RemoveImportSource($ecosystem: String!, $source: String!) {
    removeImportSource(ecosystem: $ecosystem, source: $source)
  }
`);

export const readSourceMutation = graphql(`
  mutation ReadImportSource($ecosystem: String!, $source: String!, $store: Boolean, $expectedHash: String) {
    readImportSource(ecosystem: $ecosystem, source: $source, store: $store, expectedHash: $expectedHash) {
      source { key name outcome message }
      preview {
        hash created updated removed sample
        noLongerSaid { id said outcome reason }
        noLongerSaidCounts { ended removed released kept }
        skipped { sheet row column message }
        errors { path message }
      }
    }
  }
`);
export type Reading = ResultOf<typeof readSourceMutation>["readImportSource"];
