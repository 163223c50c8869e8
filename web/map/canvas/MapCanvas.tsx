import cytoscape, { type Core, type NodeSingular } from "cytoscape";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { keepPlaces, keptPlaces } from "../layout/kept-places.ts";
import { LayoutBar } from "../layout/LayoutBar.tsx";
import { placesIn } from "../layout/link-places.ts";
import { targetPlaces } from "../layout/target-places.ts";
import { useSettling } from "../layout/use-settling.ts";
import type { Point, Scene } from "../model/scene.ts";
import type { CanvasAccess } from "./access.ts";
import { atRest } from "./at-rest.ts";
import { behaviours } from "./behaviours.ts";
import { CanvasButtons } from "./CanvasButtons.tsx";
import { changeViewport, fittingViewport } from "./fit.ts";
import { fly } from "./fly.ts";
import { highlight, ring } from "./highlight.ts";
import { labelCanvas } from "./labels/canvas-labels.ts";
import { ClusterNote, OffscreenNote } from "./level-of-detail/CanvasNotes.tsx";
import { LevelOfDetail, levelOfDetailOf } from "./level-of-detail/level-of-detail.ts";
import { viewportAt } from "./link-viewport.ts";
import { maxAnimated, move, moveMillis } from "./motion.ts";
import { asksForMenu, NodeList } from "./NodeList.tsx";
import { isOutOfSight } from "./out-of-sight.ts";
import type { MapCanvasProps } from "./props.ts";
import { keyPress } from "./shortcuts.ts";
import { stylesheet } from "./stylesheet.ts";
import { zoomLimits } from "./viewport.ts";
import "./canvas.css";
import "./pulse.css";

/** From how many nodes and relations on a moving map is a drawing of itself, without its relations. */
const bitmapFrom = 1_500;

