import { graphql, type ResultOf } from "../../graphql/graphql.ts";
import { actorNameFragment } from "../../shared/names.graphql.ts";

const segmentFragment = graphql(
  `
    fragment Segment on CustomerSegment { readiness infrastructure origin age customers { ...ActorName } }
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
