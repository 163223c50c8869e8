import type { Boundary } from "../../model/facts.graphql.ts";
import { inset, type Polygon, smoothed } from "../../model/polygon.ts";
import type { Form, NameLabel, Point } from "../../model/scene.ts";
import { heightOf, type NameLabelText, nameLabelTexts, nameLabelWidth } from "./name-label.ts";
import { highestIn, type Slot, slotsIn } from "./packing.ts";

/** Gap between two territories, in world units. */
const gap = 10;
/** Margin without actor markers along the border, so that a side may be curved. */
const margin = 7;
/** Curvature of the sides between two activities of a layer, and radius of corners. */
const swing = 6;
const corner = 20;
/** Name labels have room for every status, so that another status moves nothing. */
const widestState = "unclaimed";
const tightness = [0, 0.25, 0.5, 0.75, 1];

interface FormOfBands {
  /** Aspect ratio of the drawing: width over height. */
  ratio: number;
  /** Largest font size of name labels, in world units; it grows with a large drawing. */
  letters: number;
  /** Whether name labels have room for the status; where they have not, only the background shows it. */
  tellsState: boolean;
  /** Room of an actor marker with its name, and the minimum in a full territory: that of the actor marker alone. */
  slot: Slot;
  minSlot: Slot;
  /** Maximum mean tightness of all actor markers, 0..1: on a phone most names are shown after zooming in. */
  tight: number;
}
export const forms: Record<Form, FormOfBands> = {
  wide: {
    ratio: 1.36,
    letters: 16,
    tellsState: true,
    slot: { width: 90, height: 64, drop: 19 },
    minSlot: { width: 40, height: 38, drop: 19 },
    tight: 0.3,
  },
  tall: {
    ratio: 0.64,
    letters: 16,
    tellsState: false,
    slot: { width: 72, height: 54, drop: 18 },
    minSlot: { width: 36, height: 35, drop: 17.5 },
    tight: 1,
  },
};

export interface Entry {
  boundary: Boundary;
  /** Number of actor markers. */
  count: number;
}

export interface Laid {
  boundary: Boundary;
  polygon: Polygon;
  nameLabel: NameLabel;
  /** One for each actor marker, in their order. */
  slots: Point[];
  /** How far actor markers do without the room of their names, 0..1. */
  tight: number;
}

/**
 * Fills a cell: the territory's name label, and a place for each actor marker clear of it. `whole` is the drawing's
 * width, `enlargement` the scale of its letters relative to a small one. Null where the cell has no room, however tight
 * the actor markers and small the letters.
 */
export function layIn(
  { boundary, count }: Entry,
  cell: Polygon,
  whole: number,
  form: Form,
  enlargement: number,
): Laid | null {
  const polygon = inset(cell, gap / 2);
  const within = inset(polygon, margin);
  if (within.length < 3) return null;
  const { activity } = boundary;
  const { letters, tellsState, slot, minSlot } = forms[form];
  const places = new Map<string, Point | null>();
  for (const { tight, text, share } of waysToFill(
    activity.name,
    tellsState ? widestState : "",
    minShare / enlargement,
  )) {
    const size = letters * enlargement * share;
    const [width, height] = [nameLabelWidth(text, size), heightOf(text, size)];
    const sign = `${width} ${height}`;
    if (!places.has(sign)) places.set(sign, highestIn(within, width, height));
    const place = places.get(sign);
    if (!place) continue;
    const nameLabel = { ...place, width, height, size, tellsState };
    const slots = slotsIn(within, nameLabel, count, between(slot, minSlot, tight));
    if (slots) return { boundary, polygon: smoothed(polygon, corner, bendsOf(whole)), nameLabel, slots, tight };
  }
  return null;
}

/**
 * Font size of a name label in a narrow territory, as a fraction of the full one; in a large drawing at least the
 * minimum of a small one.
 */
const minShare = 0.7;
const shareStep = 0.85;

interface Way {
  tight: number;
  text: NameLabelText;
  share: number;
}

/**
 * Order of attempts: another line on the name label, or smaller letters, are worse than slightly tighter actor markers.
 */
function waysToFill(name: string, state: string, min: number): Way[] {
  const shares: number[] = [];
  for (let share = 1; share > min * 0.99; share *= shareStep) shares.push(share);
  const texts = nameLabelTexts(name, state);
  const costOf = ({ tight, text, share }: Way) =>
    tight + 0.11 * (heightOf(text) / heightOf(texts[0]!)) + 4 * (1 - share);
  return shares
    .flatMap((share) => tightness.flatMap((tight) => texts.map((text) => ({ tight, text, share }))))
    .sort((a, b) => costOf(a) - costOf(b));
}

const between = (loose: Slot, close: Slot, tight: number): Slot => ({
  width: loose.width + (close.width - loose.width) * tight,
  height: loose.height + (close.height - loose.height) * tight,
  drop: loose.drop + (close.drop - loose.drop) * tight,
});

/** Curvature of a side: the drawing's own edges and those between layers are straight. */
const bendsOf =
  (whole: number) =>
  ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]) =>
    Math.abs(y1 - y2) < 1 || Math.max(x1, x2) < gap || Math.min(x1, x2) > whole - gap
      ? 0
      : swing * Math.min(1, Math.max(0, Math.hypot(x1 - x2, y1 - y2) / 60 - 1));
