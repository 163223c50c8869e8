import { day, oneOf, type RawSearch, text, texts } from "../../../shared/read-search.ts";

export const lensNames = ["network", "positions", "boundaries", "rivals"] as const;
export type LensName = (typeof lensNames)[number];

/** What is looked at. */
export interface DisplaySearch {
  lens?: LensName;
  /** Key of the named view whose places and caption are shown; the lens's own places when absent. */
  view?: string;
  /** The story of the named views is being presented, at the step that `view` names. */
  present?: true;
  /** YYYY-MM-DD; today when absent. */
  date?: string;
  /** The panel that is open. */
  panel?: string;
  /** Node id of the record in the inspector. */
  selected?: string;
  /** Node ids of all that are selected, when more than one is. */
  many?: string[];
  /** Zoom, and the place in the middle of the window: "1.25,310,-42". Only in links that were copied as they look. */
  at?: string;
  /** Where the layout has put the nodes of a network, in the same links. */
  places?: string;
}

export const displaySearch = (raw: RawSearch): DisplaySearch => ({
  lens: oneOf(lensNames, raw.lens),
  view: text(raw.view),
  present: raw.present === true || undefined,
  date: day(raw.date),
  panel: text(raw.panel),
  selected: text(raw.selected),
  many: texts(raw.many),
  at: /^\d+(\.\d+)?(,-?\d+(\.\d+)?){2}$/.test(String(raw.at)) ? String(raw.at) : undefined,
  // Twelve characters a node (layout/link-places.ts).
  places: /^([0-9a-z]{12}){1,500}$/.test(String(raw.places)) ? String(raw.places) : undefined,
});
