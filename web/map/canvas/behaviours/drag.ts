import type { NodeSingular } from "cytoscape";
import type { Point } from "../../model/scene.ts";
import type { Drop } from "../canvas-state.ts";
import { listen } from "../events.ts";
import { dragging } from "../motion.ts";
import type { Behaviour } from "./behaviour.ts";

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Dragging moves a node, and with a selected one the whole selection. Dropping one may be a command of its own; the node
 * then returns.
 */
export const drag: Behaviour = ({ cy, now }) => {
  let start: Point | null = null;
  /** Other selected nodes that move with the dragged one, and their positions before. */
  let others: { node: NodeSingular; from: Point }[] = [];
  const onGrab = ({ target }: cytoscape.EventObject) => {
    const node = target as NodeSingular;
    const { many } = now().props;
    start = { ...node.position() };
    const along = many.includes(record(node))
      ? cy
          .nodes()
          .filter((one) => many.includes(record(one)))
          .not(node)
      : [];
    others = [...along].map((one) => ({ node: one as NodeSingular, from: { ...(one as NodeSingular).position() } }));
  };
  const onDrag = ({ target }: cytoscape.EventObject) => {
    const { x, y } = (target as NodeSingular).position();
    const [dx, dy] = [x - start!.x, y - start!.y];
    for (const node of [target as NodeSingular, ...others.map((other) => other.node)]) node.scratch(dragging, true);
    cy.batch(() => others.forEach(({ node, from }) => void node.position({ x: from.x + dx, y: from.y + dy })));
  };
  const onFree = ({ target }: cytoscape.EventObject) => {
    const { props, scene } = now();
    const node = target as NodeSingular;
    for (const one of [node, ...others.map((other) => other.node)]) one.removeScratch(dragging);
    if (start && others.length === 0 && props.onDrop?.(dropOf(node, start))) {
      node.position(start);
      return;
    }
    props.onMove(
      new Map(
        [node, ...others.map((other) => other.node)].map((moved) => {
          const { x, y } = moved.position();
          return [moved.id(), { x: round(x / scene.stretch.x), y: round(y / scene.stretch.y) }];
        }),
      ),
    );
  };
  const endings = [
    listen(cy, "grab", onGrab, "node"),
    listen(cy, "drag", onDrag, "node"),
    listen(cy, "dragfree", onFree, "node"),
  ];
  return () => {
    for (const end of endings) end();
  };
};

const record = (node: NodeSingular) => node.data("record") as string;

function dropOf(node: NodeSingular, from: Point): Drop {
  const hit = beneath(node);
  const at = { ...(hit ?? node).position() };
  return { node: node.id(), from, actor: record(node), onto: hit && record(hit), at };
}

/** The node of another record under the drop. */
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
