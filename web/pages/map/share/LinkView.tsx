import { useEffect, useRef } from "react";
import { showViewText } from "../../../map/canvas/link-view.ts";
import { useMap } from "../map-context.ts";

/** Opens a link at the very place and zoom that it was copied at; once, since the view is then the reader's. */
export function LinkView() {
  const { canvas, search } = useMap();
  const at = useRef(search.at);
  useEffect(() => {
    if (!canvas || !at.current) return;
    const wanted = at.current;
    at.current = undefined;
    const { cy } = canvas;
    const show = () => {
      showViewText(cy, wanted);
      // As if panned by hand: a window that changes its size does not fit the map anew.
      cy.emit("dragpan");
    };
    if (cy.nodes().nonempty()) show();
    else cy.one("fitted", () => requestAnimationFrame(show));
  }, [canvas]);
  return null;
}
