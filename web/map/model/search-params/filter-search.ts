import { numberWithin, type RawSearch, texts } from "../../../shared/read-search.ts";

/** Filter. Conditions are combined by AND, values of one condition by OR. Absent: no condition. */
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
  /** Minimum confidence, 0..1; records without one stay. */
  sure?: number;
  /** Maximum age of evidence in years; records without evidence stay. */
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
