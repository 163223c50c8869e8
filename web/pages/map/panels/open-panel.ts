import type { MapContextValue } from "../map-context.ts";
import { panels } from "./panels.ts";

/** Opens a panel, or closes it when it is open, as one command with what the panel begins with. */
export function togglePanel(map: Pick<MapContextValue, "search" | "dispatch" | "time" | "frames">, name: string): void {
  const panel = panels.find((one) => one.name === name)!;
  const isOpen = map.search.panel === name;
  map.dispatch(
    `${isOpen ? "Close" : "Open"} ${panel.label}`,
    isOpen ? { panel: undefined } : { ...panel.opening?.(map), panel: name },
  );
}
