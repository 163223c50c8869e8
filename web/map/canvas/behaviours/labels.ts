import { atRest } from "../at-rest.ts";
import { listen } from "../events.ts";
import { labelCanvas } from "../labels/canvas-labels.ts";
import { forgetWidths } from "../labels/measure.ts";
import type { Behaviour } from "./behaviour.ts";

const idleMillis = 60;

/** Places the labels again whenever viewport and nodes are at rest. */
export const labels: Behaviour = (canvas) => {
  const { cy, events } = canvas;
  const { soon, end } = atRest(cy, idleMillis, () => labelCanvas(canvas));
  const endings = [
    listen(cy, "viewport position add remove data", soon),
    events.on("outlined", soon),
    events.on("highlighted", soon),
    end,
  ];
  void document.fonts?.ready.then(() => {
    forgetWidths();
    soon();
  });
  return () => {
    for (const stop of endings) stop();
  };
};
