import { graphql, type ResultOf } from "../../../graphql/graphql.ts";
import {
  boundaryFragment,
  positionFragment,
  threatFragment,
  typicalRivalFragment,
} from "../../../map/model/facts.graphql.ts";

const scoreFragment = graphql(`
  fragment WhatIfScore on Coherence { score low high coverage isIndicative asOf revision }
`);
export type WhatIfScore = ResultOf<typeof scoreFragment>;

/** What could be done, highest gain first. */
export const interventionsQuery = graphql(`
  query Interventions($key: String!, $asOf: Date) {
    ecosystem(key: $key) {
      id
      coherence(asOf: $asOf) { isIndicative coverage }
      interventions(asOf: $asOf, first: 60) { kind key label gain gainLow gainHigh isIdeal changes subjects { __typename id } }
    }
  }
`);

export const whatIfQuery = graphql(
  `
    query WhatIf($key: String!, $asOf: Date, $changes: WhatIfInput!) {
      ecosystem(key: $key) {
        id
        whatIf(asOf: $asOf, changes: $changes) {
          before { coherence { ...WhatIfScore } }
          after {
            coherence { ...WhatIfScore }
            positions { ...ActorPosition }
            boundaries { ...ActivityBoundary }
            threats { rivals { ...RivalThreat } typicalRival { ...TypicalRivalPlane } }
            threatsReason
          }
          differences { kind key label was becomes before after subjects { __typename id } }
          errors { path message }
        }
      }
    }
  `,
  [scoreFragment, positionFragment, boundaryFragment, threatFragment, typicalRivalFragment],
);
export type WhatIf = NonNullable<ResultOf<typeof whatIfQuery>["ecosystem"]>["whatIf"];
