import { createHash } from "node:crypto";
import {
  type AnyRecord,
  type EcosystemDocument,
  type EvidenceRecord,
  fieldsOf,
  type RecordKind,
} from "../../../../cypher/model/document.ts";
import { recordId, recordKindNames } from "../../../../cypher/model/record-kinds.ts";
import type { MergedKeys } from "../../../../cypher/records/merged-keys.ts";
import { slugOf } from "../../batch/make-key.ts";
import { isKey, keyForm } from "../../check/document-issues.ts";
import { asEvidence, fileHash, isLastVersion, withEarlierVersions } from "../file-evidence.ts";
import type { ReadFile, ReadInto } from "../formats/format.ts";
import { unreadable } from "../issue.ts";
import type { OnProgress } from "../progress.ts";
import { tableOf } from "../tables/find-header.ts";
import { isEmpty, type LeftOut, type Sheet, type Table, textOf } from "../tables/table.ts";
import { type EarlierVersion, isOnlyOf, noLongerSaid, type OwnFacts } from "./earlier-version.ts";
import { guessFields, guessMapping } from "./guess-mapping.ts";
import { inWords } from "./in-words.ts";
import type { SheetSummary } from "./mapped-outcome.ts";
import { type Mapping, targetsOf } from "./mapping.ts";
import { readTables, toRecords } from "./to-records.ts";

interface MappedFileOptions {
  ecosystem: string;
  /** The name of an ecosystem that is made. */
  ecosystemName?: string | undefined;
  name: string;
  bytes: Uint8Array;
  /** Guessed when absent. */
  mapping?: Mapping | undefined;
  isRemembered?: boolean;
  onProgress?: OnProgress | undefined;
}

const maxSentences = 20;
const maxSamples = 5;
/** Different values of a column of which a person says what each means. */
const maxValues = 60;

/** A sheet with the table that is found in it; null where it is empty. */
interface SheetWithTable {
  sheet: Sheet;
  table: Table | null;
}

export const withTables = (sheets: readonly Sheet[]): SheetWithTable[] =>
  sheets.map((sheet) => ({ sheet, table: tableOf(sheet) }));

/** Hash of the names of a file's sheets and columns: next month's file of the same source has the same. */
export function shapeOf(format: string, sheets: readonly SheetWithTable[]): string {
  const names = sheets.map(({ sheet, table }) => [sheet.name, [...(table?.columns ?? [])].sort()]);
  return createHash("sha256")
    .update(JSON.stringify([format, names]))
    .digest("hex");
}

/** What of a file does not depend on what is stored. */
interface FileParts {
  shape: string;
  /** SHA-256 of its bytes. */
  hash: string;
  tables: readonly Table[];
  leftOut: readonly LeftOut[];
}

/** A file of tables as it is read into the ecosystem that is stored, by a mapping that is given or guessed. */
export function mappedFile(sheets: readonly SheetWithTable[], shape: string, options: MappedFileOptions): ReadFile {
  const { ecosystem } = options;
  if (!isKey(ecosystem)) throw unreadable("", `Invalid ecosystem key: ${keyForm}.`);
  const head = { key: ecosystem, name: options.ecosystemName ?? ecosystem };
  // All that can be made before the ecosystem is locked.
  const parts = {
    shape,
    hash: fileHash(options.bytes),
    tables: sheets.flatMap((it) => tableByMapping(it, options.mapping) ?? []),
    leftOut: sheets.flatMap(({ sheet }) => sheet.leftOut ?? []),
  };
  return {
    document: { format: "ecosystem/1", ecosystem: head },
    warnings: [],
    origin: { file: evidenceKeyOf(options.name), shape, isNewerVersion: options.mapping?.newerVersion ?? false },
    mappedInto: (stored, merged, earlier = null) => readInto(parts, options, stored, merged, earlier),
  };
}

