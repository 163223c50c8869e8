import type { NodeSingular } from "cytoscape";
import type { CanvasAccess } from "./access.ts";

const pulseMillis = 1800;

/** Brings a record into the middle and draws rings about it, so that the eye finds it. False when it is not drawn. */
export function pulse({ cy, root, levelOfDetail, now }: CanvasAccess, record: string): boolean {
  levelOfDetail.reveal(record);
  const found = cy.nodes().filter((node) => node.data("record") === record);
  const territory = now().scene.background.find((item) => item.type === "territory" && item.record === record);
  if (found.empty() && territory?.type !== "territory") return false;
  if (found.nonempty()) cy.center(found);
  else if (territory?.type === "territory") {
    const middle = { x: territory.x + territory.width / 2, y: territory.y + territory.height / 2 };
    const zoom = cy.zoom();
    cy.pan({ x: cy.width() / 2 - middle.x * zoom, y: cy.height() / 2 - middle.y * zoom });
  }
  cy.emit("dragpan");
  const places = found.nonempty()
    ? found.map((node) => ({ ...(node as NodeSingular).renderedPosition(), size: node.renderedWidth() }))
    : [{ x: cy.width() / 2, y: cy.height() / 2, size: 60 }];
  for (const { x, y, size } of places) {
    const ring = document.createElement("span");
    ring.className = "canvas-pulse";
    ring.setAttribute("aria-hidden", "true");
    Object.assign(ring.style, { left: `${x}px`, top: `${y}px`, width: `${size + 18}px`, height: `${size + 18}px` });
    root.append(ring);
    setTimeout(() => ring.remove(), pulseMillis);
  }
  return true;
}
