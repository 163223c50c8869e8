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

/** Box of a territory's name, in world units; nothing else is placed there, at any zoom. */
export interface NameLabel extends Point {
  width: number;
  height: number;
  /** Maximum font size. */
  size: number;
  /** Whether it includes the status. */
  tellsState: boolean;
}

export interface SceneNode {
  /** An actor's node has the same id in every lens, so that it can be animated between them. */
  id: string;
  /** Record that opens when the node is selected. */
  record: string;
  /** Full name, for lists and screen readers. */
  name: string;
  /** Name as drawn: at most two lines. */
  label: string;
  /** Shorter forms of it, the longest first, drawn where the whole one has no room. */
  shorter?: readonly string[];
  /** The zoom from which on it is named; at any where absent. */
  namedFrom?: number;
  look: Look;
  /** Colour of the style in the light theme; the canvas takes that of its own theme. */
  colour: string;
  shape: Shape;
  /** Diameter in world units. */
  size: number;
  /** Confidence, 0..1; 1 when unknown. */
  confidence: number;
  /** Voice behind its position; absent without claims. */
  voice?: Voice | null;
  /** The competitor type was inferred, not tagged: a dashed rim. */
  inferred?: boolean;
  /** Maximum diameter that fits, in world units. */
  maxSize?: number;
  /** The actor claims to lead here. */
  lead: boolean;
  /** Label priority: the higher is kept on collision. */
  priority: number;
  /** Threat of a rival, in the Rivals lens. */
  competitor?: CompetitorType;
  /** Change since the other date of a comparison. */
  change?: Change;
  /** On the other date of a comparison only. */
  ghost?: boolean;
  /** Absent where the layout decides. */
  place?: Point;
  /** Members of a collapsed group, by id. */
  members?: readonly string[];
  /** Of a cluster: number of records by style. */
  composition?: Composition;
  emphasis?: Emphasis;
  /** Area that the label must not leave, in world units. */
  within?: { x1: number; y1: number; x2: number; y2: number };
  /** For a measure shown by colour: its scale and the class of the value. */
  shade?: Shade;
  /** The same for the measure shown by the ring. */
  ring?: Shade;
}

export type Composition = Partial<Record<Look, number>>;

export type Shade = "unknown" | `${ScaleName}-${number}`;

/** Key of a visual channel with numbers: a part of the legend. */
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

/** on: part of a request such as a path; off: all other elements then. Absent: no such request. */
export type Emphasis = "on" | "off";

export interface SceneEdge {
  id: string;
  source: string;
  target: string;
  /** THREAD connects the actor markers of one actor. */
  kind: MapEdgeKind | "THREAD";
  confidence: number;
  /** Number of relations that it represents; it ends in a collapsed group. */
  count?: number;
  /** Nearly unseen until it is pointed at: where nodes stand says nothing of relations. */
  isQuiet?: boolean;
  /** It ends in a cluster that is seen from far. */
  toCluster?: boolean;
  emphasis?: Emphasis;
  change?: Change;
  ghost?: boolean;
  /** In pixels at zoom 1; the kind's own where absent. */
  width?: number;
  /** The value shown by width is unknown. */
  unknown?: boolean;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Background items, beneath the nodes. Items that refer to a node follow it while it moves. `enlargement` is the
 * maximum scale of letters, rims and hatching in a large drawing that is zoomed out; absent: 1.
 */
export type BackgroundItem =
  | ({
      type: "territory";
      /** The activity's Node id. */
      record: string;
      status: BoundaryStatus;
      /** Kinds of the leads. */
      looks: Look[];
      name: string;
      state: string;
      /** Status or lead that differs on the other date of a comparison. */
      isChanged?: boolean;
      /** Of a changed one: the status on the other date, in words. */
      comparedState?: string;
      polygon: Polygon;
      /** Where the name stands. */
      nameLabel: NameLabel;
      /** Confidence of the claims to lead, 0..1; 1 when unknown. */
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
      /** Maximum length in world units; a longer text is drawn smaller. */
      maxWidth?: number;
      enlargement?: number;
    }
  | ({ type: "unplaced-area"; label: string } & Area)
  /** Along the edge of an axis: of those in it the other axis is unknown. Its label is a text of its own. */
  | ({ type: "strip" } & Area)
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
  /** Transform from the landscape form of the lens, in which pins are stored, to the drawn form. */
  stretch: Point;
  /** Anchors of labels, best first. */
  anchors: readonly Anchor[];
  /** Measures shown by size, colour, ring and width, where chosen. */
  keys?: readonly Key[];
  /** Groups that the nodes are placed by, each node in one; nobody is moved out of its group by hand. */
  arrangement?: { name: string; title: string; groups: readonly Group[] };
  /** Groups that are outlined, in the order of their colours. */
  outlined?: readonly Group[];
  /** By what it is drawn from far, where it is too large to be drawn in full. */
  clusters?: readonly Cluster[];
  /** It shows a scenario. */
  isScenario?: boolean;
}

export type Anchor = "bottom" | "right" | "left" | "top";
export const anchors: readonly Anchor[] = ["bottom", "right", "left", "top"];

/** Form of the drawing: a phone in portrait orientation gets a tall one, with the same things in the same order. */
export type Form = "wide" | "tall";

/** Changes styles of the scene, never positions. Pure; each step is a file and a line in pipeline.ts. */
export type SceneStep = (scene: Scene, selection: Selection, search: MapSearch, form: Form) => Scene;
