import type { NodeSingular } from "cytoscape";
import { recordOfEdge } from "../model/edge-record.ts";
import type { CanvasController } from "./controller.ts";
import { labelCanvas } from "./labels/canvas-labels.ts";

/**
 * Sets a class on the nodes of these records, on the clusters that contain them, and on relations with both ends among
 * them, and removes it from all other elements.
 */
export function highlight(
  { cy, levelOfDetail }: CanvasController,
  name: "chosen" | "focused" | "among",
  records: readonly string[],
): void {
  const marked = new Set(records.map((record) => levelOfDetail.clusterOf(record)?.cluster.id ?? record));
  cy.batch(() => {
    cy.elements(`.${name}`).removeClass(name);
    if (marked.size === 0) return;
    const found = cy.nodes().filter((node) => marked.has(node.data("record") as string));
    found.addClass(name);
    if (found.nonempty()) return;
    const lines = cy.edges().filter((edge) => marked.has(recordOfEdge(edge.data()) ?? ""));
    lines.union(lines.connectedNodes()).addClass(name);
  });
}

/** Rings the record that is focused in a list beside the map, and brings it into view; null removes the ring. */
export function ring(canvas: CanvasController, record: string | null): void {
  const { cy } = canvas;
  if (cy.destroyed()) return;
  highlight(canvas, "focused", record ? [record] : []);
  const node = cy.nodes(".focused").first();
  if (node.nonempty()) bringIntoWindow(canvas, node as NodeSingular);
  labelCanvas(canvas);
}

function bringIntoWindow({ cy }: CanvasController, node: NodeSingular): void {
  const { x, y } = node.renderedPosition();
  const room = 60;
  if (x < room || y < room || x > cy.width() - room || y > cy.height() - room) cy.center(node);
}
