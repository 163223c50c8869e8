import { day, oneOf, type RawSearch, text, texts } from "../../../shared/read-search.ts";

export const lensNames = ["network", "positions", "boundaries", "rivals"] as const;
export type LensName = (typeof lensNames)[number];

/** Parameters of what is displayed. */
export interface DisplaySearch {
  lens?: LensName;
  /** Key of the named view whose places and caption are shown; the lens's own places when absent. */
  view?: string;
  /** Whether the story of the named views is presented, at the step of `view`. */
  present?: true;
  /** YYYY-MM-DD; today when absent. */
  date?: string;
  /** The day as of whose end facts are shown as they were recorded; as they are now when absent. */
  asKnownAt?: string;
  /** Key of the focal firm; the ecosystem's own when absent. */
  focal?: string;
  /** The panel that is open. */
  panel?: string;
  /** Node id of the record in the inspector. */
  selected?: string;
  /** Node ids of the selection, when it has more than one. */
  many?: string[];
  /** Zoom, and the world position at the centre: "1.25,310,-42". Only in links that keep the viewport. */
  at?: string;
  /** Computed positions of the network, in the same links. */
  places?: string;
}

export const displaySearch = (raw: RawSearch): DisplaySearch => ({
  lens: oneOf(lensNames, raw.lens),
  view: text(raw.view),
  present: raw.present === true || undefined,
  date: day(raw.date),
  asKnownAt: day(raw.asKnownAt),
  focal: text(raw.focal),
  panel: text(raw.panel),
  selected: text(raw.selected),
  many: texts(raw.many),
  at: /^\d+(\.\d+)?(,-?\d+(\.\d+)?){2}$/.test(String(raw.at)) ? String(raw.at) : undefined,
  // Twelve characters a node (layout/link-places.ts).
  places: /^([0-9a-z]{12}){1,500}$/.test(String(raw.places)) ? String(raw.places) : undefined,
});
