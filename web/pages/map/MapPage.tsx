import { Button } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import { describeFailure } from "../../graphql/client.ts";
import { ImportDrop } from "../../import/ImportDrop.tsx";
import { Inspector } from "../../inspector/Inspector.tsx";
import type { CanvasController } from "../../map/canvas/controller.ts";
import { maxInFull } from "../../map/canvas/level-of-detail/cluster.ts";
import { MapCanvas } from "../../map/canvas/MapCanvas.tsx";
import type { Drop, MapCanvasProps } from "../../map/canvas/props.ts";
import { lenses } from "../../map/lenses/lenses.ts";
import { describer } from "../../map/model/describe.ts";
import { isCollapsedGroup } from "../../map/model/group/collapsed-groups.ts";
import { groupsOf } from "../../map/model/group/groups.ts";
import { placesOf, sceneOf, selectionOf } from "../../map/model/pipeline.ts";
import type { Form } from "../../map/model/scene.ts";
import type { MapSearch } from "../../map/model/search-params/map-search.ts";
import { count, formatDate } from "../../shared/format.ts";
import { Empty, Failed, Loading } from "../../shared/States.tsx";
import { GroupCard } from "./focus/GroupCard.tsx";
import { MapContext, type MapContextValue } from "./map-context.ts";
import { bars, overlays, tools } from "./map-regions.ts";
import { nudge } from "./nudge.ts";
import { OpenPanel, PanelRail } from "./PanelRail.tsx";
import { useComputedColorScheme, useReducedMotion } from "./preferences.ts";
import { type Frames, useFrames } from "./use-frames.ts";
import { type Dates, type MapDay, useMapDay } from "./use-map-day.ts";
import { useMapFacts } from "./use-map-facts.ts";
import { useMapInteraction } from "./use-map-interaction.ts";
import { usePins } from "./use-pins.ts";
import { useStyledFacts } from "./use-styled-facts.ts";
import { useUndoHistory } from "./use-undo-history.ts";
import { useViews } from "./views/use-views.ts";
import { claimDrop } from "./what-if/claim-drop.ts";
import { scenarioFacts, useWhatIf } from "./what-if/use-what-if.ts";
import "./map.css";

const route = getRouteApi("/e/$ecosystem/map");

/** Fetches what the map is drawn from, and says what it is to be while there is nothing to draw. */
export default function MapPage() {
  const { ecosystem } = route.useParams();
  // Another ecosystem is another map: nothing of the one before is shown under its name.
  return <MapOf key={ecosystem} ecosystem={ecosystem} />;
}

function MapOf({ ecosystem }: { ecosystem: string }) {
  const { date, against, lens = "network" } = route.useSearch();
  const navigate = route.useNavigate();
  const write = useCallback(
    (dates: Dates) => void navigate({ search: (before) => ({ ...before, ...dates }), replace: true }),
    [navigate],
  );
  const time = useMapDay({ date, against }, write);
  const [shown, setShown] = useState({ ready: false, large: false });
  const frames = useFrames(ecosystem, time, shown);
  const found = useMapFacts(ecosystem, time, frames, lens);
  const { whole, facts } = found;
  // What is on the screen first; what other dates look like after it.
  const elements = facts && whole ? whole.nodes.length + whole.edges.length : 0;
  useEffect(() => setShown({ ready: elements > 0, large: elements > maxInFull }), [elements]);
  if (found.error && !whole) return <Failed error={found.error} onRetry={found.again} />;
  if (!whole || !facts) return <Loading rows={10} />;
  return (
    <ImportDrop into={ecosystem}>
      {(choose) =>
        whole.nodes.length === 0 ? (
          <Empty title="Nothing on the map yet">
            <p>
              Here stand the actors of this ecosystem, what they do and how they relate. Drop a document on this page to
              fill it.
            </p>
            <Button size="xs" mt="sm" onClick={choose}>
              Import a file
            </Button>
          </Empty>
        ) : (
          <MapDesk
            ecosystem={ecosystem}
            time={time}
            frames={frames}
            found={{ ...found, whole, facts }}
            onImport={choose}
          />
        )
      }
    </ImportDrop>
  );
}

// One empty list for all renders: a new one each time would mark the canvas each time.
const none: readonly string[] = [];
const noGroups: MapCanvasProps["groups"] = [];

type Found = ReturnType<typeof useMapFacts>;
interface DeskProps {
  ecosystem: string;
  time: MapDay;
  frames: Frames;
  found: Found & { whole: NonNullable<Found["whole"]>; facts: NonNullable<Found["facts"]> };
  onImport(): void;
}

