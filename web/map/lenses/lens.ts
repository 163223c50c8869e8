import type { LensLegend } from "../legend/legend-part.ts";
import type { Form, Scene } from "../model/scene.ts";
import type { Selection } from "../model/selection.ts";

/** Places everything that the selection shows: the third step of the pipeline. */
export type Places = (selection: Selection, form?: Form) => Scene;

/** Lens: a folder with its places, its background and its legend. */
export interface Lens {
  label: string;
  places: Places;
  legend: LensLegend;
}
