import type { Behaviour } from "../access.ts";
import { atRest } from "../at-rest.ts";
import { forgetWidths, labelCanvas } from "../labels/canvas-labels.ts";

const idleMillis = 60;
const occasions = "viewport position add remove data outlined pointed";

/** Places the labels anew whenever the view and the nodes have come to rest. */
export const labels: Behaviour = ({ cy, now }) => {
  const { soon, end } = atRest(cy, idleMillis, () => labelCanvas(cy, now().scene));
  cy.on(occasions, soon);
  void document.fonts?.ready.then(() => {
    forgetWidths();
    soon();
  });
  return () => {
    cy.off(occasions, soon);
    end();
  };
};
