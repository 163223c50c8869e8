import { day, type RawSearch, texts } from "../../../shared/read-search.ts";

/** Comparison of the map with another date, or with a scenario. */
export interface CompareSearch {
  /** The other date of a comparison, YYYY-MM-DD. */
  against?: string;
  /** Selected interventions, "KIND key" each. */
  what?: string[];
  /** Moved claims, "claim's Node id>actor's key" each. */
  moved?: string[];
}

export const compareSearch = (raw: RawSearch): CompareSearch => ({
  against: day(raw.against),
  what: texts(raw.what),
  moved: texts(raw.moved),
});
