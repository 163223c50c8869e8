import { atRest } from "../at-rest.ts";
import { listen } from "../events.ts";
import type { Behaviour } from "./behaviour.ts";

const restMillis = 120;

/** Whenever the viewport is at rest, draws what it contains in full, one cluster per frame, and the rest by cluster. */
export const levelOfDetail: Behaviour = ({ cy, levelOfDetail: detail }) => {
  let frame = 0;
  const step = () => {
    if (detail.look()) frame = requestAnimationFrame(step);
  };
  const rest = atRest(cy, restMillis, step);
  const onViewport = () => {
    cancelAnimationFrame(frame);
    rest.soon();
  };
  const stopListening = listen(cy, "viewport", onViewport);
  return () => {
    stopListening();
    cancelAnimationFrame(frame);
    rest.end();
  };
};
