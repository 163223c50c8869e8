import type { Behaviour } from "../access.ts";

const restMillis = 120;

/** Whenever the view has come to rest, what it holds is drawn in full, a region a frame; what it has left, by region. */
export const near: Behaviour = ({ cy, showing }) => {
  let timer: ReturnType<typeof setTimeout>;
  let frame = 0;
  const step = () => {
    if (showing.look()) frame = requestAnimationFrame(step);
  };
  const soon = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    timer = setTimeout(step, restMillis);
  };
  cy.on("viewport", soon);
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
};
