import { graphql, type ResultOf } from "../../graphql/graphql.ts";

export const previewMutation = graphql(`
  mutation PreviewImport($input: ImportFileInput!) {
    previewImport(input: $input) {
      upload hash previewedRevision mapping isRemembered created updated unchanged removed sample
      ecosystem { id key name revision }
      sheets { sheet isHidden headerRow rows above columns { name samples values filled } }
      matches { name key score reason actor { id key name } }
      differences { id stored file replaced }
      earlierVersionAt
      noLongerSaid { id said outcome reason }
      noLongerSaidCounts { ended removed released kept }
      skipped { sheet row column message }
      leftOut { what count reason }
      errors { path message }
      warnings { path message }
    }
  }
`);
export type Preview = ResultOf<typeof previewMutation>["previewImport"];

export const importFileMutation = graphql(`
  mutation ImportFile($input: ImportFileInput!) {
    importFile(input: $input) {
      revision created updated unchanged removed
      ecosystem { id key name revision }
      errors { path message }
    }
  }
`);
export type Stored = ResultOf<typeof importFileMutation>["importFile"];
