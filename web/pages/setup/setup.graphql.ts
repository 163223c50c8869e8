import { graphql, type ResultOf } from "../../graphql/graphql.ts";
import { boundaryFragment, mapNodeFragment, positionFragment } from "../../map/model/facts.graphql.ts";

/** What can be said of the ecosystem already, and what to find out next. */
export const progressQuery = graphql(`
  query SetupProgress($key: String!, $asOf: Date) {
    ecosystem(key: $key) {
      id
      coherence(asOf: $asOf) {
        score low high coverage isIndicative
        dimensions { kind question status coverage reason }
      }
      questions(asOf: $asOf, first: 10) { dimension key label width }
    }
  }
`);
type Progress = NonNullable<ResultOf<typeof progressQuery>["ecosystem"]>;
export type SetupDimension = Progress["coherence"]["dimensions"][number];
export type SetupQuestion = Progress["questions"][number];

/** What the map can show already. */
export const setupMapQuery = graphql(
  `
    query SetupMap($key: String!, $asOf: Date) {
      ecosystem(key: $key) {
        id
        map(asOf: $asOf) { nodes { ...MapNodeFacts } }
        positions(asOf: $asOf) { ...ActorPosition }
        boundaries(asOf: $asOf) { ...ActivityBoundary confidences: claims { id confidence } }
      }
    }
  `,
  [mapNodeFragment, positionFragment, boundaryFragment],
);
export type SetupMapFacts = NonNullable<ResultOf<typeof setupMapQuery>["ecosystem"]>;
