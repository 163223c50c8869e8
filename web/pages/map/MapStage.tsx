import { useCallback, useMemo } from "react";
import type { Drop } from "../../map/canvas/canvas-state.ts";
import { MapCanvas } from "../../map/canvas/MapCanvas.tsx";
import type { MapCanvasProps } from "../../map/canvas/props.ts";
import { pixelOf } from "../../map/canvas/viewport.ts";
import { describer } from "../../map/model/describe.ts";
import { FillLinks } from "../../shared/FillLinks.tsx";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { droppedInTerritory } from "./editing/gesture.ts";
import { useEditing } from "./editing/use-editing.ts";
import { FocalFirm } from "./FocalFirm.tsx";
import { useMap } from "./map-context.ts";
import { overlays } from "./map-regions.ts";
import { nudge } from "./nudge.ts";
import type { FoundFacts } from "./use-map-facts.ts";
import { claimDrop } from "./what-if/claim-drop.ts";
import { noRivalsIn } from "./what-if/use-what-if.ts";

// One empty list for all renders: a new one each time would redraw the canvas each time.
const none: readonly string[] = [];
const noGroups: MapCanvasProps["groups"] = [];

interface Props extends Pick<MapCanvasProps, "form" | "onForm" | "onMove" | "onReady"> {
  found: FoundFacts;
  statusText: string;
}

/** The canvas with its overlays, or why this lens has nothing to draw yet. */
export function MapStage({ found, form, statusText, onForm, onMove, onReady }: Props) {
  const map = useMap();
  const { ecosystem, search, scene, selection, present, pins, scheme, reducedMotion, interaction } = map;
  const { isEditable, canvas, dispatch, announce, setMenu, setGesture } = map;
  const lens = search.lens ?? "network";
  const noRivals = noRivalsIn(found.noRivals, map.scenario.answer);
  const describe = useMemo(() => describer(selection), [selection]);

  const onDrop = useCallback(
    (drop: Drop) => {
      if (lens !== "boundaries") return false;
      if (isEditable && canvas) {
        const gesture = droppedInTerritory(drop, scene, present, pixelOf(drop.at, canvas.viewport));
        if (gesture) setGesture(gesture);
        return gesture !== null;
      }
      const { onto } = drop;
      if (search.panel !== "what-if" || onto === null) return false;
      const dropped = claimDrop({ ...drop, onto }, scene, present, search.moved ?? []);
      if (dropped) dispatch(dropped.label, { moved: dropped.moved.length > 0 ? dropped.moved : undefined });
      announce(dropped ? `Scenario: ${dropped.label}.` : "No claim here can be moved to another actor.");
      return true;
    },
    [lens, search, scene, present, dispatch, announce, isEditable, canvas, setGesture],
  );
  const editing = useEditing(map);

  return (
    <div className="map-canvas">
      {lens === "rivals" && noRivals ? (
        <Empty part title={noRivals.title}>
          <p>{noRivals.text}</p>
          {"action" in noRivals && noRivals.action === "CHOOSE_FOCAL" && (
            <div className="map-focal">
              <FocalFirm />
            </div>
          )}
          {found.facts.positions.length === 0 && <FillLinks ecosystem={ecosystem} step="claims" />}
        </Empty>
      ) : !found.isJudged && (lens === "positions" || lens === "boundaries") ? (
        found.error ? (
          <Failed part error={found.error} onRetry={found.again} />
        ) : (
          <Loading rows={8} />
        )
      ) : (
        <MapCanvas
          ecosystem={ecosystem}
          scene={scene}
          lens={lens}
          form={form}
          at={search.at}
          linkedPlaces={search.places}
          onForm={onForm}
          selected={search.selected ?? null}
          onSelect={map.select}
          many={search.many ?? none}
          onMany={map.choose}
          tool={interaction.tool}
          onMenu={(record, at) => setMenu({ record, at })}
          describe={describe}
          scheme={scheme}
          pins={pins}
          onMove={onMove}
          onNudge={(by) => nudge(map, by)}
          onDrop={onDrop}
          editing={editing}
          reducedMotion={reducedMotion}
          groups={scene.outlined ?? noGroups}
          {...(onReady && { onReady })}
        />
      )}
      {overlays.map((Overlay) => (
        <Overlay key={Overlay.name} />
      ))}
      <p className="map-status" role="status">
        {statusText}
      </p>
    </div>
  );
}
