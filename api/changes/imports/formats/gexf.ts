import { graphSheets, typeByLabel } from "../tables/graph-sheets.ts";
import type { NodePosition } from "../tables/positions-sheet.ts";
import { otherXml, readGraphXml } from "../tables/read-graph.ts";
import type { Sheet } from "../tables/table.ts";
import type { TableFormat } from "./format.ts";

export const gexf = {
  name: "GEXF",
  description: "A GEXF file (1.2 or 1.3), as Gephi writes it, with a mapping.",
  endings: [".gexf"],
  sheets: readGexf,
} as const satisfies TableFormat;

/** Reads nodes and edges as two tables: attributes become columns by their titles, start and end the validity. */
function readGexf(bytes: Uint8Array): Sheet[] {
  const nodes: Map<string, string>[] = [];
  const edges: Map<string, string>[] = [];
  const positions: NodePosition[] = [];
  const titles = new Map<string, string>();
  // Nodes stand within nodes, of a hierarchy.
  const open: { values: Map<string, string>; isNode: boolean }[] = [];
  let ofClass = "node";
  let isGraph = false;

  readGraphXml(bytes, {
    open(name, attributes) {
      const validity: [string, string][] = [
        ["Valid from", attributes.start ?? ""],
        ["Valid to", attributes.end ?? ""],
      ];
      switch (name) {
        case "graph":
          isGraph = true;
          break;
        case "attributes":
          ofClass = attributes.class ?? "node";
          break;
        case "attribute":
          titles.set(`${ofClass} ${attributes.id}`, attributes.title || (attributes.id ?? ""));
          break;
        case "node":
          open.push({
            isNode: true,
            values: new Map([["Id", attributes.id ?? ""], ["Label", attributes.label ?? ""], ...validity]),
          });
          break;
        case "edge":
          open.push({
            isNode: false,
            values: new Map([
              ["Source", attributes.source ?? ""],
              ["Target", attributes.target ?? ""],
              ["Type", attributes.kind ?? ""],
              ["Label", attributes.label ?? ""],
              ["Weight", attributes.weight ?? ""],
              ["Direction", attributes.type === "mutual" ? "mutual" : ""],
              ...validity,
            ]),
          });
          break;
        case "attvalue": {
          const current = open.at(-1);
          const id = attributes.for ?? attributes.id ?? "";
          current?.values.set(titles.get(`${current.isNode ? "node" : "edge"} ${id}`) ?? id, attributes.value ?? "");
          break;
        }
        case "position": {
          const current = open.at(-1);
          // Gephi's y grows upwards.
          if (current?.isNode)
            positions.push({
              id: current.values.get("Id")!,
              x: Number.parseFloat(attributes.x ?? ""),
              y: -Number.parseFloat(attributes.y ?? ""),
            });
        }
      }
    },
    close(name) {
      if (name !== "node" && name !== "edge") return;
      const { values, isNode } = open.pop()!;
      if (!isNode) typeByLabel(values);
      (isNode ? nodes : edges).push(values);
    },
  });
  if (!isGraph) throw otherXml("GEXF");
  return graphSheets(nodes, edges, positions);
}
