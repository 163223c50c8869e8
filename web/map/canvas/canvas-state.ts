import type { Core } from "cytoscape";
import type { Pins } from "../layout/target-places.ts";
import type { Form, Point, Scene } from "../model/scene.ts";
import type { LensName } from "../model/search-params/display-search.ts";
import type { Outline } from "./group-outlines/outline.ts";
import type { LevelOfDetail } from "./level-of-detail/level-of-detail.ts";

export interface Drop {
  from: Point;
  /** Node ids of records. */
  actor: string;
  onto: string;
  at: Point;
}

/** The map as the page wants it shown, and what is called when a person acts on it. */
export interface ShownMap {
  /** The ecosystem's key: where its nodes stood is kept under it. */
  ecosystem: string;
  scene: Scene;
  lens: LensName;
  form: Form;
  /** The view to begin with, as links have it; all of the map when absent. */
  at?: string | undefined;
  /** Where nodes of the network stand to begin with, as links have it. */
  linkedPlaces?: string | undefined;
  onForm(form: Form): void;
  /** Node id of the record in the inspector. */
  selected: string | null;
  onSelect(id: string | null): void;
  /** Node ids of all that are selected, when more than one is. */
  many: readonly string[];
  /** toggle: those that are selected leave, the others join. */
  onMany(ids: readonly string[], how: "replace" | "add" | "toggle"): void;
  /** What dragging on the canvas does. */
  tool: "pan" | "lasso" | "box";
  /** Asks what can be done with a record, or with the map itself; at: in pixels of the canvas. */
  onMenu(record: string | null, at: Point): void;
  /** What the list says of a record beside its name. */
  describe?(record: string): string;
  scheme: "light" | "dark";
  /** Where a person has put a node of this lens, by its id; in the world units of the lens's wide form. */
  pins: Pins;
  onMove(moves: ReadonlyMap<string, Point>): void;
  /** Keys ask to move what is selected or open, by pixels on the screen. */
  onNudge(by: Point): void;
  /** A node dropped on another, in world units; true when that meant something, so that it is not put there. */
  onDrop?(drop: Drop): boolean;
  reducedMotion: boolean;
  /** Outlined together, by Node ids of records. */
  groups: readonly { name: string; label: string; members: readonly string[] }[];
}

/** State of the canvas, as its parts read and set it. The controller has it; its parts know no controller. */
export interface CanvasState {
  readonly cy: Core;
  readonly levelOfDetail: LevelOfDetail;
  readonly outlines: readonly Outline[];
  setOutlines(outlines: readonly Outline[]): void;
  /** What is to be shown at this moment: never keep it. */
  now(): { props: ShownMap; scene: Scene };
  /** Where the layout has put the nodes of the network, pins aside: never change it. */
  networkPlaces(): ReadonlyMap<string, Point>;
}
