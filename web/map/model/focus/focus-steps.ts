import type { MapNode } from "../../../graphql/types.ts";
import { keepNodes, type Picture, type Stage } from "../selection.ts";
import { otherEnd, type Ties, tiesBy, tiesOf, within } from "./ties.ts";

/** What the reader has hidden by hand. */
export const hidden: Stage = (picture, { hide }) => {
  if (!hide) return picture;
  const gone = new Set(hide);
  return keepNodes(picture, (id) => !gone.has(id));
};

/**
 * Only what was isolated, with the neighbours of what was grown. Activities and offerings are the ground that actors
 * stand on: they go only when some of their own kind were isolated.
 */
export const isolated: Stage = (picture, { only, grown }) => {
  const nodes = nodesOf(picture);
  const wanted = new Set(only);
  const chosen = nodes.filter((node) => wanted.has(node.id));
  // A link to what is gone leaves the rest on the map.
  if (chosen.length === 0) return picture;
  for (const id of neighbours(tiesOf(picture), grown)) wanted.add(id);
  return keepStanding(picture, nodes, (id) => wanted.has(id), chosen);
};

/** Only what lies within some steps of a node, with the neighbours of what was grown, without those of what was shut. */
export const near: Stage = (picture, search) => {
  const around = aroundNode(picture, search.around, search.steps ?? 1, search.grown);
  return withoutHangers(around, search.shut);
};

function aroundNode(picture: Picture, start: string | undefined, steps: number, grown: string[] = []): Picture {
  const nodes = nodesOf(picture);
  const middle = nodes.find((node) => node.id === start);
  if (!middle) return picture;
  const ties = tiesOf(picture);
  const reached = new Set<string>();
  if (isGround(middle)) {
    // From an activity the first step leads to those who are said to do it.
    for (const edge of tiesBy(picture, () => true).get(middle.id) ?? []) {
      for (const id of within(ties, otherEnd(edge, middle.id), steps - 1).keys()) reached.add(id);
    }
  } else for (const id of within(ties, middle.id, steps).keys()) reached.add(id);
  for (const id of neighbours(ties, grown)) reached.add(id);
  return keepStanding(picture, nodes, (id) => reached.has(id), []);
}

/** Takes away who is tied to nobody but the nodes that were shut. */
function withoutHangers(picture: Picture, shut: string[] | undefined): Picture {
  if (!shut) return picture;
  const ties = tiesOf(picture);
  const closed = new Set(shut);
  return keepNodes(picture, (id) => closed.has(id) || !hangsOnOne(ties, id, closed));
}

function hangsOnOne(ties: Ties, id: string, among: ReadonlySet<string>): boolean {
  const others = new Set((ties.get(id) ?? []).map((edge) => otherEnd(edge, id)));
  const [first] = others;
  return others.size === 1 && among.has(first!);
}

/** Who would be left out by shutting a node. */
export const hangersOf = (picture: Picture, id: string): string[] => {
  const ties = tiesOf(picture);
  const only = new Set([id]);
  return [...neighbours(ties, [id])].filter((other) => hangsOnOne(ties, other, only));
};

function neighbours(ties: Ties, ids: readonly string[] = []): Set<string> {
  return new Set(ids.flatMap((id) => [id, ...(ties.get(id) ?? []).map((edge) => otherEnd(edge, id))]));
}

const isGround = (node: MapNode) => node.kind === "ACTIVITY" || node.kind === "OFFERING";

const nodesOf = ({ facts, nodes }: Picture) => facts.map.nodes.filter((node) => nodes.has(node.id));

function keepStanding(
  picture: Picture,
  nodes: readonly MapNode[],
  wanted: (id: string) => boolean,
  chosen: readonly MapNode[],
): Picture {
  const choseGround = chosen.some(isGround);
  const onlyGround = choseGround && chosen.every(isGround);
  const kept = new Set(
    nodes
      .filter((node) => (isGround(node) ? !choseGround || wanted(node.id) : onlyGround || wanted(node.id)))
      .map(({ id }) => id),
  );
  return keepNodes(picture, (id) => kept.has(id));
}
