import type { ActorKind, Boundary, BoundaryStatus, MapEdge, MapNode, Position } from "../graphql/types.ts";
import type { Shape } from "./kinds.ts";
import type { ThreatRow } from "./threat-row.ts";

/** What the lenses draw from; positions in world units, y down. */
export interface MapFacts {
  map: { nodes: MapNode[]; edges: MapEdge[] };
  positions: readonly Position[];
  boundaries: readonly Boundary[];
  threats: readonly ThreatRow[];
}

export interface SceneNode {
  /** An actor's node has its id in every lens, so that it can move from one to the next. */
  id: string;
  /** The record that opens when the node is chosen. */
  record: string;
  label: string;
  colour: string;
  shape: Shape;
  size: number;
  /** 0..1; 1 when nothing is said of it. */
  confidence: number;
  /** Only others say so: drawn hollow. */
  hollow: boolean;
  /** The actor claims to lead here. */
  lead: boolean;
  /** Higher keeps its label when two collide. */
  priority: number;
  /** Absent where the layout decides. */
  place?: { x: number; y: number };
}

export interface SceneEdge {
  id: string;
  source: string;
  target: string;
  style: "solid" | "dashed" | "dotted";
  arrow: boolean;
  confidence: number;
}

/** What lies beneath the nodes. */
export type Mark =
  | {
      type: "territory";
      x: number;
      y: number;
      width: number;
      height: number;
      status: BoundaryStatus;
      colours: string[];
      label: string;
    }
  | { type: "line"; from: [number, number]; to: [number, number]; strength: "axis" | "grid" }
  | {
      type: "text";
      x: number;
      y: number;
      text: string;
      align: "left" | "center" | "right";
      strong: boolean;
      turned?: boolean;
    }
  | { type: "tray"; x: number; y: number; width: number; height: number; label: string }
  | { type: "whisker"; x: number; y: number; half: number; colour: string };

export interface Scene {
  nodes: SceneNode[];
  edges: SceneEdge[];
  marks: Mark[];
}

export type Lens = (facts: MapFacts, visible: ReadonlySet<ActorKind>) => Scene;
