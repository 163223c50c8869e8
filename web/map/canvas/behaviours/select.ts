import { recordOfEdge } from "../../model/edge-record.ts";
import { territoryAt } from "../background/draw.ts";
import { listen } from "../events.ts";
import { isCluster } from "../level-of-detail/cluster.ts";
import type { Behaviour } from "./behaviour.ts";

/**
 * A tap opens what it hits: a cluster by zooming in, a node, the record of a relation, the territory beneath, or
 * nothing. With Ctrl or Command the record joins the selection.
 */
export const select: Behaviour = (canvas) => {
  const { cy, levelOfDetail, now } = canvas;
  const onTap = (event: cytoscape.EventObject) => {
    const { props, scene } = now();
    if (canvas.isTouchHeld) {
      canvas.isTouchHeld = false;
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
  // Double click: its first click on the empty map opens nothing, since the inspector would move the map beneath the
  // second.
  const waits = ({ target }: cytoscape.EventObject) => target === cy && Boolean(now().props.editing);
  const endings = [
    listen(cy, "tap", (event) => {
      if (!waits(event)) onTap(event);
    }),
    listen(cy, "onetap", (event) => {
      if (waits(event)) onTap(event);
    }),
    // A long press that becomes a drag ends without a tap.
    listen(cy, "tapstart", () => {
      canvas.isTouchHeld = false;
    }),
  ];
  return () => {
    for (const end of endings) end();
  };
};
