import cytoscape, { type Core } from "cytoscape";
import type { Point, Scene } from "../model/scene.ts";
import type { CanvasState } from "./canvas-state.ts";
import { type CanvasEvents, Emitter } from "./events.ts";
import { changeViewport, fittingViewport } from "./fit.ts";
import { fly } from "./fly.ts";
import type { Outline } from "./group-outlines/outline.ts";
import { labelCanvas } from "./labels/canvas-labels.ts";
import { LevelOfDetail } from "./level-of-detail/level-of-detail.ts";
import { viewportAt } from "./link-state.ts";
import { maxAnimated, move, moveMillis } from "./motion.ts";
import { stylesheet } from "./stylesheet.ts";
import { type Viewport, zoomLimits } from "./viewport.ts";

/** Cytoscape scratch key of the outlines: stored with the canvas, so that whatever has the canvas can read them. */
const outlinesName = "_outlines";

/** With more nodes and relations, the canvas is panned and zoomed as an image without relations. */
const maxRedrawn = 1_500;

interface Elements {
  /** Contains the canvas and its overlays. */
  root: HTMLElement;
  /** Cytoscape's own. */
  container: HTMLElement;
  /** Beneath the nodes: territories, axes, outlines. */
  backgroundCanvas: HTMLCanvasElement;
  /** Lies above the nodes: their names. */
  labelCanvas: HTMLCanvasElement;
}

interface Source extends Pick<CanvasState, "now" | "networkPlaces"> {
  /** Runs the layout of the network again; nodes that are given a place keep it. */
  rerunLayout(from?: ReadonlyMap<string, Point>): void;
}

interface Change {
  scene: Scene;
  /** Target positions of its nodes. */
  places: ReadonlyMap<string, Point>;
  /** Lens and form; when it changes, the map is fitted to the viewport. */
  drawing: string;
  /** A whole map has just been laid out: it is fitted again, unless a person has chosen a viewport. */
  isLaidOut: boolean;
}

/** Controller of the canvas: passed to everything that acts on the map. It lives as long as the canvas. */
export class CanvasController implements CanvasState {
  readonly cy: Core;
  readonly root: HTMLElement;
  readonly backgroundCanvas: HTMLCanvasElement;
  readonly labelCanvas: HTMLCanvasElement;
  readonly levelOfDetail: LevelOfDetail;
  readonly events = new Emitter<CanvasEvents>();
  readonly now: Source["now"];
  readonly networkPlaces: Source["networkPlaces"];
  readonly rerunLayout: Source["rerunLayout"];
  /** A long press has opened the menu: releasing it is not a tap. */
  isTouchHeld = false;
  /** Where the pointer is, in pixels of the canvas; null off the canvas and after a key has been used since. */
  pointer: Point | null = null;
  #isTouched = false;
  #drawing: string | undefined;
  /** Target positions, also during an animation: measurements must not use positions in transit. */
  #targets: readonly Point[] = [];
  #endFlight: (() => void) | undefined;
  #lineScale = 1;

  constructor(
    { root, container, backgroundCanvas, labelCanvas }: Elements,
    { now, networkPlaces, rerunLayout }: Source,
  ) {
    const { props, scene } = now();
    const isLarge = scene.nodes.length + scene.edges.length > maxRedrawn;
    this.cy = cytoscape({
      container,
      style: stylesheet(props.scheme),
      minZoom: zoomLimits.min,
      maxZoom: zoomLimits.max,
      boxSelectionEnabled: false,
      autounselectify: true,
      textureOnViewport: isLarge,
      hideEdgesOnViewport: isLarge,
    });
    this.root = root;
    this.backgroundCanvas = backgroundCanvas;
    this.labelCanvas = labelCanvas;
    this.now = now;
    this.networkPlaces = networkPlaces;
    this.rerunLayout = rerunLayout;
    this.levelOfDetail = new LevelOfDetail(this.cy, {
      onDraw: (drawn) => this.events.emit("drawn", drawn),
      onNavigate: () => this.navigated(),
    });
    this.cy.on("dragpan scrollzoom pinchzoom", () => this.navigated());
  }

