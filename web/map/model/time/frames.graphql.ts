import { graphql, type ResultOf } from "../../../graphql/graphql.ts";
import { typicalRivalFragment } from "../facts.graphql.ts";

/** Frames of days: each holds what differs from the frame before in the same answer. */
export const framesQuery = graphql(
  `
  query Frames($key: String!, $dates: [Date!]!, $focal: String) {
    ecosystem(key: $key) {
      id
      frames(dates: $dates, focal: $focal) {
        date
        positions {
          id key servitization breadth perceptionGap voice
          extents { id extent own others lead voice }
        }
        positionsGone
        boundaries { id key status value leads attributed claims { id by about extent lead } }
        boundariesGone
        rivals { id key threat low high level levelAtMost type typeSource factors { kind value } }
        rivalsGone
        typicalRival { ...TypicalRivalPlane }
        coherence { score low high coverage isIndicative }
      }
    }
  }
`,
  [typicalRivalFragment],
);

export type MapFrame = NonNullable<ResultOf<typeof framesQuery>["ecosystem"]>["frames"][number];
export type FramePosition = MapFrame["positions"][number];
export type FrameBoundary = MapFrame["boundaries"][number];
export type FrameRival = NonNullable<MapFrame["rivals"]>[number];
export type FrameCoherence = MapFrame["coherence"];
