import { forgetWidths, labelCanvas } from "../../canvas-labels.ts";
import type { Behaviour } from "../access.ts";

const idleMillis = 60;

/** Places the labels anew whenever the view or the nodes have come to rest. */
export const labels: Behaviour = ({ cy, now }) => {
  let timer: ReturnType<typeof setTimeout>;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => labelCanvas(cy, now().scene), idleMillis);
  };
  cy.on("viewport position add remove data outlined", soon);
  void document.fonts?.ready.then(() => {
    forgetWidths();
    soon();
  });
  return () => clearTimeout(timer);
};
