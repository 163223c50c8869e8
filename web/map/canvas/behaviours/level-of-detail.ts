import type { Behaviour } from "../access.ts";
import { atRest } from "../at-rest.ts";

const restMillis = 120;

/** Whenever the view has come to rest, what it holds is drawn in full, a cluster a frame; what it has left, by cluster. */
export const near: Behaviour = ({ cy, levelOfDetail }) => {
  let frame = 0;
  const step = () => {
    if (levelOfDetail.look()) frame = requestAnimationFrame(step);
  };
  const rest = atRest(cy, restMillis, step);
  const onViewport = () => {
    cancelAnimationFrame(frame);
    rest.soon();
  };
  cy.on("viewport", onViewport);
  return () => {
    cy.off("viewport", onViewport);
    cancelAnimationFrame(frame);
    rest.end();
  };
};
