import type { SelectionStep } from "../selection.ts";

/** Adds records of the other day only, so that the lens places them on the same scales. */
export const withGhosts: SelectionStep = (selection) => {
  const { facts } = selection;
  if (!facts.compared) return selection;
  const { ghosts } = facts.compared;
  const { map } = facts;
  return {
    facts: {
      ...facts,
      map: { nodes: [...map.nodes, ...ghosts.map.nodes], edges: [...map.edges, ...ghosts.map.edges] },
      positions: [...facts.positions, ...ghosts.positions],
      boundaries: [...facts.boundaries, ...ghosts.boundaries],
      threats: [...facts.threats, ...ghosts.threats],
    },
    nodes: new Set([...selection.nodes, ...ghosts.map.nodes.map(({ id }) => id)]),
    edges: new Set([...selection.edges, ...ghosts.map.edges.map(({ id }) => id)]),
  };
};
