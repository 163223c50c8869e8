import { graphql, type ResultOf } from "../../graphql/graphql.ts";
import { actorNameFragment } from "../../shared/names.graphql.ts";

const segmentFragment = graphql(
  `
    fragment Segment on CustomerSegment { readiness infrastructure origin age fit customers { ...ActorName } }
  `,
  [actorNameFragment],
);
export type CustomerSegment = ResultOf<typeof segmentFragment>;

export const segmentsQuery = graphql(
  `
    query Segments($key: String!, $asOf: Date) {
      ecosystem(key: $key) { id segments(asOf: $asOf) { ...Segment } }
    }
  `,
  [segmentFragment],
);

const fitFragment = graphql(
  `
    fragment CustomerFitRow on CustomerFit {
      customer { ...ActorName }
      level label reason
      agreement { id }
      conditions { label description isMet }
      willingness
    }
  `,
  [actorNameFragment],
);
export type CustomerFit = ResultOf<typeof fitFragment>;

export const fitsQuery = graphql(
  `
    query CustomerFits($key: String!, $asOf: Date) {
      ecosystem(key: $key) { id focal { id name } customerFits(asOf: $asOf) { ...CustomerFitRow } }
    }
  `,
  [fitFragment],
);
