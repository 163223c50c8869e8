import type { Core, NodeSingular } from "cytoscape";
import { textBoxes } from "../background/text-boxes.ts";
import type { CanvasState } from "../canvas-state.ts";
import { nameBox, placeNames } from "../group-outlines/place-names.ts";
import { boxOnScreen } from "../viewport.ts";
import { type Label, type NamedNode, steadyLabels } from "./choose-labels.ts";
import type { Box, LabelPlace } from "./place-labels.ts";

/** A node's label at this moment, and where it is while nothing is pointed at: names in the node's scratch. */
const [shownLabel, homePlace] = ["_label", "_home"];

/** How the name of a node is written; undefined where it has no room. */
export const labelOf = (node: NodeSingular): Label | undefined => node.scratch(shownLabel);

/**
 * Sizes and places every visible label, and hides those that would cover something more important. During hovering only
 * the neighbourhood is labelled; afterwards all labels return to their former places.
 */
export function labelCanvas(canvas: CanvasState): void {
  const { cy } = canvas;
  if (cy.destroyed()) return;
  const { scene } = canvas.now();
  const zoom = cy.zoom();
  const { x1, y1, x2, y2 } = cy.extent();
  const inView = cy.nodes().filter((node) => {
    const { x, y } = node.position();
    // A cluster may be visible although its centre is not, and a label of an invisible node may reach into the
    // viewport.
    const reach = (node.data("size") as number) / 2 + 160 / zoom;
    return x > x1 - reach && x < x2 + reach && y > y1 - reach && y < y2 + reach;
  });
  const pan = cy.pan();
  const onScreen = (box: Box) => boxOnScreen(box, { zoom, pan });
  const inWorld = (box: Box): Box => ({
    x1: (box.x1 - pan.x) / zoom,
    y1: (box.y1 - pan.y) / zoom,
    x2: (box.x2 - pan.x) / zoom,
    y2: (box.y2 - pan.y) / zoom,
  });
  const within = new Map<string, Box>();
  for (const node of scene.nodes) if (node.within) within.set(node.id, onScreen(node.within));
  const isPointedAt = cy.nodes(".near").nonempty();
  const named = inView
    .not(".faded")
    .toArray()
    .map((element): NamedNode => {
      const node = element as NodeSingular;
      return {
        id: node.id(),
        ...node.renderedPosition(),
        label: node.data("label") as string,
        shorter: node.data("shorter") as readonly string[] | undefined,
        namedFrom: node.data("namedFrom") as number | undefined,
        radius: ((node.data("size") as number) * zoom) / 2,
        priority: node.data("priority") as number,
        isCluster: node.data("composition") !== undefined,
        isChosen: node.hasClass("chosen") || node.hasClass("focused"),
        pointed: node.hasClass("pointed") ? 2e5 : node.hasClass("near") ? 1e5 : 0,
        before: isPointedAt ? labelOf(node)?.place : (node.scratch(homePlace) as LabelPlace | null | undefined),
        within: within.get(node.id()),
      };
    });
  const texts = textBoxes(scene.background, zoom);
  const overlays = overlaysOf(cy);
  const names = groupNames(canvas, [...texts, ...overlays.map(inWorld)], zoom);
  const labels = steadyLabels(named, {
    zoom,
    anchors: scene.anchors,
    obstacles: [...[...texts, ...names].map(onScreen), ...overlays],
    window: { x1: 1, y1: 1, x2: cy.width() - 1, y2: cy.height() - 1 },
  });
  cy.nodes().forEach((element) => {
    const node = element as NodeSingular;
    const label = labels.get(node.id());
    if (!isPointedAt) node.scratch(homePlace, label?.place ?? null);
    if (label) node.scratch(shownLabel, label);
    else node.removeScratch(shownLabel);
  });
  cy.forceRender();
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
  return [...root.querySelectorAll(".canvas-buttons, .map-legend, .canvas-note")].map((element) => {
    const box = element.getBoundingClientRect();
    return { x1: box.left - left, y1: box.top - top, x2: box.right - left, y2: box.bottom - top };
  });
}
