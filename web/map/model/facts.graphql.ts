import { graphql, type ResultOf } from "../../graphql/graphql.ts";
import { evidenceFragment } from "../../shared/evidence.graphql.ts";
import { activityNameFragment, actorNameFragment } from "../../shared/names.graphql.ts";

// Fields for the lenses, the filters and the inspector.

export const mapNodeFragment = graphql(`
  fragment MapNodeFacts on MapNode {
    id key kind actorKinds label validFrom validTo confidence evidenceNewest
    labels country employees
    tags { focal type label }
    owners { key name validFrom validTo }
    initiatives { key name validFrom validTo }
    layer required importance serviceness
    status
    statusHistory { status on }
  }
`);
export type MapNode = ResultOf<typeof mapNodeFragment>;

export const mapEdgeFragment = graphql(`
  fragment MapEdgeFacts on MapEdge {
    id source target kind label validFrom validTo confidence evidenceNewest
    byKey extent lead volume inferred
    units { from units }
  }
`);
export type MapEdge = ResultOf<typeof mapEdgeFragment>;

export const positionFragment = graphql(
  `
    fragment ActorPosition on Position {
      actor { ...ActorName }
      servitization breadth perceptionGap voice
      extents { activity { ...ActivityName } extent own others lead voice }
    }
  `,
  [actorNameFragment, activityNameFragment],
);
export type Position = ResultOf<typeof positionFragment>;

export const boundaryFragment = graphql(
  `
    fragment ActivityBoundary on Boundary {
      activity { ...ActivityName required importance serviceness }
      status value
      leads { ...ActorName }
      attributed { ...ActorName }
      claims {
        id extent lead
        by { ...ActorName }
        about { ...ActorName }
        activity { ...ActivityName }
        evidence { ...EvidenceEntry }
      }
    }
  `,
  [actorNameFragment, activityNameFragment, evidenceFragment],
);
export type Boundary = ResultOf<typeof boundaryFragment>;
export type ActivityRow = Boundary["activity"];
export type Claim = Boundary["claims"][number];

/** Fields of a threat for the Rivals lens. */
export const threatFragment = graphql(
  `
    fragment RivalThreat on Threat {
      rival { ...ActorName }
      threat low high level levelAtMost type typeSource
      factors { kind value }
    }
  `,
  [actorNameFragment],
);
export type ThreatRow = ResultOf<typeof threatFragment>;

/** Fields for lines of equal threat. */
export const typicalRivalFragment = graphql(`
  fragment TypicalRivalPlane on TypicalRival { base perOverlap perMarketCommonality otherContact damping }
`);
export type TypicalRival = ResultOf<typeof typicalRivalFragment>;

export const threatLevelFragment = graphql(`
  fragment ThreatLevelFrom on ThreatLevelBound { level from lowest }
`);
export type ThreatLevelBound = ResultOf<typeof threatLevelFragment>;
