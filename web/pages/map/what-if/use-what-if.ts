import { useMemo } from "react";
import { type CombinedError, useQuery } from "urql";
import { type WhatIf, whatIfQuery } from "../../../graphql/operations-what-if.ts";
import { compare } from "../../../map/difference/compare.ts";
import type { MapFacts } from "../../../map/scene.ts";
import type { CompareSearch } from "../../../map/state/compare-search.ts";
import { changesOf } from "../../../map/what-if/changes.ts";

export interface Supposed {
  /** Whether anything is supposed at all. */
  isAsked: boolean;
  fetching: boolean;
  error: CombinedError | undefined;
  answer: WhatIf | null;
}

/** What would be if the changes in the address were made: judged by the API on a copy, nothing is stored. */
export function useWhatIf(key: string, day: string, search: CompareSearch): Supposed {
  const { what, moved } = search;
  const changes = useMemo(() => changesOf({ what, moved } as CompareSearch), [what, moved]);
  const [{ data, fetching, error }] = useQuery({
    query: whatIfQuery,
    variables: { key, asOf: day, changes: changes ?? { interventions: [], moveClaims: [] } },
    pause: changes === null,
  });
  return { isAsked: changes !== null, fetching, error, answer: changes ? (data?.ecosystem?.whatIf ?? null) : null };
}

/** The facts as they would be, held against those of the present: what is drawn differently is marked. */
export function supposedFacts(facts: MapFacts, answer: WhatIf | null): MapFacts {
  const after = answer?.after;
  if (!after) return facts;
  const { positions, boundaries } = after;
  const threats = after.threats?.rivals ?? [];
  const shown = { map: facts.map, positions, boundaries, threats };
  return { ...facts, positions, boundaries, threats, compared: compare(shown, facts, true), isSupposed: true };
}
