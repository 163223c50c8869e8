import { GrowingSheet } from "./growing-sheet.ts";
import { type NodePosition, positionsSheet } from "./positions-sheet.ts";
import type { Sheet } from "./table.ts";

type Values = Map<string, string>;

/** The column and value of an edge that holds in both directions. */
export const mutual = ["Direction", "mutual"] as const;

/**
 * Nodes and edges of a graph as two tables, and where the nodes are drawn as a third. An edge to a node that the file
 * does not have is refused, since its id is nobody's name.
 */
export function graphSheets(
  nodes: readonly Values[],
  edges: readonly Values[],
  positions: readonly NodePosition[],
): Sheet[] {
  const ofNodes = new GrowingSheet("Nodes", ["Id", "Label"]);
  const ofEdges = new GrowingSheet("Edges", ["Source", "Target"]);
  for (const values of nodes) ofNodes.add(values);
  const ids = new Set(nodes.map((values) => idOf(values, "Id")));
  for (const values of edges) {
    ofEdges.add(values);
    const column = ends.find((end) => !ids.has(idOf(values, end)));
    // An edge without an id is told as any relation with one actor.
    if (column && ends.every((end) => idOf(values, end) !== ""))
      ofEdges.refuse(column, `There is no node “${idOf(values, column)}” in the file: the edge is left out.`);
  }
  const filled = [ofNodes, ofEdges].filter((sheet) => !sheet.isEmpty);
  // Programs write numbers with a decimal point, whatever else such a text may mean to people: 1.250.
  return [...filled.map(({ sheet }): Sheet => ({ ...sheet, decimal: "." })), ...positionsSheet(positions)];
}

const ends = ["Source", "Target"] as const;
const idOf = (values: Values, column: string): string => (values.get(column) ?? "").trim();

/** The type of an edge that has none is its label. */
export function typeByLabel(values: Values): void {
  const label = values.get("Label") ?? "";
  if (!values.get("Type")) values.set("Type", label);
  if (values.get("Type") === label) values.delete("Label");
}