/** The table of a sheet, under the header that a mapping says where it is not the one that was found. */
function tableByMapping({ sheet, table }: SheetWithTable, mapping: Mapping | undefined): Table | null {
  const headerRow = mapping?.sheets.find((one) => one.sheet === sheet.name)?.headerRow;
  return headerRow === undefined || headerRow === table?.headerRow ? table : tableOf(sheet, headerRow);
}

/** The key of a file of tables as evidence. */
const evidenceKeyOf = (name: string): string => `file-${slugOf(name) || "table"}`;

function readInto(
  { shape, hash, tables, leftOut: ofFile }: FileParts,
  { ecosystem, ecosystemName, name, mapping: given, isRemembered = false, onProgress }: MappedFileOptions,
  stored: EcosystemDocument | null,
  merged: MergedKeys,
  earlier: EarlierVersion | null,
): ReadInto {
  if (tables.length === 0) throw unreadable("", "The file has no table: all its sheets are empty.");
  const mapping = given ? completed(given, tables, stored) : guessMapping(tables, stored);
  const key = evidenceKeyOf(name);
  const graded = mapping.evidence && { ...asEvidence(key, hash, mapping.evidence.title ?? name), ...mapping.evidence };
  const before = stored?.evidence?.find((one) => one.key === key);
  const file = graded && withEarlierVersions(before, graded, false);
  const own = ownFacts(mapping, graded, earlier);
  const result = toRecords(readTables(tables, mapping, onProgress), mapping, stored, file, merged, own, onProgress);
  const made = { key: ecosystem, name: ecosystemName ?? ecosystem };
  const head = stored
    ? { ...stored.ecosystem, ...(mapping.evidence === null && result.head) }
    : { ...made, ...result.head };
  const document: EcosystemDocument = { format: "ecosystem/1", ecosystem: { ...head, key: ecosystem } };
  for (const kind of recordKindNames) {
    const records = result.records.filter((it) => it.kind === kind).map(({ record }) => record);
    if (records.length > 0) Object.assign(document, { [kind]: records });
  }
  const withdrawn =
    own && stored && earlier?.records
      ? noLongerSaid({ ...result, stored, mapping, file: key, day: own.day, earlier: earlier.records })
      : null;
  for (const { kind, record } of withdrawn?.changed ?? []) {
    const records = (document[kind] ?? []) as AnyRecord[];
    records.push(record);
    Object.assign(document, { [kind]: records });
  }
  const mentioned = nameIndex(stored, document);
  const sample = result.records
    .filter(({ kind, record }) => !(kind === "evidence" && "key" in record && record.key === file?.key))
    .slice(0, maxSentences)
    .map(({ kind, record }) => inWords(kind, record, mentioned));
  const warnings = tables.flatMap(({ sheet, mended }) =>
    mended.slice(0, 100).map(({ row, message }) => ({ path: placeOf(sheet, row), message })),
  );
  const { matches, skipped, differences } = result;
  const leftOut = [...ofFile, ...result.leftOut, ...absentColumns(tables, mapping)];
  const summaries = tables.map((table) => summaryOf(table, mapping));
  return {
    document,
    warnings,
    mapped: {
      ...{ mapping, isRemembered, shape, sheets: summaries, matches, skipped, leftOut, differences, sample },
      // The version that was imported last is no other one.
      earlierAt: earlier && graded && !isLastVersion(before, graded) ? earlier.at : null,
      noLonger: withdrawn?.entries ?? [],
      inWords: (kind, record) => inWords(kind, record, mentioned),
    },
    ...(withdrawn && { isDropped: withdrawn.isDropped }),
  };
}

/** Of a newer version of a file: what only earlier ones said. */
function ownFacts(mapping: Mapping, file: EvidenceRecord | null, earlier: EarlierVersion | null): OwnFacts | null {
  const records = earlier?.records;
  if (!mapping.newerVersion || !file || !records) return null;
  return {
    day: file.publishedOn ?? file.retrievedOn!,
    isOwn: (kind, key, record) => isOnlyOf(file.key, record, records.get(recordId(kind, key))),
  };
}

