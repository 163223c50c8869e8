import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { keepPlaces, keptPlaces } from "../layout/kept-places.ts";
import { LayoutBar } from "../layout/LayoutBar.tsx";
import { placesIn } from "../layout/link-places.ts";
import { targetPlaces } from "../layout/target-places.ts";
import { useSettling } from "../layout/use-settling.ts";
import { recordsIn } from "../model/records-in.ts";
import type { Point } from "../model/scene.ts";
import { atRest } from "./at-rest.ts";
import { behaviours } from "./behaviours.ts";
import { CanvasButtons } from "./CanvasButtons.tsx";
import { CanvasController } from "./controller.ts";
import { listen } from "./events.ts";
import { isOutOfSight } from "./fit.ts";
import { highlight, ring } from "./highlight.ts";
import { labelCanvas } from "./labels/canvas-labels.ts";
import { ClusterNote, OffscreenNote } from "./level-of-detail/CanvasNotes.tsx";
import { asksForMenu, NodeList } from "./NodeList.tsx";
import type { MapCanvasProps } from "./props.ts";
import { recordPosition } from "./record-position.ts";
import { keyPress } from "./shortcuts.ts";
import "./canvas.css";
import "./pulse.css";

const sightMillis = 300;
/** Name of the layout that knows no groups. */
const byRelations = "";

/** One canvas for all lenses: an actor keeps its node and moves to its place in the next lens. */
export function MapCanvas(props: MapCanvasProps) {
  const { scene, lens, form, selected, many, scheme, pins, reducedMotion } = props;
  const root = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const backgroundCanvas = useRef<HTMLCanvasElement>(null);
  const labelLayer = useRef<HTMLCanvasElement>(null);
  const controller = useRef<CanvasController>(undefined);
  const [isClustered, setClustered] = useState(false);
  const [isLost, setLost] = useState(false);
  // Each arrangement by groups has a layout of its own, beside the one by relations.
  const [layouts, setLayouts] = useState(() => new Map([[byRelations, keptPlaces(props.ecosystem)]]));
  const arrangement = scene.arrangement?.name ?? byRelations;
  const networkPlaces = useMemo(() => {
    const found = layouts.get(arrangement) ?? new Map<string, Point>();
    layouts.set(arrangement, found);
    return found;
  }, [layouts, arrangement]);
  const settling = useSettling(networkPlaces);
  const { begin, settled, isWhole } = settling;
  const seen = useRef(0);
  const latest = useRef({ props, scene });
  latest.current = { props, scene };
  const placesNow = useRef(networkPlaces);
  placesNow.current = networkPlaces;

  useEffect(() => {
    const canvas = new CanvasController(
      {
        root: root.current!,
        container: container.current!,
        backgroundCanvas: backgroundCanvas.current!,
        labelCanvas: labelLayer.current!,
      },
      {
        now: () => latest.current,
        networkPlaces: () => placesNow.current,
        rerunLayout: (from) => {
          const { name } = latest.current.scene.arrangement ?? { name: byRelations };
          setLayouts((before) => new Map(before).set(name, new Map(from)));
        },
      },
    );
    controller.current = canvas;
    const { cy, events, levelOfDetail } = canvas;
    const sight = atRest(cy, sightMillis, () => setLost(isOutOfSight(canvas)));
    const endings = [
      events.on("drawn", () => {
        highlightSelected(canvas, latest.current.props);
        setClustered(levelOfDetail.isClustered);
        sight.soon();
      }),
      listen(cy, "viewport", sight.soon),
      sight.end,
      ...behaviours.map((behaviour) => behaviour(canvas)),
    ];
    const { onReady } = latest.current.props;
    onReady?.(canvas);
    return () => {
      latest.current.props.onReady?.(null);
      for (const end of endings) end();
      controller.current = undefined;
      canvas.destroy();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours.
  useEffect(() => {
    controller.current?.restyle();
  }, [scheme]);

  // Before paint: no animation frame shows the background of one lens beneath the nodes of another.
  useLayoutEffect(() => {
    latest.current.scene = scene;
  }, [scene]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: with reduced motion, nodes are placed without animation.
  useEffect(() => {
    const { ecosystem, linkedPlaces } = latest.current.props;
    if (linkedPlaces && lens === "network" && !scene.arrangement) {
      const ids = scene.nodes.map(({ id }) => id);
      for (const [id, place] of placesIn(linkedPlaces, ids)) networkPlaces.set(id, place);
    }
    const { places, task } = targetPlaces(scene, lens, pins, networkPlaces);
    begin(task);
    if (lens === "network" && !scene.arrangement && !task) keepPlaces(ecosystem, networkPlaces);
    const isLaidOut = settled !== seen.current && isWhole();
    seen.current = settled;
    controller.current!.show({ scene, places, drawing: `${lens} ${form} ${arrangement}`, isLaidOut });
  }, [scene, lens, form, pins, reducedMotion, settled, begin, isWhole, networkPlaces, arrangement]);

  useEffect(() => {
    const canvas = controller.current!;
    canvas.levelOfDetail.choose(selected ? [selected, ...many] : many);
    highlightSelected(canvas, { selected, many });
    labelCanvas(canvas);
    canvas.cy.forceRender();
  }, [selected, many]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the outlines depend on the groups.
  useEffect(() => {
    controller.current?.events.emit("groupsChanged");
  }, [props.groups]);

  const onFocus = useCallback((record: string | null) => {
    if (controller.current) ring(controller.current, record);
  }, []);

  const records = useMemo(() => recordsIn(scene), [scene]);
  const fit = () => controller.current?.fit();

  return (
    <div className="canvas" ref={root} data-tool={props.tool} data-making={settling.isMaking || undefined}>
      <div
        className="canvas-keys"
        role="application"
        aria-label={`Map, ${records.length} records. Arrow keys pan, Shift and an arrow key move the selection, plus and minus zoom, 0 fits the map to the window. A list of the records follows.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas has keyboard shortcuts to pan and zoom.
        tabIndex={0}
        onKeyDown={(event) => {
          const canvas = controller.current!;
          if (asksForMenu(event)) {
            event.preventDefault();
            props.onMenu(selected, recordPosition(canvas, selected));
          } else keyPress(event, { canvas, leave: () => props.onSelect(null), nudge: props.onNudge });
        }}
      >
        <canvas ref={backgroundCanvas} aria-hidden />
        <div ref={container} className="canvas-core" aria-hidden />
        <canvas ref={labelLayer} className="canvas-labels" aria-hidden />
      </div>
      <NodeList
        records={records}
        many={many}
        describe={props.describe}
        onFocus={onFocus}
        onSelect={props.onSelect}
        onToggle={(id) => props.onMany([id], "toggle")}
        onMenu={(id) => props.onMenu(id, recordPosition(controller.current!, id))}
      />
      <LayoutBar settling={settling} />
      {isLost ? <OffscreenNote onFit={fit} /> : isClustered && <ClusterNote />}
      <CanvasButtons onZoom={(factor) => controller.current?.zoomBy(factor)} onFit={fit} />
    </div>
  );
}

function highlightSelected(canvas: CanvasController, { selected, many }: Pick<MapCanvasProps, "selected" | "many">) {
  highlight(canvas, "chosen", selected ? [selected] : []);
  highlight(canvas, "among", many);
}
