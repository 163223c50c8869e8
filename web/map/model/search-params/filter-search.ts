import { numberWithin, type RawSearch, texts } from "../../../shared/read-search.ts";

/** What is left out. All conditions apply together; of the values within one, any. Absent: no condition. */
export interface FilterSearch {
  /** Actor kinds. */
  kinds?: string[];
  /** Kinds of relation. */
  relations?: string[];
  labels?: string[];
  tags?: string[];
  countries?: string[];
  layers?: string[];
  /** Levels of threat. */
  levels?: string[];
  /** Least confidence, 0..1; what has none recorded stays. */
  sure?: number;
  /** Oldest evidence in years; what has none recorded stays. */
  fresh?: number;
}

export const filterSearch = (raw: RawSearch): FilterSearch => ({
  kinds: texts(raw.kinds),
  relations: texts(raw.relations),
  labels: texts(raw.labels),
  tags: texts(raw.tags),
  countries: texts(raw.countries),
  layers: texts(raw.layers),
  levels: texts(raw.levels),
  sure: numberWithin(0, 1, raw.sure),
  fresh: numberWithin(0, 100, raw.fresh),
});
