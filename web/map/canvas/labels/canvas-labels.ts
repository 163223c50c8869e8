import type { Core, NodeSingular } from "cytoscape";
import { widthOfLines } from "../../model/letter-widths.ts";
import { font } from "../background/palette.ts";
import { textBoxes } from "../background/text-boxes.ts";
import type { CanvasState } from "../canvas-state.ts";
import { nameBox, placeNames } from "../group-outlines/place-names.ts";
import { mustFrom, ringHole } from "../stylesheet.ts";
import { letterPixels } from "../viewport.ts";
import { type Box, type Labelled, type LabelPlace, placeLabels } from "./place-labels.ts";

const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/** Names are measured again once the web font has loaded. */
export const forgetWidths = (): void => widths.clear();

/** Width of the widest line as a multiple of the font size, as the browser measures it. */
function measured(label: string, weight = 400): number {
  const key = `${weight} ${label}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  pen ??= document.createElement("canvas").getContext("2d");
  if (pen) pen.font = `${weight} 100px ${font}`;
  const now = pen;
  const width = now
    ? Math.max(...label.split("\n").map((line) => now.measureText(line).width / 100))
    : widthOfLines(label);
  widths.set(key, width);
  return width;
}

/** Scratch keys of a node: its label's placement, and the placement before hovering. */
const [shownAt, atHome] = ["_anchor", "_home"];

const classOf: Record<LabelPlace, string> = {
  bottom: "",
  top: "at-top",
  right: "at-right",
  left: "at-left",
  centre: "at-centre",
};

/**
 * Sizes and places every visible label, and hides those that would cover something more important. During hovering only
 * the neighbourhood is labelled; afterwards all labels return to their former places.
 */
export function labelCanvas(canvas: CanvasState): void {
  const { cy } = canvas;
  if (cy.destroyed()) return;
  const { scene } = canvas.now();
  const zoom = cy.zoom();
  const letters = letterPixels(zoom);
  const { x1, y1, x2, y2 } = cy.extent();
  const inView = cy.nodes().filter((node) => {
    const { x, y } = node.position();
    // A cluster may be visible although its centre is not, and a label of an invisible node may reach into the
    // viewport.
    const reach = (node.data("size") as number) / 2 + 160 / zoom;
    return x > x1 - reach && x < x2 + reach && y > y1 - reach && y < y2 + reach;
  });
  const pan = cy.pan();
  const onScreen = (box: Box): Box => ({
    x1: box.x1 * zoom + pan.x,
    y1: box.y1 * zoom + pan.y,
    x2: box.x2 * zoom + pan.x,
    y2: box.y2 * zoom + pan.y,
  });
  const within = new Map<string, Box>();
  for (const node of scene.nodes) if (node.within) within.set(node.id, onScreen(node.within));
  const boxOf = (label: string, weight: number) => ({
    width: measured(label, weight) * letters + 4,
    height: label.split("\n").length * letters * 1.18 + 2,
  });
  // A cluster that is large enough has its name inside its ring.
  const isRoomy = (node: NodeSingular) => {
    if (node.data("composition") === undefined) return false;
    const { width, height } = boxOf(node.data("label") as string, 600);
    return (node.data("size") as number) * zoom * ringHole > Math.hypot(width, height / 2);
  };
  const roomy = inView.filter((node) => isRoomy(node as NodeSingular));
  const bodies = roomy.map((element) => onScreen((element as NodeSingular).boundingBox({ includeLabels: false })));
  const others = inView.not(roomy);
  const isPointedAt = cy.nodes(".near").nonempty();
  const labelled = others
    .not(".faded")
    .toArray()
    .map((element): Labelled => {
      const node = element as NodeSingular;
      const { x, y } = node.renderedPosition();
      const label = node.data("label") as string;
      const chosen = node.hasClass("chosen") || node.hasClass("focused");
      const first = (chosen ? 1e6 : 0) + (node.hasClass("pointed") ? 2e5 : node.hasClass("near") ? 1e5 : 0);
      const hollow = node.data("composition") !== undefined;
      return {
        id: node.id(),
        x,
        y,
        radius: ((node.data("size") as number) * zoom) / 2,
        ...boxOf(label, chosen ? 700 : hollow ? 600 : 400),
        priority: (node.data("priority") as number) + first,
        before: node.scratch(isPointedAt ? shownAt : atHome) as LabelPlace | null | undefined,
        within: within.get(node.id()),
        hollow,
        must: chosen || (node.data("priority") as number) >= mustFrom,
      };
    });
  const texts = textBoxes(scene.background, zoom);
  const overlays = overlaysOf(cy);
  const inWorld = (box: Box): Box => ({
    x1: (box.x1 - pan.x) / zoom,
    y1: (box.y1 - pan.y) / zoom,
    x2: (box.x2 - pan.x) / zoom,
    y2: (box.y2 - pan.y) / zoom,
  });
  const names = groupNames(canvas, [...texts, ...overlays.map(inWorld)], zoom);
  const obstacles = [...[...texts, ...names].map(onScreen), ...bodies, ...overlays];
  const window = { x1: 1, y1: 1, x2: cy.width() - 1, y2: cy.height() - 1 };
  const anchors = placeLabels(labelled, scene.anchors, obstacles, window);
  cy.batch(() => {
    roomy.forEach((node) => void show(node, "centre"));
    others.forEach((node) => {
      const anchor = anchors.get(node.id()) ?? null;
      if (!isPointedAt) node.scratch(atHome, anchor);
      show(node, anchor);
    });
    const other = inView.filter((node) => node.scratch("_letters") !== zoom);
    other.forEach((node) => void node.scratch("_letters", zoom));
    other.style({ "font-size": letters / zoom, "text-outline-width": 2.2 / zoom ** 0.8 });
  });
}

/** Places the names of groups clear of nodes and texts, and returns their boxes, which names of nodes avoid. */
function groupNames(canvas: CanvasState, texts: readonly Box[], zoom: number): Box[] {
  const { cy, outlines } = canvas;
  if (outlines.length === 0) return [];
  const bodies = cy.nodes().map((element): Box => {
    const node = element as NodeSingular;
    const { x, y } = node.position();
    const half = node.width() / 2;
    return { x1: x - half, y1: y - half, x2: x + half, y2: y + half };
  });
  const places = placeNames(outlines, [...texts, ...bodies], cy.extent(), zoom);
  if (!outlines.every(({ nameAt }, i) => nameAt?.x === places[i]?.x && nameAt?.y === places[i]?.y))
    canvas.setOutlines(outlines.map((outline, i) => ({ ...outline, nameAt: places[i] ?? null })));
  return outlines.flatMap(({ label }, i) => {
    const place = places[i];
    return place ? [nameBox(label, place, zoom)] : [];
  });
}

/** Overlays of the canvas, in its pixels. */
function overlaysOf(cy: Core): Box[] {
  const root = cy.container()?.closest(".map-canvas");
  if (!root) return [];
  const { left, top } = root.getBoundingClientRect();
  return [...root.querySelectorAll(".canvas-buttons, .map-legend")].map((element) => {
    const box = element.getBoundingClientRect();
    return { x1: box.left - left, y1: box.top - top, x2: box.right - left, y2: box.bottom - top };
  });
}

function show(node: NodeSingular, anchor: LabelPlace | null): void {
  if (node.scratch(shownAt) === anchor) return;
  node.scratch(shownAt, anchor);
  node.removeClass("at-top at-right at-left at-centre unlabelled");
  const name = anchor ? classOf[anchor] : "unlabelled";
  if (name) node.addClass(name);
}