/** One canvas for all lenses: an actor keeps its node and moves to its place in the next lens. */
export function MapCanvas(props: MapCanvasProps) {
  const { scene, lens, form, selected, many, scheme, pins, reducedMotion } = props;
  const root = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const background = useRef<HTMLCanvasElement>(null);
  const core = useRef<Core>(undefined);
  const levelOfDetail = useRef<LevelOfDetail>(undefined);
  const flight = useRef<() => void>(undefined);
  const [isClustered, setClustered] = useState(false);
  const [isLost, setLost] = useState(false);
  const [networkPlaces, setNetworkPlaces] = useState(() => keptPlaces(props.ecosystem));
  const settling = useSettling(networkPlaces);
  const { begin, settled, isWhole } = settling;
  const seen = useRef(0);
  // The reader has chosen a part of the map to look at: a layout that ends does not take it away.
  const touched = useRef(false);
  const drawn = useRef<string>(undefined);
  /** Where everything is or is on its way to: what is measured while nodes move must not be where they happen to be. */
  const targets = useRef<readonly Point[]>([]);
  const latest = useRef({ props, scene });
  latest.current = { props, scene };
  const placesNow = useRef(networkPlaces);
  placesNow.current = networkPlaces;

  const fitAll = useCallback(() => {
    const cy = core.current;
    if (!cy || !root.current) return;
    const viewport = fittingViewport(cy, root.current, latest.current.scene, targets.current);
    if (viewport) cy.viewport(viewport);
  }, []);

  useEffect(() => {
    const { props: first, scene: start } = latest.current;
    const cy = cytoscape({
      container: container.current!,
      style: stylesheet(first.scheme),
      minZoom: zoomLimits.min,
      maxZoom: zoomLimits.max,
      boxSelectionEnabled: false,
      autounselectify: true,
      textureOnViewport: start.nodes.length + start.edges.length > bitmapFrom,
      hideEdgesOnViewport: start.nodes.length + start.edges.length > bitmapFrom,
    });
    core.current = cy;
    levelOfDetail.current = new LevelOfDetail(cy);
    cy.on("shown", () => {
      markSelected(cy, latest.current.props);
      setClustered(levelOfDetail.current!.isClustered);
    });
    const sight = atRest(cy, 300, () => setLost(isOutOfSight(cy, latest.current.scene)));
    cy.on("viewport shown", sight.soon);
    cy.on("dragpan scrollzoom pinchzoom", () => {
      touched.current = true;
    });
    cy.on("fitted", () => {
      touched.current = false;
    });
    const canvas: CanvasAccess = {
      cy,
      root: root.current!,
      background: background.current!,
      levelOfDetail: levelOfDetail.current,
      now: () => latest.current,
      isTouched: () => touched.current,
      fitAll,
      networkPlaces: () => placesNow.current,
      rerunLayout: (from) => setNetworkPlaces(new Map(from)),
    };
    const ends = behaviours.map((begin) => begin(canvas));
    first.onReady?.(canvas);
    return () => {
      latest.current.props.onReady?.(null);
      for (const end of ends) end();
      sight.end();
      flight.current?.();
      core.current = undefined;
      drawn.current = undefined;
      cy.destroy();
    };
  }, [fitAll]);

  useEffect(() => {
    core.current?.style(stylesheet(scheme));
  }, [scheme]);

  // Before the browser paints, so that no animation frame shows the new lens's background beneath the old lens's nodes.
  useLayoutEffect(() => {
    latest.current.scene = scene;
  }, [scene]);

  useEffect(() => {
    const cy = core.current!;
    const drawing = `${lens} ${form}`;
    const before = drawn.current;
    const hadNothing = cy.nodes().empty();
    const { at, linkedPlaces } = latest.current.props;
    if (linkedPlaces && lens === "network") {
      const ids = scene.nodes.map(({ id }) => id);
      for (const [id, place] of placesIn(linkedPlaces, ids)) networkPlaces.set(id, place);
    }
    const { places, task } = targetPlaces(scene, lens, pins, networkPlaces);
    const from = { places: levelOfDetail.current!.places, viewport: { zoom: cy.zoom(), pan: { ...cy.pan() } } };
    begin(task);
    if (lens === "network" && !task) keepPlaces(latest.current.props.ecosystem, networkPlaces);
    const isNew = settled !== seen.current && isWhole();
    seen.current = settled;
    if (scene.nodes.length > 0 || scene.background.length > 0) drawn.current = drawing;
    const isOther = before !== drawing || hadNothing || (isNew && !touched.current);
    const all = levelOfDetail.current!.take(scene, places);
    targets.current = all;
    const wanted = isOther ? (at ? viewportAt(cy, at) : fittingViewport(cy, root.current!, scene, all)) : null;
    const viewport = wanted ?? from.viewport;
    levelOfDetail.current!.show(viewport);
    if (wanted) {
      changeViewport(cy, viewport);
      cy.emit("fitted");
    }
    const animate = before !== undefined && !hadNothing && !reducedMotion;
    if (isOther && animate && scene.nodes.length > maxAnimated) {
      flight.current?.();
      const still = [container.current!, background.current!];
      const to = { places, viewport };
      flight.current = fly({
        root: root.current!,
        still,
        scheme: latest.current.props.scheme,
        nodes: scene.nodes,
        from,
        to,
      });
    } else if (animate && before !== drawing)
      background.current?.animate?.({ opacity: [0, 1] }, { duration: moveMillis });
    move(cy, levelOfDetail.current!.places, animate);
    labelCanvas(cy, scene);
  }, [scene, lens, form, pins, reducedMotion, settled, begin, isWhole, networkPlaces]);

  useEffect(() => {
    const cy = core.current!;
    levelOfDetail.current!.choose(selected ? [selected, ...many] : many);
    markSelected(cy, { selected, many });
    labelCanvas(cy, latest.current.scene);
    cy.forceRender();
  }, [selected, many]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other groups are outlined anew.
  useEffect(() => {
    core.current?.emit("groups");
  }, [props.groups]);

  const onFocus = useCallback((record: string | null) => {
    const cy = core.current;
    if (!cy) return;
    ring(cy, latest.current.scene, record);
  }, []);

  const records = useMemo(() => recordsOf(scene), [scene]);
  const refit = () => {
    fitAll();
    core.current?.emit("fitted");
  };

  return (
    <div className="canvas" ref={root} data-tool={props.tool} data-making={settling.isMaking || undefined}>
      <div
        className="canvas-keys"
        role="application"
        aria-label={`Map, ${records.length} records. Arrow keys pan, with Shift they move what is selected, plus and minus zoom, 0 fits. The list after it names the records.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas takes the keys that pan and zoom it.
        tabIndex={0}
        onKeyDown={(event) => {
          const cy = core.current!;
          if (asksForMenu(event)) {
            event.preventDefault();
            props.onMenu(selected, selected ? whereOf(cy, selected) : { x: cy.width() / 2, y: cy.height() / 2 });
          } else keyPress(event, { cy, refit, leave: () => props.onSelect(null), nudge: props.onNudge });
        }}
      >
        <canvas ref={background} aria-hidden />
        <div ref={container} className="canvas-core" aria-hidden />
      </div>
      <NodeList
        records={records}
        many={many}
        describe={props.describe}
        onFocus={onFocus}
        onSelect={props.onSelect}
        onToggle={(id) => props.onMany([id], "toggle")}
        onMenu={(id) => props.onMenu(id, whereOf(core.current!, id))}
      />
      <LayoutBar settling={settling} />
      {isLost ? <OffscreenNote onFit={refit} /> : isClustered && <ClusterNote />}
      <CanvasButtons core={() => core.current} onFit={refit} />
    </div>
  );
}

function markSelected(cy: Core, { selected, many }: Pick<MapCanvasProps, "selected" | "many">): void {
  highlight(cy, "chosen", selected ? [selected] : []);
  highlight(cy, "among", many);
}

/** Where a record stands on the canvas, in its pixels; the middle for one that is no node. */
function whereOf(cy: Core, id: string): Point {
  const record = levelOfDetailOf(cy).clusterOf(id)?.cluster.id ?? id;
  const node = cy.nodes().filter((one) => one.data("record") === record);
  if (node.empty()) return { x: cy.width() / 2, y: cy.height() / 2 };
  const { x, y } = (node.first() as NodeSingular).renderedPosition();
  return { x: Math.min(cy.width() - 8, Math.max(8, x)), y: Math.min(cy.height() - 8, Math.max(8, y)) };
}

/** Every record on the canvas once, territories too, by name. */
function recordsOf(scene: Scene): [string, string][] {
  const names = new Map<string, string>();
  for (const item of scene.background)
    if (item.type === "territory") names.set(item.record, `${item.name}, ${item.state}`);
  for (const node of scene.nodes) names.set(node.record, node.name);
  return [...names].sort((a, b) => a[1].localeCompare(b[1]));
}
