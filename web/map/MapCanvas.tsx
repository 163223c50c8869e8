import cytoscape, { type Core, type ElementDefinition, type NodeSingular } from "cytoscape";
import fcose from "cytoscape-fcose";
import { useEffect, useMemo, useRef } from "react";
import type { ActorKind } from "../graphql/types.ts";
import { draw, extentOf, palettes } from "./draw.ts";
import { hiddenLabels } from "./label-priority.ts";
import { type LensName, lenses } from "./lenses/lenses.ts";
import type { MapFacts, Scene } from "./scene.ts";
import { stylesheet } from "./stylesheet.ts";
import "./canvas.css";

cytoscape.use(fcose as never);

type Point = { x: number; y: number };

interface Props extends MapFacts {
  lens: LensName;
  visibleKinds: readonly ActorKind[];
  /** Node id of the record in the inspector. */
  selected: string | null;
  onSelect(id: string | null): void;
  scheme: "light" | "dark";
  /** Where a person has put a node, by lens and node id. */
  pins: Readonly<Record<string, Point>>;
  onPin(id: string, x: number, y: number): void;
  reducedMotion: boolean;
}

const moveMillis = 280;

/** One canvas for all lenses: an actor keeps its node and moves to its place in the next lens. */
export function MapCanvas(props: Props) {
  const { lens, map, positions, boundaries, threats, visibleKinds, selected, scheme, pins, reducedMotion } = props;
  const container = useRef<HTMLDivElement>(null);
  const backdrop = useRef<HTMLCanvasElement>(null);
  const core = useRef<Core>(undefined);
  const networkPlaces = useRef(new Map<string, Point>());
  const drawn = useRef<LensName>(undefined);
  const latest = useRef(props);
  latest.current = props;

  const scene = useMemo(
    () => lenses[lens]({ map, positions, boundaries, threats }, new Set(visibleKinds)),
    [lens, map, positions, boundaries, threats, visibleKinds],
  );
  const marks = useRef(scene.marks);
  marks.current = scene.marks;

  useEffect(() => {
    const cy = cytoscape({ container: container.current!, minZoom: 0.08, maxZoom: 4, boxSelectionEnabled: false });
    core.current = cy;
    const repaint = () => paint(backdrop.current, cy, marks.current, latest.current.scheme);
    cy.on("render", repaint);
    cy.on("tap", (event) => {
      const target = event.target === cy ? null : (event.target as NodeSingular);
      if (!target || target.isNode()) latest.current.onSelect(target ? target.data("record") : null);
    });
    cy.on("mouseover", "node", ({ target }) => {
      const near = (target as NodeSingular).closedNeighborhood();
      cy.elements().not(near).addClass("faded");
      near.edges().addClass("near");
    });
    cy.on("mouseout", "node", () => cy.elements().removeClass("faded near"));
    cy.on("dragfree", "node", ({ target }) => {
      const { x, y } = (target as NodeSingular).position();
      latest.current.onPin(`${latest.current.lens}:${target.id()}`, x, y);
    });
    let timer: ReturnType<typeof setTimeout>;
    const label = () => {
      clearTimeout(timer);
      timer = setTimeout(() => placeLabels(cy), 120);
    };
    cy.on("viewport position add remove", label);
    const observer = new ResizeObserver(() => {
      cy.resize();
      fitView(cy, marks.current);
    });
    observer.observe(container.current!);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      core.current = undefined;
      cy.destroy();
    };
  }, []);

  useEffect(() => {
    core.current?.style(stylesheet(palettes[scheme]));
  }, [scheme]);

  useEffect(() => {
    const cy = core.current!;
    const switched = drawn.current !== lens;
    drawn.current = lens;
    show(cy, scene, { lens, pins, places: networkPlaces.current, animate: switched && !reducedMotion });
    if (switched) fitView(cy, scene.marks);
    placeLabels(cy);
  }, [scene, lens, pins, reducedMotion]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new scene has new elements to mark.
  useEffect(() => {
    const cy = core.current!;
    cy.nodes().removeClass("chosen");
    if (selected)
      cy.nodes()
        .filter((node) => node.data("record") === selected)
        .addClass("chosen");
  }, [selected, scene]);

  const zoom = (factor: number) => {
    const cy = core.current!;
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const pan: Record<string, Point> = {
      ArrowLeft: { x: 60, y: 0 },
      ArrowRight: { x: -60, y: 0 },
      ArrowUp: { x: 0, y: 60 },
      ArrowDown: { x: 0, y: -60 },
    };
    if (pan[event.key]) core.current!.panBy(pan[event.key]!);
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") fitView(core.current!, scene.marks);
    else if (event.key === "Escape") props.onSelect(null);
    else return;
    event.preventDefault();
  };
  const records = [...new Map(scene.nodes.map((node) => [node.record, node.label]))].sort((a, b) =>
    a[1].localeCompare(b[1]),
  );

  return (
    <div
      className="canvas"
      role="application"
      aria-label={`Map, ${records.length} records. Arrow keys pan, plus and minus zoom, 0 fits.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas takes the keys that pan and zoom it.
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <canvas ref={backdrop} aria-hidden />
      <div ref={container} className="canvas-core" aria-hidden />
      <div className="canvas-buttons">
        <button type="button" aria-label="Zoom in" onClick={() => zoom(1.25)}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => zoom(0.8)}>
          −
        </button>
        <button
          type="button"
          aria-label="Fit the map to the window"
          onClick={() => fitView(core.current!, scene.marks)}
        >
          ⤢
        </button>
      </div>
      <ul className="unseen" aria-label="Records on the map">
        {records.map(([record, label]) => (
          <li key={record}>
            <button type="button" tabIndex={-1} onClick={() => props.onSelect(record)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Shown {
  lens: LensName;
  pins: Props["pins"];
  places: Map<string, Point>;
  animate: boolean;
}

/** Brings the canvas to the scene: what stays keeps its node and moves, the rest comes and goes. */
function show(cy: Core, scene: Scene, { lens, pins, places, animate }: Shown): void {
  const wanted = new Set([...scene.nodes, ...scene.edges].map((element) => element.id));
  const homes = new Map(cy.nodes().map((node) => [node.data("record") as string, { ...node.position() }]));
  cy.batch(() => {
    cy.elements()
      .filter((element) => !wanted.has(element.id()))
      .remove();
    const added: ElementDefinition[] = [];
    scene.nodes.forEach((node, i) => {
      const existing = cy.getElementById(node.id);
      if (existing.nonempty()) existing.data(node);
      else {
        // A circle to start from: the layout then gives the same picture each time.
        const angle = (2 * Math.PI * i) / scene.nodes.length;
        const start = homes.get(node.record) ?? { x: 400 * Math.cos(angle), y: 400 * Math.sin(angle) };
        added.push({ group: "nodes", data: { ...node }, position: { ...start } });
      }
    });
    for (const edge of scene.edges)
      if (cy.getElementById(edge.id).empty()) added.push({ group: "edges", data: { ...edge } });
    cy.add(added);
  });
  const target =
    lens === "network" ? networkLayout(cy, places) : new Map(scene.nodes.map((node) => [node.id, node.place!]));
  cy.nodes().forEach((node) => {
    const place = pins[`${lens}:${node.id()}`] ?? target.get(node.id());
    if (!place) return;
    node.stop(true);
    if (animate && cy.nodes().length <= 500) node.animate({ position: place }, { duration: moveMillis });
    else node.position(place);
  });
}

/** Lays out those that have no place yet; the others stay where they are, whatever a filter or a date took away. */
function networkLayout(cy: Core, places: Map<string, Point>): Map<string, Point> {
  const fresh = cy.nodes().filter((node) => !places.has(node.id()));
  if (fresh.nonempty()) {
    const before = new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
    const fixed = cy
      .nodes()
      .filter((node) => places.has(node.id()))
      .map((node) => ({ nodeId: node.id(), position: places.get(node.id())! }));
    const options = {
      name: "fcose",
      animate: false,
      randomize: fixed.length === 0,
      quality: "default",
      nodeSeparation: 90,
      idealEdgeLength: 110,
      nodeRepulsion: 9000,
      fit: false,
      nodeDimensionsIncludeLabels: true,
      fixedNodeConstraint: fixed.length > 0 ? fixed : undefined,
    };
    cy.layout(options as never).run();
    cy.nodes().forEach((node) => {
      places.set(node.id(), { ...node.position() });
      node.position(before.get(node.id())!);
    });
  }
  return places;
}

function fitView(cy: Core, marks: Scene["marks"]): void {
  const extent = extentOf(marks);
  const padding = cy.width() < 600 ? 14 : 36;
  if (!extent) {
    cy.one("render", () => placeLabels(cy));
    setTimeout(() => !cy.destroyed() && cy.fit(cy.nodes(), padding), moveMillis + 20);
    cy.fit(cy.nodes(), padding);
    return;
  }
  // The legend stands over the left of a wide window: the axes begin beside it.
  const left = cy.width() > 1000 ? 260 : padding;
  const room = { x: cy.width() - left - padding, y: cy.height() - 2 * padding };
  const zoom = Math.min(room.x / (extent.x2 - extent.x1), room.y / (extent.y2 - extent.y1));
  cy.viewport({
    zoom,
    pan: {
      x: left + room.x / 2 - (zoom * (extent.x1 + extent.x2)) / 2,
      y: padding + room.y / 2 - (zoom * (extent.y1 + extent.y2)) / 2,
    },
  });
}

function placeLabels(cy: Core): void {
  if (cy.destroyed()) return;
  const boxes = cy.nodes().map((node) => {
    const { x, y } = node.position();
    const half = Math.min(104, (node.data("label") as string).length * 6) / 2;
    const top = y + (node.data("size") as number) / 2 + 2;
    return {
      id: node.id(),
      priority: node.data("priority") as number,
      x1: x - half,
      x2: x + half,
      y1: top,
      y2: top + 13,
    };
  });
  const hidden = hiddenLabels(boxes);
  cy.batch(() => cy.nodes().forEach((node) => void node.toggleClass("unlabelled", hidden.has(node.id()))));
}

function paint(canvas: HTMLCanvasElement | null, cy: Core, marks: Scene["marks"], scheme: Props["scheme"]): void {
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
  draw(context, marks, palettes[scheme], zoom);
}
