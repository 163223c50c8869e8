import { legendOf } from "../../../map/legend/legend.ts";
import { lenses } from "../../../map/lenses/lenses.ts";
import type { ExportPage } from "../../../map/output/export-page.ts";
import { snapshotOf } from "../../../map/output/snapshot.ts";
import { count, formatDate } from "../../../shared/format.ts";
import type { MapContextValue } from "../map-context.ts";

/** The map as it is on the canvas, with what a reader elsewhere must know of it. Null while there is no canvas. */
export function exportPageOf(map: MapContextValue, name: string): ExportPage | null {
  const { canvas, search, day, time, facts, present, scheme, selection } = map;
  if (!canvas) return null;
  const scene = canvas.levelOfDetail.drawn ?? map.scene;
  const { cy } = canvas;
  const lens = search.lens ?? "network";
  const hidden = selection.facts.map.nodes.length - selection.nodes.size;
  return {
    title: name,
    subtitle: [
      `${lenses[lens].label} lens`,
      `as of ${formatDate(day)}`,
      ...(facts.isScenario ? ["scenario, not the current state"] : []),
      ...(present.compared && time.against ? [`compared with ${formatDate(time.against)}`] : []),
      ...(hidden > 0 ? [`${count(hidden, "record")} left out by filters`] : []),
    ].join(" · "),
    scheme,
    scene,
    snapshot: snapshotOf(canvas),
    viewport: { zoom: cy.zoom(), pan: { ...cy.pan() }, width: cy.width(), height: cy.height() },
    legend: legendOf(lens, scene),
  };
}
