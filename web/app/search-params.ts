import { isDay } from "../shared/format.ts";

// The URL is the state: what is shown lives here, typed, so that any view can be sent to a colleague.
// A value that means nothing (an old link, a typing error) is left out, never an error.

export const lenses = ["network", "positions", "boundaries", "rivals"] as const;
export type LensName = (typeof lenses)[number];

export interface DateSearch {
  /** YYYY-MM-DD; today when absent. */
  date?: string;
}
export interface MapSearch extends DateSearch {
  lens?: LensName;
  /** Actor kinds that are shown; all when absent. */
  kinds?: string[];
  q?: string;
  /** The Node id of the record in the inspector. */
  selected?: string;
}
export interface ThreatsSearch extends DateSearch {
  rival?: string;
}
export interface CoherenceSearch extends DateSearch {
  open?: string[];
}
export interface TableSearch extends DateSearch {
  tab?: string;
  q?: string;
  sort?: string;
  down?: boolean;
}

type Raw = Record<string, unknown>;
const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== ""
    ? value.slice(0, 500)
    : typeof value === "number"
      ? String(value)
      : undefined;
const texts = (value: unknown): string[] | undefined => {
  const list = Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];
  return list.length > 0 ? list : undefined;
};
/** Leaves out what is undefined, so that links stay short. */
const tidy = <T extends object>(search: T): T =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;

export const dateSearch = (raw: Raw): DateSearch =>
  tidy({ date: isDay(raw.date) ? raw.date : undefined } as DateSearch);

export const mapSearch = (raw: Raw): MapSearch =>
  tidy({
    ...dateSearch(raw),
    lens: lenses.find((lens) => lens === raw.lens),
    kinds: texts(raw.kinds),
    q: text(raw.q),
    selected: text(raw.selected),
  } as MapSearch);

export const threatsSearch = (raw: Raw): ThreatsSearch =>
  tidy({ ...dateSearch(raw), rival: text(raw.rival) } as ThreatsSearch);

export const coherenceSearch = (raw: Raw): CoherenceSearch =>
  tidy({ ...dateSearch(raw), open: texts(raw.open) } as CoherenceSearch);

export const tableSearch = (raw: Raw): TableSearch =>
  tidy({
    ...dateSearch(raw),
    tab: text(raw.tab),
    q: text(raw.q),
    sort: text(raw.sort),
    down: raw.down === true ? true : undefined,
  } as TableSearch);
