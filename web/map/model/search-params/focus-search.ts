import { numberWithin, type RawSearch, text, texts } from "../../../shared/read-search.ts";

/** What a person has taken away or gone near to, by Node ids. */
export interface FocusSearch {
  /** Hidden by hand. */
  hide?: string[];
  /** Only these are shown. */
  only?: string[];
  /** Only what lies within `steps` of this node. */
  neighbourhood?: string;
  /** 1 to 6; 1 when absent. */
  steps?: number;
  /** The neighbours of these are shown too, whatever `only` and `around` leave out. */
  expanded?: string[];
  /** Neighbours that are tied to nobody but one of these are left out. */
  collapsed?: string[];
  /** Paths between these two are shown. */
  path?: string[];
  /** Sets of nodes that a person has collapsed into one. */
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
