import { keepNodes, type Stage } from "../selection.ts";

/** An offering is there as long as one of its providers is: no lens draws it, but files would bring them back with it. */
export const offered: Stage = (picture) => {
  const { nodes, edges } = picture.facts.map;
  const isProvided = new Map<string, boolean>();
  for (const { kind, source, target } of edges)
    if (kind === "PROVIDES") isProvided.set(target, isProvided.get(target) || picture.nodes.has(source));
  const gone = new Set(nodes.filter(({ id }) => isProvided.get(id) === false).map(({ id }) => id));
  return gone.size === 0 ? picture : keepNodes(picture, (id) => !gone.has(id));
};
