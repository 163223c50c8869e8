import type { MapSearch } from "./map-search.ts";

/** One side panel at a time: what is opened at one side of the map closes what is open at the other. */
export const withOneSidePanel = (change: Partial<MapSearch>): Partial<MapSearch> =>
  change.panel !== undefined && !("selected" in change) ? { ...change, selected: undefined } : change;
