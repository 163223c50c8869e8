import type { Core, EdgeSingular, NodeSingular } from "cytoscape";
import { recordOfEdge } from "../../model/edge-record.ts";
import { listen } from "../events.ts";
import type { Behaviour } from "./behaviour.ts";

/**
 * With more elements than this nothing is dimmed and relations are not highlighted: redrawing thousands takes too long.
 */
const maxFaded = 1_200;

/**
 * Hover: the neighbourhood of the node under the pointer is highlighted and the rest dimmed; a relation is highlighted
 * alone.
 */
export const hover: Behaviour = ({ cy, events }) => {
  const container = cy.container();
  let isOver = false;
  const over = ({ target }: cytoscape.EventObject) => {
    if (target.isEdge() && !recordOfEdge(target.data())) return;
    isOver = true;
    if (container) container.style.cursor = "pointer";
    if (target.isNode()) highlight(cy, (target as NodeSingular).data("record") as string);
    else if (cy.elements().length <= maxFaded) {
      (target as EdgeSingular).union(target.connectedNodes()).addClass("near");
      target.addClass("pointed");
    } else return;
    events.emit("highlighted");
  };
  const out = () => {
    // Thousands may be removed at once: only the first of them has a highlight to remove.
    if (!isOver) return;
    isOver = false;
    if (container) container.style.cursor = "";
    const marked = cy.elements(".faded, .near");
    if (marked.empty()) return;
    marked.removeClass("faded near pointed");
    events.emit("highlighted");
  };
  const endings = [
    listen(cy, "mouseover", over, "node, edge"),
    // An element that is removed under the pointer emits no mouseout.
    listen(cy, "mouseout remove", out, "node, edge"),
  ];
  return () => {
    for (const end of endings) end();
  };
};

/** The neighbourhood of a record, over all its actor markers. */
function highlight(cy: Core, record: string): void {
  const own = cy.nodes().filter((node) => node.data("record") === record);
  const near = own.closedNeighborhood();
  cy.batch(() => {
    if (cy.elements().length <= maxFaded) cy.elements().not(near).addClass("faded");
    near.addClass("near");
    own.addClass("pointed");
  });
}
