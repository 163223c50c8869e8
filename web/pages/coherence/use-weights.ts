import { useEffect, useRef, useState } from "react";
import { allZero, type Weights } from "./weights.ts";

/** Milliseconds without a change until the report is asked for: a key that is held down asks once, when it is let go. */
const patience = 200;

/**
 * Weights while they are being changed: what the sliders show goes ahead of the address, which follows once they rest.
 * Weights that are all 0 never reach it.
 * @param set as the address has them.
 */
export function useWeights(set: Weights | undefined, onSet: (weights: Weights | undefined) => void) {
  const [draft, setDraft] = useState<{ weights: Weights | undefined } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const text = JSON.stringify(set);
  // Whatever has come into the address (our own weights, another link, the back button) is what counts now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other text is other weights.
  useEffect(() => {
    clearTimeout(timer.current);
    setDraft(null);
  }, [text]);
  const change = (weights: Weights | undefined) => {
    clearTimeout(timer.current);
    setDraft(JSON.stringify(weights) === text ? null : { weights });
    if (!allZero(weights)) timer.current = setTimeout(() => onSet(weights), patience);
  };
  const shown = draft ? draft.weights : set;
  return { shown, isRefused: allZero(shown), change };
}
