import {
  type AnyRecord,
  type EcosystemDocument,
  type EvidenceRecord,
  fieldsOf,
  type RecordKind,
  recordOfFields,
} from "../../../../cypher/model/document.ts";
import { identityOf, isKeyed, recordKindNames, recordKinds } from "../../../../cypher/model/record-kinds.ts";
import type { MergedKeys } from "../../../../cypher/records/merged-keys.ts";
import type { Table } from "../tables/table.ts";
import { checkRecords } from "./check-records.ts";
import { type Draft, missingFields, type PlacedRecord, type ReadRows, readRows, type Skipped } from "./drafts.ts";
import { KnownRecords, type Match } from "./known-records.ts";
import type { Mapping } from "./mapping.ts";
import { type Difference, mergeRecord } from "./merge-record.ts";

/** Something of a file that is left out, counted by sort. */
export interface LeftOut {
  what: string;
  count: number;
  reason: string;
}

export interface MappedRecords {
  head: Record<string, string>;
  records: PlacedRecord[];
  matches: Match[];
  skipped: Skipped[];
  leftOut: LeftOut[];
  differences: Difference[];
}

/** Tables as their mapping reads them, before anything stored is looked at. */
export function readTables(tables: readonly Table[], mapping: Mapping): ReadRows[] {
  return mapping.sheets.flatMap((sheet) => {
    const table = tables.find((one) => one.sheet === sheet.sheet);
    return table && !sheet.skip ? [readRows(table, sheet, mapping.evidence === null)] : [];
  });
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
): MappedRecords {
  return new Assembly(mapping, stored, file, merged).run(rows);
}

class Assembly {
  readonly #known: KnownRecords;
  readonly #undated: Map<string, AnyRecord[]>;
  readonly #records = new Map<string, PlacedRecord>();
  readonly #skipped: Skipped[] = [];
  readonly #differences: Difference[] = [];
  readonly #repeated: { kind: RecordKind; isOther: boolean; row: number }[] = [];
  readonly #head: Record<string, string> = {};

  constructor(
    readonly mapping: Mapping,
    readonly stored: EcosystemDocument | null,
    readonly file: EvidenceRecord | null,
    merged: MergedKeys | undefined,
  ) {
    this.#known = new KnownRecords(stored, mapping.names, merged);
    this.#undated = undatedIndex(this.#known);
  }

