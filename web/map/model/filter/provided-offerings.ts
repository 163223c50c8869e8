import { keepNodes, type SelectionStep } from "../selection.ts";

/** Keeps offerings with at least one shown provider: no lens draws them, but an exported file contains them. */
export const providedOfferings: SelectionStep = (selection) => {
  const { nodes, edges } = selection.facts.map;
  const isProvided = new Map<string, boolean>();
  for (const { kind, source, target } of edges)
    if (kind === "PROVIDES") isProvided.set(target, isProvided.get(target) || selection.nodes.has(source));
  const removed = new Set(nodes.filter(({ id }) => isProvided.get(id) === false).map(({ id }) => id));
  return removed.size === 0 ? selection : keepNodes(selection, (id) => !removed.has(id));
};
