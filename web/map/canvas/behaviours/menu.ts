import type { Behaviour } from "../access.ts";
import { territoryAt } from "../background/draw.ts";
import { isCluster } from "../level-of-detail/cluster.ts";

/** Set on the canvas while a finger is held down: lifting it is no tap. */
export const heldName = "_held";

/** A right click, or a finger held down, asks what can be done with what lies there. */
export const menu: Behaviour = ({ cy, root, now }) => {
  const ask = (event: cytoscape.EventObject) => {
    const { props, scene } = now();
    // A cluster is no record: it has the map's own menu.
    const onNode = event.target !== cy && event.target.isNode() && !isCluster(event.target.id());
    const record = onNode ? (event.target.data("record") as string) : territoryAt(scene.background, event.position);
    props.onMenu(record, { ...event.renderedPosition });
  };
  const hold = (event: cytoscape.EventObject) => {
    // A mouse that is held down is about to drag.
    if (!event.originalEvent.type.startsWith("touch")) return;
    cy.scratch(heldName, true);
    ask(event);
  };
  const noBrowserMenu = (event: Event) => event.preventDefault();
  cy.on("cxttap", ask);
  cy.on("taphold", hold);
  root.addEventListener("contextmenu", noBrowserMenu);
  return () => {
    cy.off("cxttap", ask);
    cy.off("taphold", hold);
    root.removeEventListener("contextmenu", noBrowserMenu);
  };
};
