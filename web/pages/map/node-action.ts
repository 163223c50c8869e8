import type { MapContextValue } from "./map-context.ts";

/** Action on one record, or on the selection. */
export interface NodeAction {
  name: string;
  label(map: MapContextValue, ids: readonly string[]): string;
  /** Always when absent. */
  when?(map: MapContextValue, ids: readonly string[]): boolean;
  /** Not in the palette: a command of the map does the same. */
  onlyInMenu?: true;
  run(map: MapContextValue, ids: readonly string[]): void | Promise<void>;
}
