import { day, type RawSearch, texts } from "../../../shared/read-search.ts";

/** What the map is held against: another date, or changes that nobody has made. */
export interface CompareSearch {
  /** The other date of a difference, YYYY-MM-DD. */
  against?: string;
  /** Interventions that are ticked, "KIND key" each. */
  what?: string[];
  /** Claims that are moved, "claim's Node id>actor's key" each. */
  moved?: string[];
}

export const compareSearch = (raw: RawSearch): CompareSearch => ({
  against: day(raw.against),
  what: texts(raw.what),
  moved: texts(raw.moved),
});
