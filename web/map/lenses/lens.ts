import type { LensLegend } from "../legend/legend-part.ts";
import type { Form, Scene } from "../model/scene.ts";
import type { MapSearch } from "../model/search-params/map-search.ts";
import type { Selection } from "../model/selection.ts";

/** Gives everything that the selection shows a place: the third step of the pipeline. */
export type Places = (selection: Selection, form?: Form, search?: MapSearch) => Scene;

/** Lens: a folder with its places, its background and its legend. */
export interface Lens {
  label: string;
  places: Places;
  legend: LensLegend;
}
