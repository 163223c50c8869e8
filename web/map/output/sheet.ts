import { textBoxes } from "../canvas/background/text-boxes.ts";
import type { CanvasController } from "../canvas/controller.ts";
import { viewportOfAll } from "../canvas/fit.ts";
import { nameBox, placeNames } from "../canvas/group-outlines/place-names.ts";
import { chooseLabels, type NamedNode } from "../canvas/labels/choose-labels.ts";
import type { Box } from "../canvas/labels/place-labels.ts";
import { boxOnScreen, type Viewport } from "../canvas/viewport.ts";
import type { Form, Scene } from "../model/scene.ts";
import type { ExportPage } from "./export-page.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";

/** Size of the drawing on a sheet, in pixels, whatever window, panels and legend are on the screen. */
export const sheetSizes: Record<Form, { width: number; height: number }> = {
  wide: { width: 1280, height: 860 },
  tall: { width: 860, height: 1100 },
};
const margin = 24;

/**
 * The drawing as a sheet of its own has it: laid out and named for the sheet. What a person has zoomed in on is what the
 * sheet shows; else it shows all of the map.
 */
export function sheetOf(
  canvas: CanvasController,
  scene: Scene,
  scheme: "light" | "dark",
): Pick<ExportPage, "snapshot" | "labels" | "viewport"> {
  const size = sheetSizes[canvas.now().props.form];
  const viewport = viewportOn(canvas, scene, size);
  const { zoom, pan } = viewport;
  const snapshot = snapshotOf(canvas, scheme);
  const onSheet = (box: Box) => boxOnScreen(box, viewport);
  const texts = textBoxes(scene.background, zoom);
  const outlines = named(snapshot, texts, viewport, size);
  const names = outlines.flatMap(({ label, nameAt }) => (nameAt ? [nameBox(label, nameAt, zoom)] : []));
  const scenes = new Map(scene.nodes.map((node) => [node.id, node]));
  const nodes = snapshot.nodes.flatMap((drawn): (NamedNode & { opacity: number; isGhost: boolean })[] => {
    const node = scenes.get(drawn.id);
    if (!node) return [];
    return [
      {
        id: node.id,
        x: drawn.x * zoom + pan.x,
        y: drawn.y * zoom + pan.y,
        radius: (drawn.width * zoom) / 2,
        label: node.label,
        shorter: node.shorter,
        namedFrom: node.namedFrom,
        priority: node.priority,
        isCluster: node.composition !== undefined,
        within: node.within && onSheet(node.within),
        opacity: drawn.opacity,
        isGhost: node.ghost === true,
      },
    ];
  });
  const labels = chooseLabels(nodes, {
    zoom,
    anchors: scene.anchors,
    obstacles: [...texts, ...names].map(onSheet),
    window: { x1: 1, y1: 1, x2: size.width - 1, y2: size.height - 1 },
  });
  return {
    snapshot: { ...snapshot, outlines },
    viewport: { ...viewport, ...size },
    labels: nodes.flatMap(({ id, x, y, radius, opacity, isGhost }) => {
      const label = labels.get(id);
      return label ? [{ label, at: { x, y, radius, opacity, isGhost } }] : [];
    }),
  };
}

function viewportOn(
  { cy, levelOfDetail, isTouched }: CanvasController,
  scene: Scene,
  size: { width: number; height: number },
): Viewport {
  const insets = { left: margin, right: margin, top: margin, bottom: margin };
  if (!isTouched) {
    const all = viewportOfAll(scene, [...levelOfDetail.places.values()], size, insets);
    if (all) return all;
  }
  const { x1, y1, w, h } = cy.extent();
  const zoom = Math.min(size.width / w, size.height / h);
  return {
    zoom,
    pan: { x: size.width / 2 - zoom * (x1 + w / 2), y: size.height / 2 - zoom * (y1 + h / 2) },
  };
}

/** The outlines of groups with their names where the sheet has room for them. */
function named(
  { nodes, outlines }: Snapshot,
  texts: readonly Box[],
  { zoom, pan }: Viewport,
  size: { width: number; height: number },
): Snapshot["outlines"] {
  const bodies = nodes.map(({ x, y, width }) => ({
    x1: x - width / 2,
    y1: y - width / 2,
    x2: x + width / 2,
    y2: y + width / 2,
  }));
  const window = {
    x1: -pan.x / zoom,
    y1: -pan.y / zoom,
    x2: (size.width - pan.x) / zoom,
    y2: (size.height - pan.y) / zoom,
  };
  const places = placeNames(outlines, [...texts, ...bodies], window, zoom);
  return outlines.map((outline, i) => ({ ...outline, nameAt: places[i] ?? null }));
}
