import type { Core, EdgeSingular } from "cytoscape";
import { relationWords } from "../../../shared/words.ts";
import { isDrawnRelation } from "../../model/kinds.ts";
import { font, type Palette } from "../background/palette.ts";
import { write } from "../background/pen.ts";

/** Of more relations that are pointed at together none is named: their words would lie on one another. */
const maxNamed = 8;
const letters = 10.5;

/** Names the kind of the relation that is pointed at, or of those of the node that is, at the middle of each; in pixels. */
export function nameRelations(context: CanvasRenderingContext2D, cy: Core, palette: Palette): void {
  const pointed = cy.edges(".pointed");
  const near = pointed.nonempty() ? pointed : cy.edges(".near");
  if (near.length > maxNamed) return;
  const zoom = cy.zoom();
  const pan = cy.pan();
  near.forEach((element) => {
    const edge = element as EdgeSingular;
    const kind = edge.data("kind");
    if (kind === "THREAD" || !isDrawnRelation(kind)) return;
    const { x, y } = edge.midpoint();
    const word = relationWords[kind as keyof typeof relationWords].word.toLowerCase();
    const [a, b] = [edge.source().renderedPosition(), edge.target().renderedPosition()];
    if (pointed.empty() && Math.hypot(a.x - b.x, a.y - b.y) < 90) return;
    write(context, word, x * zoom + pan.x, y * zoom + pan.y, {
      colour: palette.ink,
      font: `560 ${letters}px ${font}`,
      align: "center",
      halo: palette.surface,
    });
  });
}
