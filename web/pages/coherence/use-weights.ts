import { useEffect, useRef, useState } from "react";
import { countsNothing, type Weighable, type Weights } from "./weights.ts";

/** Debounce in milliseconds: a key that is held down requests one report, when it is released. */
const debounceMillis = 200;

/**
 * Draft of the weights: the sliders show it at once, and the URL follows when they rest. Weights that are all 0 never
 * reach the URL.
 * @param set the weights in the URL
 * @param dimensions with their default weights
 */
export function useWeights(
  set: Weights | undefined,
  dimensions: readonly Weighable[],
  onSet: (weights: Weights | undefined) => void,
) {
  const [draft, setDraft] = useState<{ weights: Weights | undefined } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const text = JSON.stringify(set);
  // A change of the URL (our own weights, another link, the back button) replaces the draft.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a different text means different weights.
  useEffect(() => {
    clearTimeout(timer.current);
    setDraft(null);
  }, [text]);
  const change = (weights: Weights | undefined) => {
    clearTimeout(timer.current);
    setDraft(JSON.stringify(weights) === text ? null : { weights });
    if (!countsNothing(weights, dimensions)) timer.current = setTimeout(() => onSet(weights), debounceMillis);
  };
  const shown = draft ? draft.weights : set;
  return { shown, isRefused: countsNothing(shown, dimensions), change };
}
