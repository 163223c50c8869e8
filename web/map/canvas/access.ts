import type { Core } from "cytoscape";
import type { Point, Scene } from "../model/scene.ts";
import type { LevelOfDetail } from "./level-of-detail/level-of-detail.ts";
import type { MapCanvasProps } from "./props.ts";

/** What everything that acts on the canvas is given; it lives as long as the canvas does. */
export interface CanvasAccess {
  cy: Core;
  /** The element that holds the canvas and what stands over it. */
  root: HTMLElement;
  /** Lies beneath the nodes: territories, axes, outlines. */
  background: HTMLCanvasElement;
  /** What of the scene is drawn. */
  levelOfDetail: LevelOfDetail;
  /** What is on the canvas at this moment: never keep it. */
  now(): { props: MapCanvasProps; scene: Scene };
  /** Whether a person has panned or zoomed since the map was last fitted. */
  isTouched(): boolean;
  /** Shows all of the map in the room that legend and buttons leave. */
  fitAll(): void;
  /** Where the layout has put the nodes of the network, pins aside: never change it. */
  networkPlaces(): ReadonlyMap<string, Point>;
  /** Lays the network out again; nodes that are given a place keep that one. */
  rerunLayout(from?: ReadonlyMap<string, Point>): void;
}

/** One concern of the canvas: starts when the canvas is there and hands back how it ends. A new one is a file and a line. */
export type Behaviour = (canvas: CanvasAccess) => () => void;
