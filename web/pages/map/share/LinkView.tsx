import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { viewportAt } from "../../../map/canvas/link-state.ts";
import { moveMillis } from "../../../map/canvas/motion.ts";
import { useMapState } from "../map-context.ts";

const route = getRouteApi("/e/$ecosystem/map");

/**
 * Opens a link, or a named view, at the very place and zoom that it keeps; a named view that keeps none shows all of
 * the map. Once, since the view is then the reader's: the address forgets it, so that no other lens is shown by it.
 */
export function LinkView() {
  const { canvas, search, reducedMotion } = useMapState();
  const navigate = route.useNavigate();
  const { at, view } = search;
  const last = useRef<{ view: string | undefined } | null>(null);
  useEffect(() => {
    if (!canvas) return;
    const { cy } = canvas;
    const isNew = last.current !== null && last.current.view !== view;
    last.current = { view };
    if (!at) {
      if (!isNew || !view) return;
      canvas.fit();
      return;
    }
    const show = () => {
      cy.stop(true);
      if (isNew && !reducedMotion) cy.animate(viewportAt(cy, at), { duration: moveMillis });
      else cy.viewport(viewportAt(cy, at));
      // As if panned by hand: a window that changes its size does not fit the map anew.
      canvas.navigated();
      void navigate({ search: (before) => ({ ...before, at: undefined, places: undefined }), replace: true });
    };
    if (cy.nodes().nonempty()) show();
    else return canvas.events.once("fitted", () => requestAnimationFrame(show));
  }, [canvas, at, view, reducedMotion, navigate]);
  return null;
}
