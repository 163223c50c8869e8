import type { EdgeSingular, NodeSingular } from "cytoscape";
import type { CanvasController } from "../canvas/controller.ts";
import type { Outline } from "../canvas/group-outlines/outline.ts";
import { stylesheet } from "../canvas/stylesheet.ts";
import type { Shape } from "../model/kinds.ts";
import type { Point } from "../model/scene.ts";

/** A node as currently drawn; lengths in world units, CSS colours. */
export interface DrawnNode extends Point {
  id: string;
  shape: Shape;
  width: number;
  height: number;
  fill: string;
  fillOpacity: number;
  /** For a half-empty fill: the other colour, and which part is filled. */
  partly: { empty: string; part: "left half" | "core" } | null;
  /** A second rim about the node. */
  ring: { colour: string; width: number; offset: number } | null;
  rim: string;
  rimWidth: number;
  rimStyle: string;
  opacity: number;
}

export interface DrawnEdge {
  from: Point;
  to: Point;
  colour: string;
  width: number;
  opacity: number;
  dash: readonly number[];
  head: string;
  headScale: number;
}

export interface Snapshot {
  nodes: DrawnNode[];
  edges: DrawnEdge[];
  outlines: readonly Outline[];
}

/**
 * What the canvas shows, read from the canvas itself, in the colours of a theme: encodings, fading and background of every
 * kind come out as they look.
 */
export function snapshotOf({ cy, outlines, now }: CanvasController, scheme: "light" | "dark"): Snapshot {
  const isOther = now().props.scheme !== scheme;
  if (isOther) cy.style(stylesheet(scheme));
  const snapshot: Snapshot = {
    outlines,
    nodes: cy.nodes(":visible").map((node) => drawnNode(node as NodeSingular)),
    edges: cy
      .edges(":visible")
      .toArray()
      .flatMap((edge) => drawnEdge(edge as EdgeSingular) ?? []),
  };
  if (isOther) cy.style(stylesheet(now().props.scheme));
  return snapshot;
}

const number = (value: unknown): number => Number.parseFloat(String(value)) || 0;

function drawnNode(node: NodeSingular): DrawnNode {
  const style = (name: string) => node.style(name) as string;
  return {
    id: node.id(),
    ...node.position(),
    shape: style("shape") as Shape,
    width: node.width(),
    height: node.height(),
    fill: style("background-color"),
    fillOpacity: number(style("background-opacity")),
    partly: partlyFilled(style),
    ring:
      number(style("outline-width")) > 0
        ? {
            colour: style("outline-color"),
            width: number(style("outline-width")),
            offset: number(style("outline-offset")),
          }
        : null,
    rim: style("border-color"),
    rimWidth: number(style("border-width")),
    rimStyle: style("border-style"),
    opacity: number(style("opacity")),
  };
}

function partlyFilled(style: (name: string) => string): DrawnNode["partly"] {
  const fill = style("background-fill");
  if (fill !== "linear-gradient" && fill !== "radial-gradient") return null;
  const colours = String(style("background-gradient-stop-colors")).match(/rgba?\([^)]*\)|#[0-9a-f]+/gi) ?? [];
  const empty = colours.at(-1);
  return empty ? { empty, part: fill === "linear-gradient" ? "left half" : "core" } : null;
}

function drawnEdge(edge: EdgeSingular): DrawnEdge | null {
  const style = (name: string) => edge.style(name) as string;
  const opacity = number(style("opacity"));
  if (opacity === 0) return null;
  const width = number(style("width"));
  const dash: string | number[] = edge.style("line-dash-pattern");
  const dashes = Array.isArray(dash) ? dash : String(dash).split(/[ ,]+/).map(Number);
  return {
    from: edge.sourceEndpoint(),
    to: edge.targetEndpoint(),
    colour: style("line-color"),
    width,
    opacity,
    dash: { dashed: dashes, dotted: [width, 2.5 * width] }[style("line-style")] ?? [],
    head: style("target-arrow-shape"),
    headScale: number(style("arrow-scale")),
  };
}
