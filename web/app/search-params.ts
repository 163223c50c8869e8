import { type ChangeFilter, changeFilter } from "../pages/changes/change-filter.ts";
import { readWeights, type Weights } from "../pages/coherence/weights.ts";
import { type CustomersView, customersView } from "../pages/customers/customers-search.ts";
import { type GridsSearch, gridsView } from "../pages/grids/grids-search.ts";
import { type SetupSearch, setupView } from "../pages/setup/setup-search.ts";
import { type TidyView, tidyView } from "../pages/tidy/tidy-search.ts";
import { day, type RawSearch, text, texts, wholeWithin } from "../shared/read-search.ts";

// Search parameters: the URL is the state of each page, typed, so that any view can be sent to a colleague. The map's own
// parameters are in web/map/model/search-params/.

export interface DateSearch {
  /** YYYY-MM-DD; today when absent. */
  date?: string;
  /** The day as of whose end facts are shown as they were recorded; as they are now when absent. */
  asKnownAt?: string;
}
interface ThreatsSearch extends DateSearch {
  rival?: string;
  /** Key of the focal firm; the ecosystem's own when absent. */
  focal?: string;
  /** Half-life of moves in days; the API's 180 when absent. */
  halfLife?: number;
}
interface CoherenceSearch extends DateSearch {
  open?: string[];
  /** The date to compare with; a year before the report's when absent. */
  since?: string;
  /** Dimension weights; the API's defaults when absent. */
  weights?: Weights;
  /** Whether the weights panel is open. */
  weigh?: boolean;
}
interface TableSearch extends DateSearch {
  tab?: string;
  q?: string;
  sort?: string;
  down?: boolean;
  /** Only records valid on the date. */
  inForce?: boolean;
  /** From 1; the first page when absent. */
  page?: number;
}

export const dateSearch = (raw: RawSearch): DateSearch =>
  ({ date: day(raw.date), asKnownAt: day(raw.asKnownAt) }) as DateSearch;

type CustomersSearch = DateSearch & CustomersView;

export const customersSearch = (raw: RawSearch): CustomersSearch => ({ ...dateSearch(raw), ...customersView(raw) });

export const gridsSearch = (raw: RawSearch): GridsSearch => ({ ...dateSearch(raw), ...gridsView(raw) });

export const setupSearch = (raw: RawSearch): SetupSearch => ({ ...dateSearch(raw), ...setupView(raw) });

type TidySearch = DateSearch & TidyView;

export const tidySearch = (raw: RawSearch): TidySearch => ({ ...dateSearch(raw), ...tidyView(raw) });

type ChangesSearch = DateSearch & ChangeFilter;

export const changesSearch = (raw: RawSearch): ChangesSearch => ({ ...dateSearch(raw), ...changeFilter(raw) });

/** Days; ten years. */
const maxHalfLife = 3650;

export const threatsSearch = (raw: RawSearch): ThreatsSearch =>
  ({
    ...dateSearch(raw),
    rival: text(raw.rival),
    focal: text(raw.focal),
    halfLife: wholeWithin(1, maxHalfLife, raw.halfLife),
  }) as ThreatsSearch;

export const coherenceSearch = (raw: RawSearch): CoherenceSearch =>
  ({
    ...dateSearch(raw),
    open: texts(raw.open),
    since: day(raw.since),
    weights: readWeights(raw.weights),
    weigh: raw.weigh === true ? true : undefined,
  }) as CoherenceSearch;

/** Page limit: the records of the largest import, at 100 a page. */
const maxPages = 1_000;

export const tableSearch = (raw: RawSearch): TableSearch =>
  ({
    ...dateSearch(raw),
    tab: text(raw.tab),
    q: text(raw.q),
    sort: text(raw.sort),
    down: raw.down === true ? true : undefined,
    inForce: raw.inForce === true ? true : undefined,
    page: wholeWithin(1, maxPages, raw.page),
  }) as TableSearch;
