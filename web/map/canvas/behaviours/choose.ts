import { territoryAt } from "../../backdrop/draw.ts";
import type { Behaviour } from "../access.ts";

/** A tap opens what it hits: a node, else the territory beneath, else nothing. With Ctrl or Command it joins the selection. */
export const choose: Behaviour = ({ cy, now }) => {
  const onTap = (event: cytoscape.EventObject) => {
    const { props, scene } = now();
    const { ctrlKey, metaKey } = event.originalEvent as MouseEvent;
    const hit =
      event.target === cy ? null : event.target.isNode() ? (event.target.data("record") as string) : undefined;
    if (hit === undefined) return;
    const record = hit ?? territoryAt(scene.marks, event.position);
    if ((ctrlKey || metaKey) && record) props.onMany([record], "toggle");
    else props.onSelect(record);
  };
  cy.on("tap", onTap);
  return () => void cy.off("tap", onTap);
};
