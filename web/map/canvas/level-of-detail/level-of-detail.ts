import type { Core } from "cytoscape";
import type { Point, Scene } from "../../model/scene.ts";
import { applyScene } from "../apply-scene.ts";
import type { Box } from "../labels/place-labels.ts";
import type { Viewport } from "../viewport.ts";
import { type ClusteredScene, type ClusterPart, clusteredSceneOf, drawnSceneOf } from "./drawn-scene.ts";
import { expandedClusters } from "./expanded-clusters.ts";

const nowhere: ReadonlyMap<string, Point> = new Map();
const nobody: ReadonlySet<string> = new Set();

interface Listeners {
  /** The elements on the canvas have changed. */
  onDraw(drawn: Scene): void;
  /** The viewport was moved to a record or a cluster. */
  onNavigate(): void;
}

/** Level of detail: draws the whole scene, or of a large one clusters, and in full what is inside the viewport. */
export class LevelOfDetail {
  #scene: Scene | null = null;
  #drawn: Scene | null = null;
  #parts: ClusteredScene | null = null;
  #open: ReadonlySet<string> = nobody;
  #chosen: ReadonlySet<string> = nobody;
  #places = nowhere;
  #clustered: { scene: Scene; places: ReadonlyMap<string, Point> } | null = null;

  constructor(
    readonly cy: Core,
    readonly listeners: Listeners,
  ) {}

  /** Null before the first scene. */
  get drawn(): Scene | null {
    return this.#drawn;
  }
  /** Whether the content of the viewport is drawn by cluster. */
  get isClustered(): boolean {
    return this.#open.size === 0 && (this.#parts?.clusters.length ?? 0) > 0;
  }
  /** Target positions of the whole scene, drawn or not, clusters included. */
  get places(): ReadonlyMap<string, Point> {
    return this.#places;
  }

  /**
   * Takes a scene without drawing it. @param places positions of its nodes. @returns what a viewport of the whole must
   * contain
   */
  take(scene: Scene, places: ReadonlyMap<string, Point>): Point[] {
    this.#scene = scene;
    if (scene.clusters && (this.#clustered?.scene !== scene || !isSame(this.#clustered.places, places))) {
      this.#parts = clusteredSceneOf(scene, places);
      this.#clustered = { scene, places };
    }
    if (!scene.clusters) this.#parts = null;
    const clusters = this.#parts?.clusters.flatMap(({ node }) => (node.place ? [[node.id, node.place] as const] : []));
    this.#places = clusters ? new Map([...places, ...clusters]) : places;
    const corners = (this.#parts?.clusters ?? []).flatMap(({ node: { place, size } }) =>
      place ? [-1, 1].map((side) => ({ x: place.x + (side * size) / 2, y: place.y + (side * size) / 2 })) : [],
    );
    return [...places.values(), ...corners];
  }

  /** Draws the scene as seen from a viewport. */
  show(viewport: Viewport): void {
    this.#open = new Set(this.#inView(viewport));
    this.#draw();
  }

  /** The edges of these records are drawn wherever they lead. */
  choose(records: readonly string[]): void {
    if (records.length === this.#chosen.size && records.every((id) => this.#chosen.has(id))) return;
    this.#chosen = new Set(records);
    if (this.#parts) this.#draw();
  }

  /** Expands the next cluster inside the viewport, or collapses one outside. False when nothing is left to do. */
  look(): boolean {
    if (!this.#parts) return false;
    const wanted = this.#inView({ zoom: this.cy.zoom(), pan: this.cy.pan() });
    const next = wanted.find((id) => !this.#open.has(id));
    const kept = [...this.#open].filter((id) => wanted.includes(id));
    if (next === undefined && kept.length === this.#open.size) return false;
    this.#open = new Set(next === undefined ? kept : [...this.#open, next]);
    this.#draw();
    return true;
  }

  /** The collapsed cluster that contains a record; null when the record is drawn itself, or not at all. */
  clusterOf(record: string): ClusterPart | null {
    const part = this.#parts?.clusterOf.get(record);
    return part && !this.#open.has(part.cluster.id) ? part : null;
  }

  /** The records that a node of the canvas represents. */
  recordsOf(node: string, record: string): string[] {
    const part = this.#parts?.clusters.find(({ cluster }) => cluster.id === node);
    return part ? [...new Set(part.members.map((member) => member.record))] : [record];
  }

  /** Zooms to a record in a collapsed cluster, close enough for it to be drawn itself. */
  reveal(record: string): void {
    const place = this.#places.get(record);
    if (!place || !this.clusterOf(record)) return;
    this.#approach(place);
    this.cy.center(this.cy.getElementById(record));
  }

  /** Zooms in on a cluster until it is drawn in full. */
  enter(cluster: string): void {
    const place = this.#places.get(cluster);
    if (place) this.#approach(place);
  }

  #approach(place: Point): void {
    const { cy } = this;
    for (let zoom = cy.zoom(); ; zoom *= 1.2) {
      const viewport = { zoom, pan: { x: cy.width() / 2 - zoom * place.x, y: cy.height() / 2 - zoom * place.y } };
      const wanted = this.#inView(viewport);
      if (wanted.length === 0 && zoom < cy.maxZoom()) continue;
      cy.viewport(viewport);
      this.#open = new Set(wanted);
      this.#draw();
      this.listeners.onNavigate();
      return;
    }
  }

  #inView(viewport: Viewport): string[] {
    if (!this.#parts) return [];
    const { cy } = this;
    const box: Box = {
      x1: -viewport.pan.x / viewport.zoom,
      y1: -viewport.pan.y / viewport.zoom,
      x2: (cy.width() - viewport.pan.x) / viewport.zoom,
      y2: (cy.height() - viewport.pan.y) / viewport.zoom,
    };
    return expandedClusters(this.#parts, this.#places, box, this.#open);
  }

  #draw(): void {
    const scene = this.#scene!;
    this.#drawn = this.#parts ? drawnSceneOf(scene, this.#parts, this.#open, this.#chosen) : scene;
    applyScene(this.cy, this.#drawn, this.#places);
    this.listeners.onDraw(this.#drawn);
  }
}

function isSame(a: ReadonlyMap<string, Point>, b: ReadonlyMap<string, Point>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [id, { x, y }] of a) {
    const other = b.get(id);
    if (!other || other.x !== x || other.y !== y) return false;
  }
  return true;
}
