import type { NodeSingular } from "cytoscape";
import type { Behaviour } from "../access.ts";

const round = (value: number) => Math.round(value * 10) / 10;

/** A node that was dragged stays where it was put. */
export const drag: Behaviour = ({ cy, now }) => {
  const onFree = ({ target }: cytoscape.EventObject) => {
    const { props, scene } = now();
    const node = target as NodeSingular;
    const { x, y } = node.position();
    props.onPin(node.id(), { x: round(x / scene.stretch.x), y: round(y / scene.stretch.y) });
  };
  cy.on("dragfree", "node", onFree);
  return () => void cy.off("dragfree", "node", onFree as never);
};
