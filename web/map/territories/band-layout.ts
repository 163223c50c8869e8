import type { Boundary, Layer } from "../../graphql/types.ts";
import { layerWords } from "../../shared/words.ts";
import type { Form, Point } from "../scene.ts";
import { cellsOf } from "./cells.ts";
import { highestIn, type Slot, slotsIn } from "./packing.ts";
import { heightOf, type Plate, type PlateText, plateTexts, widthOfPlate } from "./plate.ts";
import { inset, type Polygon, smoothed } from "./polygon.ts";

/** Bands from top to bottom: the value chain, the customer's own process first. */
const bandOrder: readonly Layer[] = ["OPERATION", "SERVICE", "ANALYTICS", "PLATFORM", "CONNECTIVITY", "EQUIPMENT"];

/** Between two territories, in world units. */
const gap = 10;
/** Free of tokens along the border, so that a side may swing. */
const margin = 7;
/** How far the sides between two activities of a layer swing, and how round corners are. */
const swing = 6;
const corner = 20;
/** Plates have room for any state, so that another one moves nothing. */
const widestState = "unclaimed";
const tightness = [0, 0.25, 0.5, 0.75, 1];

interface FormOfBands {
  /** Width of the drawing in parts of its height. */
  ratio: number;
  /** Letters of the plates where they are largest, in world units. */
  letters: number;
  /** Whether plates have room for the state; where they have not, only the ground tells it. */
  tellsState: boolean;
  /** Room of a token and its name, and what a full territory makes do with: that of the token alone. */
  slot: Slot;
  leastSlot: Slot;
  /** How far, on average of all tokens, territories may be tight, 0..1: a phone shows most names on zooming in. */
  tight: number;
}
const forms: Record<Form, FormOfBands> = {
  wide: {
    ratio: 1.36,
    letters: 16,
    tellsState: true,
    slot: { width: 90, height: 64, drop: 19 },
    leastSlot: { width: 40, height: 38, drop: 19 },
    tight: 0.3,
  },
  tall: {
    ratio: 0.64,
    letters: 16,
    tellsState: false,
    slot: { width: 72, height: 54, drop: 18 },
    leastSlot: { width: 36, height: 35, drop: 17.5 },
    tight: 1,
  },
};

export interface Laid {
  boundary: Boundary;
  polygon: Polygon;
  plate: Plate;
  /** One for each token, in their order. */
  slots: Point[];
  /** How far tokens do without the room of their names, 0..1. */
  tight: number;
}

export interface Band {
  name: string;
  /** Middle of the band. */
  y: number;
  height: number;
  territories: Laid[];
}

interface Entry {
  boundary: Boundary;
  /** How many tokens stand in it. */
  count: number;
}

export interface Bands {
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

function layIn({ boundary, count }: Entry, cell: Polygon, whole: number, form: Form): Laid | null {
  const polygon = inset(cell, gap / 2);
  const within = inset(polygon, margin);
  if (within.length < 3) return null;
  const { activity } = boundary;
  const { letters, tellsState, slot, leastSlot } = forms[form];
  const places = new Map<string, Point | null>();
  for (const { tight, text, share } of waysToFill(activity.name, tellsState ? widestState : "")) {
    const size = letters * share;
    const [width, height] = [widthOfPlate(text, size), heightOf(text, size)];
    const sign = `${width} ${height}`;
    if (!places.has(sign)) places.set(sign, highestIn(within, width, height));
    const place = places.get(sign);
    if (!place) continue;
    const plate = { ...place, width, height, size, tellsState };
    const slots = slotsIn(within, plate, count, between(slot, leastSlot, tight));
    if (slots) return { boundary, polygon: smoothed(polygon, corner, bendsOf(whole)), plate, slots, tight };
  }
  return null;
}

/** Letters of a plate in a narrow territory, in parts of their full size. */
const letterShares = [1, 0.85, 0.7];

interface Way {
  tight: number;
  text: PlateText;
  share: number;
}

/** What to try first: a line more on the plate, or smaller letters, are worse than somewhat tighter tokens. */
function waysToFill(name: string, state: string): Way[] {
  const texts = plateTexts(name, state);
  const costOf = ({ tight, text, share }: Way) =>
    tight + 0.5 * (heightOf(text) / heightOf(texts[0]!)) + 4 * (1 - share);
  return letterShares
    .flatMap((share) => tightness.flatMap((tight) => texts.map((text) => ({ tight, text, share }))))
    .sort((a, b) => costOf(a) - costOf(b));
}

const between = (loose: Slot, close: Slot, tight: number): Slot => ({
  width: loose.width + (close.width - loose.width) * tight,
  height: loose.height + (close.height - loose.height) * tight,
  drop: loose.drop + (close.drop - loose.drop) * tight,
});

/** How far a side swings: the drawing's own edges and those between layers are straight. */
const bendsOf =
  (whole: number) =>
  ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]) =>
    Math.abs(y1 - y2) < 1 || Math.max(x1, x2) < gap || Math.min(x1, x2) > whole - gap
      ? 0
      : swing * Math.min(1, Math.max(0, Math.hypot(x1 - x2, y1 - y2) / 60 - 1));
