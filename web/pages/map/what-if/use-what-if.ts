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
  /** Whether there is a scenario. */
  isAsked: boolean;
  fetching: boolean;
  error: CombinedError | undefined;
  answer: WhatIf | null;
}

/**
 * Scenario of the URL: computed by the API on a copy, nothing is stored. Requested for the day at rest; while a date
 * moves, the map shows the current facts.
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

/** Facts of the scenario, compared with the current ones: differences are marked. */
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

/** Why the Rivals lens has nothing to draw: of a scenario its own reason, since it may give the focal firm its first position. */
export function noRivalsIn<Reason extends { title: string; text: string }>(
  current: Reason | null,
  answer: { after: { threats: unknown; threatsReason: string | null } | null } | null,
): Reason | { title: string; text: string } | null {
  if (!answer?.after) return current;
  const { threats, threatsReason } = answer.after;
  return threats ? null : { title: "No threats in this scenario", text: threatsReason ?? "" };
}
