import { addTo } from "../../../shared/groups.ts";
import { lensWords } from "../../../shared/words.ts";
import { boxOf } from "../../model/polygon.ts";
import type { BackgroundItem, SceneNode } from "../../model/scene.ts";
import type { Lens, Places } from "../lens.ts";
import { actorMarkersOf, withThreads } from "./actor-markers.ts";
import { bandTitle, territoryItem } from "./background.ts";
import { layOutBands } from "./band-layout.ts";
import { legend } from "./legend.ts";

/** One territory per activity, its area by importance; in it an actor marker for each actor said to have a part in it. */
const places: Places = ({ facts, nodes: shown }, form = "wide") => {
  const sure = new Map(facts.map.edges.map((edge) => [edge.id, edge.confidence ?? 1]));
  // Places are computed from all activities and actors, so that a filter moves nothing.
  const parts = new Map(facts.boundaries.map((boundary) => [boundary, actorMarkersOf(boundary, facts, sure)]));
  const entries = [...parts].map(([boundary, actorMarkers]) => ({ boundary, count: actorMarkers.length }));
  const drawn = layOutBands(entries, form);
  const wide = form === "wide" ? drawn : layOutBands(entries, "wide");

  const background: BackgroundItem[] = [];
  const actorMarkers = new Map<string, SceneNode[]>();
  for (const band of drawn.bands) {
    const visible = band.territories.filter(({ boundary }) => shown.has(boundary.activity.id));
    if (visible.length === 0) continue;
    background.push(bandTitle(band, form, drawn.enlargement));
    for (const territory of visible) {
      background.push(territoryItem(territory, drawn.enlargement, sure));
      const { boundary, slots } = territory;
      const { x, y, width, height } = boxOf(territory.polygon);
      for (const [i, actorMarker] of parts.get(boundary)!.entries()) {
        addTo(actorMarkers, actorMarker.record, {
          ...actorMarker,
          place: slots[i]!,
          within: { x1: x + 2, y1: y, x2: x + width - 2, y2: y + height },
        });
      }
    }
  }
  const stretch = { x: drawn.width / wide.width, y: drawn.height / wide.height };
  return { ...withThreads(actorMarkers, shown), background, stretch, anchors: ["bottom", "right", "left", "top"] };
};

export const boundaries: Lens = { label: lensWords.BOUNDARIES, places, legend };
