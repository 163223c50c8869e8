import { Context } from "svgcanvas";
import { draw, extentOf } from "../canvas/background/draw.ts";
import { palettes } from "../canvas/background/palette.ts";
import { textBoxes } from "../canvas/background/text-boxes.ts";
import { chooseLabels, type Label } from "../canvas/labels/choose-labels.ts";
import { drawLabel } from "../canvas/labels/draw-label.ts";
import type { Box } from "../canvas/labels/place-labels.ts";
import { boxOnScreen } from "../canvas/viewport.ts";
import { colourOf } from "../model/kinds.ts";
import type { Point, Scene, SceneNode } from "../model/scene.ts";
import { paintElements } from "./paint-elements.ts";
import type { DrawnNode } from "./snapshot.ts";

type Scheme = "light" | "dark";
type Placed = SceneNode & { place: Point };

interface StaticLayout {
  width: number;
  height: number;
  zoom: number;
  /** Upper left corner, in world units. */
  from: Point;
  /** Names of nodes, with the position and radius of the node in pixels. */
  labels: { label: Label; at: Point & { radius: number; opacity: number } }[];
}

/** Nodes beyond which a small picture has none: nobody can tell them apart, and drawing them holds up the page. */
export const maxMarkers = 1_000;

/** A scene as a small picture can show it: without its nodes where they are too many. */
export const asPicture = (scene: Scene): Scene =>
  scene.nodes.length > maxMarkers ? { ...scene, nodes: [], edges: [] } : scene;

const margin = 4;
const maxZoom = 1.4;

/** Lays out a scene that is placed by its lens, as wide as is given and as high as it needs. */
export function layOutStatic(scene: Scene, width: number): StaticLayout | null {
  let [zoom, box] = [1, null as Box | null];
  // Texts keep their size, so that the room that they take depends on the zoom.
  for (let pass = 0; pass < 3; pass++) {
    box = extentOf(scene.background, [], zoom);
    if (!box) return null;
    zoom = Math.min(maxZoom, (width - 2 * margin) / (box.x2 - box.x1));
  }
  if (!box) return null;
  const height = Math.ceil(zoom * (box.y2 - box.y1)) + 2 * margin;
  const from = { x: box.x1 - margin / zoom, y: box.y1 - margin / zoom };
  const viewport = { zoom, pan: { x: -from.x * zoom, y: -from.y * zoom } };
  const onPage = (box: Box) => boxOnScreen(box, viewport);
  const nodes = placedIn(scene).map((node) => ({
    id: node.id,
    x: (node.place.x - from.x) * zoom,
    y: (node.place.y - from.y) * zoom,
    radius: (node.size * zoom) / 2,
    label: node.label,
    shorter: node.shorter,
    namedFrom: node.namedFrom,
    priority: node.priority,
    isCluster: false,
    within: node.within && onPage(node.within),
  }));
  const labels = chooseLabels(nodes, {
    zoom,
    anchors: scene.anchors,
    obstacles: textBoxes(scene.background, zoom).map(onPage),
    window: { x1: 0, y1: 0, x2: width, y2: height },
  });
  return {
    ...{ width, height, zoom, from },
    labels: nodes.flatMap(({ id, x, y, radius }) => {
      const label = labels.get(id);
      return label ? [{ label, at: { x, y, radius, opacity: 1 } }] : [];
    }),
  };
}

const placedIn = ({ nodes }: Scene): Placed[] => nodes.filter((node): node is Placed => node.place !== undefined);

/** Draws a scene without a canvas or Cytoscape: pictures on pages and on paper. */
export function staticSvg(
  scene: Scene,
  { width, height, zoom, from, labels }: StaticLayout,
  scheme: Scheme,
): SVGElement {
  const palette = palettes[scheme];
  const context = new Context({ width, height });
  context.save();
  context.scale(zoom, zoom);
  context.translate(-from.x, -from.y);
  const nodes = placedIn(scene).map((node) => drawnNode(node, scheme));
  const places = new Map(nodes.map((node) => [node.id, node]));
  draw(context, scene.background, { palette, zoom, chosen: null, at: (id) => places.get(id) });
  paintElements(context, { nodes, edges: [], outlines: [] });
  context.restore();
  for (const { label, at } of labels) {
    context.save();
    drawLabel(context, label, at, palette);
    context.restore();
  }
  const svg = context.getSvg();
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return svg;
}

/** The same signs as on the canvas (stylesheet-fills.ts): solid for an own view, hollow for others', a rim for a lead. */
function drawnNode(node: Placed, scheme: Scheme): DrawnNode {
  const palette = palettes[scheme];
  const colour = colourOf(node.look, scheme);
  const { voice, lead } = node;
  const isSolid = voice === undefined || voice === null || voice === "SELF_REPORTED" || voice === "CONFIRMED";
  return {
    id: node.id,
    ...node.place,
    shape: node.shape,
    width: node.size,
    height: node.size,
    fill: voice === "BY_OTHERS" ? palette.surface : colour,
    fillOpacity: 1,
    partly:
      voice === "DISPUTED"
        ? { empty: palette.surface, part: "left half" }
        : voice === "ASSESSED"
          ? { empty: palette.surface, part: "core" }
          : null,
    ring: voice === "CONFIRMED" ? { colour, width: 1.6, offset: 1.6 } : null,
    rim: lead ? palette.ink : colour,
    rimWidth: lead ? 3 : isSolid ? 0 : 2.2,
    rimStyle: "solid",
    opacity: 1,
  };
}
