import type { EcosystemDocument, RecordKind } from "../../../../cypher/model/document.ts";
import { recordKindNames, recordKinds } from "../../../../cypher/model/record-kinds.ts";
import { positionColumns, positionsSheetName } from "../tables/positions-sheet.ts";
import type { Table } from "../tables/table.ts";
import { type Column, type ColumnGuess, columnsOf, guessColumns, sourceOf } from "./guess-columns.ts";
import { guessMatrix } from "./guess-matrix.ts";
import { endFields, headerScore, namedEnd } from "./header-words.ts";
import type { Mapping, SheetMapping } from "./mapping.ts";
import { fold, kindOfName } from "./vocabulary.ts";

/** Sheet of an export in which Ecotone says what the file is. */
export const exportSheet = "About this file";

/** The kind of a sheet by its name, where it is that of a kind: as an export names its sheets. */
const exactKind = (name: string): RecordKind | undefined =>
  recordKindNames.find((kind) => fold(recordKinds[kind].plural) === fold(name));

/** The mapping that is likely for a file's tables; a person looks at it before anything is stored. */
export function guessMapping(tables: readonly Table[], stored: EcosystemDocument | null): Mapping {
  const isExport = tables.some(({ sheet }) => sheet === exportSheet);
  const sheets = tables.flatMap((table): SheetMapping[] => {
    if (table.sheet === exportSheet) return [];
    const mapping = isExport ? exportedSheet(table) : guessSheet(table, stored);
    return [{ ...mapping, headerRow: table.headerRow, ...(table.isHidden && !isExport && { skip: true }) }];
  });
  return {
    version: 1,
    sheets,
    evidence: isExport ? null : {},
    onConflict: isExport ? "REPLACE" : "KEEP",
    conflicts: {},
    emptyClears: isExport,
    names: {},
    newerVersion: false,
    noLongerSaid: "END",
    noLonger: {},
  };
}

/** A sheet of an export: its columns are called as the fields are. */
function exportedSheet(table: Table): SheetMapping {
  const kind = table.sheet === "Ecosystem" ? "ecosystem" : (exactKind(table.sheet ?? "") ?? "actors");
  const named = (label: string) => table.columns.filter((name) => name.replace(/ \(\d+\)$/, "") === label);
  if (kind === "ecosystem") {
    const labels = {
      name: "Name",
      valueProposition: "Value proposition",
      description: "Description",
      focal: "Focal firm",
    };
    const fields = Object.entries(labels).map(([field, label]) => [field, { columns: named(label) }]);
    return { sheet: table.sheet, skip: false, kind, fields: Object.fromEntries(fields) };
  }
  const fields = Object.entries(recordKinds[kind].fields).flatMap(([field, { label, isList, type }]) => {
    const columns = named(label);
    if (columns.length === 0) return [];
    // Cells of an export are values or the words for them: only what separates the entries of a list is to be known.
    return [[field, { columns, ...(isList && type !== "parts" && { split: ";" as const }) }]];
  });
  return { sheet: table.sheet, skip: false, kind, fields: Object.fromEntries(fields) };
}

/** Columns for the fields of a kind that a person has chosen for a sheet. */
export function guessFields(table: Table, kind: RecordKind, stored: EcosystemDocument | null): SheetMapping["fields"] {
  const columns = columnsOf(table);
  return sheetOf(table, kind, guessColumns(kind, columns), columns, stored).fields;
}

/** Positions that a graph was drawn with: pins of its nodes in the Network lens. */
const layoutSheet = (sheet: string): SheetMapping => ({
  sheet,
  skip: false,
  kind: "layout",
  fields: {
    lens: { columns: [], constant: "NETWORK" },
    kind: { columns: [], constant: "ACTOR" },
    ...Object.fromEntries(Object.entries(positionColumns).map(([field, column]) => [field, { columns: [column] }])),
  },
});

function guessSheet(table: Table, stored: EcosystemDocument | null): SheetMapping {
  if (table.sheet === positionsSheetName) return layoutSheet(table.sheet);
  const columns = columnsOf(table);
  const byName = table.sheet === null ? undefined : (exactKind(table.sheet) ?? kindOfName(table.sheet));
  const rated = recordKindNames
    .filter((kind) => kind !== "layout")
    .map((kind) => ({ kind, guesses: guessColumns(kind, columns) }))
    .map(({ kind, guesses }) => ({ kind, guesses, score: likelihood(kind, guesses, columns, byName) }))
    .sort((a, b) => b.score - a.score);
  const best = rated[0]!;
  const matrix = guessMatrix(table, columns, best.score, stored);
  if (matrix) return matrix;
  return sheetOf(table, best.kind, best.guesses, columns, stored);
}

const tradeWords = /supplier|vendor|customer|client|lieferant|kunde|toimittaja|asiakas|fournisseur|proveedor|cliente/;

/** How likely rows are records of a kind: by the fields that they have, and most by the required ones. */
function likelihood(
  kind: RecordKind,
  guesses: readonly ColumnGuess[],
  columns: readonly Column[],
  byName: RecordKind | undefined,
): number {
  const { fields } = recordKinds[kind];
  const has = (name: string) => guesses.find(({ field }) => field === name);
  const required = Object.keys(fields).filter((name) => fields[name]!.isRequired && name !== "key" && name !== "kinds");
  const covered = required.reduce((sum, name) => sum + (has(name)?.score ?? 0), 0) / Math.max(1, required.length);
  const filled = columns.filter(({ texts }) => texts.length > 0).length;
  const explained = guesses.reduce((sum, { score }) => sum + score, 0) / Math.max(1, filled);
  // Pairs of names are told by two columns only; a type or a volume besides makes them surer.
  const end = fold((has("from") ?? has("to"))?.column.name ?? "");
  // A list of suppliers or customers with volumes is one of deliveries, whose other end is the focal firm.
  const isDelivery = has("volume") !== undefined && tradeWords.test(end);
  const pairs = kind !== "relations" ? 0 : isDelivery ? 1 : has("from") && has("to") ? 0.5 : 0;
  const usual = kind === "actors" ? 0.15 : 0;
  return covered * 1.2 + explained * 0.8 + pairs + usual + (byName === kind ? 1 : 0);
}

