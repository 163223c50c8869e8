import type { Behaviour } from "./behaviour.ts";

/** The canvas follows its window: refitted as long as nobody has panned or zoomed, tall on a phone held upright. */
export const resize: Behaviour = (canvas) => {
  const { cy, root, now, events } = canvas;
  const stopListening = events.on("roomChanged", () => canvas.fitUntouched());
  const observer = new ResizeObserver(() => {
    // On paper the canvas is not shown: the map is as it was when it is again.
    if (root.clientWidth === 0) return;
    cy.resize();
    now().props.onForm(cy.width() < 0.8 * cy.height() ? "tall" : "wide");
    canvas.fitUntouched();
  });
  observer.observe(root);
  return () => {
    stopListening();
    observer.disconnect();
  };
};
