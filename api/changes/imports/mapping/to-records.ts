import {
  type AnyRecord,
  type EcosystemDocument,
  type EvidenceRecord,
  fieldsOf,
  type RecordKind,
  recordOfFields,
} from "../../../../cypher/model/document.ts";
import { type PinnedKind, pinnedRecords } from "../../../../cypher/model/enums/pinned-kind.ts";
import { identityOf, isKeyed, recordId, recordKindNames, recordKinds } from "../../../../cypher/model/record-kinds.ts";
import type { MergedKeys } from "../../../../cypher/records/merged-keys.ts";
import { capitalise, withArticle } from "../../../shared/format.ts";
import { groupBy } from "../../../shared/groups.ts";
import { isSame } from "../../check/same-value.ts";
import { counted, type OnProgress } from "../progress.ts";
import type { LeftOut, Table } from "../tables/table.ts";
import { checkRecords } from "./check-records.ts";
import {
  type Draft,
  missingFields,
  type PlacedRecord,
  type ReadRows,
  readRows,
  type Skipped,
  withReferred,
} from "./drafts.ts";
import type { OwnFacts } from "./earlier-version.ts";
import { KnownRecords, type Match } from "./known-records.ts";
import { leftOutOf, type RepeatedRow, shown } from "./left-out.ts";
import type { Mapping } from "./mapping.ts";
import { type Difference, mergeRecord } from "./merge-record.ts";
import { RowIdentity } from "./row-identity.ts";

export interface MappedRecords {
  head: Record<string, string>;
  records: PlacedRecord[];
  matches: Match[];
  skipped: Skipped[];
  leftOut: LeftOut[];
  differences: Difference[];
  /** What the file says, what cannot be stored of it included, by kind and identity. */
  said: ReadonlySet<string>;
  /** Kinds of which some row could not be read at all. */
  unread: ReadonlySet<RecordKind>;
}

/** Tables as their mapping reads them, before anything stored is looked at. */
export function readTables(tables: readonly Table[], mapping: Mapping, onProgress?: OnProgress): ReadRows[] {
  const read = mapping.sheets.flatMap((sheet) => {
    const table = tables.find((one) => one.sheet === sheet.sheet);
    return table && !sheet.skip ? [{ table, sheet }] : [];
  });
  const rows = read.reduce((sum, { table }) => sum + table.rows.length, 0);
  const onRow = counted(onProgress, "READING", rows);
  return read.map(({ table, sheet }) => readRows(table, sheet, mapping.evidence === null, onRow));
}

/**
 * The records that a file's rows make in an ecosystem: names become keys of stored or new records, what is stored of a
 * record stays, and every fact rests on the file. Pure. Rows that cannot be read are told and stop no others.
 */
export function toRecords(
  rows: readonly ReadRows[],
  mapping: Mapping,
  stored: EcosystemDocument | null,
  file: EvidenceRecord | null,
  merged?: MergedKeys,
  own?: OwnFacts | null,
  onProgress?: OnProgress,
): MappedRecords {
  return new Assembly(mapping, stored, file, merged, own ?? null).run(rows, onProgress);
}

class Assembly {
  readonly #known: KnownRecords;
  readonly #identity: RowIdentity;
  readonly #records = new Map<string, PlacedRecord>();
  readonly #skipped: Skipped[] = [];
  readonly #differences: Difference[] = [];
  readonly #repeated: RepeatedRow[] = [];
  readonly #head: Record<string, string> = {};
  readonly #unread = new Set<RecordKind>();

  constructor(
    readonly mapping: Mapping,
    readonly stored: EcosystemDocument | null,
    readonly file: EvidenceRecord | null,
    merged: MergedKeys | undefined,
    readonly own: OwnFacts | null,
  ) {
    this.#known = new KnownRecords(stored, mapping.names, merged, file?.key);
    this.#identity = new RowIdentity(this.#known, mapping.evidence === null, own);
  }

