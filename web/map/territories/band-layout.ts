import type { Layer } from "../../graphql/types.ts";
import { layerWords } from "../../shared/words.ts";
import type { Form } from "../scene.ts";
import { cellsOf } from "./cells.ts";
import { type Entry, forms, type Laid, layIn } from "./fill-cell.ts";
import type { Polygon } from "./polygon.ts";

/** Bands from top to bottom: the value chain, the customer's own process first. */
const bandOrder: readonly Layer[] = ["OPERATION", "SERVICE", "ANALYTICS", "PLATFORM", "CONNECTIVITY", "EQUIPMENT"];

interface Band {
  name: string;
  /** Middle of the band. */
  y: number;
  height: number;
  territories: Laid[];
}

interface Bands {
  width: number;
  height: number;
  bands: Band[];
}

/** Layouts by what they depend on: a play through time asks for the same ones again and again. */
const known = new Map<string, Bands>();
const mostKept = 60;

/**
 * A band for each layer, as high as the importance in it, divided into one territory per activity: equal importance is
 * equal area everywhere. The drawing grows until the fullest territory holds its tokens, clear of the plate with its name.
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
    if (known.size >= mostKept) known.clear();
    known.set(key, laid);
  }
  const now = new Map(entries.map(({ boundary }) => [boundary.activity.key, boundary]));
  const withNow = (territory: Laid) => ({ ...territory, boundary: now.get(territory.boundary.activity.key)! });
  return { ...laid, bands: laid.bands.map((band) => ({ ...band, territories: band.territories.map(withNow) })) };
}

function layOut(entries: readonly Entry[], form: Form): Bands {
  const bands = bandOrder
    .map((layer) => ({
      name: layerWords[layer],
      entries: entries.filter(({ boundary }) => boundary.activity.layer === layer),
    }))
    .filter((band) => band.entries.length > 0);
  const total = importanceOf(bands.flatMap((band) => band.entries));
  if (total === 0) return { width: 1, height: 1, bands: [] };
  const { ratio } = forms[form];
  // Cells of a drawing one high; a larger one has the same shapes.
  let y = 0;
  const unit = bands.map((band) => {
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
  const tried = (height: number): Bands | null => {
    const laid = unit.map((band) => ({
      name: band.name,
      y: (band.y + band.height / 2) * height,
      height: band.height * height,
      territories: band.entries.map((entry, i) =>
        layIn(entry, scaled(band.cells[i]!, height * ratio, height, band.y), height * ratio, form),
      ),
    }));
    const isGood = isRoomy(laid, entries, forms[form].tight);
    return isGood ? { width: height * ratio, height, bands: laid as Band[] } : null;
  };
  // In wide steps, then back to the first narrow step that will do.
  let height = Math.sqrt((total * 5_000) / ratio);
  let found = tried(height);
  while (!found) {
    height *= wideStep;
    found = tried(height);
  }
  for (height *= narrowStep / wideStep; height < found.height * 0.999; height *= narrowStep) {
    const smaller = tried(height);
    if (smaller) return smaller;
  }
  return found;
}

const narrowStep = 1.03;
const wideStep = narrowStep ** 6;

type Tried = Omit<Band, "territories"> & { territories: (Laid | null)[] };

/** Whether every territory holds its tokens, few of them so tightly that names must give way. */
function isRoomy(bands: readonly Tried[], entries: readonly Entry[], most: number): boolean {
  const all = bands.flatMap((band) => band.territories);
  if (all.some((territory) => territory === null)) return false;
  const tokens = entries.reduce((sum, { count }) => sum + count, 0);
  const tight = all.reduce((sum, territory) => sum + territory!.tight * territory!.slots.length, 0);
  return tight <= most * tokens;
}

const importanceOf = (entries: readonly Entry[]) =>
  entries.reduce((sum, { boundary }) => sum + boundary.activity.importance, 0);

const scaled = (cell: Polygon, width: number, height: number, from: number): Polygon =>
  cell.map(([x, y]) => [x * width, (from + y) * height]);

/** In parts of the drawing's width and height, from the band's upper edge. */
function cellsIn(weights: readonly number[], ratio: number, height: number): Polygon[] {
  const size = 1000;
  return cellsOf({ x: 0, y: 0, width: ratio * size, height: height * size }, weights).map((cell) =>
    cell.map(([x, y]): [number, number] => [x / (ratio * size), y / size]),
  );
}
