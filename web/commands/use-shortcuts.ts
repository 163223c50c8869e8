import { useEffect, useRef } from "react";
import { isComposing } from "../shared/is-composing.ts";
import { matchesKeys } from "./matches-keys.ts";

export type Shortcut = readonly [keys: string, press: (event: KeyboardEvent) => void];

/** Listens for shortcuts on the whole page; what else a key would do is up to each of them. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isComposing(event)) return;
      for (const [keys, act] of latest.current) if (matchesKeys(keys, event)) act(event);
    };
    document.documentElement.addEventListener("keydown", press);
    return () => document.documentElement.removeEventListener("keydown", press);
  }, []);
}
