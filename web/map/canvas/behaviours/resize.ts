import type { Behaviour } from "./behaviour.ts";

/**
 * Resizes the canvas with its container, fitting the map again unless a person has panned or zoomed; portrait form on a
 * narrow one.
 */
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
