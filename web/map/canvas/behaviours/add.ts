import type { Point } from "../../model/scene.ts";
import { listen } from "../events.ts";
import { pointerIn } from "../viewport.ts";
import type { Behaviour } from "./behaviour.ts";

/** Two clicks farther apart than this, in pixels, are no double click. */
const maxApart = 12;

/** Double click: on the empty map it adds something there. Also notes where the pointer is, for the key that does. */
export const add: Behaviour = (canvas) => {
  const { cy, root, now } = canvas;
  let last: Point | null = null;
  const onTap = ({ renderedPosition }: cytoscape.EventObject) => {
    last = { ...renderedPosition };
  };
  let first: Point | null = null;
  const onTapStart = () => {
    first = last;
  };
  const onDoubleTap = ({ target, renderedPosition: at }: cytoscape.EventObject) => {
    if (target !== cy || !first || Math.hypot(at.x - first.x, at.y - first.y) > maxApart) return;
    now().props.editing?.onAdd({ ...at });
  };
  const onMove = (event: PointerEvent) => {
    canvas.pointer = pointerIn(root, event);
  };
  const leave = () => {
    canvas.pointer = null;
  };
  // Who moves by keys has left the pointer somewhere: it says nothing any more.
  const onKey = ({ key }: KeyboardEvent) => {
    if (key.length > 1) leave();
  };
  root.addEventListener("pointermove", onMove);
  root.addEventListener("pointerleave", leave);
  window.addEventListener("keydown", onKey);
  const endings = [listen(cy, "tapstart", onTapStart), listen(cy, "tap", onTap), listen(cy, "dbltap", onDoubleTap)];
  return () => {
    for (const end of endings) end();
    root.removeEventListener("pointermove", onMove);
    root.removeEventListener("pointerleave", leave);
    window.removeEventListener("keydown", onKey);
  };
};
