import { GrowingSheet } from "../tables/growing-sheet.ts";
import { type NodePosition, positionsSheet } from "../tables/positions-sheet.ts";
import { otherXml, readGraphXml } from "../tables/read-graph.ts";
import type { Sheet } from "../tables/table.ts";
import type { TableFormat } from "./format.ts";

export const graphml = {
  name: "GRAPHML",
  description: "A GraphML file, plain or as yEd, Gephi or Neo4j write it, with a mapping.",
  endings: [".graphml"],
  sheets: readGraphMl,
} as const satisfies TableFormat;

/** What a node or edge has so far. */
interface Part {
  values: Map<string, string>;
  isNode: boolean;
  /** The label that is drawn, which counts where no attribute is one. */
  drawn: string;
  position: { x: number; y: number } | null;
}

/** An attribute as the file declares it. */
interface Key {
  column: string;
  default: string;
}

/** Reads nodes and edges as two tables: attributes become columns by their names, labels that are drawn become names. */
function readGraphMl(bytes: Uint8Array): Sheet[] {
  const nodes = new GrowingSheet("Nodes", ["Id", "Label"]);
  const edges = new GrowingSheet("Edges", ["Source", "Target"]);
  const positions: NodePosition[] = [];
  const keys = new Keys();
  // Nodes stand within nodes, of groups.
  const open: Part[] = [];
  let data: { column: string; text: string } | null = null;
  let declared: Key | null = null;
  let isGraph = false;
  const start = (isNode: boolean, values: [string, string][]) =>
    open.push({ isNode, values: new Map(values), drawn: "", position: null });

  readGraphXml(bytes, {
    open(name, attributes, path) {
      const current = open.at(-1);
      switch (name) {
        case "graph":
          isGraph = true;
          break;
        case "key":
          declared = keys.declare(attributes);
          break;
        case "node":
          start(true, [
            ["Id", attributes.id ?? ""],
            ["labels", attributes.labels ?? ""],
          ]);
          break;
        case "edge":
          start(false, [
            ["Source", attributes.source ?? ""],
            ["Target", attributes.target ?? ""],
            ["Type", attributes.label ?? ""],
          ]);
          break;
        case "data":
          data = { column: keys.columnOf(attributes.key ?? "", current?.isNode ?? true), text: "" };
          break;
        case "Geometry":
          if (current?.isNode && path.includes("node")) current.position ??= centreOf(attributes);
      }
    },
    text(text, path) {
      const current = open.at(-1);
      const at = path.at(-1);
      if (at === "default" && declared) declared.default += text.trim();
      if (!current || text.trim() === "") return;
      // A group has a label for when it is open and one for when it is closed: the first counts.
      if ((at === "NodeLabel" || at === "EdgeLabel") && current.drawn === "") current.drawn = text.trim();
      else if (at === "data" && data) data.text += text;
    },
    close(name) {
      if (name === "data") {
        if (data?.text) open.at(-1)?.values.set(data.column, data.text.trim());
        data = null;
      }
      if (name === "key") declared = null;
      if (name !== "node" && name !== "edge") return;
      const part = open.pop()!;
      const { values, isNode } = part;
      if (!values.get("Label")) values.set("Label", part.drawn);
      nameType(part);
      for (const { column, default: value } of keys.of(isNode)) if (!values.has(column)) values.set(column, value);
      if (isNode) positions.push(...positionOf(part));
      (isNode ? nodes : edges).add(values);
    },
  });
  if (!isGraph) throw otherXml("GraphML");
  const filled = [nodes, edges].filter((sheet) => !sheet.isEmpty).map(({ sheet }) => sheet);
  return [...filled, ...positionsSheet(positions)];
}

/** Attributes by their ids: those without a name are called by their id, and those of one name are told apart. */
class Keys {
  readonly #ofNodes = new Map<string, Key>();
  readonly #ofEdges = new Map<string, Key>();

  declare(attributes: Readonly<Record<string, string>>): Key {
    const id = attributes.id ?? "";
    const named = attributes["attr.name"] || attributes["yfiles.type"] || id;
    const scope = attributes.for ?? "all";
    const scopes = [...(scope === "edge" ? [] : [this.#ofNodes]), ...(scope === "node" ? [] : [this.#ofEdges])];
    const column = columnNames[named] ?? named;
    const isTaken = (name: string) => scopes.some((keys) => [...keys.values()].some((key) => key.column === name));
    let unique = column;
    for (let n = 2; isTaken(unique); n++) unique = `${column} (${n})`;
    const key = { column: unique, default: "" };
    for (const keys of scopes) keys.set(id, key);
    return key;
  }

  columnOf(id: string, isNode: boolean): string {
    return this.#of(isNode).get(id)?.column ?? id;
  }

  of(isNode: boolean): Key[] {
    return [...this.#of(isNode).values()].filter((key) => key.default !== "");
  }

  #of(isNode: boolean): Map<string, Key> {
    return isNode ? this.#ofNodes : this.#ofEdges;
  }
}

/** Attributes that are called otherwise here, so that each is one column whoever wrote it. */
const columnNames: Readonly<Record<string, string>> = { label: "Label", type: "Type" };

/** The type of a node is its labels in Neo4j (“:Firm:Customer”); that of an edge without one is its label. */
function nameType({ values, isNode }: Part): void {
  const [label = "", labels = ""] = [values.get("Label"), values.get("labels")];
  if (isNode && labels.startsWith(":")) {
    values.delete("labels");
    if (!values.get("Type")) values.set("Type", labels.slice(1).replaceAll(":", "; "));
  }
  if (isNode) return;
  if (!values.get("Type")) values.set("Type", label);
  if (values.get("Type") === label) values.delete("Label");
}

/** The middle of what yEd draws, which gives the corner. */
function centreOf({ x, y, width, height }: Readonly<Record<string, string>>): Part["position"] {
  if (!x || !y) return null;
  return { x: Number(x) + Number(width ?? 0) / 2, y: Number(y) + Number(height ?? 0) / 2 };
}

/** Where a node is drawn: as yEd says, else by attributes x and y as Gephi writes them, with y upwards. */
function positionOf({ values, position }: Part): NodePosition[] {
  const id = values.get("Id") ?? "";
  const [x, y] = [values.get("x"), values.get("y")];
  const isPlaced = x !== undefined && y !== undefined && Number.isFinite(Number(x)) && Number.isFinite(Number(y));
  if (isPlaced) for (const axis of ["x", "y", "z"]) values.delete(axis);
  if (position) return [{ id, ...position }];
  return isPlaced ? [{ id, x: Number(x), y: -Number(y) }] : [];
}
