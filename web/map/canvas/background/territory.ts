import type { BoundaryStatus } from "../../../graphql/schema-types.ts";
import { beforeState, fitOn, heightOf, lineStep, nameLabelPadding } from "../../lenses/boundaries/name-label.ts";
import { colourOf } from "../../model/kinds.ts";
import { trace } from "../../model/polygon.ts";
import type { BackgroundItem } from "../../model/scene.ts";
import { changedRim } from "./change.ts";
import { font, type Palette } from "./palette.ts";
import { withEvenLetters } from "./pen.ts";
import { letters, strongLetters } from "./text-boxes.ts";

type Territory = Extract<BackgroundItem, { type: "territory" }>;

type Fill =
  | { kind: "none" }
  | { kind: "tint"; alpha: number }
  | { kind: "stripes"; step: number; alpha: number; between: boolean };

/** Statuses, distinguishable at a glance and without colour; widths and steps in world units. */
export const states: Record<BoundaryStatus, { fill: Fill; rim: number; dash: readonly number[]; faint?: boolean }> = {
  AGREED: { fill: { kind: "tint", alpha: 0.15 }, rim: 1.4, dash: [] },
  SHARED: { fill: { kind: "stripes", step: 26, alpha: 0.17, between: false }, rim: 1.4, dash: [] },
  CONTESTED: { fill: { kind: "stripes", step: 5, alpha: 0.38, between: false }, rim: 3.4, dash: [] },
  DISPUTED: { fill: { kind: "stripes", step: 6, alpha: 0.34, between: true }, rim: 1.8, dash: [9, 6] },
  ATTRIBUTED: { fill: { kind: "stripes", step: 13, alpha: 0.2, between: true }, rim: 1.6, dash: [14, 5, 2, 5] },
  UNCLAIMED: { fill: { kind: "none" }, rim: 2.2, dash: [0.5, 6] },
  UNKNOWN: { fill: { kind: "none" }, rim: 1, dash: [2, 7], faint: true },
};

/** Hatching must be distinguishable at its size on the screen: it is enlarged on a small map, up to a limit. */
const coarser = (zoom: number, enlargement = 1) => 1 / Math.min(1, Math.max(0.45 / enlargement, zoom));
/** Minimum rim width of a large drawing that is zoomed out. */
const thicker = (zoom: number, enlargement = 1) => Math.min(enlargement, Math.max(1, 1 / zoom));

export function territory(
  context: CanvasRenderingContext2D,
  item: Territory,
  palette: Palette,
  { zoom, chosen }: { zoom: number; chosen: boolean },
): void {
  const thick = thicker(zoom, item.enlargement);
  if (item.isChanged) changedRim(context, item, palette, thick);
  const state = states[item.status];
  const own = item.looks.map((look) => colourOf(look, palette.scheme));
  const first = own[0] ?? palette.neutral;
  const outline = () => {
    context.beginPath();
    trace(context, item.polygon);
  };
  // Saved before the path begins: in a vector file the group must contain the clip path.
  context.save();
  outline();
  context.clip();
  if (state.fill.kind === "tint") {
    context.globalAlpha = state.fill.alpha * fadeOf(item.confidence);
    context.fillStyle = first;
    context.fillRect(item.x, item.y, item.width, item.height);
  } else if (state.fill.kind === "stripes") {
    const colours = stripeColours(own.length > 0 ? own : [first], state.fill.between, palette);
    stripes(
      context,
      item,
      colours,
      state.fill.step * coarser(zoom, item.enlargement),
      state.fill.alpha * fadeOf(item.confidence),
    );
  }
  context.restore();

  context.setLineDash(state.dash.map((length) => length * thick));
  context.lineCap = item.status === "UNCLAIMED" ? "round" : "butt";
  context.lineWidth = (chosen ? Math.max(4, state.rim) : state.rim) * thick;
  const quiet = item.status === "AGREED" || item.status === "SHARED";
  context.strokeStyle = chosen ? palette.accent : state.faint ? palette.neutral : quiet ? first : palette.ink;
  outline();
  context.stroke();
  context.setLineDash([]);
  title(context, item, palette, letters(strongLetters, zoom, item.enlargement));
}

/** Low confidence in claims to lead fades the background, but never until the status cannot be seen. */
const fadeOf = (confidence: number) => 0.5 + 0.5 * confidence;

/** Owners of one kind have one colour: neutral stripes between them keep the pattern, and so the status, visible. */
function stripeColours(own: readonly string[], between: boolean, palette: Palette): (string | null)[] {
  if (between) return own.flatMap((colour) => [colour, null]);
  const apart = [...new Set(own)];
  return apart.length > 1 ? apart : [apart[0]!, palette.neutral];
}

/** Clipped lines rather than a pattern: the same on the screen and in a vector file. */
function stripes(
  context: CanvasRenderingContext2D,
  area: Territory,
  colours: readonly (string | null)[],
  step: number,
  alpha: number,
): void {
  context.globalAlpha = alpha;
  context.lineWidth = step;
  let i = 0;
  for (let offset = -area.height - step; offset < area.width + step; offset += step * Math.SQRT2, i++) {
    const colour = colours[i % colours.length];
    if (!colour) continue;
    context.strokeStyle = colour;
    context.beginPath();
    // Beyond both edges, so that no line end is visible within the clip.
    context.moveTo(area.x + offset - step, area.y + area.height + step);
    context.lineTo(area.x + offset + area.height + step, area.y - step);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** "Name · contested" on a name label, in as large letters as fit. */
export function title(
  context: CanvasRenderingContext2D,
  item: Pick<Territory, "nameLabel" | "name" | "state"> & { status?: BoundaryStatus },
  palette: Palette,
  largest: number,
): void {
  const { text, state, size: max } = fitOn(item.nameLabel, item.name, item.state);
  const size = Math.min(largest, max);
  const left = item.nameLabel.x + nameLabelPadding.x * size;
  const first = item.nameLabel.y + nameLabelPadding.y * size + (size * lineStep) / 2;
  withEvenLetters(context);
  context.font = `640 ${size}px ${font}`;
  const tail = state !== "" && text.isOneRun ? `${beforeState}${state}` : "";
  const written = [...text.lines.slice(0, -1), `${text.lines.at(-1)}${tail}`, tail ? "" : state];
  const width = Math.max(...written.map((line) => context.measureText(line).width)) + 2 * nameLabelPadding.x * size;
  context.globalAlpha = 0.88;
  context.fillStyle = palette.surface;
  context.beginPath();
  context.roundRect(item.nameLabel.x, item.nameLabel.y, Math.min(width, item.nameLabel.width), heightOf(text, size), 4);
  context.fill();
  context.globalAlpha = 1;
  context.textAlign = "left";
  context.textBaseline = "middle";
  const write = (words: string, x: number, line: number, weight: number, colour: string) => {
    context.font = `${weight} ${size}px ${font}`;
    context.fillStyle = colour;
    context.fillText(words, x, first + line * size * lineStep);
    return x + context.measureText(words).width;
  };
  let end = left;
  for (const [i, line] of text.lines.entries())
    end = write(line, left, i, 640, item.status === "UNKNOWN" ? palette.muted : palette.ink);
  const last = text.lines.length - 1;
  if (tail) write(tail, end, last, 450, palette.muted);
  else if (state !== "") write(state, left, last + 1, 450, palette.muted);
}
