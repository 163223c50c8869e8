import type { MapNode } from "../facts.graphql.ts";
import { keepNodes, type Selection, type SelectionStep } from "../selection.ts";
import { otherEnd, type Ties, tiesBy, tiesOf, within } from "./ties.ts";

/** Removes records that were hidden by hand. */
export const hidden: SelectionStep = (selection, { hide }) => {
  if (!hide) return selection;
  const removed = new Set(hide);
  return keepNodes(selection, (id) => !removed.has(id));
};

/**
 * Keeps isolated records, and the neighbours of expanded ones. Activities and offerings are the background of actors:
 * they are removed only when some of their own kind were isolated.
 */
export const isolated: SelectionStep = (selection, { only, expanded }) => {
  const nodes = nodesOf(selection);
  const wanted = new Set(only);
  const chosen = nodes.filter((node) => wanted.has(node.id));
  // Ignores ids of deleted records, so that the rest of the map stays.
  if (chosen.length === 0) return selection;
  for (const id of neighbours(tiesOf(selection), expanded)) wanted.add(id);
  return keepWithBackground(selection, nodes, (id) => wanted.has(id), chosen);
};

/** Keeps the neighbourhood of a node, with the neighbours of expanded nodes, without those of collapsed ones. */
export const neighbourhood: SelectionStep = (selection, search) => {
  const around = aroundNode(selection, search.neighbourhood, search.steps ?? 1, search.expanded);
  return withoutHangers(around, search.collapsed);
};

function aroundNode(
  selection: Selection,
  start: string | undefined,
  steps: number,
  expanded: string[] = [],
): Selection {
  const nodes = nodesOf(selection);
  const middle = nodes.find((node) => node.id === start);
  if (!middle) return selection;
  const ties = tiesOf(selection);
  const reached = new Set<string>();
  if (isBackgroundRecord(middle)) {
    // From an activity, the first step leads to the actors claimed to take part in it.
    for (const edge of tiesBy(selection, () => true).get(middle.id) ?? []) {
      for (const id of within(ties, otherEnd(edge, middle.id), steps - 1).keys()) reached.add(id);
    }
  } else for (const id of within(ties, middle.id, steps).keys()) reached.add(id);
  for (const id of neighbours(ties, expanded)) reached.add(id);
  return keepWithBackground(selection, nodes, (id) => reached.has(id), []);
}

/** Removes nodes connected only to collapsed nodes. */
function withoutHangers(selection: Selection, collapsed: string[] | undefined): Selection {
  if (!collapsed) return selection;
  const ties = tiesOf(selection);
  const closed = new Set(collapsed);
  return keepNodes(selection, (id) => closed.has(id) || !hangsOnOne(ties, id, closed));
}

function hangsOnOne(ties: Ties, id: string, among: ReadonlySet<string>): boolean {
  const others = new Set((ties.get(id) ?? []).map((edge) => otherEnd(edge, id)));
  const [first] = others;
  return others.size === 1 && among.has(first!);
}

/** Nodes that collapsing a node would remove. */
export const hangersOf = (selection: Selection, id: string): string[] => {
  const ties = tiesOf(selection);
  const only = new Set([id]);
  return [...neighbours(ties, [id])].filter((other) => hangsOnOne(ties, other, only));
};

function neighbours(ties: Ties, ids: readonly string[] = []): Set<string> {
  return new Set(ids.flatMap((id) => [id, ...(ties.get(id) ?? []).map((edge) => otherEnd(edge, id))]));
}

const isBackgroundRecord = (node: MapNode) => node.kind === "ACTIVITY" || node.kind === "OFFERING";

const nodesOf = ({ facts, nodes }: Selection) => facts.map.nodes.filter((node) => nodes.has(node.id));

function keepWithBackground(
  selection: Selection,
  nodes: readonly MapNode[],
  wanted: (id: string) => boolean,
  chosen: readonly MapNode[],
): Selection {
  const choseBackground = chosen.some(isBackgroundRecord);
  const onlyBackground = choseBackground && chosen.every(isBackgroundRecord);
  const kept = new Set(
    nodes
      .filter((node) =>
        isBackgroundRecord(node) ? !choseBackground || wanted(node.id) : onlyBackground || wanted(node.id),
      )
      .map(({ id }) => id),
  );
  return keepNodes(selection, (id) => kept.has(id));
}
