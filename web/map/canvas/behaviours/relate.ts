import type { NodeSingular } from "cytoscape";
import type { Point } from "../../model/scene.ts";
import { listen } from "../events.ts";
import { highlight } from "../highlight.ts";
import { dragging } from "../motion.ts";
import { pointerIn } from "../viewport.ts";
import type { Behaviour } from "./behaviour.ts";

/** Time in milliseconds in which the pointer gets from a node to its handle. */
const graceMillis = 500;
/** In pixels: the handle's distance from the node, the least distance of a drag, and how near to a node it ends. */
const gap = 9;
const minDrag = 5;
const nearness = 12;

/**
 * Edge handle: beside the node under the pointer, or the open one, stands a handle. Dragged onto another node it draws a
 * relation; clicked it asks for the other end.
 */
export const relate: Behaviour = (canvas) => {
  const { cy, root, now, events } = canvas;
  const handle = document.createElement("div");
  handle.className = "canvas-handle";
  handle.title = "Drag to another actor to relate the two, or click";
  handle.setAttribute("aria-hidden", "true");
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  drawing.setAttribute("class", "canvas-line");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(line);

  /** The node under the pointer, or that it has just left. */
  let hovered: NodeSingular | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawn: { from: string; start: Point; isMoved: boolean; onto: string | null } | null = null;

  const record = (node: NodeSingular) => node.data("record") as string;
  const canRelate = (node: NodeSingular) =>
    node.data("ghost") !== true && now().props.editing?.canRelate(record(node)) === true;
  const openNode = () => {
    const { selected } = now().props;
    return selected === null ? null : (cy.getElementById(selected).first() as NodeSingular);
  };
  const owner = (): NodeSingular | null => {
    const { editing, tool } = now().props;
    if (!editing || tool !== "pan") return null;
    const node = [hovered, openNode()].find((one) => one?.inside() && one.visible() && canRelate(one));
    return node && !node.grabbed() && !node.scratch(dragging) ? node : null;
  };
  const place = () => {
    const node = owner();
    if (!node) return handle.remove();
    const { x, y } = node.renderedPosition();
    const away = node.renderedWidth() / 2 / Math.SQRT2 + gap;
    handle.style.translate = `${x + away}px ${y - away}px`;
    if (!handle.isConnected) root.append(handle);
  };

  const over = ({ target }: cytoscape.EventObject) => {
    clearTimeout(timer);
    if (drawn) return;
    hovered = target as NodeSingular;
    place();
  };
  const out = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (drawn) return;
      hovered = null;
      place();
    }, graceMillis);
  };
  /** The nearest node there that the relation can end in. */
  const nodeAt = ({ x, y }: Point, from: string): NodeSingular | null => {
    let [found, least] = [null as NodeSingular | null, Number.POSITIVE_INFINITY];
    cy.nodes(":visible").forEach((element) => {
      const node = element as NodeSingular;
      const at = node.renderedPosition();
      const distance = Math.hypot(at.x - x, at.y - y);
      if (distance > Math.max(nearness, node.renderedWidth() / 2) || distance >= least) return;
      if (record(node) === from || !canRelate(node)) return;
      [found, least] = [node, distance];
    });
    return found;
  };
  const end = () => {
    drawn = null;
    drawing.remove();
    highlight(canvas, "focused", []);
    window.removeEventListener("keydown", onKey, true);
    out();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    end();
  };
  const down = (event: PointerEvent) => {
    const node = owner();
    if (event.button !== 0 || !event.isPrimary || !node) return;
    event.preventDefault();
    hovered = node;
    handle.setPointerCapture(event.pointerId);
    drawn = { from: record(node), start: pointerIn(root, event), isMoved: false, onto: null };
    window.addEventListener("keydown", onKey, true);
  };
  const move = (event: PointerEvent) => {
    if (!drawn || !hovered?.inside()) return;
    const at = pointerIn(root, event);
    drawn.isMoved ||= Math.hypot(at.x - drawn.start.x, at.y - drawn.start.y) > minDrag;
    if (!drawn.isMoved) return;
    const node = nodeAt(at, drawn.from);
    const onto = node && record(node);
    if (onto !== drawn.onto) highlight(canvas, "focused", onto ? [onto] : []);
    drawn.onto = onto;
    const [from, to] = [hovered.renderedPosition(), node?.renderedPosition() ?? at];
    line.setAttribute("d", `M${from.x.toFixed(1)} ${from.y.toFixed(1)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}`);
    if (!drawing.isConnected) root.append(drawing);
  };
  const up = (event: PointerEvent) => {
    if (!drawn) return;
    const { from, isMoved, onto } = drawn;
    end();
    if (!isMoved || onto) now().props.editing?.onRelate(from, onto, pointerIn(root, event));
  };
  handle.addEventListener("pointerenter", () => clearTimeout(timer));
  handle.addEventListener("pointerleave", out);
  handle.addEventListener("pointerdown", down);
  handle.addEventListener("pointermove", move);
  handle.addEventListener("pointerup", up);
  handle.addEventListener("pointercancel", end);
  const endings = [
    listen(cy, "mouseover", over, "node"),
    listen(cy, "mouseout remove", out, "node"),
    listen(cy, "render", place),
    events.on("drawn", place),
  ];
  return () => {
    for (const stop of endings) stop();
    clearTimeout(timer);
    window.removeEventListener("keydown", onKey, true);
    handle.remove();
    drawing.remove();
  };
};
