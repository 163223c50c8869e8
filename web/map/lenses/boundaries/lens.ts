import type { BoundaryStatus } from "../../../graphql/types.ts";
import { boxOf } from "../../model/polygon.ts";
import type { BackgroundItem, Lens, SceneNode } from "../../model/scene.ts";
import { actorMarkersOf, withThreads } from "./actor-markers.ts";
import { layOutBands } from "./band-layout.ts";

const statusWords: Record<BoundaryStatus, string> = {
  AGREED: "agreed",
  SHARED: "shared",
  CONTESTED: "contested",
  DISPUTED: "disputed",
  UNCLAIMED: "unclaimed",
  UNKNOWN: "unknown",
};

/** One territory per activity, its area by importance; in it an actor marker for each actor said to have a part in it. */
export const boundaries: Lens = ({ facts, nodes: shown }, form = "wide") => {
  const sure = new Map(facts.map.edges.map((edge) => [edge.id, edge.confidence ?? 1]));
  // Places come from all activities and actors, so that a filter moves nobody.
  const parts = new Map(facts.boundaries.map((boundary) => [boundary, actorMarkersOf(boundary, facts, sure)]));
  const entries = [...parts].map(([boundary, actorMarkers]) => ({ boundary, count: actorMarkers.length }));
  const drawn = layOutBands(entries, form);
  const wide = form === "wide" ? drawn : layOutBands(entries, "wide");

  const background: BackgroundItem[] = [];
  const actorMarkers = new Map<string, SceneNode[]>();
  for (const band of drawn.bands) {
    const visible = band.territories.filter(({ boundary }) => shown.has(boundary.activity.id));
    if (visible.length === 0) continue;
    background.push({
      type: "text",
      x: -10,
      y: band.y,
      text: band.name,
      align: form === "wide" ? "right" : "center",
      strong: true,
      enlargement: drawn.enlargement,
      turned: form === "tall",
      ...(form === "tall" && { most: band.height - 8 }),
    });
    for (const { boundary, polygon, nameLabel, slots } of visible) {
      const { x, y, width, height } = boxOf(polygon);
      background.push({
        type: "territory",
        x,
        y,
        width,
        height,
        polygon,
        nameLabel,
        enlargement: drawn.enlargement,
        record: boundary.activity.id,
        status: boundary.status,
        looks: boundary.leads.map((actor) => actor.kinds[0] ?? "OTHER"),
        name: boundary.activity.name,
        state: statusWords[boundary.status],
        confidence: mean(boundary.claims.flatMap((claim) => (claim.lead ? (sure.get(claim.id) ?? 1) : []))),
      });
      for (const [i, actorMarker] of parts.get(boundary)!.entries()) {
        const list = actorMarkers.get(actorMarker.record);
        const placed = {
          ...actorMarker,
          place: slots[i]!,
          within: { x1: x + 2, y1: y, x2: x + width - 2, y2: y + height },
        };
        if (list) list.push(placed);
        else actorMarkers.set(actorMarker.record, [placed]);
      }
    }
  }
  const stretch = { x: drawn.width / wide.width, y: drawn.height / wide.height };
  return { ...withThreads(actorMarkers, shown), background, stretch, anchors: ["bottom"] };
};

/** 1 of none: nothing is said to be unsure. */
const mean = (values: readonly number[]) =>
  values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
