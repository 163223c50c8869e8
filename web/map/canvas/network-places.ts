import type { Point } from "../model/scene.ts";
import type { CanvasAccess } from "./access.ts";

/** With more nodes only the places that people have chosen are handed on. */
const maxKept = 500;

/** Where the layout has put the nodes of the network that is shown, which is elsewhere for other people; pins aside. */
export function networkPlacesOf({ cy, now, networkPlaces }: CanvasAccess): Map<string, Point> {
  const { props, scene } = now();
  if (props.lens !== "network" || scene.nodes.length > maxKept) return new Map();
  return new Map([...networkPlaces()].filter(([id]) => cy.getElementById(id).nonempty()));
}