  run(rows: readonly ReadRows[]): MappedRecords {
    // One by one: a call takes only so many arguments, and a column can be wrong in every row.
    for (const read of rows) for (const it of read.skipped) this.#skipped.push(it);
    const drafts = rows.flatMap((read) => read.drafts).flatMap(withReferred);
    this.#known.expectRows(drafts.flatMap(({ kind, fields }) => (kind === "actors" ? String(fields.name ?? "") : [])));
    for (const { kind, fields } of drafts) if (kind === "ecosystem") Object.assign(this.#head, fields);
    if (this.file) this.#put({ kind: "evidence", record: this.file, sheet: null, row: 1, columns: {} });
    for (const kind of recordKindNames) for (const draft of drafts) if (draft.kind === kind) this.#add(kind, draft);
    const { kept, skipped } = checkRecords([...this.#records.values()], this.stored);
    for (const it of skipped) this.#skipped.push(it);
    const focal = this.#head.focal && this.#known.referred("actors", this.#head.focal, () => {});
    return {
      head: { ...this.#head, ...(focal && { focal }) },
      records: kept,
      matches: this.#known.matches,
      skipped: this.#skipped.sort((a, b) => a.row - b.row),
      leftOut: this.#leftOut(rows),
      differences: this.#differences,
    };
  }

  #put(placed: PlacedRecord): void {
    this.#records.set(`${placed.kind} ${identityOf(placed.kind, placed.record)}`, placed);
  }

  #skip({ sheet, row }: Draft, column: string | null, message: string): void {
    this.#skipped.push({ sheet, row, column: column || null, message });
  }

  #add(kind: RecordKind, draft: Draft): void {
    const fields = this.#withKeys(kind, draft);
    if (!fields) return;
    const identity = this.#identify(kind, fields, draft);
    if (identity === null) return;
    const { key, before } = identity;
    const isExport = this.mapping.evidence === null;
    if (kind === "actors" && !before) fields.kinds ??= ["OTHER"];
    const [missing] = before ? [] : missingFields({ ...draft, fields });
    if (missing !== undefined) {
      const { label } = recordKinds[kind].fields[missing]!;
      const message = `A ${recordKinds[kind].singular} needs ${label.toLowerCase()}: the row has none.`;
      this.#skip(draft, draft.columns[missing] ?? null, message);
      return;
    }
    const place = `${kind} ${key}`;
    const earlier = this.#records.get(place);
    if (earlier) {
      this.#repeat(kind, earlier, fields, draft);
      return;
    }
    const record = before
      ? this.#merged(kind, key, before, fields, draft)
      : recordOfFields(isKeyed(kind) ? { ...fields, key } : fields);
    const rests = isExport ? record : this.#resting(kind, record);
    this.#records.set(place, {
      kind,
      record: inOrder(kind, rests),
      sheet: draft.sheet,
      row: draft.row,
      columns: draft.columns,
    });
  }

  #merged(kind: RecordKind, key: string, before: AnyRecord, fields: Record<string, unknown>, draft: Draft): AnyRecord {
    const { onConflict, conflicts, emptyClears } = this.mapping;
    const { record, differences } = mergeRecord(kind, before, fields, {
      key,
      choose: (field) => conflicts[`${kind}|${key}|${field}`] ?? onConflict,
      cleared: emptyClears ? draft.empty : [],
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
    this.#repeated.push({ kind, isOther: differences.length > 0, row: draft.row });
    for (const { field, file: value, stored } of differences)
      this.#skip(
        draft,
        draft.columns[field] ?? null,
        `Row ${earlier.row} says ${shown(stored)} of the same ${recordKinds[kind].singular}: ${shown(value)} is left out.`,
      );
  }

  /** The record with the file among its evidence. */
  #resting(kind: RecordKind, record: AnyRecord): AnyRecord {
    const evidence = (fieldsOf(record).evidence as string[] | undefined) ?? [];
    if (!this.file || !recordKinds[kind].isFact || evidence.includes(this.file.key) || evidence.length >= 100)
      return record;
    return recordOfFields({ ...fieldsOf(record), evidence: [...evidence, this.file.key] });
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
        this.#skip(draft, draft.columns[field] ?? null, message);
        if (isRequired) return null;
        delete fields[field];
      } else if (within) fields[field] = (value as object[]).map((entry, i) => ({ ...entry, [within]: keys[i] }));
      else fields[field] = Array.isArray(value) ? [...new Set(keys)] : keys[0];
    }
    return fields;
  }

  /** A record that is known by name only, because a row refers to it. */
  #make(kind: RecordKind, key: string, fields: Record<string, unknown>, { sheet, row }: Draft): void {
    const record = this.#resting(kind, recordOfFields({ key, ...fields }));
    this.#records.set(`${kind} ${key}`, { kind, record: inOrder(kind, record), sheet, row, columns: {} });
  }

  #identify(
    kind: RecordKind,
    fields: Record<string, unknown>,
    draft: Draft,
  ): { key: string; before: AnyRecord | undefined } | null {
    if (kind === "layout" || kind === "tags" || !isKeyed(kind)) {
      const record = recordOfFields(fields);
      const key = identityOf(kind, record);
      const before = this.#known.stored(kind, key);
      if (before || fields.validFrom !== undefined || this.mapping.evidence === null) return { key, before };
      // A row without a date says what holds: the stored record of the same ends that began last, whenever that was.
      const dated = this.#undated.get(`${kind} ${key}`)?.at(-1);
      return dated ? { key: identityOf(kind, dated), before: dated } : { key, before: undefined };
    }
    const isNameless = fields.key === undefined && fields.name === undefined && fields.title === undefined;
    if (isNameless && "name" in recordKinds[kind].fields && recordKinds[kind].fields.name!.isRequired) {
      this.#skip(draft, draft.columns.name ?? null, `A ${recordKinds[kind].singular} needs a name: the row has none.`);
      return null;
    }
    const key = this.#known.keyOf(kind, fields, this.mapping.evidence === null);
    return { key, before: this.#known.stored(kind, key) };
  }

  #leftOut(rows: readonly ReadRows[]): LeftOut[] {
    const columns = rows
      .flatMap(({ unused }) => [...unused])
      .map(
        ([column, count]): LeftOut => ({
          what: `Column “${column}”`,
          count,
          reason: "The mapping takes nothing from it.",
        }),
      );
    const same = this.#repeated.filter(({ isOther }) => !isOther);
    const repeated = recordKindNames.flatMap((kind): LeftOut[] => {
      const count = same.filter((it) => it.kind === kind).length;
      return count === 0
        ? []
        : [
            {
              what: `Rows of the same ${recordKinds[kind].singular}`,
              count,
              reason: "They are one record: their lists are joined.",
            },
          ];
    });
    const kept = this.#differences.filter(({ choice }) => choice === "KEEP");
    const byField = new Map<string, { count: number; first: Difference }>();
    for (const it of kept) {
      const name = `${recordKinds[it.kind].fields[it.field]!.label} of ${recordKinds[it.kind].plural}`;
      const known = byField.get(name);
      if (known) known.count++;
      else byField.set(name, { count: 1, first: it });
    }
    const conflicts = [...byField].map(
      ([what, { count, first }]): LeftOut => ({
        what,
        count,
        reason: `The stored value stays where the file has another one: ${first.key} has ${shown(first.stored)}, the file ${shown(first.file)}.`,
      }),
    );
    return [...columns, ...repeated, ...conflicts];
  }
}

