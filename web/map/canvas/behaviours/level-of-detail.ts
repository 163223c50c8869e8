import { atRest } from "../at-rest.ts";
import { listen } from "../events.ts";
import type { Behaviour } from "./behaviour.ts";

const restMillis = 120;

/** Whenever the view has come to rest, what it holds is drawn in full, a cluster a frame; what it has left, by cluster. */
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
