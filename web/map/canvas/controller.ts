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

/** Where Cytoscape keeps the outlines: with the canvas, so that whoever has the canvas can read them. */
const outlinesName = "_outlines";

/** With more nodes and relations a moving map is a picture of itself, without its relations. */
const maxRedrawn = 1_500;

interface Elements {
  /** Holds the canvas and what stands over it. */
  root: HTMLElement;
  /** Cytoscape's own. */
  container: HTMLElement;
  /** Lies beneath the nodes: territories, axes, outlines. */
  backgroundCanvas: HTMLCanvasElement;
  /** Lies above the nodes: their names. */
  labelCanvas: HTMLCanvasElement;
}

interface Source extends Pick<CanvasState, "now" | "networkPlaces"> {
  /** Lays the network out again; nodes that are given a place keep that one. */
  rerunLayout(from?: ReadonlyMap<string, Point>): void;
}

interface Change {
  scene: Scene;
  /** Where its nodes go. */
  places: ReadonlyMap<string, Point>;
  /** Lens and form: another one is fitted into the window. */
  drawing: string;
  /** A whole map has just been laid out: it is fitted again, unless a person has chosen what to look at. */
  isLaidOut: boolean;
}

/** Controller of the canvas: everything that acts on the map is given this. It lives as long as the canvas does. */
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
  /** A finger is held down for the menu: lifting it is no tap. */
  isTouchHeld = false;
  #isTouched = false;
  #drawing: string | undefined;
  /** Where everything is or is on its way to: what is measured while nodes move must not be where they happen to be. */
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

  /** The part of the map in the window was chosen, by hand or by a command: nothing else moves it from now on. */
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

  /** The same after the window or what stands over it has changed, unless a person has chosen what to look at. */
  fitUntouched(): void {
    if (!this.#isTouched) this.#fitWindow();
  }

  /** Zooms about the middle of the window. */
  zoomBy(factor: number): void {
    const { cy } = this;
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    this.navigated();
  }

  panBy(step: Point): void {
    this.cy.panBy(step);
    this.navigated();
  }

  /** Shows a scene: elements are brought to it, nodes move to their places, another drawing is fitted into the window. */
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

  /** Outlines of groups on the canvas at this moment. */
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