/** Types of relation that the names of the two columns say. */
const pairWords: [from: RegExp, to: RegExp, type: string][] = [
  [/supplier|vendor|seller|lieferant|toimittaja|fournisseur|proveedor|anbieter/, /./, "SUPPLIES"],
  [/./, /customer|client|buyer|kunde|asiakas|cliente|abnehmer|acheteur/, "SUPPLIES"],
  [/parent|owner|shareholder|investor|mutter|omistaja|proprietaire|propietario/, /./, "OWNS"],
  [/./, /subsidiary|tochter|tytaryhtio|filiale|filial|owned/, "OWNS"],
  [/./, /competitor|rival|wettbewerber|kilpailija|concurrent|competidor/, "COMPETES_WITH"],
  [/./, /partner|kumppani|partenaire|socio/, "PARTNERS_WITH"],
];

function sheetOf(
  table: Table,
  kind: RecordKind,
  guesses: readonly ColumnGuess[],
  columns: readonly Column[],
  stored: EcosystemDocument | null,
): SheetMapping {
  const fields: SheetMapping["fields"] = {};
  for (const name of Object.keys(recordKinds[kind].fields)) {
    const found = guesses.filter(({ field }) => field === name).map(({ column }) => column);
    if (found.length > 0) fields[name] = sourceOf(kind, name, found);
  }
  if (kind === "relations") completeRelations(fields, columns, guesses, stored);
  if (kind === "actors") completeActors(table, fields, columns);
  const bothWays = kind === "relations" ? bothWaysOf(columns) : undefined;
  return { sheet: table.sheet, skip: false, kind, fields, ...(bothWays && { bothWays }) };
}

/** The column that says of some relations that they hold in both directions. */
function bothWaysOf(columns: readonly Column[]): SheetMapping["bothWays"] {
  const column = columns.find(({ name }) => directionWords.test(fold(name)));
  const values = [...new Set(column?.texts)].filter((text) => mutualWords.test(fold(text)));
  return column && { column: column.name, values };
}

const directionWords = /^(?:direction|directed|richtung|suunta|sens|direccion)$/;
const mutualWords =
  /^(?:mutual|both|both ways|two way|bidirectional|beidseitig|molemmat|bidirectionnel|bidireccional)$/;

function completeActors(table: Table, fields: SheetMapping["fields"], columns: readonly Column[]): void {
  // Programs for graphs leave labels empty where the id is the name.
  const isNamed = columns.some(({ name, texts }) => fields.name?.columns.includes(name) && texts.length > 0);
  if (!isNamed && fields.key) fields.name = { columns: fields.key.columns };
  // Without a column that is called so, the first with different texts has the names.
  fields.name ??= {
    columns: columns
      .filter(({ texts }) => new Set(texts).size > texts.length * 0.7)
      .slice(0, 1)
      .map(({ name }) => name),
  };
  const role = fold(`${table.sheet ?? ""} ${fields.name.columns.join(" ")}`);
  if (!fields.kinds && /customer|kunde|asiakas|cliente|client/.test(role))
    fields.kinds = { columns: [], constant: ["CUSTOMER"] };
}

function completeRelations(
  fields: SheetMapping["fields"],
  columns: readonly Column[],
  guesses: readonly ColumnGuess[],
  stored: EcosystemDocument | null,
): void {
  const used = new Set(guesses.map(({ column }) => column.name));
  const [from, to] = [fields.from?.columns[0], fields.to?.columns[0]].map((name) => fold(name ?? ""));
  const type = pairWords.find(([one, other]) => one.test(from ?? "") && other.test(to || "-"))?.[2];
  const isUntyped = (fields.type?.columns ?? []).every(
    (name) => columns.find((column) => column.name === name)?.texts.length === 0,
  );
  if (isUntyped) fields.type = { columns: [], constant: fields.volume ? "SUPPLIES" : (type ?? "PARTNERS_WITH") };
  // A part of a supplier's deliveries is no part of a firm.
  if (fields.type?.constant !== undefined && fields.type.constant !== "OWNS") delete fields.share;
  const focal = stored?.actors?.find(({ key }) => key === stored.ecosystem.focal)?.name;
  for (const end of ["from", "to"] as const)
    if (!fields[end] && focal !== undefined) fields[end] = { columns: [], constant: focal };
  // What else a row says is said of the end that its header names, else of the one that has a column: a supplier's
  // country and website.
  const about = fields.from?.columns.length ? "from" : "to";
  const isPair = fields.from?.columns.length && fields.to?.columns.length;
  // A type that is said of no end is that of the connection, and so are the tags of a row with two actors.
  const aboutFields = endFields.filter((name) => name !== "kinds" && !(name === "labels" && isPair));
  for (const column of columns) {
    if (used.has(column.name)) continue;
    const named = namedEnd(column.name);
    const field = named?.field ?? aboutFields.find((name) => headerScore("actors", name, column.name) >= 0.5);
    const end = named?.end ?? about;
    if (field && fields[end]?.columns.length && !fields[`${end}.${field}`])
      fields[`${end}.${field}`] = sourceOf("relations", `${end}.${field}`, [column]);
  }
}
