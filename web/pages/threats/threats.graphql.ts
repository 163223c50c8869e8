import { graphql, type ResultOf } from "../../graphql/graphql.ts";
import { threatLevelFragment, typicalRivalFragment } from "../../map/model/facts.graphql.ts";
import { evidenceFragment } from "../../shared/evidence.graphql.ts";
import { activityNameFragment, actorNameFragment } from "../../shared/names.graphql.ts";
import { sentenceFragment } from "../../shared/sentences.graphql.ts";
import { subjectFragment } from "../../shared/subjects.graphql.ts";

const moveFragment = graphql(
  `
    fragment RivalMove on Move {
      id key date type title impact
      actor { ...ActorName }
      activities { ...ActivityName }
      evidence { ...EvidenceEntry }
    }
  `,
  [actorNameFragment, activityNameFragment, evidenceFragment],
);
export type Move = ResultOf<typeof moveFragment>;

const termFragment = graphql(
  `
    fragment ThreatTermRow on ThreatTerm { label share subjects { ...Subject } evidence { ...EvidenceEntry } }
  `,
  [subjectFragment, evidenceFragment],
);

const rivalFragment = graphql(
  `
    fragment RivalRow on Threat {
      rival { ...ActorName }
      rank threat low high level levelAtMost type typeSource inferredType tagOutdated contact
      group { id name }
      factors { kind question reason value low high weight contribution terms { ...ThreatTermRow } }
      dampers { kind question reason value low high multiplier terms { ...ThreatTermRow } }
      moves { ...RivalMove }
    }
  `,
  [actorNameFragment, termFragment, moveFragment],
);
export type Threat = ResultOf<typeof rivalFragment>;
export type ThreatFactor = Threat["factors"][number];
export type ThreatDamper = Threat["dampers"][number];

const responseFragment = graphql(`
  fragment OurResponse on MoveResponse { record { id } date title status reason }
`);

/** The move itself is among its rival's. */
const countedMoveFragment = graphql(
  `
    fragment CountedMoveRow on CountedMove {
      move { id }
      response { ...OurResponse }
      planned { ...OurResponse }
      days
    }
  `,
  [responseFragment],
);
export type CountedMove = Omit<ResultOf<typeof countedMoveFragment>, "move"> & { move: Move };

/** `focal`: key of the focal firm; `halfLifeDays`: half-life of moves in days; null for the API's default. */
export const threatsQuery = graphql(
  `
    query Threats($key: String!, $asOf: Date, $focal: String, $halfLifeDays: Int) {
      ecosystem(key: $key) {
        id
        threats(asOf: $asOf, focal: $focal, halfLifeDays: $halfLifeDays) {
          focal { ...ActorName }
          asOf revision defaultHalfLifeDays medianResponseDays firstMoverShare
          highest { sentence }
          countsByType { type count highest }
          unansweredMoves { id }
          countedMoves { ...CountedMoveRow }
          rivals { ...RivalRow }
        }
      }
    }
  `,
  [actorNameFragment, countedMoveFragment, rivalFragment],
);
export type ThreatAssessment = NonNullable<NonNullable<ResultOf<typeof threatsQuery>["ecosystem"]>["threats"]>;

/** What lines of equal threat are drawn from: a request of its own, since that for the rivals is as broad as may be. */
export const equalThreatQuery = graphql(
  `
    query EqualThreat($key: String!, $asOf: Date, $focal: String, $halfLifeDays: Int) {
      threatLevels { ...ThreatLevelFrom }
      ecosystem(key: $key) {
        id
        threats(asOf: $asOf, focal: $focal, halfLifeDays: $halfLifeDays, first: 0) { typicalRival { ...TypicalRivalPlane } }
      }
    }
  `,
  [threatLevelFragment, typicalRivalFragment],
);

export const threatSentencesQuery = graphql(
  `
    query ThreatSentences($key: String!, $rival: String!, $asOf: Date, $focal: String, $halfLifeDays: Int) {
      ecosystem(key: $key) {
        id
        explainThreat(rival: $rival, asOf: $asOf, focal: $focal, halfLifeDays: $halfLifeDays) { ...ExplainingSentence }
      }
    }
  `,
  [sentenceFragment],
);

/** Name of an actor, whether or not it is in force on the date. */
export const actorNameQuery = graphql(`
  query ActorName($key: String!, $actor: String!) {
    ecosystem(key: $key) { id actor(key: $actor) { id name } }
  }
`);

export const removeTagMutation = graphql(`
  mutation RemoveTag($input: RemoveTagInput!) { removeTag(input: $input) { revision } }
`);
