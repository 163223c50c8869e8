import type { Core } from "cytoscape";
import type { Pins } from "../layout/target-places.ts";
import type { Form, Point, Scene } from "../model/scene.ts";
import type { LensName } from "../model/search-params/display-search.ts";
import type { Outline } from "./group-outlines/outline.ts";
import type { LevelOfDetail } from "./level-of-detail/level-of-detail.ts";

/** A node that was dropped, in world units. */
export interface Drop {
  /** Id of the node: an actor has several in some lenses. */
  node: string;
  from: Point;
  /** Node ids of records; onto: null where it was dropped on no other node. */
  actor: string;
  onto: string | null;
  /** Where it was dropped: of another node its place. */
  at: Point;
}

/** Gestures that add facts; places in pixels of the canvas. */
export interface CanvasEditing {
  /** A double click on the empty map. */
  onAdd(at: Point): void;
  /** Whether a relation of the record can be drawn. */
  canRelate(record: string): boolean;
  /** A relation drawn between two records; to: null where the other end is still to be chosen. */
  onRelate(from: string, to: string | null, at: Point): void;
}

/** What the page passes to the map, and the callbacks for a person's actions on it. */
export interface ShownMap {
  /** The ecosystem's key: positions of its nodes are stored under it. */
  ecosystem: string;
  scene: Scene;
  lens: LensName;
  form: Form;
  /** Initial viewport, in the form that links have; the whole map when absent. */
  at?: string | undefined;
  /** Initial positions of nodes of the network, in the form that links have. */
  linkedPlaces?: string | undefined;
  onForm(form: Form): void;
  /** Node id of the record in the inspector. */
  selected: string | null;
  onSelect(id: string | null): void;
  /** Node ids of the selection, when it has more than one. */
  many: readonly string[];
  /** toggle: selected records are removed from the selection, others added. */
  onMany(ids: readonly string[], how: "replace" | "add" | "toggle"): void;
  /** What dragging on the canvas does. */
  tool: "pan" | "lasso" | "box";
  /** Opens the menu of a record, or of the map itself; at: in pixels of the canvas. */
  onMenu(record: string | null, at: Point): void;
  /** Description of a record in the list, beside its name. */
  describe?(record: string): string;
  scheme: "light" | "dark";
  /** Pins of this lens by node id, in world units of the lens's landscape form. */
  pins: Pins;
  onMove(moves: ReadonlyMap<string, Point>): void;
  /** Keys that move what is selected or open, by pixels on the screen. */
  onNudge(by: Point): void;
  /** A node that was dropped; returns true when that was a command, so that the node is not pinned there. */
  onDrop?(drop: Drop): boolean;
  /** Null for a person who may not add facts here. */
  editing?: CanvasEditing | null;
  reducedMotion: boolean;
  /** Records outlined together, by Node ids. */
  groups: readonly { name: string; label: string; members: readonly string[] }[];
}

/**
 * State of the canvas, read and set by its parts. The controller holds it; the parts do not depend on the controller.
 */
export interface CanvasState {
  readonly cy: Core;
  readonly levelOfDetail: LevelOfDetail;
  readonly outlines: readonly Outline[];
  setOutlines(outlines: readonly Outline[]): void;
  /** Current props: read them when needed, never keep them. */
  now(): { props: ShownMap; scene: Scene };
  /** Computed layout of the network, without pins; read-only. */
  networkPlaces(): ReadonlyMap<string, Point>;
}
