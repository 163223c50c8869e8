import { legendOf } from "../../../map/legend/legend.ts";
import { lenses } from "../../../map/lenses/lenses.ts";
import type { ExportPage } from "../../../map/output/export-page.ts";
import { sheetOf } from "../../../map/output/sheet.ts";
import { count, formatDate } from "../../../shared/format.ts";
import type { MapContextValue } from "../map-context.ts";

/** The map on a sheet of its own, with what a reader elsewhere must know of it. Null while there is no canvas. */
export function exportPageOf(map: MapContextValue, name: string, scheme = map.scheme): ExportPage | null {
  const { canvas, search, day, time, facts, present, selection } = map;
  if (!canvas) return null;
  const scene = canvas.levelOfDetail.drawn ?? map.scene;
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
    ...sheetOf(canvas, scene, scheme),
    legend: legendOf(lens, scene),
  };
}
