import { graphql } from "../../graphql/graphql.ts";
import {
  boundaryFragment,
  mapEdgeFragment,
  mapNodeFragment,
  positionFragment,
  threatFragment,
  threatLevelFragment,
  typicalRivalFragment,
} from "../../map/model/facts.graphql.ts";

export const mapQuery = graphql(
  `
    query Map($key: String!, $asOf: Date) {
      threatLevels { ...ThreatLevelFrom }
      ecosystem(key: $key) {
        id
        map(asOf: $asOf) { truncated nodes { ...MapNodeFacts } edges { ...MapEdgeFacts } }
      }
    }
  `,
  [threatLevelFragment, mapNodeFragment, mapEdgeFragment],
);

/** What is judged of a day, in one request. */
export const positionsQuery = graphql(
  `
    query PositionsAndBoundaries($key: String!, $asOf: Date) {
      ecosystem(key: $key) {
        id
        coherence(asOf: $asOf) { score low high coverage isIndicative }
        positions(asOf: $asOf) { ...ActorPosition }
        boundaries(asOf: $asOf) { ...ActivityBoundary }
      }
    }
  `,
  [positionFragment, boundaryFragment],
);

export const rivalsQuery = graphql(
  `
    query Rivals($key: String!, $asOf: Date, $focal: String) {
      ecosystem(key: $key) { id threats(asOf: $asOf, focal: $focal) { rivals { ...RivalThreat } typicalRival { ...TypicalRivalPlane } } }
    }
  `,
  [threatFragment, typicalRivalFragment],
);
