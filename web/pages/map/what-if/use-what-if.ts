import { useMemo } from "react";
import { type CombinedError, useQuery } from "urql";
import { isAnswerTo } from "../../../graphql/answers.ts";
import { compare } from "../../../map/model/difference/compare.ts";
import type { MapFacts } from "../../../map/model/facts.ts";
import type { CompareSearch } from "../../../map/model/search-params/compare-search.ts";
import { changesOf } from "../../../map/model/what-if/changes.ts";
import type { MapDay } from "../use-map-day.ts";
import { type WhatIf, whatIfQuery } from "./what-if.graphql.ts";

export interface Scenario {
  /** Whether anything is supposed at all. */
  isAsked: boolean;
  fetching: boolean;
  error: CombinedError | undefined;
  answer: WhatIf | null;
}

/**
 * What would be if the changes in the address were made: judged by the API on a copy, nothing is stored. Asked for the day
 * at rest; while a date moves, the map shows the days as they are.
 */
export function useWhatIf(key: string, { rest, moving }: MapDay, search: CompareSearch): Scenario {
  const { what, moved } = search;
  const changes = useMemo(() => changesOf({ what, moved } as CompareSearch), [what, moved]);
  const variables = { key, asOf: rest.day, changes: changes ?? { interventions: [], moveClaims: [] } };
  const [{ data, fetching, error, operation }] = useQuery({
    query: whatIfQuery,
    variables,
    pause: changes === null || moving,
  });
  const isOurs = changes !== null && !moving && isAnswerTo(operation, variables);
  const answer = isOurs ? (data?.ecosystem?.whatIf ?? null) : null;
  const failure = isOurs ? error : undefined;
  const isAsked = changes !== null;
  return useMemo(() => ({ isAsked, fetching, error: failure, answer }), [isAsked, fetching, failure, answer]);
}

/** The facts as they would be, held against those of the present: what is drawn differently is marked. */
export function scenarioFacts(facts: MapFacts, answer: WhatIf | null): MapFacts {
  const after = answer?.after;
  if (!after) return facts;
  const { positions, boundaries } = after;
  const threats = after.threats?.rivals ?? [];
  const shown = { map: facts.map, positions, boundaries, threats };
  const typicalRival = after.threats?.typicalRival ?? null;
  return {
    ...facts,
    positions,
    boundaries,
    threats,
    typicalRival,
    compared: compare(shown, facts, true),
    isScenario: true,
  };
}
