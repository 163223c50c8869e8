import { territoryAt } from "../background/draw.ts";
import { listen } from "../events.ts";
import { isCluster } from "../level-of-detail/cluster.ts";
import type { Behaviour } from "./behaviour.ts";

/** Right click or long press opens the context menu of what is under the pointer. */
export const menu: Behaviour = (canvas) => {
  const { cy, root, now } = canvas;
  const ask = (event: cytoscape.EventObject) => {
    const { props, scene } = now();
    // A cluster is not a record: it has the map's own menu.
    const onNode = event.target !== cy && event.target.isNode() && !isCluster(event.target.id());
    const record = onNode ? (event.target.data("record") as string) : territoryAt(scene.background, event.position);
    props.onMenu(record, { ...event.renderedPosition });
  };
  const hold = (event: cytoscape.EventObject) => {
    // A mouse button that is held down starts a drag.
    if (!event.originalEvent.type.startsWith("touch")) return;
    canvas.isTouchHeld = true;
    ask(event);
  };
  const noBrowserMenu = (event: Event) => event.preventDefault();
  const endings = [listen(cy, "cxttap", ask), listen(cy, "taphold", hold)];
  root.addEventListener("contextmenu", noBrowserMenu);
  return () => {
    for (const end of endings) end();
    root.removeEventListener("contextmenu", noBrowserMenu);
  };
};
