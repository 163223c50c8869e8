import type { Boundary, Layer } from "../../graphql/types.ts";
import { layerWords } from "../../shared/words.ts";
import type { Form, Point } from "../scene.ts";
import { cellsOf } from "./cells.ts";
import { type Plate, plateIn, type Slot, slotsIn } from "./packing.ts";
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
/** Height of the plate with the name and, on a second line, the state. */
const head = 44;
const letterWidth = 9;

interface FormOfBands extends Slot {
  /** Width of the drawing in parts of its height. */
  ratio: number;
}
const forms: Record<Form, FormOfBands> = {
  wide: { width: 92, height: 68, drop: 19, ratio: 1.36 },
  tall: { width: 84, height: 70, drop: 19, ratio: 0.58 },
};

export interface Laid {
  boundary: Boundary;
  polygon: Polygon;
  plate: Plate;
  /** One for each token, in their order. */
  slots: Point[];
}

export interface Band {
  name: string;
  /** Middle of the band. */
  y: number;
  territories: Laid[];
}

interface Entry {
  boundary: Boundary;
  /** How many tokens stand in it. */
  count: number;
}

/**
 * A band for each layer, as high as the importance in it, divided into one territory per activity: equal importance is
 * equal area everywhere. The drawing grows until the fullest territory holds its tokens.
 */
export function layOutBands(entries: readonly Entry[], form: Form): { width: number; height: number; bands: Band[] } {
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
    const cells = knownCells(
      band.entries.map(({ boundary }) => boundary.activity.importance),
      ratio,
      height,
    );
    const laid = { ...band, y, height, cells };
    y += height;
    return laid;
  });
  // A few steps, since each adds a twenty-fifth to the height.
  for (let height = Math.sqrt((total * 8_000) / ratio); ; height *= 1.04) {
    const laid = unit.map((band): Band | null => {
      const territories = band.entries.map((entry, i) =>
        layIn(entry, scaled(band.cells[i]!, height * ratio, height, band.y), height * ratio, form),
      );
      return territories.every((territory) => territory !== null)
        ? { name: band.name, y: (band.y + band.height / 2) * height, territories }
        : null;
    });
    if (laid.every((band) => band !== null)) return { width: height * ratio, height, bands: laid };
  }
}

const importanceOf = (entries: readonly Entry[]) =>
  entries.reduce((sum, { boundary }) => sum + boundary.activity.importance, 0);

const scaled = (cell: Polygon, width: number, height: number, from: number): Polygon =>
  cell.map(([x, y]) => [x * width, (from + y) * height]);

/** Cells by the shape of their band: a play through time asks for the same ones again and again. */
const memory = new Map<string, Polygon[]>();
const mostKept = 200;

/** In parts of the drawing's width and height, from the band's upper edge. */
function knownCells(weights: readonly number[], ratio: number, height: number): Polygon[] {
  const key = `${ratio} ${height} ${weights}`;
  const known = memory.get(key);
  if (known) return known;
  const size = 1000;
  const cells = cellsOf({ x: 0, y: 0, width: ratio * size, height: height * size }, weights).map((cell) =>
    cell.map(([x, y]): [number, number] => [x / (ratio * size), y / size]),
  );
  if (memory.size >= mostKept) memory.clear();
  memory.set(key, cells);
  return cells;
}

function layIn({ boundary, count }: Entry, cell: Polygon, whole: number, form: Form): Laid | null {
  const polygon = inset(cell, gap / 2);
  const within = inset(polygon, margin);
  if (within.length < 3) return null;
  const wanted = Math.min(300, Math.max(110, boundary.activity.name.length * letterWidth + 14));
  const plate = plateIn(within, wanted, head - 6);
  const width = Math.min(wanted, plate.room);
  const slots = slotsIn(within, { ...plate, width, height: head }, count, forms[form]);
  // The drawing's own edges and those between layers are straight.
  const bends = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]) =>
    Math.abs(y1 - y2) < 1 || Math.max(x1, x2) < gap || Math.min(x1, x2) > whole - gap ? 0 : swing;
  return slots && { boundary, polygon: smoothed(polygon, corner, bends), plate, slots };
}
