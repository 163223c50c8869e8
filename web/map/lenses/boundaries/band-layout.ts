import type { Layer } from "../../../graphql/schema-types.ts";
import { layerWord } from "../../../shared/words.ts";
import type { Polygon } from "../../model/polygon.ts";
import type { Form } from "../../model/scene.ts";
import { cellsOf } from "./cells.ts";
import { type Entry, forms, type Laid, layIn } from "./fill-cell.ts";

/** Order of the bands from top to bottom: the value chain, the customer's own process first. */
const bandRanks: Record<Layer, number> = {
  OPERATION: 0,
  SERVICE: 1,
  ANALYTICS: 2,
  PLATFORM: 3,
  CONNECTIVITY: 4,
  EQUIPMENT: 5,
};
/** Last, the band of activities without a layer. */
const bandOrder: readonly (Layer | null)[] = [
  ...(Object.keys(bandRanks) as Layer[]).sort((a, b) => bandRanks[a] - bandRanks[b]),
  null,
];

export interface Band {
  name: string;
  /** Centre of the band. */
  y: number;
  height: number;
  territories: Laid[];
}

interface Bands {
  width: number;
  height: number;
  /** Scale of letters, rims and hatching relative to a small drawing, since a large one is zoomed out further. */
  enlargement: number;
  bands: Band[];
}

/** Memo of layouts by their input: playback asks for the same ones repeatedly. */
const known = new Map<string, Bands>();
const maxKept = 60;

/**
 * A band for each layer and one for activities without, as high as its total importance, divided into one territory per
 * activity: equal importance is equal area everywhere. The drawing grows until the fullest territory holds its actor
 * markers clear of its name label, and in a large drawing so do the letters of names, which must be readable when all
 * of it is visible.
 */
export function layOutBands(entries: readonly Entry[], form: Form): Bands {
  const signs = entries.map(({ boundary: { activity }, count }) => [
    activity.key,
    activity.name,
    activity.layer,
    activity.importance,
    count,
  ]);
  const key = JSON.stringify([form, signs]);
  let laid = known.get(key);
  if (!laid) {
    laid = layOut(entries, form);
    if (known.size >= maxKept) known.clear();
    known.set(key, laid);
  }
  const now = new Map(entries.map(({ boundary }) => [boundary.activity.key, boundary]));
  const withNow = (territory: Laid) => ({ ...territory, boundary: now.get(territory.boundary.activity.key)! });
  return { ...laid, bands: laid.bands.map((band) => ({ ...band, territories: band.territories.map(withNow) })) };
}

function layOut(entries: readonly Entry[], form: Form): Bands {
  const layers = bandOrder
    .map((layer) => ({
      name: layerWord(layer),
      entries: entries.filter(({ boundary }) => boundary.activity.layer === layer),
    }))
    .filter((band) => band.entries.length > 0);
  const total = importanceOf(layers.flatMap((band) => band.entries));
  if (total === 0) return { width: 1, height: 1, enlargement: 1, bands: [] };
  const { ratio, tight } = forms[form];
  // Cells of a drawing of height one; larger drawings have the same shapes.
  let y = 0;
  const unit = layers.map((band) => {
    const height = importanceOf(band.entries) / total;
    const cells = cellsIn(
      band.entries.map(({ boundary }) => boundary.activity.importance),
      ratio,
      height,
    );
    const laid = { ...band, y, height, cells };
    y += height;
    return laid;
  });
  // The fullest first: where the drawing is too small, they usually fail.
  const fullest = unit
    .flatMap((band) => band.entries.map((entry, i) => ({ entry, cell: band.cells[i]!, from: band.y })))
    .sort((a, b) => fullnessOf(b.entry) - fullnessOf(a.entry));
  const actorMarkers = entries.reduce((sum, { count }) => sum + count, 0);
  /** Null unless every territory holds its actor markers, with few of them so tight that names are left out. */
  const tried = (height: number): Bands | null => {
    const enlargement = Math.max(1, height / large);
    const laid = new Map<Entry, Laid>();
    let left = tight * actorMarkers;
    for (const { entry, cell, from } of fullest) {
      const territory = layIn(entry, scaled(cell, height * ratio, height, from), height * ratio, form, enlargement);
      if (!territory) return null;
      left -= territory.tight * territory.slots.length;
      if (left < 0) return null;
      laid.set(entry, territory);
    }
    const bands = unit.map((band) => ({
      name: band.name,
      y: (band.y + band.height / 2) * height,
      height: band.height * height,
      territories: band.entries.map((entry) => laid.get(entry)!),
    }));
    return { width: height * ratio, height, enlargement, bands };
  };
  // Coarse steps, then back to the first fine step that succeeds.
  let height = Math.sqrt((total * 5_000) / ratio);
  let found = tried(height);
  while (!found) {
    if (height > largest) throw new Error("A territory cannot hold its actor markers, however large it is drawn.");
    height *= wideStep;
    found = tried(height);
  }
  for (height *= narrowStep / wideStep; height < found.height * 0.999; height *= narrowStep) {
    const smaller = tried(height);
    if (smaller) return smaller;
  }
  return found;
}

/** Height in world units beyond which all text of a drawing grows with it. */
const large = 1_185;
/** Height that no drawing needs: what does not fit by then never will, and the page must not try for ever. */
const largest = 500_000;
const narrowStep = 1.03;
const wideStep = narrowStep ** 6;

const fullnessOf = ({ boundary, count }: Entry) => count / boundary.activity.importance;
const importanceOf = (entries: readonly Entry[]) =>
  entries.reduce((sum, { boundary }) => sum + boundary.activity.importance, 0);

const scaled = (cell: Polygon, width: number, height: number, from: number): Polygon =>
  cell.map(([x, y]) => [x * width, (from + y) * height]);

/** As fractions of the drawing's width and height, from the band's upper edge. */
function cellsIn(weights: readonly number[], ratio: number, height: number): Polygon[] {
  const size = 1000;
  return cellsOf({ x: 0, y: 0, width: ratio * size, height: height * size }, weights).map((cell) =>
    cell.map(([x, y]): [number, number] => [x / (ratio * size), y / size]),
  );
}