  run(rows: readonly ReadRows[], onProgress?: OnProgress): MappedRecords {
    // One by one: a call takes only so many arguments, and a column can be wrong in every row.
    for (const read of rows) {
      for (const it of read.skipped) this.#skipped.push(it);
      if (read.unreadKind) this.#unread.add(read.unreadKind);
    }
    const drafts = rows.flatMap((read) => read.drafts).flatMap(withReferred);
    this.#known.expectRows(drafts.flatMap(({ kind, fields }) => (kind === "actors" ? String(fields.name ?? "") : [])));
    for (const { kind, fields } of drafts) if (kind === "ecosystem") Object.assign(this.#head, fields);
    if (this.file) this.#put({ kind: "evidence", record: this.file, sheet: null, row: 1, columns: {} });
    const onMatched = counted(onProgress, "MATCHING", drafts.length);
    const byKind = groupBy(drafts, ({ kind }) => kind);
    for (const kind of recordKindNames)
      for (const draft of byKind.get(kind) ?? []) {
        this.#add(kind, draft);
        onMatched();
      }
    const said = new Set(this.#records.keys());
    const { kept, skipped } = checkRecords([...this.#records.values()], this.stored);
    for (const it of skipped) this.#skipped.push(it);
    const focal = this.#head.focal && this.#known.referred("actors", this.#head.focal, () => {});
    return {
      head: { ...this.#head, ...(focal && { focal }) },
      records: kept,
      matches: this.#known.matches,
      skipped: this.#skipped.sort((a, b) => a.row - b.row),
      leftOut: leftOutOf(rows, this.#repeated, this.#differences),
      differences: this.#differences.filter(({ kind, key, field, stored, choice }) => {
        // A second row of the record may have said what the first one lacked.
        const record = this.#records.get(recordId(kind, key))?.record;
        return choice === "KEEP" || !record || !isSame(fieldsOf(record)[field], stored);
      }),
      said,
      unread: this.#unread,
    };
  }

  #put(placed: PlacedRecord): void {
    this.#records.set(recordId(placed.kind, identityOf(placed.kind, placed.record)), placed);
  }

  #skip({ sheet, row }: Draft, column: string | null, message: string): void {
    this.#skipped.push({ sheet, row, column: column || null, message });
  }

  /** As #skip, of a row of which no record is made. */
  #skipRow(kind: RecordKind, draft: Draft, column: string | null, message: string): void {
    this.#unread.add(kind);
    this.#skip(draft, column, message);
  }

  #add(kind: RecordKind, draft: Draft): void {
    const fields = this.#withKeys(kind, draft);
    if (!fields) return;
    const identified = this.#identity.of(kind, fields, draft);
    if (identified === null) {
      const message = `${capitalise(withArticle(recordKinds[kind].singular))} needs a name: the row has none.`;
      this.#skipRow(kind, draft, draft.columns.name ?? null, message);
      return;
    }
    const { key, before } = identified;
    const isExport = this.mapping.evidence === null;
    const place = recordId(kind, key);
    const earlier = this.#records.get(place);
    if (earlier) {
      this.#repeat(kind, earlier, fields, draft);
      return;
    }
    if (kind === "actors" && !before) fields.kinds ??= ["OTHER"];
    const [missing] = before ? [] : missingFields({ ...draft, fields });
    if (missing !== undefined) {
      const { label } = recordKinds[kind].fields[missing]!;
      const message = `${capitalise(withArticle(recordKinds[kind].singular))} needs ${label.toLowerCase()}: the row has none.`;
      this.#skipRow(kind, draft, draft.columns[missing] ?? null, message);
      return;
    }
    if (!before && isKeyed(kind)) fields.key = key;
    const record = before ? this.#merged(kind, key, before, fields, draft) : recordOfFields(fields);
    if (!isExport) this.#restOnFile(kind, record);
    this.#records.set(place, {
      kind,
      record: inOrder(kind, record),
      sheet: draft.sheet,
      row: draft.row,
      columns: draft.columns,
    });
  }

  #merged(kind: RecordKind, key: string, before: AnyRecord, fields: Record<string, unknown>, draft: Draft): AnyRecord {
    const { onConflict, conflicts, emptyClears } = this.mapping;
    const isOwn = this.own?.isOwn(kind, key, before) ?? false;
    const isAgain = fields.validTo === undefined && this.#identity.isSaidAgain(kind, key, before);
    const { record, differences } = mergeRecord(kind, before, fields, {
      key,
      choose: (field) => conflicts[`${kind}|${key}|${field}`] ?? (isOwn ? "REPLACE" : onConflict),
      cleared: [...(emptyClears || isOwn ? draft.empty : []), ...(isAgain ? ["validTo"] : [])],
      isByKey: fields.key === key || kind !== "actors",
    });
    this.#differences.push(...differences);
    return record;
  }

  /** A second row of the same record: lists are joined, and empty fields filled; another value is told. */
  #repeat(kind: RecordKind, earlier: PlacedRecord, fields: Record<string, unknown>, draft: Draft): void {
    const key = identityOf(kind, earlier.record);
    const { record, differences } = mergeRecord(kind, earlier.record, fields, {
      key,
      choose: () => "KEEP",
      cleared: [],
      isByKey: fields.key === key,
    });
    earlier.record = inOrder(kind, record);
    this.#repeated.push({ kind, isOther: differences.length > 0 });
    for (const { field, file: value, stored } of differences)
      this.#skip(
        draft,
        draft.columns[field] ?? null,
        `Row ${earlier.row} says ${shown(stored)} of the same ${recordKinds[kind].singular}: ${shown(value)} is left out.`,
      );
  }

  /** Adds the file to the evidence of a record that is being made. */
  #restOnFile(kind: RecordKind, record: AnyRecord): void {
    if (!this.file || !recordKinds[kind].isFact) return;
    const fields = fieldsOf(record) as Record<string, unknown>;
    const evidence = (fields.evidence as string[] | undefined) ?? [];
    if (!evidence.includes(this.file.key) && evidence.length < 100) fields.evidence = [...evidence, this.file.key];
  }

  /** The draft's fields with keys in place of names; null when one cannot be found. */
  #withKeys(kind: RecordKind, draft: Draft): Record<string, unknown> | null {
    const fields = { ...draft.fields };
    for (const { field, to, within } of recordKinds[kind].references) {
      const value = fields[field];
      if (value === undefined) continue;
      const find = (name: string): string | null =>
        this.#known.referred(to, name, (key, made) => this.#make(to, key, made, draft));
      const names = within
        ? (value as Record<string, string>[]).map((entry) => entry[within]!)
        : [value].flat().map(String);
      const keys = names.map(find);
      const at = keys.indexOf(null);
      if (at >= 0) {
        const { isRequired } = recordKinds[kind].fields[field]!;
        const message = `There is no ${recordKinds[to].singular} “${names[at]}”: add it first.`;
        if (isRequired) {
          this.#skipRow(kind, draft, draft.columns[field] ?? null, message);
          return null;
        }
        this.#skip(draft, draft.columns[field] ?? null, message);
        delete fields[field];
      } else if (within) fields[field] = (value as object[]).map((entry, i) => ({ ...entry, [within]: keys[i] }));
      else fields[field] = Array.isArray(value) ? [...new Set(keys)] : keys[0];
    }
    return kind === "layout" && !this.#pin(fields, draft) ? null : fields;
  }

  /** Gives a pin the key of its record in place of what the file calls it; false where there is no such record. */
  #pin(fields: Record<string, unknown>, draft: Draft): boolean {
    const kind = pinnedRecords[fields.kind as PinnedKind];
    if (kind === undefined || fields.key === undefined || this.mapping.evidence === null) return true;
    const key = this.#known.keyCalled(kind, String(fields.key));
    if (key === null)
      this.#skip(draft, draft.columns.key ?? null, `There is no ${recordKinds[kind].singular} “${fields.key}”.`);
    else fields.key = key;
    return key !== null;
  }

  /** A record that is known by name only, because a row refers to it. */
  #make(kind: RecordKind, key: string, fields: Record<string, unknown>, { sheet, row }: Draft): void {
    const record = recordOfFields({ key, ...fields });
    this.#restOnFile(kind, record);
    this.#records.set(recordId(kind, key), { kind, record: inOrder(kind, record), sheet, row, columns: {} });
  }
}

/** A record with its fields in the order of its kind, and without unknown ones. */
function inOrder(kind: RecordKind, record: AnyRecord): AnyRecord {
  const fields = fieldsOf(record);
  const known: Record<string, unknown> = {};
  for (const name in recordKinds[kind].fields) {
    const value = fields[name];
    if (value !== undefined && value !== null) known[name] = value;
  }
  return recordOfFields(known);
}
