import { useState, useSyncExternalStore } from "react";
import { useSubscription } from "urql";
import { changes } from "../graphql/client.ts";
import { factsChangedSubscription, layoutChangedSubscription } from "./live.graphql.ts";

/**
 * Everything that is asked of an ecosystem has its type. A query that asks for a record by its id does not: with this
 * context it is read again as well.
 */
export const ofFacts = { additionalTypenames: ["Ecosystem"] };
const layout = { additionalTypenames: ["View", "LayoutPin"] };

/**
 * Keeps all queries of an ecosystem up to date with what anybody changes.
 * @param revision that of the page's data; undefined while it is not known
 */
export function useLiveEcosystem(key: string, revision: number | undefined): void {
  const [from, setFrom] = useState<{ key: string; after: number } | null>(null);
  // The first one only: later changes are told by the stream itself.
  if (revision !== undefined && from?.key !== key) setFrom({ key, after: revision });
  const pause = from?.key !== key;
  const variables = { key, after: from?.after ?? 0 };
  useSubscription({ query: factsChangedSubscription, variables, context: ofFacts, pause });
  useSubscription({ query: layoutChangedSubscription, variables, context: layout, pause });
}

/** Grows each time that the facts of an ecosystem are to be read again: for what no useQuery keeps up to date. */
export const useRedraws = (key: string): number => useSyncExternalStore(changes.subscribe, () => changes.redraws(key));