/** One canvas, four lenses over the same facts, and all that stands around it; what is shown stands in the address. */
function MapDesk({ ecosystem, time, frames, found, onImport }: DeskProps) {
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
  const failure = found.error ?? unread;
  const [form, setForm] = useState<Form>("wide");
  const [canvas, setCanvas] = useState<CanvasController | null>(null);
  const [said, setSaid] = useState("");

  const go = useCallback(
    (change: Partial<MapSearch>, push: boolean) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace: !push }),
    [navigate],
  );
  const undoHistory = useUndoHistory(search, go);
  const select = useCallback((id: string | null) => go({ selected: id ?? undefined }, true), [go]);
  const views = useViews(ecosystem);
  // A view that has gone leaves the lens's own places.
  const view = views.list?.some(({ key }) => key === search.view) === false ? undefined : search.view;
  const { pins, move, pinAll, pinsState } = usePins(ecosystem, lens, view, whole.nodes, undoHistory);

  const selection = useMemo(() => selectionOf(facts, search), [facts, search]);
  const scene = useMemo(
    () => sceneOf(placesOf(selection, lens, form), selection, search, form),
    [selection, lens, form, search],
  );

  const describe = useMemo(() => describer(selection), [selection]);

  const interaction = useMapInteraction();
  const many = search.many ?? none;
  const { dispatch } = undoHistory;
  const choose = useCallback<MapCanvasProps["onMany"]>(
    (ids, how) => {
      const chosen = new Set(how === "replace" ? [] : many);
      for (const id of ids) if (!(how === "toggle" && chosen.delete(id))) chosen.add(id);
      dispatch("Select", { many: chosen.size > 0 ? [...chosen] : undefined });
      setSaid(chosen.size > 0 ? `${chosen.size} selected.` : "Nothing selected.");
    },
    [many, dispatch],
  );

  // Not among territories: there an actor has many actor markers, and the ground is taken.
  const groups = useMemo(
    () =>
      search.group && lens !== "boundaries"
        ? groupsOf(selection, search.group).filter(({ name }) => !search.folded?.includes(name))
        : noGroups,
    [selection, search.group, search.folded, lens],
  );

  const onDrop = useCallback(
    (drop: Drop) => {
      if (lens !== "boundaries" || search.panel !== "what-if") return false;
      const found = claimDrop(drop, scene, present, search.moved ?? none);
      if (found) dispatch(found.label, { moved: found.moved.length > 0 ? found.moved : undefined });
      setSaid(found ? `${found.label}: as it would be.` : "There is no claim here that could go to another actor.");
      return true;
    },
    [lens, search, scene, present, dispatch],
  );

  const value: MapContextValue = {
    ecosystem,
    search,
    day,
    time,
    frames,
    dispatch: undoHistory.dispatch,
    undoHistory,
    whole,
    facts,
    present,
    scenario,
    selection,
    scene,
    pins,
    pinAll,
    pinsState,
    views,
    select,
    interaction,
    choose,
    canvas,
    scheme,
    reducedMotion,
    announce: setSaid,
  };

  return (
    <MapContext value={value}>
      <div className="map-page" data-inspecting={search.selected ? true : undefined} data-presenting={search.present}>
        <h1 className="unseen">Map, {lenses[lens].label} lens</h1>
        <div className="map-tools">
          {tools.map((Tool) => (
            <Tool key={Tool.name} />
          ))}
          <Button size="xs" variant="subtle" color="gray" onClick={onImport} className="map-import">
            Import
          </Button>
          <p className="quiet map-note">
            {whole.truncated && "Only a part is drawn: the ecosystem is larger than a map can hold. "}
            {failure ? (
              <>
                Not up to date. {describeFailure(failure).detail}{" "}
                <button type="button" className="text-button" onClick={found.again}>
                  Try again
                </button>
              </>
            ) : (
              `As of ${formatDate(day)}`
            )}
            {" · "}
            {count(
              facts.map.nodes.filter((node) => node.kind === "ACTOR" && selection.nodes.has(node.id)).length,
              "actor",
            )}
          </p>
        </div>
        <PanelRail />
        <OpenPanel />
        <div className="map-canvas">
          {lens === "rivals" && found.noRivals ? (
            <Empty part title={found.noRivals.title}>
              {found.noRivals.text}
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
              onForm={setForm}
              selected={search.selected ?? null}
              onSelect={select}
              many={many}
              onMany={choose}
              tool={interaction.tool}
              onMenu={(record, at) => interaction.setMenu({ record, at })}
              describe={describe}
              scheme={scheme}
              pins={pins}
              onMove={move}
              onNudge={(by) => nudge(value, by)}
              onDrop={onDrop}
              reducedMotion={reducedMotion}
              groups={groups}
              onReady={setCanvas}
            />
          )}
          {overlays.map((Overlay) => (
            <Overlay key={Overlay.name} />
          ))}
          <p className="map-said" role="status">
            {said}
          </p>
        </div>
        <div className="map-bars">
          {bars.map((Bar) => (
            <Bar key={Bar.name} />
          ))}
        </div>
        {search.selected && isCollapsedGroup(search.selected) && <GroupCard id={search.selected} />}
        {search.selected && !isCollapsedGroup(search.selected) && (
          <Inspector
            key={search.selected}
            ecosystem={ecosystem}
            date={search.date}
            id={search.selected}
            nodes={facts.map.nodes}
            edges={facts.map.edges}
            isJudged={found.isJudged}
            positions={facts.positions}
            boundaries={facts.boundaries}
            threats={facts.threats}
            onSelect={select}
          />
        )}
      </div>
    </MapContext>
  );
}
