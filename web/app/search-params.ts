import { readWeights, type Weights } from "../pages/coherence/weights.ts";
import { day, type RawSearch, text, texts, wholeWithin } from "../shared/read-search.ts";

// The URL is the state: what each page shows lives here, typed, so that any view can be sent to a colleague. The map's
// own parameters stand in web/map/model/search-params/.

interface DateSearch {
  /** YYYY-MM-DD; today when absent. */
  date?: string;
}
interface ThreatsSearch extends DateSearch {
  rival?: string;
  /** Key of the firm that is threatened; the ecosystem's own when absent. */
  focal?: string;
  /** After how many days a move weighs half; the API's 180 when absent. */
  halfLife?: number;
}
interface CoherenceSearch extends DateSearch {
  open?: string[];
  /** The day that the report is held against; a year before it when absent. */
  since?: string;
  /** How much dimensions count; 1 each when absent. */
  weights?: Weights;
  /** The panel in which they are changed is open. */
  weigh?: boolean;
}
interface TableSearch extends DateSearch {
  tab?: string;
  q?: string;
  sort?: string;
  down?: boolean;
  /** Only what is in force on the date. */
  inForce?: boolean;
  /** From 1, which is meant when absent. */
  page?: number;
}

export const dateSearch = (raw: RawSearch): DateSearch => ({ date: day(raw.date) }) as DateSearch;

/** Days; ten years. */
const longestHalfLife = 3650;

export const threatsSearch = (raw: RawSearch): ThreatsSearch =>
  ({
    ...dateSearch(raw),
    rival: text(raw.rival),
    focal: text(raw.focal),
    halfLife: wholeWithin(1, longestHalfLife, raw.halfLife),
  }) as ThreatsSearch;

export const coherenceSearch = (raw: RawSearch): CoherenceSearch =>
  ({
    ...dateSearch(raw),
    open: texts(raw.open),
    since: day(raw.since),
    weights: readWeights(raw.weights),
    weigh: raw.weigh === true ? true : undefined,
  }) as CoherenceSearch;

/** As many as the rows that one import may hold, at 100 a page. */
const mostPages = 1_000;

export const tableSearch = (raw: RawSearch): TableSearch =>
  ({
    ...dateSearch(raw),
    tab: text(raw.tab),
    q: text(raw.q),
    sort: text(raw.sort),
    down: raw.down === true ? true : undefined,
    inForce: raw.inForce === true ? true : undefined,
    page: wholeWithin(1, mostPages, raw.page),
  }) as TableSearch;
