import type { Core, NodeSingular } from "cytoscape";
import { font } from "./backdrop/palette.ts";
import { textBoxes } from "./backdrop/text-boxes.ts";
import { type Box, type Labelled, placeLabels } from "./labels.ts";
import type { Anchor, Scene } from "./scene.ts";
import { ringHole } from "./stylesheet.ts";
import { letterPixels } from "./view.ts";

const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/** Width of the widest line, in parts of the letters' height. */
function widthOf(label: string): number {
  const known = widths.get(label);
  if (known !== undefined) return known;
  pen ??= document.createElement("canvas").getContext("2d");
  if (pen) pen.font = `100px ${font}`;
  const lines = label.split("\n");
  const width = Math.max(...lines.map((line) => (pen ? pen.measureText(line).width / 100 : line.length * 0.56)));
  widths.set(label, width);
  return width;
}

type Place = Anchor | "centre";
const classOf: Record<Place, string> = {
  bottom: "",
  top: "at-top",
  right: "at-right",
  left: "at-left",
  centre: "at-centre",
};

/** Gives every label on the screen its size and place, and hides those that would lie on what matters more. */
export function labelCanvas(cy: Core, scene: Scene): void {
  if (cy.destroyed()) return;
  const zoom = cy.zoom();
  const letters = letterPixels(zoom);
  const { x1, y1, x2, y2 } = cy.extent();
  const inView = cy.nodes().filter((node) => {
    const { x, y } = node.position();
    return x > x1 - 60 && x < x2 + 60 && y > y1 - 60 && y < y2 + 60;
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
  // A region that is large enough has its name within its ring.
  const isRoomy = (node: NodeSingular) =>
    node.data("held") !== undefined &&
    (node.data("size") as number) * zoom * ringHole > widthOf(node.data("label") as string) * letters + 8;
  const roomy = inView.filter((node) => isRoomy(node as NodeSingular));
  const bodies = roomy.map((element) => onScreen((element as NodeSingular).boundingBox({ includeLabels: false })));
  const others = inView.not(roomy);
  const labelled = others.toArray().map((element): Labelled => {
    const node = element as NodeSingular;
    const { x, y } = node.renderedPosition();
    const label = node.data("label") as string;
    const chosen = node.hasClass("chosen") || node.hasClass("focused");
    return {
      id: node.id(),
      x,
      y,
      radius: ((node.data("size") as number) * zoom) / 2,
      width: widthOf(label) * letters + 4,
      height: label.split("\n").length * letters * 1.18 + 2,
      priority: (node.data("priority") as number) + (chosen ? 1e6 : 0),
      before: node.scratch("_anchor") as Anchor | null | undefined,
      within: within.get(node.id()),
    };
  });
  const anchors = placeLabels(labelled, scene.anchors, [...textBoxes(scene.marks, zoom).map(onScreen), ...bodies]);
  cy.batch(() => {
    roomy.forEach((node) => void show(node, "centre"));
    others.forEach((node) => void show(node, anchors.get(node.id()) ?? null));
    inView.style({ "font-size": letters / zoom, "text-outline-width": 2.2 / zoom ** 0.8 });
  });
}

function show(node: NodeSingular, anchor: Place | null): void {
  if (node.scratch("_anchor") === anchor) return;
  node.scratch("_anchor", anchor);
  node.removeClass("at-top at-right at-left at-centre unlabelled");
  const name = anchor ? classOf[anchor] : "unlabelled";
  if (name) node.addClass(name);
}
