import { boxOf, contains, type Outline } from "../lasso-outline.ts";
import { pointerIn } from "../viewport.ts";
import type { Behaviour } from "./behaviour.ts";

/**
 * Selects what is inside an outline: drawn freely with the lasso, or as a box; Shift enables the lasso temporarily.
 * With Ctrl or Command the selection is extended.
 */
export const lasso: Behaviour = ({ cy, root, levelOfDetail, now }) => {
  let outline: [number, number][] | null = null;
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
  drawing.setAttribute("class", "canvas-lasso");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(shape);

  const isCanvas = (target: EventTarget | null) => target instanceof Node && cy.container()?.contains(target);
  const toolOf = (event: MouseEvent | TouchEvent) => {
    const { tool } = now().props;
    return tool === "pan" && event.shiftKey ? "lasso" : tool;
  };
  // Cytoscape listens to mouse and touch itself: it must not pan meanwhile.
  const keepFromCanvas = (event: MouseEvent | TouchEvent) => {
    if (!outline && (toolOf(event) === "pan" || !isCanvas(event.target))) return;
    if ("button" in event && event.button !== 0) return;
    event.stopPropagation();
    if (event.cancelable) event.preventDefault();
  };
  const pointOf = (event: PointerEvent): [number, number] => {
    const { x, y } = pointerIn(root, event);
    return [x, y];
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary || toolOf(event) === "pan" || !isCanvas(event.target)) return;
    outline = [pointOf(event)];
    root.append(drawing);
    shape.setAttribute("d", "");
  };
  const draw = (event: PointerEvent) => {
    if (!outline || !event.isPrimary) return;
    const point = pointOf(event);
    if (toolOf(event) === "box") outline = boxOf(outline[0]!, point);
    else outline.push(point);
    shape.setAttribute("d", `M${outline.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`);
  };
  const end = (event: PointerEvent) => {
    const drawn = outline;
    if (!drawn) return;
    outline = null;
    drawing.remove();
    if (event.type === "pointercancel" || drawn.length < 3) return;
    now().props.onMany(within(drawn), event.ctrlKey || event.metaKey ? "add" : "replace");
  };
  const within = (drawn: Outline) => [
    ...new Set(
      cy
        .nodes()
        .filter((node) => {
          const { x, y } = node.renderedPosition();
          return contains(drawn, x, y);
        })
        .toArray()
        .flatMap((node) => levelOfDetail.recordsOf(node.id(), node.data("record") as string)),
    ),
  ];

  const canvasEvents = ["mousedown", "touchstart", "touchmove"] as const;
  for (const name of canvasEvents) root.addEventListener(name, keepFromCanvas, { capture: true, passive: false });
  root.addEventListener("pointerdown", begin);
  window.addEventListener("pointermove", draw);
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
  return () => {
    for (const name of canvasEvents) root.removeEventListener(name, keepFromCanvas, { capture: true });
    root.removeEventListener("pointerdown", begin);
    window.removeEventListener("pointermove", draw);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
    drawing.remove();
  };
};
