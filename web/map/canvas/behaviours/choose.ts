import { territoryAt } from "../../backdrop/draw.ts";
import type { Behaviour } from "../access.ts";

/** A tap opens what it hits: a node, else the territory beneath, else nothing. */
export const choose: Behaviour = ({ cy, now }) => {
  const onTap = (event: cytoscape.EventObject) => {
    const { props, scene } = now();
    if (event.target === cy) props.onSelect(territoryAt(scene.marks, event.position));
    else if (event.target.isNode()) props.onSelect(event.target.data("record") as string);
  };
  cy.on("tap", onTap);
  return () => void cy.off("tap", onTap);
};
