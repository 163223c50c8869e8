import type { BoundaryStatus, CompetitorType, MapEdgeKind, ThreatLevel, Voice } from "../../graphql/schema-types.ts";
import type { Cluster } from "../canvas/level-of-detail/cluster.ts";
import type { Change } from "./difference/compare.ts";
import type { TypicalRival } from "./facts.graphql.ts";
import type { Group } from "./group/group.ts";
import type { Look, Shape } from "./kinds.ts";
import type { Polygon } from "./polygon.ts";
import type { MapSearch } from "./search-params/map-search.ts";
import type { Selection } from "./selection.ts";
import type { ScaleName } from "./style/scales.ts";

export interface Point {
  x: number;
  y: number;
}

/** Where the name of a territory stands, in world units; nothing else stands there, at whatever zoom. */
export interface NameLabel extends Point {
  width: number;
  height: number;
  /** Height of its letters where they are largest. */
  size: number;
  /** Whether the state stands on it too. */
  tellsState: boolean;
}

export interface SceneNode {
  /** An actor's node has its id in every lens, so that it can move from one to the next. */
  id: string;
  /** The record that opens when the node is chosen. */
  record: string;
  /** The whole name, for lists and screen readers. */
  name: string;
  /** The name as drawn: at most two lines. */
  label: string;
  /** Shorter forms of it, the longest first, drawn where the whole one has no room. */
  shorter?: readonly string[];
  /** The zoom from which on it is named; at any where absent. */
  namedFrom?: number;
  look: Look;
  /** The look's colour on the light ground; the canvas itself takes the one of its theme. */
  colour: string;
  shape: Shape;
  /** Diameter in world units. */
  size: number;
  /** 0..1; 1 when nothing is said of it. */
  confidence: number;
  /** Who says what it rests on; absent where nothing is claimed. */
  voice?: Voice | null;
  /** Its type was inferred from the facts, not given by a person: a dashed rim. */
  inferred?: boolean;
  /** The largest diameter that it has room for, in world units. */
  maxSize?: number;
  /** The actor claims to lead here. */
  lead: boolean;
  /** Higher keeps its label when two collide. */
  priority: number;
  /** Of a rival, in the Rivals lens. */
  competitor?: CompetitorType;
  /** Since the other date of a difference. */
  change?: Change;
  /** Only on the other date of a difference. */
  ghost?: boolean;
  /** Absent where the layout decides. */
  place?: Point;
  /** Of a group that is collapsed into one: the ids of those it stands for. */
  members?: readonly string[];
  /** Of a cluster seen from far: of how many records of each look it is made. */
  composition?: Composition;
  emphasis?: Emphasis;
  /** What its label may not reach out of, in world units. */
  within?: { x1: number; y1: number; x2: number; y2: number };
  /** Of a measure that colour stands for: the scale and the class of its value. */
  shade?: Shade;
  /** The same of the measure that the ring stands for. */
  ring?: Shade;
}

export type Composition = Partial<Record<Look, number>>;

export type Shade = "unknown" | `${ScaleName}-${number}`;

/** What a channel of the drawing stands for, with numbers: a part of the legend. */
export interface Key {
  title: string;
  channel: "size" | "shade" | "ring" | "width";
  items: KeyItem[];
}
export interface KeyItem {
  key: string;
  label: string;
  sample:
    | { type: "shade" | "ring"; shade: Shade }
    | { type: "size"; diameter: number }
    | { type: "width"; width: number };
}

/** on: part of what is asked for, such as a path; off: everything else then. Absent: nothing is asked for. */
export type Emphasis = "on" | "off";

