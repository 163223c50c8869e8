import type { NodeSingular } from "cytoscape";
import type { Point } from "../../model/scene.ts";
import type { Drop } from "../canvas-state.ts";
import { listen } from "../events.ts";
import { dragging, move } from "../motion.ts";
import type { Behaviour } from "./behaviour.ts";

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Dragging moves a node, and with a selected one the whole selection. From the press on nothing else moves them, since
 * the map may just be drawn anew. Dropping one may be a command of its own; the node then returns.
 */
export const drag: Behaviour = ({ cy, now, levelOfDetail }) => {
  let isDragged = false;
  /** The dragged node first, then others of a selection that move with it, and their positions at the press. */
  let held: { node: NodeSingular; from: Point }[] = [];
  const onGrab = ({ target }: cytoscape.EventObject) => {
    const grabbed = target as NodeSingular;
    const { many } = now().props;
    const along = many.includes(record(grabbed))
      ? cy.nodes().filter((one) => one.id() !== grabbed.id() && many.includes(record(one)))
      : [];
    isDragged = false;
    held = [grabbed, ...along].map((one) => {
      const node = one as NodeSingular;
      node.stop(true);
      node.scratch(dragging, true);
      return { node, from: { ...node.position() } };
    });
  };
  const onDrag = () => {
    isDragged = true;
    const [first, ...others] = held;
    const { x, y } = first!.node.position();
    const [dx, dy] = [x - first!.from.x, y - first!.from.y];
    cy.batch(() => others.forEach(({ node, from }) => void node.position({ x: from.x + dx, y: from.y + dy })));
  };
  const onFree = () => {
    for (const { node } of held) node.removeScratch(dragging);
    // A press alone: what was on its way goes on.
    if (!isDragged) move(cy, levelOfDetail.places, !now().props.reducedMotion);
  };
  const onDrop = () => {
    const { props, scene } = now();
    const [{ node, from }, ...others] = held as [(typeof held)[0], ...typeof held];
    if (others.length === 0 && props.onDrop?.(dropOf(node, from))) {
      node.position({ ...(levelOfDetail.places.get(node.id()) ?? from) });
      return;
    }
    props.onMove(
      new Map(
        held.map((moved) => {
          const { x, y } = moved.node.position();
          return [moved.node.id(), { x: round(x / scene.stretch.x), y: round(y / scene.stretch.y) }];
        }),
      ),
    );
  };
  const endings = [
    listen(cy, "grab", onGrab, "node"),
    listen(cy, "drag", onDrag, "node"),
    listen(cy, "free", onFree, "node"),
    listen(cy, "dragfree", onDrop, "node"),
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
