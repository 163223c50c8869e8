import cytoscape, { type Core, type NodeSingular } from "cytoscape";
import fcose from "cytoscape-fcose";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ActorKind } from "../graphql/types.ts";
import { draw, extentOf, territoryAt } from "./backdrop/draw.ts";
import { palettes } from "./backdrop/palette.ts";
import { labelCanvas } from "./canvas-labels.ts";
import { Legend } from "./Legend.tsx";
import { type LensName, lenses } from "./lenses/lenses.ts";
import { NodeList } from "./NodeList.tsx";
import type { Form, MapFacts, Point, Scene } from "./scene.ts";
import { applyScene, type Pins, pinKey, placesOf } from "./show-scene.ts";
import { stylesheet } from "./stylesheet.ts";
import { type Insets, inOtherView, type View, viewOf, zoomLimits } from "./view.ts";
import "./canvas.css";

cytoscape.use(fcose as never);

export interface MapCanvasProps extends MapFacts {
  lens: LensName;
  visibleKinds: readonly ActorKind[];
  /** Node id of the record in the inspector. */
  selected: string | null;
  onSelect(id: string | null): void;
  scheme: "light" | "dark";
  /** Where a person has put a node, by pinKey; in the world units of the lens's wide form. */
  pins: Pins;
  /** id: a pinKey. */
  onPin(id: string, x: number, y: number): void;
  reducedMotion: boolean;
  /** Whether the canvas draws its own legend, from the very scene that is on it. */
  legend?: boolean;
}

const moveMillis = 280;
/** Above this many nodes a lens switch sets places at once: Cytoscape's own animation would stutter. */
const mostAnimated = 500;

