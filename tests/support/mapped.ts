import { guessMapping } from "../../api/changes/imports/mapping/guess-mapping.ts";
import { type Mapping, parseMapping } from "../../api/changes/imports/mapping/mapping.ts";
import { type MappedRecords, readTables, toRecords } from "../../api/changes/imports/mapping/to-records.ts";
import { tableOf } from "../../api/changes/imports/tables/find-header.ts";
import { readDelimited } from "../../api/changes/imports/tables/read-delimited.ts";
import type { Table } from "../../api/changes/imports/tables/table.ts";
import type { AnyRecord, EcosystemDocument, EvidenceRecord, RecordKind } from "../../cypher/model/document.ts";
import { identityOf, recordKindNames } from "../../cypher/model/record-kinds.ts";

export const theFile: EvidenceRecord = { key: "file-list-csv", title: "list.csv" };

export const tableFrom = (csv: string): Table => tableOf(readDelimited(new TextEncoder().encode(csv)))!;

interface Mapped extends MappedRecords {
  mapping: Mapping;
  of(kind: RecordKind): AnyRecord[];
  /** The stored ecosystem with the file's records in it. */
  after: EcosystemDocument;
}

/** A table, or several, as the guessed mapping with these changes reads it into an ecosystem. */
export function mapped(
  tables: string | Table[],
  {
    stored = null,
    change = (mapping) => mapping,
  }: { stored?: EcosystemDocument | null; change?: (mapping: Mapping) => Mapping } = {},
): Mapped {
  const read = typeof tables === "string" ? [tableFrom(tables)] : tables;
  // A mapping goes to the page and back as JSON.
  const mapping = parseMapping(JSON.parse(JSON.stringify(change(guessMapping(read, stored)))));
  const result = toRecords(readTables(read, mapping), mapping, stored, mapping.evidence ? theFile : null);
  const of = (kind: RecordKind) =>
    result.records.filter((it) => it.kind === kind && it.record !== theFile).map(({ record }) => record);
  const after: EcosystemDocument = { ...(stored ?? { format: "ecosystem/1", ecosystem: { key: "x", name: "x" } }) };
  for (const kind of recordKindNames) {
    const records = new Map(
      ((stored?.[kind] ?? []) as AnyRecord[]).map((record) => [identityOf(kind, record), record]),
    );
    for (const record of result.records.filter((it) => it.kind === kind).map((it) => it.record))
      records.set(identityOf(kind, record), record);
    if (records.size > 0) Object.assign(after, { [kind]: [...records.values()] });
  }
  return { ...result, mapping, of, after };
}
