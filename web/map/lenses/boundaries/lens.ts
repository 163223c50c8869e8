import type { BoundaryStatus } from "../../../graphql/types.ts";
import { boxOf } from "../../model/polygon.ts";
import type { Lens, Mark, SceneNode } from "../../model/scene.ts";
import { threaded, tokensOf } from "./actor-markers.ts";
import { layOutBands } from "./band-layout.ts";

const statusWords: Record<BoundaryStatus, string> = {
  AGREED: "agreed",
  SHARED: "shared",
  CONTESTED: "contested",
  DISPUTED: "disputed",
  UNCLAIMED: "unclaimed",
  UNKNOWN: "unknown",
};

/** One territory per activity, its area by importance; in it a token for each actor said to have a part in it. */
export const boundaries: Lens = ({ facts, nodes: shown }, form = "wide") => {
  const sure = new Map(facts.map.edges.map((edge) => [edge.id, edge.confidence ?? 1]));
  // Places come from all activities and actors, so that a filter moves nobody.
  const parts = new Map(facts.boundaries.map((boundary) => [boundary, tokensOf(boundary, facts, sure)]));
  const entries = [...parts].map(([boundary, tokens]) => ({ boundary, count: tokens.length }));
  const drawn = layOutBands(entries, form);
  const wide = form === "wide" ? drawn : layOutBands(entries, "wide");

  const marks: Mark[] = [];
  const tokens = new Map<string, SceneNode[]>();
  for (const band of drawn.bands) {
    const visible = band.territories.filter(({ boundary }) => shown.has(boundary.activity.id));
    if (visible.length === 0) continue;
    marks.push({
      type: "text",
      x: -10,
      y: band.y,
      text: band.name,
      align: form === "wide" ? "right" : "center",
      strong: true,
      grown: drawn.grown,
      turned: form === "tall",
      ...(form === "tall" && { most: band.height - 8 }),
    });
    for (const { boundary, polygon, plate, slots } of visible) {
      const { x, y, width, height } = boxOf(polygon);
      marks.push({
        type: "territory",
        x,
        y,
        width,
        height,
        polygon,
        plate,
        grown: drawn.grown,
        record: boundary.activity.id,
        status: boundary.status,
        looks: boundary.leads.map((actor) => actor.kinds[0] ?? "OTHER"),
        name: boundary.activity.name,
        state: statusWords[boundary.status],
        confidence: mean(boundary.claims.flatMap((claim) => (claim.lead ? (sure.get(claim.id) ?? 1) : []))),
      });
      for (const [i, token] of parts.get(boundary)!.entries()) {
        const list = tokens.get(token.record);
        const placed = {
          ...token,
          place: slots[i]!,
          within: { x1: x + 2, y1: y, x2: x + width - 2, y2: y + height },
        };
        if (list) list.push(placed);
        else tokens.set(token.record, [placed]);
      }
    }
  }
  const stretch = { x: drawn.width / wide.width, y: drawn.height / wide.height };
  return { ...threaded(tokens, shown), marks, stretch, anchors: ["bottom"] };
};

/** 1 of none: nothing is said to be unsure. */
const mean = (values: readonly number[]) =>
  values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
