import { capitalise } from "../../../shared/format.ts";
import { isObject } from "../../../shared/is-object.ts";
import { unreadable } from "../issue.ts";
import { parseJsonFile } from "../parse-json.ts";
import { GrowingSheet } from "../tables/growing-sheet.ts";
import { type NodePosition, positionsSheet } from "../tables/positions-sheet.ts";
import type { Cell, Sheet } from "../tables/table.ts";
import type { TableFormat } from "./format.ts";

export const kumu = {
  name: "KUMU",
  description: "A Kumu project as JSON, a blueprint or a backup, with a mapping. A Kumu workbook is an XLSX.",
  endings: [".json"],
  isFormatOf: (text) => /"(?:elements|connections)"\s*:\s*\[/.test(text),
  sheets: readKumu,
} as const satisfies TableFormat;

type Values = Readonly<Record<string, unknown>>;

/** What Kumu calls a field, and the column that it becomes; other attributes keep their names. */
const columns: Readonly<Record<string, string>> = {
  _id: "Id",
  id: "Id",
  label: "Label",
  type: "Type",
  "element type": "Type",
  "connection type": "Type",
  description: "Description",
  tags: "Tags",
  from: "From",
  to: "To",
  direction: "Direction",
};
/** Fields of a backup that say how the file is kept or drawn, and nothing of what it is about. */
const notFacts = new Set(["attributes", "position", "style", "created_at", "updated_at"]);

const listOf = (value: unknown): Values[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Reads elements and connections as two tables, and the positions of the first map of a backup as a third. */
function readKumu(bytes: Uint8Array): Sheet[] {
  const file = parseJsonFile(bytes);
  if (!isObject(file) || (!Array.isArray(file.elements) && !Array.isArray(file.connections)))
    throw unreadable("", "This is JSON, and no Kumu project: it has no list of elements or connections.");
  const elements = new GrowingSheet("Elements", ["Id", "Label"]);
  const connections = new GrowingSheet("Connections", ["From", "To"]);
  addAll(elements, file.elements, "elements");
  addAll(connections, file.connections, "connections", ["Id"]);
  const [first, ...others] = listOf(file.maps)
    .map(positionsOf)
    .filter((positions) => positions.length > 0);
  const filled = [elements, connections].filter((sheet) => !sheet.isEmpty);
  if (filled.length === 0) throw unreadable("", "The Kumu project is empty: it has no elements and no connections.");
  leaveOut(filled[0]!, file, others.length);
  return [...filled.map(({ sheet }) => sheet), ...positionsSheet(first ?? listOf(file.elements).flatMap(positionOf))];
}

/** @param without columns of what no record refers to */
function addAll(sheet: GrowingSheet, list: unknown, name: string, without: readonly string[] = []): void {
  if (list === undefined || list === null) return;
  if (!Array.isArray(list)) throw unreadable(`/${name}`, "This must be a list.");
  for (const [at, entry] of list.entries()) {
    if (!isObject(entry)) throw unreadable(`/${name}/${at}`, "This must be an object with its fields.");
    const row = rowOf(entry);
    for (const column of without) row.delete(column);
    sheet.add(row);
  }
}

/** The fields of a blueprint's entry; of a backup's, whose own attributes are one level down, both. */
function rowOf(entry: Values): Map<string, Cell> {
  const row = new Map<string, Cell>();
  const attributes = isObject(entry.attributes) ? entry.attributes : {};
  for (const [name, value] of [...Object.entries(entry), ...Object.entries(attributes)]) {
    // False is what a backup writes of each flag that nobody has set.
    if (notFacts.has(name) || value === false) continue;
    const column = columns[name.toLowerCase()] ?? capitalise(name);
    const cell = cellOf(value);
    if (cell !== "" && !row.has(column)) row.set(column, cell);
  }
  return row;
}

function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) return value.map((one) => String(cellOf(one))).join(" | ");
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.trim();
  return typeof value === "object" ? JSON.stringify(value) : (value as number | boolean);
}

const positionsOf = (map: Values): NodePosition[] => listOf(map.elements).flatMap(positionOf);

function positionOf(entry: Values): NodePosition[] {
  const id = entry.element ?? entry._id ?? entry.id ?? entry.label;
  if (!isObject(entry.position) || typeof id !== "string") return [];
  const { x, y } = entry.position;
  return typeof x === "number" && typeof y === "number" ? [{ id, x, y }] : [];
}

/** Parts of a project that are no facts, or that no record can hold. */
const otherParts: Readonly<Record<string, string>> = {
  loops: "There is no record for a loop of connections; the connections themselves are read.",
  views: "How a project is drawn is not read.",
  perspectives: "How a project is drawn is not read.",
  comments: "Comments are not read.",
};

function leaveOut(sheet: GrowingSheet, file: Values, otherMaps: number): void {
  for (const [part, reason] of Object.entries(otherParts)) {
    const count = Array.isArray(file[part]) ? file[part].length : 0;
    if (count > 0) sheet.leftOut.push({ what: capitalise(part), count, reason });
  }
  if (otherMaps > 0)
    sheet.leftOut.push({
      what: "Positions of further maps",
      count: otherMaps,
      reason: "A record has one position in the Network lens: those of the first map are read.",
    });
}
