import type { Point } from "../../map/model/scene.ts";
import { count } from "../../shared/format.ts";
import { labelsOf } from "./labels.ts";
import type { MapContextValue } from "./map-context.ts";
import { drawnOf, targetsOf } from "./node-actions.ts";

/** Moves the selection, else the open record, by pixels on the screen: the keyboard alternative to dragging. */
export function nudge(map: MapContextValue, by: Point): void {
  const { canvas, scene, pins } = map;
  const ids = targetsOf(map);
  const nodes = drawnOf(map, ids);
  if (scene.arrangement) {
    map.announce("Nodes stand by group. Arrange them by relations to move them.");
    return;
  }
  if (!canvas || nodes.length === 0) {
    map.announce("Open or select a record in this lens to move it with these keys.");
    return;
  }
  const { stretch } = scene;
  const zoom = canvas.cy.zoom();
  const moves = nodes.map(({ id }): [string, Point] => {
    const stood = canvas.cy.getElementById(id).position();
    // The pin is the target position: on the canvas the node may still be moving.
    const { x, y } = pins.get(id) ?? { x: stood.x / stretch.x, y: stood.y / stretch.y };
    return [id, { x: x + by.x / zoom / stretch.x, y: y + by.y / zoom / stretch.y }];
  });
  map.pinAll(`Move ${labelsOf(map, ids)}`, new Map(moves), { gather: true });
  map.announce(`${nodes.length === 1 ? labelsOf(map, ids) : count(nodes.length, "node")} moved.`);
}
