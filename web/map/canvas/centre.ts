import type { NodeSingular } from "cytoscape";
import type { Scene } from "../model/scene.ts";
import type { CanvasAccess } from "./access.ts";

/** Brings a record into the middle of the window: its node, else its territory. False when it is not on the canvas. */
export function centre({ cy, levelOfDetail }: CanvasAccess, scene: Scene, record: string): boolean {
  levelOfDetail.reveal(record);
  const node = cy.nodes().filter((candidate) => candidate.data("record") === record);
  if (node.nonempty()) {
    cy.center(node.first() as NodeSingular);
    cy.emit("dragpan");
    return true;
  }
  const territory = scene.background.find((item) => item.type === "territory" && item.record === record);
  if (territory?.type !== "territory") return false;
  const zoom = cy.zoom();
  cy.pan({
    x: cy.width() / 2 - zoom * (territory.x + territory.width / 2),
    y: cy.height() / 2 - zoom * (territory.y + territory.height / 2),
  });
  cy.emit("dragpan");
  return true;
}
