import { graphSheets, mutual, typeByLabel } from "../tables/graph-sheets.ts";
import type { NodePosition } from "../tables/positions-sheet.ts";
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
  /** The node that it stands in: a group. */
  group: Part | undefined;
  /** Labels that are drawn: the first counts where no attribute is one. */
  drawn: { text: string; realizer: number }[];
  /** How many drawings of it there are so far: a group has one for when it is open and one for when it is closed. */
  realizers: number;
  position: { x: number; y: number } | null;
}

/** An attribute as the file declares it. */
interface Key {
  column: string;
  default: string;
}

/** Reads nodes and edges as two tables: attributes become columns by their names, labels that are drawn become names. */
function readGraphMl(bytes: Uint8Array): Sheet[] {
  const parts: Part[] = [];
  const keys = new Keys();
  // Nodes stand within nodes, of groups.
  const open: Part[] = [];
  let data: { column: string; text: string } | null = null;
  let declared: Key | null = null;
  let isGraph = false;
  const start = (isNode: boolean, values: [string, string][]) =>
    open.push({ isNode, values: new Map(values), group: open.at(-1), drawn: [], realizers: 0, position: null });

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
          break;
        case "NodeLabel":
        case "EdgeLabel":
          current?.drawn.push({ text: "", realizer: current.realizers });
          break;
        case "Arrows":
          if (current && !current.isNode) directByArrows(current.values, attributes);
      }
      if (current && path.at(-2) === "Realizers") current.realizers++;
    },
    text(text, path) {
      const current = open.at(-1);
      const at = path.at(-1);
      if (at === "default" && declared) declared.default += text.trim();
      if (!current || text.trim() === "") return;
      const label = at === "NodeLabel" || at === "EdgeLabel" ? current.drawn.at(-1) : undefined;
      if (label) label.text ||= text.trim();
      else if (at === "data" && data) data.text += text;
    },
    close(name) {
      if (name === "data") {
        if (data?.text) open.at(-1)?.values.set(data.column, data.text.trim());
        data = null;
      }
      if (name === "key") declared = null;
      if (name === "node" || name === "edge") parts.push(open.pop()!);
    },
  });
  if (!isGraph) throw otherXml("GraphML");
  for (const part of parts) nameByLabels(part, keys);
  // A group's name may stand after the nodes in it.
  for (const { values, isNode, group } of parts)
    if (isNode && group) values.set(keys.drawn("Group", true), nameOf(group));
  for (const { values, isNode } of parts)
    for (const { column, default: value } of keys.of(isNode)) if (!values.has(column)) values.set(column, value);
  const [nodes, edges] = [parts.filter(({ isNode }) => isNode), parts.filter(({ isNode }) => !isNode)];
  const positions = nodes.flatMap(positionOf);
  const valuesOf = (some: readonly Part[]) => some.map(({ values }) => values);
  return graphSheets(valuesOf(nodes), valuesOf(edges), positions);
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

  /** The column of what is drawn, beside attributes of the same name. */
  drawn(name: string, isNode: boolean): string {
    const id = `drawn ${name}`;
    const known = this.#of(isNode).get(id) ?? this.declare({ id, "attr.name": name, for: isNode ? "node" : "edge" });
    return known.column;
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

/**
 * The first label that is drawn is the name of a node or the type of an edge where no attribute is, and further ones are
 * columns of their own. The type of a node is its labels in Neo4j (“:Firm:Customer”).
 */
function nameByLabels({ values, isNode, drawn }: Part, keys: Keys): void {
  const filled = drawn.filter(({ text }) => text !== "");
  const texts = filled.filter(({ realizer }) => realizer === filled[0]!.realizer).map(({ text }) => text);
  if (!values.get("Label") && texts.length > 0) values.set("Label", texts[0]!);
  const further = texts.filter((text) => text !== values.get("Label"));
  for (const [at, text] of further.entries()) values.set(keys.drawn(`Label (${at + 2})`, isNode), text);
  const labels = values.get("labels") ?? "";
  if (isNode && labels.startsWith(":")) {
    values.delete("labels");
    if (!values.get("Type")) values.set("Type", labels.slice(1).replaceAll(":", "; "));
  }
  if (!isNode) typeByLabel(values);
}

const nameOf = ({ values }: Part): string => values.get("Label") || values.get("name") || (values.get("Id") ?? "");

/** Ends of a line that are drawn otherwise than with an arrow. */
const withoutArrow =
  /^(?:none|circle|transparent_circle|diamond|white_diamond|dash|skewed_dash|t_shape|crows_foot.*)?$/;

/** An edge runs as yEd draws it: towards the only arrow, and both ways where both ends have one. */
function directByArrows(values: Map<string, string>, arrows: Readonly<Record<string, string>>): void {
  const [isBack, isForth] = [arrows.source, arrows.target].map((end = "") => !withoutArrow.test(end));
  if (!isBack) return;
  if (isForth) return void values.set(...mutual);
  const [source = "", target = ""] = [values.get("Source"), values.get("Target")];
  values.set("Source", target).set("Target", source);
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
