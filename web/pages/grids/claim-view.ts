import type { GridFacts } from "../../grids/model/grid-facts.ts";
import type { ClaimView } from "../../grids/model/matrices.ts";

/** Views of the activities as the address names them; any other text is the key of the actor that speaks of others. */
export const ownView = "own";
export const assessmentView = "assessment";

/**
 * The view that the grid of activities opens in: our assessment, unless the actors have made more claims of themselves than
 * we have assessed.
 */
export function usualView(facts: GridFacts): string {
  const claims = facts.valid("CLAIMS");
  const assessed = claims.filter(({ data }) => data.by === undefined || data.by === null).length;
  const own = claims.filter(({ data }) => data.by === data.about).length;
  return own > assessed ? ownView : assessmentView;
}

/** Whose word the claims of a view are. */
export function claimView(view: string): ClaimView {
  if (view === assessmentView) return { voice: "ASSESSMENT" };
  return view === ownView ? { voice: "OWN" } : { voice: "OTHERS", by: view };
}
