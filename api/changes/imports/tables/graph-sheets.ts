import { GrowingSheet } from "./growing-sheet.ts";
import { type NodePosition, positionsSheet } from "./positions-sheet.ts";
import type { Sheet } from "./table.ts";

type Values = Map<string, string>;

/** The column and value of an edge that holds in both directions. */
export const mutual = ["Direction", "mutual"] as const;

/** Nodes and edges of a graph as two tables, and where the nodes are drawn as a third. */
export function graphSheets(
  nodes: readonly Values[],
  edges: readonly Values[],
  positions: readonly NodePosition[],
): Sheet[] {
  const ofNodes = new GrowingSheet("Nodes", ["Id", "Label"]);
  const ofEdges = new GrowingSheet("Edges", ["Source", "Target"]);
  for (const values of nodes) ofNodes.add(values);
  for (const values of edges) ofEdges.add(values);
  const filled = [ofNodes, ofEdges].filter((sheet) => !sheet.isEmpty).map(({ sheet }) => sheet);
  return [...filled, ...positionsSheet(positions)];
}

/** The type of an edge that has none is its label. */
export function typeByLabel(values: Values): void {
  const label = values.get("Label") ?? "";
  if (!values.get("Type")) values.set("Type", label);
  if (values.get("Type") === label) values.delete("Label");
}