export interface SceneEdge {
  id: string;
  source: string;
  target: string;
  /** THREAD joins the actor markers of one actor. */
  kind: MapEdgeKind | "THREAD";
  confidence: number;
  /** How many relations it stands for, where it is more than itself: it ends in a collapsed group. */
  count?: number;
  /** Nearly unseen until it is pointed at: where nodes stand says nothing of relations. */
  isQuiet?: boolean;
  /** It ends in a cluster that is seen from far. */
  toCluster?: boolean;
  emphasis?: Emphasis;
  change?: Change;
  ghost?: boolean;
  /** In pixels at life size; the kind's own where absent. */
  width?: number;
  /** What the width stands for is not known of it. */
  unknown?: boolean;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * What lies beneath the nodes. Marks that name a node are drawn where it stands, also while it moves. `enlargement` is how many
 * times as large as elsewhere letters, rims and hatching may become in a large drawing seen from afar; absent: 1.
 */
export type BackgroundItem =
  | ({
      type: "territory";
      /** The activity's Node id. */
      record: string;
      status: BoundaryStatus;
      /** The kinds of those who lead. */
      looks: Look[];
      name: string;
      state: string;
      /** Another status or lead on the other date of a difference. */
      isChanged?: boolean;
      polygon: Polygon;
      /** Where the name stands. */
      nameLabel: NameLabel;
      /** 0..1, of the claims to lead; 1 when nothing is said of it. */
      confidence: number;
      enlargement?: number;
    } & Area)
  /** A group of nodes in a grid, with its name and how many they are. */
  | ({ type: "tile"; name: string; count: number; nameLabel: NameLabel; enlargement: number } & Area)
  | { type: "line"; from: [number, number]; to: [number, number]; strength: "axis" | "grid" }
  /** Where a typical rival would be this threat; the label tells it in points. */
  | {
      type: "contour";
      points: readonly (readonly [number, number])[];
      label: string;
      strong: boolean;
      typical: TypicalRival;
    }
  /** Ground of which a level of threat begins. */
  | { type: "zone"; level: ThreatLevel; polygon: Polygon }
  | {
      type: "text";
      x: number;
      y: number;
      text: string;
      align: "left" | "center" | "right";
      strong: boolean;
      turned?: boolean;
      /** How long it may be, in world units: its letters are smaller where it would be longer. */
      maxWidth?: number;
      enlargement?: number;
    }
  | ({ type: "unplaced-area"; label: string } & Area)
  /** half: from the node's middle to either end, in world units. */
  | { type: "whisker"; node: string; half: number; look: Look }
  /** From where a node belongs to where it was moved so as not to lie on another. */
  | { type: "leader"; node: string; x: number; y: number }
  /** radius: how large the node would be at its upper bound. */
  | { type: "halo"; node: string; radius: number; look: Look }
  /** radius: the node's. */
  | { type: "change"; node: string; radius: number; change: Change }
  /** To where the node stands on the other date of a difference; isEarlier: that date is. */
  | { type: "tail"; node: string; x: number; y: number; look: Look; isEarlier: boolean; isFaint?: boolean };

export interface Scene {
  nodes: SceneNode[];
  edges: SceneEdge[];
  background: BackgroundItem[];
  /** From the wide form of the lens, in which pins are kept, to the form that is drawn. */
  stretch: Point;
  /** Where a label may stand, best first. */
  anchors: readonly Anchor[];
  /** What size, colour, ring and width stand for, where the reader has chosen it. */
  keys?: readonly Key[];
  /** Groups that the nodes are placed by, each node in one; nobody is moved out of its group by hand. */
  arrangement?: { name: string; groups: readonly Group[] };
  /** Groups that are outlined, in the order of their colours. */
  outlined?: readonly Group[];
  /** By what it is drawn from far, where it is too large to be drawn in full. */
  clusters?: readonly Cluster[];
  /** It shows what would be. */
  isScenario?: boolean;
}

export type Anchor = "bottom" | "right" | "left" | "top";
export const anchors: readonly Anchor[] = ["bottom", "right", "left", "top"];

/** The shape of the window: a phone held upright gets a tall drawing, with the same things in the same order. */
export type Form = "wide" | "tall";

/** Changes what the scene looks like, never where it stands. Pure; each step is a file and a line in pipeline.ts. */
export type SceneStep = (scene: Scene, selection: Selection, search: MapSearch, form: Form) => Scene;
