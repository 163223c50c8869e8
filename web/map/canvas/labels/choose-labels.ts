import type { Anchor, Point } from "../../model/scene.ts";
import { mustFrom, ringHole } from "../stylesheet.ts";
import { letterPixels } from "../viewport.ts";
import { labelBox } from "./measure.ts";
import { type Box, type Labelled, type LabelPlace, maxMakingRoom, placeLabels } from "./place-labels.ts";

/** A node whose name is to be written; lengths in pixels of what it is drawn on. */
export interface NamedNode extends Point {
  id: string;
  label: string;
  /** Shorter forms of the name, for where the whole one has no room. */
  shorter?: readonly string[] | undefined;
  /** The zoom from which on it is named. */
  namedFrom?: number | undefined;
  radius: number;
  priority: number;
  /** A cluster: its name may stand within its ring. */
  isCluster: boolean;
  /** It is open in the inspector, or has the focus. */
  isChosen?: boolean;
  /** How much more than by its priority it must be named while something is pointed at. */
  pointed?: number;
  before?: LabelPlace | null | undefined;
  /** What its label may not reach out of. */
  within?: Box | undefined;
}

/** How the name of a node is written. */
export interface Label {
  lines: readonly string[];
  place: LabelPlace;
  weight: number;
  /** Height of its letters in pixels at the zoom at which it was placed. */
  size: number;
  zoom: number;
}

interface Surroundings {
  zoom: number;
  anchors: readonly Anchor[];
  /** What no name may cover. */
  obstacles: readonly Box[];
  window: Box;
}

/** Chooses whose names are written and where: by priority, each where nothing else stands. Nodes without room have none. */
export function chooseLabels(
  nodes: readonly NamedNode[],
  { zoom, anchors, obstacles, window }: Surroundings,
): Map<string, Label> {
  const size = letterPixels(zoom);
  const chosen = new Map<string, Label>();
  const write = (label: string, place: LabelPlace, weight: number): Label => ({
    lines: label.split("\n"),
    place,
    weight,
    size,
    zoom,
  });
  const bodies: Box[] = [];
  const labelled: Labelled[] = [];
  const byId = new Map<string, NamedNode>();
  for (const node of nodes) {
    const weight = weightOf(node);
    const { width, height } = labelBox(node.label, weight, size);
    const { id, x, y, radius } = node;
    // A cluster that is large enough has its name within its ring.
    if (node.isCluster && 2 * radius * ringHole > Math.hypot(width, height / 2)) {
      chosen.set(id, write(node.label, "centre", weight));
      bodies.push({ x1: x - radius, y1: y - radius, x2: x + radius, y2: y + radius });
      continue;
    }
    if (zoom < (node.namedFrom ?? 0) && !node.isChosen && !node.pointed) {
      bodies.push({ x1: x - radius, y1: y - radius, x2: x + radius, y2: y + radius });
      continue;
    }
    byId.set(id, node);
    labelled.push({
      ...{ id, x, y, radius, width, height },
      priority: node.priority + (node.isChosen ? 1e6 : 0) + (node.pointed ?? 0),
      before: node.before ?? null,
      hollow: node.isCluster,
      must: node.isChosen === true || node.priority >= mustFrom,
      ...(node.within && { within: node.within }),
      ...(node.shorter && { shorter: node.shorter.map((label) => labelBox(label, weight, size)) }),
    });
  }
  const shortened = new Map<string, number>();
  const places = placeLabels(labelled, anchors, [...obstacles, ...bodies], window, shortened);
  for (const [id, place] of places) {
    const node = byId.get(id)!;
    if (!place) continue;
    const form = shortened.get(id);
    chosen.set(id, write(form === undefined ? node.label : node.shorter![form]!, place, weightOf(node)));
  }
  return chosen;
}

/**
 * Labels that stay where they were, as long as no name is lost by it: what has no room beside labels of a former moment
 * (before the last node had moved, before the legend was drawn) may have room when all are placed anew.
 */
export function steadyLabels(nodes: readonly NamedNode[], around: Surroundings): Map<string, Label> {
  const steady = chooseLabels(nodes, around);
  if (steady.size === nodes.length || nodes.length > maxMakingRoom) return steady;
  const anew = chooseLabels(
    nodes.map((node) => ({ ...node, before: null })),
    around,
  );
  return anew.size > steady.size ? anew : steady;
}

const weightOf = ({ isChosen, isCluster }: NamedNode) => (isChosen ? 700 : isCluster ? 600 : 430);
