import type { Behaviour } from "../access.ts";

/** The canvas follows its window: refitted as long as nobody has panned or zoomed, tall on a phone held upright. */
export const resize: Behaviour = ({ cy, frame, now, fitAll }) => {
  let touched = false;
  cy.on("dragpan scrollzoom pinchzoom", () => {
    touched = true;
  });
  cy.on("fitted", () => {
    touched = false;
  });
  // What stands over the canvas (the legend) has taken other room.
  cy.on("roomchange", () => {
    if (!touched) fitAll();
  });
  const observer = new ResizeObserver(() => {
    cy.resize();
    now().props.onForm(cy.width() < 0.8 * cy.height() ? "tall" : "wide");
    if (!touched) fitAll();
  });
  observer.observe(frame);
  return () => observer.disconnect();
};
