import { graphql, type ResultOf } from "../graphql/graphql.ts";

export const exportOptionsQuery = graphql(`
  query ExportOptions($key: String!, $nodes: [ID!], $asOf: Date, $minConfidence: Float) {
    ecosystem(key: $key) {
      id
      exportOptions(nodes: $nodes, asOf: $asOf, minConfidence: $minConfidence) { format label about isOfOneKind losses }
    }
  }
`);

export const exportFileQuery = graphql(`
  query ExportFile(
    $key: String!
    $format: ExportFormat!
    $kind: RecordKind
    $nodes: [ID!]
    $asOf: Date
    $minConfidence: Float
  ) {
    ecosystem(key: $key) {
      id
      exportFile(format: $format, kind: $kind, nodes: $nodes, asOf: $asOf, minConfidence: $minConfidence) {
        name
        mediaType
        contentBase64
      }
    }
  }
`);

export type ExportOption = NonNullable<ResultOf<typeof exportOptionsQuery>["ecosystem"]>["exportOptions"][number];
