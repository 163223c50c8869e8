import { territoryAt } from "../../backdrop/draw.ts";
import type { Behaviour } from "../access.ts";

/** A right click, or a finger held down, asks what can be done with what lies there. */
export const menu: Behaviour = ({ cy, frame, now }) => {
  const ask = (event: cytoscape.EventObject) => {
    const { props, scene } = now();
    const onNode = event.target !== cy && event.target.isNode();
    const record = onNode ? (event.target.data("record") as string) : territoryAt(scene.marks, event.position);
    props.onMenu(record, { ...event.renderedPosition });
  };
  const hold = (event: cytoscape.EventObject) => {
    // A mouse that is held down is about to drag.
    if (!event.originalEvent.type.startsWith("touch")) return;
    ask(event);
    // Lifting the finger would be a tap beside the menu, which closes it.
    frame.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => frame.removeEventListener("click", swallow, { capture: true }), 800);
  };
  const swallow = (event: Event) => event.stopPropagation();
  const noBrowserMenu = (event: Event) => event.preventDefault();
  cy.on("cxttap", ask);
  cy.on("taphold", hold);
  frame.addEventListener("contextmenu", noBrowserMenu);
  return () => {
    cy.off("cxttap", ask);
    cy.off("taphold", hold);
    frame.removeEventListener("contextmenu", noBrowserMenu);
  };
};
