import { relationWords } from "../../../shared/words.ts";
import type { MapEdge } from "../facts.graphql.ts";
import type { Selection } from "../selection.ts";
import { otherEnd, type Ties, tiesOf, within } from "./ties.ts";

/** One path between two nodes: each step with all relations between its two ends. */
interface Path {
  nodes: readonly string[];
  steps: readonly (readonly MapEdge[])[];
}

export const maxPaths = 20;

interface Paths {
  paths: readonly Path[];
  /** Whether there are more of the same length. */
  more: boolean;
}

const nowhere: Paths = { paths: [], more: false };
const known = new WeakMap<Selection, Map<string, Paths>>();

/** All shortest paths between two nodes along shown relations in either direction; the first 20 by name. */
export function pathsBetween(selection: Selection, from: string, to: string): Paths {
  const ofPicture = known.get(selection) ?? new Map<string, Paths>();
  known.set(selection, ofPicture);
  const name = `${from} ${to}`;
  const found = ofPicture.get(name) ?? findPaths(selection, from, to);
  ofPicture.set(name, found);
  return found;
}

function findPaths(selection: Selection, from: string, to: string): Paths {
  if (from === to || !selection.nodes.has(from) || !selection.nodes.has(to)) return nowhere;
  const ties = tiesOf(selection);
  // Distances to the end: a step that reduces the distance is on a shortest path.
  const left = within(ties, to, Number.POSITIVE_INFINITY);
  const length = left.get(from);
  if (length === undefined) return nowhere;
  const labels = new Map(selection.facts.map.nodes.map((node) => [node.id, node.label]));
  const ways: string[][] = [];
  const walk = (way: string[]) => {
    if (ways.length > maxPaths) return;
    const at = way.at(-1)!;
    if (at === to) {
      ways.push(way);
      return;
    }
    const next = new Set((ties.get(at) ?? []).map((edge) => otherEnd(edge, at)));
    const nearer = [...next].filter((id) => left.get(id) === left.get(at)! - 1);
    nearer.sort((a, b) => (labels.get(a) ?? a).localeCompare(labels.get(b) ?? b) || (a < b ? -1 : 1));
    for (const id of nearer) walk([...way, id]);
  };
  walk([from]);
  const paths = ways.slice(0, maxPaths).map((nodes) => ({ nodes, steps: stepsOf(ties, nodes) }));
  return { paths, more: ways.length > maxPaths };
}

const stepsOf = (ties: Ties, nodes: readonly string[]): MapEdge[][] =>
  nodes.slice(1).map((id, i) => (ties.get(id) ?? []).filter((edge) => otherEnd(edge, id) === nodes[i]));

/** "SysCo supplies Polarvide, which depends on Norrvik." */
export function sentenceOf({ nodes, steps }: Path, labelOf: (id: string) => string): string {
  const parts = steps.map((edges, i) => {
    const told = edges.map((edge) => relationWords[edge.kind][edge.source === nodes[i] ? "word" : "reverse"]);
    return `${inWords([...new Set(told)])} ${labelOf(nodes[i + 1]!)}`;
  });
  return `${labelOf(nodes[0]!)} ${parts.join(", which ")}.`;
}

const inWords = (words: readonly string[]): string =>
  (words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`).toLowerCase();
