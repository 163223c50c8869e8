import type { Behaviour } from "../access.ts";

/** The canvas follows its window: refitted as long as nobody has panned or zoomed, tall on a phone held upright. */
export const resize: Behaviour = ({ cy, root, now, fitAll, isTouched }) => {
  const fitUntouched = () => {
    if (!isTouched()) fitAll();
  };
  // What stands over the canvas (the legend) has taken other room.
  cy.on("roomchange", fitUntouched);
  const observer = new ResizeObserver(() => {
    cy.resize();
    now().props.onForm(cy.width() < 0.8 * cy.height() ? "tall" : "wide");
    fitUntouched();
  });
  observer.observe(root);
  return () => {
    cy.off("roomchange", fitUntouched);
    observer.disconnect();
  };
};