/** The mapping with the likely columns of sheets for which only the kind of record is said. */
function completed(mapping: Mapping, tables: readonly Table[], stored: EcosystemDocument | null): Mapping {
  const sheets = mapping.sheets.map((sheet) => {
    const table = tables.find((one) => one.sheet === sheet.sheet);
    const isOpen = !sheet.skip && !sheet.matrix && sheet.kind !== "ecosystem" && Object.keys(sheet.fields).length === 0;
    return isOpen && table ? { ...sheet, fields: guessFields(table, sheet.kind as RecordKind, stored) } : sheet;
  });
  return { ...mapping, sheets };
}

/** Row 7 of a sheet, in words. */
export const placeOf = (sheet: string | null, row: number): string =>
  sheet === null ? `row ${row}` : `${sheet}, row ${row}`;

/** What the mapping names and the file lacks. */
function absentColumns(tables: readonly Table[], mapping: Mapping): LeftOut[] {
  return mapping.sheets.flatMap(({ sheet, skip, fields, matrix }): LeftOut[] => {
    if (skip) return [];
    const table = tables.find((one) => one.sheet === sheet);
    if (!table)
      return [
        { what: `Sheet “${sheet ?? ""}”`, count: 0, reason: "The mapping names it, and the file does not have it." },
      ];
    const named = [...Object.values(fields).flatMap(({ columns }) => columns), ...(matrix?.columns ?? [])];
    const absent = [...new Set(named)].filter((column) => !table.columns.includes(column));
    return absent.map((column) => ({
      what: `Column “${column}”`,
      count: 0,
      reason: "The mapping names it, and the file does not have it.",
    }));
  });
}

function summaryOf(table: Table, mapping: Mapping): SheetSummary {
  const { sheet, isHidden, headerRow, rows, above, columns, filled, mended } = table;
  const mapped = mapping.sheets.find((one) => one.sheet === sheet && !one.skip);
  const enums = (mapped ? targetsOf(mapped) : []).filter(({ field }) => field?.type === "enum");
  const named = new Set(enums.flatMap(({ source }) => source.columns));
  const different = differentValues(table, (column) => (named.has(column) ? maxValues : maxSamples));
  return {
    sheet,
    isHidden,
    headerRow,
    rows: rows.length,
    above,
    mended: mended.slice(0, 100),
    columns: columns.map((name, column) => ({
      name,
      samples: different[column]!.slice(0, maxSamples),
      values: named.has(name) ? different[column]! : [],
      filled: filled[column]!,
    })),
  };
}

/** The first different values of each column, as many as are wanted of it. */
function differentValues({ columns, rows }: Table, atMost: (column: string) => number): string[][] {
  const values = columns.map(() => new Set<string>());
  let open = values.map((found, column) => ({ found, column, wanted: atMost(columns[column]!) }));
  for (const { cells } of rows) {
    for (const { found, column } of open) if (!isEmpty(cells[column])) found.add(textOf(cells[column]).slice(0, 80));
    if (open.some(({ found, wanted }) => found.size === wanted))
      open = open.filter(({ found, wanted }) => found.size < wanted);
    if (open.length === 0) break;
  }
  return values.map((found) => [...found]);
}

/** The names of records by kind and key; of a kind from when it is first asked for. */
function nameIndex(...documents: (EcosystemDocument | null)[]): (kind: RecordKind, key: string | undefined) => string {
  const names = new Map<RecordKind, Map<string, string>>();
  const namesOf = (kind: RecordKind) => {
    const ofKind = new Map<string, string>();
    for (const document of documents)
      for (const record of (document?.[kind] ?? []) as AnyRecord[]) {
        const { key, name, title } = fieldsOf(record);
        if (typeof key === "string") ofKind.set(key, String(name ?? title ?? key));
      }
    names.set(kind, ofKind);
    return ofKind;
  };
  return (kind, key = "") => (names.get(kind) ?? namesOf(kind)).get(key) ?? key;
}
