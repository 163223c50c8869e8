import { graphql, type ResultOf, type VariablesOf } from "../../graphql/graphql.ts";
import { boundaryFragment, positionFragment } from "../../map/model/facts.graphql.ts";
import { evidenceFragment } from "../../shared/evidence.graphql.ts";
import { sentenceFragment } from "../../shared/sentences.graphql.ts";
import { subjectFragment } from "../../shared/subjects.graphql.ts";

const dimensionFragment = graphql(
  `
    fragment DimensionRow on CoherenceDimension {
      kind question reason status weight defaultWeight score low high coverage isIndicative
      items {
        key label reason value low high weight loss lossLow lossHigh
        subjects { ...Subject }
        evidence { ...EvidenceEntry }
      }
    }
  `,
  [subjectFragment, evidenceFragment],
);
export type CoherenceDimension = ResultOf<typeof dimensionFragment>;
export type CoherenceItem = CoherenceDimension["items"][number];

/** `byDefault`: with the default weights, to compare the chosen ones with. */
export const coherenceQuery = graphql(
  `
    query Coherence($key: String!, $asOf: Date, $weights: [DimensionWeightInput!]) {
      ecosystem(key: $key) {
        id
        focal { id }
        byDefault: coherence(asOf: $asOf) { score low high coverage isIndicative }
        coherence(asOf: $asOf, weights: $weights) {
          score low high coverage isIndicative asOf revision lowestDimensions
          dimensions { ...DimensionRow }
        }
        interventions(asOf: $asOf, weights: $weights, first: 10) {
          kind key label gain gainLow gainHigh
          subjects { ...Subject }
        }
        questions(asOf: $asOf, weights: $weights, first: 10) { dimension key label width subjects { ...Subject } }
      }
    }
  `,
  [dimensionFragment, subjectFragment],
);
type CoherenceAnswer = NonNullable<ResultOf<typeof coherenceQuery>["ecosystem"]>;
export type Coherence = CoherenceAnswer["coherence"];
export type Intervention = CoherenceAnswer["interventions"][number];
export type Question = CoherenceAnswer["questions"][number];

/** Weights of dimensions as the API takes them; null: the default ones. */
export type WeightInput = NonNullable<VariablesOf<typeof coherenceQuery>["weights"]> | null;

export const coherenceSentencesQuery = graphql(
  `
    query CoherenceSentences($key: String!, $asOf: Date, $weights: [DimensionWeightInput!]) {
      ecosystem(key: $key) { id explainCoherence(asOf: $asOf, weights: $weights) { ...ExplainingSentence } }
    }
  `,
  [sentenceFragment],
);

export const coherenceYearsQuery = graphql(`
  query CoherenceYears($key: String!, $from: Date!, $to: Date!, $weights: [DimensionWeightInput!]) {
    ecosystem(key: $key) {
      id
      coherenceTrend(from: $from, to: $to, step: YEAR, weights: $weights) { date score low high coverage isIndicative }
    }
  }
`);

const comparedScoreFragment = graphql(`
  fragment ComparedScore on CoherenceSummary { score low high coverage isIndicative }
`);

export const coherenceSinceQuery = graphql(
  `
    query CoherenceSince($key: String!, $from: Date!, $to: Date!, $weights: [DimensionWeightInput!]) {
      ecosystem(key: $key) {
        id
        coherenceChange(from: $from, to: $to, weights: $weights) {
          scoreBefore { ...ComparedScore }
          scoreAfter { ...ComparedScore }
          change
          items { dimension key label change sentence subjects { ...Subject } }
        }
      }
    }
  `,
  [comparedScoreFragment, subjectFragment],
);
export type CoherenceChange = NonNullable<ResultOf<typeof coherenceSinceQuery>["ecosystem"]>["coherenceChange"];

/** For the small map of boundaries. */
export const reportBoundariesQuery = graphql(
  `
    query ReportBoundaries($key: String!, $asOf: Date) {
      ecosystem(key: $key) {
        id
        positions(asOf: $asOf) { ...ActorPosition }
        boundaries(asOf: $asOf) { ...ActivityBoundary confidences: claims { id confidence } }
      }
    }
  `,
  [positionFragment, boundaryFragment],
);
