import { GrowingSheet, localName, otherXml, readGraphXml } from "../tables/read-graph.ts";
import type { Sheet } from "../tables/table.ts";
import type { TableFormat } from "./format.ts";

export const graphml = {
  name: "GRAPHML",
  description: "A GraphML file, plain or as yEd, Gephi or Neo4j write it, with a mapping.",
  endings: [".graphml"],
  sheets: readGraphMl,
} as const satisfies TableFormat;

/** Reads nodes and edges as two tables: attributes become columns by their names, labels that are drawn become names. */
function readGraphMl(bytes: Uint8Array): Sheet[] {
  const nodes = new GrowingSheet("Nodes", ["Id", "Label"]);
  const edges = new GrowingSheet("Edges", ["Source", "Target"]);
  const keys = new Map<string, string>();
  const names = new Set<string>();
  let current: Map<string, string> | null = null;
  let key: string | null = null;
  let isGraph = false;
  const append = (column: string, text: string) => current?.set(column, `${current.get(column) ?? ""}${text}`);

  readGraphXml(bytes, {
    open({ name, attributes }, path) {
      switch (localName(name)) {
        case "graph":
          isGraph = true;
          break;
        case "key": {
          // Keys without a name are called by their id, and those of one name are told apart.
          const called = attributes["attr.name"] || attributes["yfiles.type"] || attributes.id || "";
          const scope = attributes.for ?? "all";
          let unique = called;
          for (let n = 2; names.has(`${scope} ${unique}`); n++) unique = `${called} (${n})`;
          names.add(`${scope} ${unique}`);
          if (attributes.id) keys.set(attributes.id, unique);
          break;
        }
        case "node":
          current = new Map([["Id", attributes.id ?? ""]]);
          if (attributes.labels) current.set("Type", attributes.labels.replace(/^:/, "").replaceAll(":", "; "));
          break;
        case "edge":
          current = new Map([
            ["Source", attributes.source ?? ""],
            ["Target", attributes.target ?? ""],
          ]);
          if (attributes.label) current.set("Type", attributes.label);
          break;
        case "data":
          key = keys.get(attributes.key ?? "") ?? attributes.key ?? null;
          break;
        case "Geometry":
          if (current && attributes.x && path.includes("node"))
            current.set("x", attributes.x).set("y", attributes.y ?? "");
      }
    },
    text(text, path) {
      const at = path.at(-1);
      if (at === "NodeLabel" || at === "EdgeLabel") append("Label", text.trim());
      else if (at === "data" && key !== null && text.trim() !== "") append(columnOf(key), text.trim());
    },
    close(name) {
      if (name === "data") key = null;
      if (name === "node" && current) nodes.add(current);
      if (name === "edge" && current) edges.add(current);
      if (name === "node" || name === "edge") current = null;
    },
  });
  if (!isGraph) throw otherXml("GraphML");
  return [nodes.sheet, edges.sheet].filter(({ rows }) => rows.length > 1);
}

/** The labels that Neo4j writes as an attribute are what the node is called by: they are read once. */
const columnOf = (key: string): string => (key === "labels" ? "Neo4j labels" : key);
