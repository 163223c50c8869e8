import type { NodeSingular } from "cytoscape";
import type { Point } from "../model/scene.ts";
import type { CanvasState } from "./canvas-state.ts";
import { pixelOf } from "./viewport.ts";

/** Least distance from the edge of the canvas, in pixels. */
const margin = 8;

/**
 * Position of a record in pixels of the canvas, for what is opened beside it: that of its node, of the cluster that it
 * is in, or of its territory, brought within the canvas; the centre for one that is not drawn, and for null.
 */
export function recordPosition({ cy, levelOfDetail, now }: CanvasState, id: string | null): Point {
  const [width, height] = [cy.width(), cy.height()];
  const record = id === null ? null : (levelOfDetail.clusterOf(id)?.cluster.id ?? id);
  const node = cy.nodes().filter((one) => one.data("record") === record);
  const territory = now().scene.background.find((item) => item.type === "territory" && item.record === id);
  const at = node.nonempty()
    ? (node.first() as NodeSingular).renderedPosition()
    : territory?.type === "territory"
      ? pixelOf(
          { x: territory.x + territory.width / 2, y: territory.y + territory.height / 2 },
          { zoom: cy.zoom(), pan: cy.pan() },
        )
      : { x: width / 2, y: height / 2 };
  return {
    x: Math.min(width - margin, Math.max(margin, at.x)),
    y: Math.min(height - margin, Math.max(margin, at.y)),
  };
}
