import { recordOfEdge } from "../../model/edge-record.ts";
import type { Behaviour } from "../access.ts";
import { territoryAt } from "../background/draw.ts";
import { isCluster } from "../level-of-detail/cluster.ts";
import { heldName } from "./menu.ts";

/** A tap opens what it hits: a cluster by zooming in, a node, the record of a relation, else the territory beneath, else nothing. With Ctrl or Command it joins the selection. */
export const choose: Behaviour = ({ cy, levelOfDetail, now }) => {
  const onTap = (event: cytoscape.EventObject) => {
    const { props, scene } = now();
    if (cy.scratch(heldName)) {
      cy.removeScratch(heldName);
      return;
    }
    if (event.target !== cy && isCluster(event.target.id())) {
      levelOfDetail.enter(event.target.id());
      return;
    }
    const { ctrlKey, metaKey } = event.originalEvent as MouseEvent;
    if (event.target !== cy && event.target.isEdge()) {
      const relation = recordOfEdge(event.target.data());
      if (relation) props.onSelect(relation);
      return;
    }
    const hit = event.target === cy ? null : (event.target.data("record") as string);
    const record = hit ?? territoryAt(scene.background, event.position);
    if ((ctrlKey || metaKey) && record) props.onMany([record], "toggle");
    else props.onSelect(record);
  };
  // A finger that was held down and then dragged ends without a tap.
  const onStart = () => void cy.removeScratch(heldName);
  cy.on("tap", onTap);
  cy.on("tapstart", onStart);
  return () => {
    cy.off("tap", onTap);
    cy.off("tapstart", onStart);
  };
};
