import { writeXlsx } from "hucre/xlsx";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { relationTypes } from "../../../cypher/model/enums/relation-type.ts";
import { joinList } from "../../changes/imports/mapping/lists.ts";
import { actorGraphOf, type GraphAttribute, graphLosses, heldByGraph } from "../graph.ts";
import { lossesOf } from "../losses.ts";
import { type CellValue, rowsOf } from "../tables.ts";
import { workbookCell } from "../workbook.ts";
import type { FileFormat } from "./format.ts";

export const kumu = {
  name: "KUMU",
  label: "Kumu workbook (XLSX)",
  description: "Actors as elements and relations as connections, to import into a Kumu project.",
  ending: "kumu.xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  losses: (document) => [...lossesOf(document, heldByGraph), ...graphLosses(document, false)],
  write,
} as const satisfies FileFormat;

/** Kumu separates the entries of a list by pipes; one that holds a pipe is in quotes. */
const joinByPipe = (entries: readonly string[]): string => joinList(entries, "|");

function write(document: EcosystemDocument): Promise<Uint8Array> {
  const { nodes, edges, nodeAttributes, edgeAttributes } = actorGraphOf(document, joinByPipe);
  const labels = new Map(nodes.map(({ key, name }) => [key, name]));
  // Connections name their ends by label, as people write them; by id where a label is not of one element alone.
  const isUnique = new Set(labels.values()).size === labels.size;
  const end = (key: string): string => (isUnique ? (labels.get(key) ?? key) : key);
  const kinds = nodeAttributes.find(({ name }) => name === "kinds");
  const elements = [
    column(
      "ID",
      nodes.map(({ key }) => key),
    ),
    column(
      "Label",
      nodes.map(({ name }) => name),
    ),
    // An element of Kumu has one type.
    column(
      "Type",
      (kinds?.cells ?? []).map((cell) => String(cell).split(" | ")[0]!),
    ),
    ...nodeAttributes
      .filter(({ name }) => name !== "kinds" || nodes.some((actor) => actor.kinds.length > 1))
      .map((attribute) => column(attribute.name === "labels" ? "Tags" : attribute.header, attribute.cells)),
  ];
  const connections = [
    column(
      "From",
      edges.map(({ from }) => end(from)),
    ),
    column(
      "To",
      edges.map(({ to }) => end(to)),
    ),
    column(
      "Direction",
      edges.map(({ type }) => directionOf(type)),
    ),
    ...edgeAttributes.map(({ header, cells }) => column(header, cells)),
  ];
  return writeXlsx({ sheets: [sheetOf("Elements", elements), sheetOf("Connections", connections)] });
}

function directionOf(type: keyof typeof relationTypes.values): string {
  const { word, reverse } = relationTypes.values[type];
  return word === reverse ? "undirected" : "directed";
}

interface Column {
  header: string;
  cells: GraphAttribute["cells"];
}
const column = (header: string, cells: readonly CellValue[]): Column => ({ header, cells: [...cells] });

function sheetOf(name: string, columns: readonly Column[]) {
  const rows = rowsOf(columns, columns[0]!.cells.length, workbookCell);
  return { name, rows: [columns.map(({ header }) => header), ...rows], freezePane: { rows: 1 } };
}