/** One canvas for all lenses: an actor keeps its node and moves to its place in the next lens. */
export function MapCanvas(props: MapCanvasProps) {
  const { lens, map, positions, boundaries, threats, focal, visibleKinds, selected, scheme, pins, reducedMotion } =
    props;
  const frame = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const backdrop = useRef<HTMLCanvasElement>(null);
  const core = useRef<Core>(undefined);
  const networkPlaces = useRef(new Map<string, Point>());
  const drawn = useRef<string>(undefined);
  const [form, setForm] = useState<Form>("wide");
  const [legendOpen, setLegendOpen] = useState(() => window.matchMedia("(min-width: 861px)").matches);

  const scene = useMemo(
    () => lenses[lens]({ map, positions, boundaries, threats, focal }, new Set(visibleKinds), form),
    [lens, map, positions, boundaries, threats, focal, visibleKinds, form],
  );
  const latest = useRef({ props, scene });
  latest.current = { props, scene };

  const fitAll = useCallback(() => {
    const cy = core.current;
    if (!cy || !frame.current) return;
    const places = cy.nodes().map((node) => node.position());
    const box = extentOf(latest.current.scene.marks, places);
    if (box) cy.viewport(viewOf(box, { width: cy.width(), height: cy.height() }, insetsOf(frame.current)));
  }, []);

  useEffect(() => {
    const cy = cytoscape({
      container: container.current!,
      style: stylesheet(latest.current.props.scheme),
      minZoom: zoomLimits.least,
      maxZoom: zoomLimits.most,
      boxSelectionEnabled: false,
      autounselectify: true,
      // A large map pans as a picture of itself.
      textureOnViewport: latest.current.scene.nodes.length > 1500,
      hideEdgesOnViewport: latest.current.scene.nodes.length > 1500,
    });
    core.current = cy;
    let touched = false;
    let timer: ReturnType<typeof setTimeout>;
    const labels = () => {
      clearTimeout(timer);
      timer = setTimeout(() => labelCanvas(cy, latest.current.scene.anchors), 60);
    };
    cy.on("render", () => paint(backdrop.current, cy, latest.current.scene.marks, latest.current.props));
    cy.on("viewport position add remove data", labels);
    cy.on("dragpan scrollzoom pinchzoom", () => {
      touched = true;
    });
    cy.on("fitted", () => {
      touched = false;
    });
    cy.on("tap", (event) => {
      const { props, scene } = latest.current;
      if (event.target === cy) props.onSelect(territoryAt(scene.marks, event.position));
      else if (event.target.isNode()) props.onSelect(event.target.data("record") as string);
    });
    cy.on("mouseover", "node", ({ target }) => highlight(cy, (target as NodeSingular).data("record") as string));
    cy.on("mouseout", "node", () => cy.elements().removeClass("faded near"));
    cy.on("mouseover", "node", () => setCursor(container.current, "pointer"));
    cy.on("mouseout", "node", () => setCursor(container.current, ""));
    cy.on("dragfree", "node", ({ target }) => {
      const { props, scene } = latest.current;
      const { x, y } = (target as NodeSingular).position();
      const { stretch } = scene;
      props.onPin(pinKey(props.lens, (target as NodeSingular).id()), round(x / stretch.x), round(y / stretch.y));
    });
    const observer = new ResizeObserver(() => {
      cy.resize();
      setForm(cy.width() < 0.8 * cy.height() ? "tall" : "wide");
      if (!touched) fitAll();
    });
    observer.observe(container.current!);
    // Widths of names are measured again when the app's own letters have come.
    document.fonts?.ready.then(labels);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      core.current = undefined;
      drawn.current = undefined;
      cy.destroy();
    };
  }, [fitAll]);

  useEffect(() => {
    core.current?.style(stylesheet(scheme));
  }, [scheme]);

  // Before the browser paints, so that no frame shows the new lens's ground beneath the old lens's nodes.
  useLayoutEffect(() => {
    latest.current.scene = scene;
  }, [scene]);

  useEffect(() => {
    const cy = core.current!;
    const picture = `${lens} ${form}`;
    const before = drawn.current;
    const hadNothing = cy.nodes().empty();
    applyScene(cy, scene);
    const places = placesOf(cy, scene, lens, pins, networkPlaces.current);
    if (scene.nodes.length > 0 || scene.marks.length > 0) drawn.current = picture;
    if (before !== picture || hadNothing) {
      const box = extentOf(scene.marks, places.values());
      if (box) {
        const to = viewOf(box, { width: cy.width(), height: cy.height() }, insetsOf(frame.current!));
        changeView(cy, to);
        cy.emit("fitted");
      }
      if (before && !reducedMotion) backdrop.current?.animate?.({ opacity: [0, 1] }, { duration: moveMillis });
    }
    const animate = before !== undefined && !hadNothing && !reducedMotion && cy.nodes().length <= mostAnimated;
    move(cy, places, animate);
    labelCanvas(cy, scene.anchors);
  }, [scene, lens, form, pins, reducedMotion]);

  const records = useMemo(() => recordsOf(scene), [scene]);

  useEffect(() => {
    const cy = core.current!;
    mark(cy, "chosen", selected);
    labelCanvas(cy, scene.anchors);
    cy.forceRender();
  }, [selected, scene]);

  const onFocus = useCallback((record: string | null) => {
    const cy = core.current;
    if (!cy) return;
    mark(cy, "focused", record);
    const node = cy.nodes(".focused").first();
    if (node.nonempty()) bringIntoView(cy, node as NodeSingular);
    labelCanvas(cy, latest.current.scene.anchors);
  }, []);

  const zoom = (factor: number) => {
    const cy = core.current!;
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    cy.emit("scrollzoom");
  };
  const refit = () => {
    fitAll();
    core.current?.emit("fitted");
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const pan: Record<string, Point> = {
      ArrowLeft: { x: 60, y: 0 },
      ArrowRight: { x: -60, y: 0 },
      ArrowUp: { x: 0, y: 60 },
      ArrowDown: { x: 0, y: -60 },
    };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = pan[event.key];
    if (step) {
      core.current!.panBy(step);
      core.current!.emit("dragpan");
    } else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") refit();
    else if (event.key === "Escape") props.onSelect(null);
    else return;
    event.preventDefault();
  };

  return (
    <div className="canvas" ref={frame}>
      <div
        className="canvas-keys"
        role="application"
        aria-label={`Map, ${records.length} records. Arrow keys pan, plus and minus zoom, 0 fits. The list after it names the records.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas takes the keys that pan and zoom it.
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <canvas ref={backdrop} aria-hidden />
        <div ref={container} className="canvas-core" aria-hidden />
      </div>
      <NodeList records={records} onFocus={onFocus} onSelect={props.onSelect} />
      {props.legend && <Legend lens={lens} scene={scene} scheme={scheme} open={legendOpen} onToggle={setLegendOpen} />}
      <div className="canvas-buttons">
        <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => zoom(1.25)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" title="Zoom out (−)" onClick={() => zoom(0.8)}>
          −
        </button>
        <button type="button" aria-label="Fit the map to the window" title="Fit (0)" onClick={refit}>
          ⤢
        </button>
      </div>
    </div>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

function setCursor(element: HTMLElement | null, cursor: string): void {
  if (element) element.style.cursor = cursor;
}

/** Room that the legend takes at the left, where the window is wide enough to leave it free. */
function insetsOf(frame: HTMLElement): Insets {
  const small = frame.clientWidth < 700;
  const margin = small ? 10 : 28;
  // The page may show a legend of its own beside the canvas.
  const legend = frame.parentElement?.querySelector<HTMLDetailsElement>("details.map-legend, details.legend");
  const left = legend?.open && !small ? legend.offsetWidth + 28 : margin;
  return { left, right: small ? 10 : 60, top: small ? 12 : 24, bottom: small ? 58 : 24 };
}

/** A new view in which every node still stands where it stood on the screen: from there it moves. */
function changeView(cy: Core, to: View): void {
  const from: View = { zoom: cy.zoom(), pan: { ...cy.pan() } };
  cy.batch(() => {
    cy.nodes().forEach((node) => {
      node.stop(true);
      node.position(inOtherView(node.position(), from, to));
    });
  });
  cy.viewport(to);
}

function move(cy: Core, places: ReadonlyMap<string, Point>, animate: boolean): void {
  cy.nodes().forEach((node) => {
    const place = places.get(node.id());
    if (!place) return;
    node.stop(true);
    if (animate) node.animate({ position: { ...place } }, { duration: moveMillis, easing: "ease-in-out" as never });
    else node.position({ ...place });
  });
}

/** The neighbourhood of a record, all its tokens' together; the rest steps back. */
function highlight(cy: Core, record: string): void {
  const own = cy.nodes().filter((node) => node.data("record") === record);
  const near = own.closedNeighborhood();
  cy.batch(() => {
    cy.elements().not(near).addClass("faded");
    near.addClass("near");
  });
}

function mark(cy: Core, name: "chosen" | "focused", record: string | null): void {
  cy.batch(() => {
    cy.nodes().removeClass(name);
    if (record)
      cy.nodes()
        .filter((node) => node.data("record") === record)
        .addClass(name);
  });
}

function bringIntoView(cy: Core, node: NodeSingular): void {
  const { x, y } = node.renderedPosition();
  const room = 60;
  if (x < room || y < room || x > cy.width() - room || y > cy.height() - room) cy.center(node);
}

/** Every record on the canvas once, territories too, by name. */
function recordsOf(scene: Scene): [string, string][] {
  const names = new Map<string, string>();
  for (const mark of scene.marks) if (mark.type === "territory") names.set(mark.record, `${mark.name}, ${mark.state}`);
  for (const node of scene.nodes) names.set(node.record, node.name);
  return [...names].sort((a, b) => a[1].localeCompare(b[1]));
}

function paint(canvas: HTMLCanvasElement | null, cy: Core, marks: Scene["marks"], props: MapCanvasProps): void {
  const context = canvas?.getContext("2d");
  if (!canvas || !context) return;
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(cy.width() * ratio), Math.round(cy.height() * ratio)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  const zoom = cy.zoom();
  const pan = cy.pan();
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * pan.x, ratio * pan.y);
  draw(context, marks, {
    palette: palettes[props.scheme],
    zoom,
    chosen: props.selected,
    at: (id) => {
      const node = cy.getElementById(id);
      return node.nonempty() ? (node as unknown as NodeSingular).position() : undefined;
    },
  });
}
