import { numberWithin, type RawSearch, text, texts } from "../../../shared/read-search.ts";

/** Focus: what a person has hidden, isolated or expanded, by Node ids. */
export interface FocusSearch {
  /** Hidden by hand. */
  hide?: string[];
  /** Isolated: only these are shown. */
  only?: string[];
  /** Neighbourhood: only records within `steps` of this node. */
  neighbourhood?: string;
  /** 1 to 6; 1 when absent. */
  steps?: number;
  /** Expanded: their neighbours are shown too, whatever the other parameters leave out. */
  expanded?: string[];
  /** Collapsed: neighbours connected only to one of these are left out. */
  collapsed?: string[];
  /** Paths between these two are shown. */
  path?: string[];
  /** Custom groups: sets of nodes that a person has collapsed into one. */
  bundles?: string[][];
}

export const focusSearch = (raw: RawSearch): FocusSearch => ({
  hide: texts(raw.hide),
  only: texts(raw.only),
  neighbourhood: text(raw.neighbourhood),
  steps: numberWithin(1, 6, typeof raw.steps === "number" ? Math.round(raw.steps) : undefined),
  expanded: texts(raw.expanded),
  collapsed: texts(raw.collapsed),
  path: texts(raw.path)?.length === 2 ? texts(raw.path) : undefined,
  bundles: bundles(raw.bundles),
});

function bundles(value: unknown): string[][] | undefined {
  const sets = Array.isArray(value) ? value.map(texts).filter((set) => set !== undefined && set.length > 1) : [];
  return sets.length > 0 ? (sets as string[][]) : undefined;
}
