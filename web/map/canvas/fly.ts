import { addTo } from "../../shared/groups.ts";
import { colourOf, type Look } from "../model/kinds.ts";
import type { Point, SceneNode } from "../model/scene.ts";
import { moveMillis } from "./motion.ts";
import { inOtherViewport, type Viewport } from "./viewport.ts";

interface Flight {
  /** Contains the canvas; the sprites are drawn over it. */
  root: HTMLElement;
  /** Hidden during the flight, and faded in at the end. */
  still: readonly HTMLElement[];
  scheme: "light" | "dark";
  nodes: readonly SceneNode[];
  from: { places: ReadonlyMap<string, Point>; viewport: Viewport };
  to: { places: ReadonlyMap<string, Point>; viewport: Viewport };
}

const fadeMillis = 120;

/**
 * Animates a dot for each node from its old to its new position, over the canvas, which is drawn once: with thousands
 * of nodes, animating the canvas itself would give few frames a second. @returns a function that ends it early
 */
export function fly({ root, still, scheme, nodes, from, to }: Flight): () => void {
  const overlay = document.createElement("canvas");
  overlay.className = "canvas-flight";
  overlay.setAttribute("aria-hidden", "true");
  const ratio = window.devicePixelRatio;
  overlay.width = root.clientWidth * ratio;
  overlay.height = root.clientHeight * ratio;
  const pen = overlay.getContext("2d");
  if (!pen) return () => {};
  pen.scale(ratio, ratio);
  const life = { zoom: 1, pan: { x: 0, y: 0 } };
  const byLook = new Map<Look, { from: Point; to: Point; r: number }[]>();
  for (const node of nodes) {
    const start = from.places.get(node.id);
    const end = to.places.get(node.id);
    if (!start || !end) continue;
    const r = Math.max(1.5, (node.size * to.viewport.zoom) / 2);
    const sprite = {
      from: inOtherViewport(start, from.viewport, life),
      to: inOtherViewport(end, to.viewport, life),
      r,
    };
    addTo(byLook, node.look, sprite);
  }
  root.append(overlay);
  const hidden = still.map((element) => element.animate({ opacity: [0, 0] }, { duration: 10_000 }));
  let request = 0;
  let begun = 0;
  const end = () => {
    cancelAnimationFrame(request);
    overlay.remove();
    for (const animation of hidden) animation.cancel();
  };
  const draw = (now: number) => {
    begun ||= now;
    const t = Math.min(1, (now - begun) / moveMillis);
    const share = t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) ** 2;
    pen.clearRect(0, 0, root.clientWidth, root.clientHeight);
    for (const [look, sprites] of byLook) {
      pen.fillStyle = colourOf(look, scheme);
      pen.beginPath();
      for (const { from: a, to: b, r } of sprites)
        pen.rect(a.x + (b.x - a.x) * share - r, a.y + (b.y - a.y) * share - r, 2 * r, 2 * r);
      pen.fill();
    }
    if (t < 1) {
      request = requestAnimationFrame(draw);
      return;
    }
    end();
    for (const element of still) element.animate({ opacity: [0, 1] }, { duration: fadeMillis });
  };
  request = requestAnimationFrame(draw);
  return end;
}