const shown = (value: unknown): string =>
  typeof value === "string" ? `“${value.slice(0, 80)}”` : JSON.stringify(value).slice(0, 80);

/** A draft, and one for each record of which its row says more than the name. */
function withReferred(draft: Draft): Draft[] {
  if (draft.kind === "ecosystem") return [draft];
  const { kind, sheet, row, columns } = draft;
  const more = Object.entries(draft.referred).flatMap(([field, fields]): Draft[] => {
    const name = [draft.fields[field]].flat()[0];
    const to = recordKinds[kind].fields[field]?.reference?.to as RecordKind | undefined;
    if (to === undefined || typeof name !== "string") return [];
    const title = recordKinds[to].fields.title ? "title" : "name";
    return [{ kind: to, fields: { [title]: name, ...fields }, empty: [], referred: {}, sheet, row, columns }];
  });
  return [...more, draft];
}

/** A record with its fields in the order of its kind, and without unknown ones. */
function inOrder(kind: RecordKind, record: AnyRecord): AnyRecord {
  const fields = fieldsOf(record);
  const known = Object.keys(recordKinds[kind].fields).flatMap((name) =>
    fields[name] === undefined || fields[name] === null ? [] : [[name, fields[name]]],
  );
  return recordOfFields(Object.fromEntries(known));
}

/** Stored records that differ from others by the date from which they hold, by what else identifies them; oldest first. */
function undatedIndex(known: KnownRecords): Map<string, AnyRecord[]> {
  const index = new Map<string, AnyRecord[]>();
  for (const kind of recordKindNames) {
    if (!recordKinds[kind].identity.includes("validFrom")) continue;
    for (const record of known.storedOf(kind).values()) {
      const name = `${kind} ${identityOf(kind, recordOfFields({ ...fieldsOf(record), validFrom: undefined }))}`;
      index.set(name, [...(index.get(name) ?? []), record]);
    }
  }
  for (const records of index.values())
    records.sort((a, b) => (String(fieldsOf(a).validFrom ?? "") < String(fieldsOf(b).validFrom ?? "") ? -1 : 1));
  return index;
}
