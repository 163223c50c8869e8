import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo, useRef, useState } from "react";
import { Inspector } from "../../inspector/Inspector.tsx";
import type { CanvasController } from "../../map/canvas/controller.ts";
import type { MapCanvasProps } from "../../map/canvas/props.ts";
import { lenses } from "../../map/lenses/lenses.ts";
import { isCollapsedGroup } from "../../map/model/group/collapsed-groups.ts";
import { placesOf, sceneOf, selectionOf } from "../../map/model/pipeline.ts";
import type { Form } from "../../map/model/scene.ts";
import type { MapSearch } from "../../map/model/search-params/map-search.ts";
import { useMayEdit } from "../../shared/use-may-edit.ts";
import { GroupCard } from "./focus/GroupCard.tsx";
import { MapNote } from "./MapNote.tsx";
import { MapStage } from "./MapStage.tsx";
import { type MapActions, MapProvider, type MapState } from "./map-context.ts";
import { bars, tools } from "./map-regions.ts";
import { Notices } from "./Notices.tsx";
import { OpenPanel, PanelRail } from "./PanelRail.tsx";
import { useComputedColorScheme, useReducedMotion } from "./preferences.ts";
import { PrintedMap } from "./share/PrintedMap.tsx";
import { useFactChanges, useOlderCommands, useRecordedChanges } from "./use-fact-changes.ts";
import type { Frames } from "./use-frames.ts";
import type { MapDay } from "./use-map-day.ts";
import type { FoundFacts } from "./use-map-facts.ts";
import { useMapInteraction } from "./use-map-interaction.ts";
import { usePins } from "./use-pins.ts";
import { useStyledFacts } from "./use-styled-facts.ts";
import { useUndoHistory } from "./use-undo-history.ts";
import { useViews } from "./views/use-views.ts";
import { scenarioFacts, useWhatIf } from "./what-if/use-what-if.ts";

const route = getRouteApi("/e/$ecosystem/map");

interface Props {
  ecosystem: string;
  time: MapDay;
  frames: Frames;
  found: FoundFacts;
  onImport(): void;
}

/** Map page: one canvas, four lenses over the same facts, and all controls around it; its state is in the URL. */
export function MapDesk({ ecosystem, time, frames, found, onImport }: Props) {
  const { day } = time;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const scheme = useComputedColorScheme();
  const reducedMotion = useReducedMotion();
  const lens = search.lens ?? "network";
  const { whole, facts: present } = found;
  const scenario = useWhatIf(ecosystem, time, search);
  const judged = useMemo(() => scenarioFacts(present, scenario.answer), [present, scenario.answer]);
  const { facts, error: unread } = useStyledFacts(judged, ecosystem, time, search);
  const [form, setForm] = useState<Form>("wide");
  const [canvas, setCanvas] = useState<CanvasController | null>(null);
  const [statusText, setStatusText] = useState("");

  const go = useCallback(
    (change: Partial<MapSearch>, push: boolean) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace: !push }),
    [navigate],
  );
  const changes = useFactChanges(ecosystem);
  const [undoLabels, undoActions] = useUndoHistory(search, go, useOlderCommands(changes));
  useRecordedChanges(changes, undoActions.record);
  const [interaction, interactionActions] = useMapInteraction();
  const views = useViews(ecosystem, search.view);
  const mayEdit = useMayEdit();
  const { pins, move, pinAll, showPin, pinsState } = usePins(
    ecosystem,
    lens,
    views,
    whole.nodes,
    undoActions.record,
    mayEdit,
  );
  const isEditable = mayEdit && !scenario.isAsked && search.panel !== "what-if" && !search.present;

  const selection = useMemo(() => selectionOf(facts, search), [facts, search]);
  const scene = useMemo(
    () => sceneOf(placesOf(selection, lens, form, search), selection, search, form),
    [selection, lens, form, search],
  );

  // A link or a view may name both: the panel comes first.
  const inspected = search.panel ? undefined : search.selected;

  const latest = useRef(search);
  latest.current = search;
  const choose = useCallback<MapCanvasProps["onMany"]>(
    (ids, how) => {
      const chosen = new Set(how === "replace" ? [] : latest.current.many);
      for (const id of ids) if (!(how === "toggle" && chosen.delete(id))) chosen.add(id);
      undoActions.dispatch("Select", { many: chosen.size > 0 ? [...chosen] : undefined });
      setStatusText(chosen.size > 0 ? `${chosen.size} selected.` : "Nothing selected.");
    },
    [undoActions],
  );
  const actions = useMemo<MapActions>(
    () => ({
      ...undoActions,
      ...interactionActions,
      pinAll,
      showPin,
      select: (id) => go(id ? { selected: id, panel: undefined } : { selected: undefined }, true),
      choose,
      announce: setStatusText,
    }),
    [undoActions, interactionActions, pinAll, showPin, go, choose],
  );
  const state = useMemo<MapState>(
    () => ({
      ecosystem,
      search,
      day,
      time,
      frames,
      undoLabels,
      whole,
      facts,
      present,
      scenario,
      selection,
      scene,
      pins,
      pinsState,
      views,
      interaction,
      canvas,
      scheme,
      reducedMotion,
      isEditable,
    }),
    [
      ecosystem,
      search,
      day,
      time,
      frames,
      undoLabels,
      whole,
      facts,
      present,
      scenario,
      selection,
      scene,
      pins,
      pinsState,
      views,
      interaction,
      canvas,
      scheme,
      reducedMotion,
      isEditable,
    ],
  );

  return (
    <MapProvider state={state} actions={actions}>
      <div className="map-page" data-inspecting={inspected ? true : undefined} data-presenting={search.present}>
        <h1 className="unseen">Map, {lenses[lens].label} lens</h1>
        <div className="map-tools">
          {tools.map((Tool) => (
            <Tool key={Tool.name} />
          ))}
          <MapNote onImport={onImport} failure={found.error ?? unread} onRetry={found.again} />
        </div>
        <Notices />
        <PanelRail />
        <OpenPanel />
        <MapStage
          found={found}
          form={form}
          statusText={statusText}
          onForm={setForm}
          onMove={move}
          onReady={setCanvas}
        />
        <div className="map-bars">
          {bars.map((Bar) => (
            <Bar key={Bar.name} />
          ))}
        </div>
        <PrintedMap />
        {inspected && isCollapsedGroup(inspected) && <GroupCard id={inspected} />}
        {inspected && !isCollapsedGroup(inspected) && (
          <Inspector
            key={inspected}
            ecosystem={ecosystem}
            date={search.date}
            id={inspected}
            nodes={facts.map.nodes}
            edges={facts.map.edges}
            isJudged={found.isJudged}
            positions={facts.positions}
            boundaries={facts.boundaries}
            threats={facts.threats}
            onSelect={actions.select}
          />
        )}
      </div>
    </MapProvider>
  );
}
