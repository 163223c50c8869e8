import { graphql, type ResultOf } from "../graphql/graphql.ts";
import { evidenceFragment } from "../shared/evidence.graphql.ts";

const referenceFragment = graphql(`
  fragment RecordReference on Reference { field label node { __typename id } }
`);
/** A referenced record, and the document's field that refers to it. */
export type Reference = ResultOf<typeof referenceFragment>;

const responseFragment = graphql(
  `
    fragment MoveResponse on Record { id label data references { ...RecordReference } }
  `,
  [referenceFragment],
);
export type ResponseRow = ResultOf<typeof responseFragment>;

const moveFragment = graphql(
  `
    fragment MoveRow on Move {
      id date type title impact
      activities { id name }
      responses { ...MoveResponse }
    }
  `,
  [responseFragment],
);
export type MoveRow = ResultOf<typeof moveFragment>;

/** A record of any kind. */
export const nodeQuery = graphql(
  `
    query NodeDetail($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on Fact {
          version validFrom validTo confidence
          evidence { ...EvidenceEntry }
          asRecord { kind key label data references { ...RecordReference } }
        }
        ... on Actor {
          key name kinds description country founded employees website aliases labels
          moves { ...MoveRow }
        }
        ... on Activity { key name description layer required importance serviceness }
        ... on Claim { by { id name } about { id name } activity { id name } extent lead }
        ... on Move { key actor { id name } ...MoveRow }
        ... on Evidence { key title publisher url publishedOn excerpt reliability credibility }
        ... on Record { kind key label data references { ...RecordReference } }
      }
    }
  `,
  [evidenceFragment, moveFragment, referenceFragment],
);

export type NodeDetail = NonNullable<ResultOf<typeof nodeQuery>["node"]>;
export type NodeOf<Type extends NodeDetail["__typename"]> = Extract<NodeDetail, { __typename: Type }>;
