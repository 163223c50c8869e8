import type { NodeSingular } from "cytoscape";
import type { Point } from "../../scene.ts";
import type { Behaviour } from "../access.ts";

const round = (value: number) => Math.round(value * 10) / 10;

/** A node that was dragged stays where it was put; dropped on another, it may mean something else, and goes back. */
export const drag: Behaviour = ({ cy, now }) => {
  let start: Point | null = null;
  const onGrab = ({ target }: cytoscape.EventObject) => {
    start = { ...(target as NodeSingular).position() };
  };
  const onFree = ({ target }: cytoscape.EventObject) => {
    const { props, scene } = now();
    const node = target as NodeSingular;
    const { x, y } = node.position();
    const hit = beneath(node);
    if (start && hit && props.onDrop?.({ from: start, actor: record(node), onto: record(hit), at: hit.position() })) {
      node.position(start);
      return;
    }
    props.onPin(node.id(), { x: round(x / scene.stretch.x), y: round(y / scene.stretch.y) });
  };
  cy.on("grab", "node", onGrab);
  cy.on("dragfree", "node", onFree);
  return () => {
    cy.off("grab", "node", onGrab as never);
    cy.off("dragfree", "node", onFree as never);
  };
};

const record = (node: NodeSingular) => node.data("record") as string;

/** The node of another record that this one was dropped on. */
function beneath(node: NodeSingular): NodeSingular | null {
  const { x, y } = node.position();
  const found = node
    .cy()
    .nodes()
    .filter((other) => {
      if (other.id() === node.id() || record(other) === record(node)) return false;
      const place = other.position();
      return Math.hypot(place.x - x, place.y - y) < (node.width() + other.width()) / 2;
    });
  return found.nonempty() ? (found.first() as NodeSingular) : null;
}
