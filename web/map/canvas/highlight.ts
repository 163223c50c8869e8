import type { Core, NodeSingular } from "cytoscape";
import { recordOfEdge } from "../model/edge-record.ts";
import type { Scene } from "../model/scene.ts";
import { labelCanvas } from "./labels/canvas-labels.ts";
import { levelOfDetailOf } from "./level-of-detail/level-of-detail.ts";

/** Gives a class to the nodes of these records, to a relation with both its ends, or to the clusters that they are in, and takes it from all others. */
export function highlight(cy: Core, name: "chosen" | "focused" | "among", records: readonly string[]): void {
  const levelOfDetail = levelOfDetailOf(cy);
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

/** Rings the record that has the focus in a list beside the map, and brings it into view; null takes the ring away. */
export function ring(cy: Core, scene: Scene, record: string | null): void {
  highlight(cy, "focused", record ? [record] : []);
  const node = cy.nodes(".focused").first();
  if (node.nonempty()) bringIntoView(cy, node as NodeSingular);
  labelCanvas(cy, scene);
}

function bringIntoView(cy: Core, node: NodeSingular): void {
  const { x, y } = node.renderedPosition();
  const room = 60;
  if (x < room || y < room || x > cy.width() - room || y > cy.height() - room) cy.center(node);
}
