import { numberWithin, type RawSearch, text, texts } from "../../shared/read-search.ts";

/** What a person has taken away or gone near to, by Node ids. */
export interface FocusSearch {
  /** Hidden by hand. */
  hide?: string[];
  /** Only these are shown. */
  only?: string[];
  /** Only what lies within `steps` of this node. */
  around?: string;
  steps?: number;
  /** Paths between these two are shown. */
  path?: string[];
}

export const focusSearch = (raw: RawSearch): FocusSearch => ({
  hide: texts(raw.hide),
  only: texts(raw.only),
  around: text(raw.around),
  steps: numberWithin(1, 6, raw.steps),
  path: texts(raw.path)?.length === 2 ? texts(raw.path) : undefined,
});
