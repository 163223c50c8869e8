import type { Question } from "./stage/ask.ts";

const evidence = "evidence { id key title }";
const records = "subjects { id }";

/** Coherence with every item; with "items", also which records each is about, and the evidence of it. */
export function coherenceQuestion(key: string, asOf: string, depth: "scores" | "items"): Question {
  const more = depth === "items" ? `${records} ${evidence}` : "";
  return {
    query: `query Coherence($key: String!, $asOf: Date) { ecosystem(key: $key) { coherence(asOf: $asOf) {
      score low high coverage lowest
      dimensions { kind status weight score low high coverage items { key label value low high weight loss ${more} } }
    } } }`,
    variables: { key, asOf },
  };
}

/** Threats with all rivals; with "terms", also what each factor and damper is made of, and the evidence of it. */
export function threatsQuestion(key: string, asOf: string, depth: "scores" | "terms"): Question {
  const more = depth === "terms" ? `terms { label share ${records} ${evidence} }` : "";
  return {
    query: `query Threats($key: String!, $asOf: Date) { ecosystem(key: $key) { threats(asOf: $asOf) {
      medianResponseDays firstMoverShare countsByType { type count highest } unansweredMoves { id title }
      rivals {
        rival { id name } threat low high level type typeSource inferredType tagOutdated contact
        factors { kind value low high weight contribution ${more} } dampers { kind value low high ${more} }
      }
    } } }`,
    variables: { key, asOf },
  };
}

interface Period {
  from: string;
  to: string;
  step: string;
}
const declared = "$key: String!, $from: Date!, $to: Date!, $step: TrendStep!";
const given = "from: $from, to: $to, step: $step";

/** What a curve of coherence is drawn from: score and bounds of the whole and of each dimension. */
export function coherenceTrendQuestion(key: string, period: Period): Question {
  return {
    query: `query Trend(${declared}) { ecosystem(key: $key) { coherenceTrend(${given}) {
      date score low high coverage lowest dimensions { kind status score low high coverage }
    } } }`,
    variables: { key, ...period },
  };
}

/** What the curves of the ten rivals that threaten most are drawn from. */
export function threatTrendQuestion(key: string, period: Period): Question {
  return {
    query: `query Trend(${declared}) { ecosystem(key: $key) { threatTrend(${given}, first: 10) {
      focal { id name } dates { date isJudged } rivals { rival { id name } points { date threat low high level type } }
    } } }`,
    variables: { key, ...period },
  };
}