  destroy(): void {
    this.#endFlight?.();
    this.cy.destroy();
  }

  /** Whether a person has panned or zoomed since the map was last fitted. */
  get isTouched(): boolean {
    return this.#isTouched;
  }

  /** Marks the viewport as chosen, by a gesture or a command: nothing else moves it from now on. */
  navigated(): void {
    this.#isTouched = true;
  }

  get viewport(): Viewport {
    return { zoom: this.cy.zoom(), pan: { ...this.cy.pan() } };
  }

  /** Gives nodes and relations the colours of the theme, and relations widths that are told apart in this drawing. */
  restyle(): void {
    this.cy.style(stylesheet(this.now().props.scheme, this.#lineScale));
  }

  /** Shows all of the map in the room that legend and buttons leave. */
  fit(): void {
    this.#fitWindow();
    this.#fitted();
  }

  /** Fits again after the container or its overlays have changed, unless a person has chosen a viewport. */
  fitUntouched(): void {
    if (!this.#isTouched) this.#fitWindow();
  }

  /** Zooms about the centre of the viewport. */
  zoomBy(factor: number): void {
    const { cy } = this;
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    this.navigated();
  }

  panBy(step: Point): void {
    this.cy.panBy(step);
    this.navigated();
  }

  /** Shows a scene: updates the elements, moves nodes to their places, and fits another drawing into the viewport. */
  show({ scene, places, drawing, isLaidOut }: Change): void {
    const { cy, levelOfDetail } = this;
    const { at, reducedMotion, scheme } = this.now().props;
    const before = this.#drawing;
    const wasEmpty = cy.nodes().empty();
    const from = { places: levelOfDetail.places, viewport: this.viewport };
    if (scene.nodes.length > 0 || scene.background.length > 0) this.#drawing = drawing;
    const isOther = before !== drawing || wasEmpty || (isLaidOut && !this.#isTouched);
    // Where a node stands says which group it is in: nobody is dragged into another.
    cy.autoungrabify(scene.arrangement !== undefined);
    this.#targets = levelOfDetail.take(scene, places);
    const wanted = isOther ? (at ? viewportAt(cy, at) : this.#fitting(scene)) : null;
    const viewport = wanted ?? from.viewport;
    levelOfDetail.show(viewport);
    if (wanted) {
      changeViewport(cy, viewport);
      this.#fitted();
    }
    const animate = before !== undefined && !wasEmpty && !reducedMotion;
    if (isOther && animate && scene.nodes.length > maxAnimated) {
      this.#endFlight?.();
      const still = [this.backgroundCanvas, this.labelCanvas, ...(cy.container() ? [cy.container()!] : [])];
      this.#endFlight = fly({ root: this.root, still, scheme, nodes: scene.nodes, from, to: { places, viewport } });
    } else if (animate && before !== drawing)
      this.backgroundCanvas.animate?.({ opacity: [0, 1] }, { duration: moveMillis });
    move(cy, levelOfDetail.places, animate);
    labelCanvas(this);
  }

  /** Outlines of groups currently on the canvas. */
  get outlines(): readonly Outline[] {
    return this.cy.scratch(outlinesName) ?? [];
  }

  setOutlines(outlines: readonly Outline[]): void {
    this.cy.scratch(outlinesName, outlines);
    this.cy.forceRender();
  }

  #fitted(): void {
    this.#isTouched = false;
    this.#scaleLines();
    this.events.emit("fitted");
  }

  /** Lines of a map that is seen from afar would be thinner than a pixel, and their families one. */
  #scaleLines(): void {
    const { cy } = this;
    const isLarge = cy.elements().length > maxRedrawn;
    const scale = isLarge ? 1 : Math.min(2.2, Math.max(1, 1 / cy.zoom()));
    if (Math.abs(scale / this.#lineScale - 1) < 0.15) return;
    this.#lineScale = scale;
    this.restyle();
  }

  #fitting(scene: Scene): Viewport | null {
    return fittingViewport(this.cy, this.root, scene, this.#targets);
  }

  #fitWindow(): void {
    const viewport = this.#fitting(this.now().scene);
    if (viewport) this.cy.viewport(viewport);
  }
}
