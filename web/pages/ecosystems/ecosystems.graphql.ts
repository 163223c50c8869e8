import { graphql, type ResultOf } from "../../graphql/graphql.ts";
import { actorNameFragment } from "../../shared/names.graphql.ts";

const cardFragment = graphql(
  `
    fragment EcosystemCard on Ecosystem { id key name valueProposition revision focal { ...ActorName } }
  `,
  [actorNameFragment],
);
export type EcosystemCardFacts = ResultOf<typeof cardFragment>;

export const ecosystemsQuery = graphql(
  `
    query Ecosystems { ecosystems { ...EcosystemCard } }
  `,
  [cardFragment],
);

/** Of the changes the latest alone. */
export const cardFactsQuery = graphql(`
  query CardFacts($key: String!) {
    ecosystem(key: $key) {
      id
      coherence { score low high coverage isIndicative asOf revision lowestDimensions }
      actors(first: 1) { totalCount }
      boundaries { status }
      changes(first: 1) { at who }
    }
  }
`);

export const highestThreatQuery = graphql(
  `
    query HighestThreat($key: String!) {
      ecosystem(key: $key) {
        id
        threats(first: 0) {
          highest { rivals { ...ActorName } threat low high level levelAtMost sentence }
        }
      }
    }
  `,
  [actorNameFragment],
);

export const deletedEcosystemsQuery = graphql(`
  query DeletedEcosystems { deletedEcosystems { key name deletedAt deletedBy } }
`);

export const restoreEcosystemMutation = graphql(`
  mutation RestoreEcosystem($input: RestoreEcosystemInput!) {
    restoreEcosystem(input: $input) { revision errors { path code message } }
  }
`);
