import { isSame } from "../../changes/rebase.ts";
import { type Fields, identityOf, isKeyed, notStored } from "../../changes/record-edits.ts";
import { isEmpty } from "../../fields/field-problem.ts";
import { isShare, shareHelp } from "../../fields/field-words.ts";
import { editableFields } from "../../fields/form-fields.ts";
import type { RecordKind } from "../../graphql/schema-types.ts";
import { type DescribedField, describedKind, enumValues, referredKind } from "../../shared/described-records.ts";
import { listed } from "../../shared/format.ts";
import { type Finished, type Grid, type GridColumn, type GridRow, lockedCell, noCell } from "./grid.ts";
import type { GridFacts, GridRecord } from "./grid-facts.ts";
import { creation, fieldOf, noChange } from "./matrix.ts";
import { cellText, readValue } from "./read-value.ts";

/** Fields of a kind in the order of its columns: what it is called and what it joins first, its key last. */
function fieldsOfColumns(kind: RecordKind): readonly DescribedField[] {
  const { identity } = describedKind(kind);
  const rank = ({ name, isRequired }: DescribedField) => {
    if (name === "key") return 3;
    if (name === "name" || name === "title") return 0;
    return isRequired || identity.includes(name) ? 1 : 2;
  };
  return editableFields(kind).toSorted((a, b) => rank(a) - rank(b));
}

function widthOf({ name, type, isList, to }: DescribedField): number {
  if (name === "name" || name === "title") return 220;
  if (type === "text" || type === "parts") return 240;
  if (isList || to) return 180;
  return type === "number" || type === "integer" || type.endsWith("oolean") ? 104 : 128;
}

function suggestionsFor(facts: GridFacts, field: DescribedField): readonly string[] | undefined {
  if (field.enum) return enumValues(field.enum).map(({ word }) => word);
  if (field.type.endsWith("oolean")) return ["Yes", "No"];
  return field.to ? facts.valid(referredKind(field)).map(({ label }) => label) : undefined;
}

const columnOf = (facts: GridFacts, field: DescribedField): GridColumn => {
  const suggestions = suggestionsFor(facts, field);
  const help = isShare(field) ? shareHelp(field, "%") : field.help;
  return {
    key: field.name,
    label: field.label,
    help: field.isList ? `${help} Several with a semicolon between them.` : help,
    width: widthOf(field),
    isNumber: field.type === "number" || field.type === "integer",
    ...(suggestions && { suggestions }),
  };
};

interface Grouping {
  /** Field by which the rows are grouped. */
  field: string;
  /** Each has its records, and a row for a new one. */
  of: readonly GridRecord[];
}

const newRowOf = (at: number | string): GridRow => ({ key: `new ${at}`, label: "New", isNew: true });

const rowOf = ({ key, label, validity, version }: GridRecord): GridRow => ({
  key: `record ${key}`,
  label,
  ...(version === notStored && { isBeingCreated: true }),
  ...(validity !== "VALID" && { note: validity }),
});

/** The rows of each group, called as it is, with one for a new record below them. */
function groupedRows(records: readonly GridRecord[], { field, of: groups }: Grouping): GridRow[] {
  const byGroup = new Map<unknown, GridRow[]>(groups.map(({ key }) => [key, []]));
  for (const record of records) byGroup.get(record.data[field])?.push(rowOf(record));
  return groups.flatMap(({ key, label }) => [
    ...byGroup.get(key)!.map((row) => ({ ...row, label })),
    { ...newRowOf(`of ${key}`), label, preset: { [field]: key } },
  ]);
}

/** All records of a kind as rows, their fields as columns, and rows for new ones. */
export function plainGrid(facts: GridFacts, kind: RecordKind, grouping: Grouping | null = null): Grid {
  const fields = fieldsOfColumns(kind).filter(({ name }) => name !== grouping?.field);
  const records = facts.all(kind);
  const recordOf = (row: GridRow): GridRecord | undefined =>
    row.isNew ? undefined : facts.get(kind, row.key.slice("record ".length));
  return {
    corner: grouping ? fieldOf(kind, grouping.field).label : "Record",
    rows: grouping ? groupedRows(records, grouping) : records.map(rowOf),
    columns: fields.map((field) => columnOf(facts, field)),
    newRow: grouping ? null : newRowOf,
    cell: (row, { key: name }) => {
      const record = recordOf(row);
      if (!record) return noCell;
      const field = fieldOf(kind, name);
      const text = cellText(facts, field, record.data[name]);
      const shown = text === "" ? [] : [record];
      if (name === "key") return lockedCell(text, "A key cannot be changed.", shown);
      if (field.type === "parts") return lockedCell(text, "Lists of parts are edited in the inspector.", shown);
      return { text, records: shown, locked: null };
    },
    read: (row, { key: name }, text) => {
      const record = recordOf(row);
      const field = fieldOf(kind, name);
      if (field.type === "parts")
        return text.trim() === "" ? noChange : { problem: "Lists of parts are edited in the inspector." };
      if (text.trim() === (record ? cellText(facts, field, record.data[name]) : "")) return noChange;
      const read = readValue(facts, field, text);
      if ("problem" in read) return read;
      if (!record)
        return { changes: [{ does: "create", kind, slot: row.key, fields: { ...row.preset, [name]: read.value } }] };
      const value = isEmpty(read.value) ? null : read.value;
      return isSame(record.data[name], value)
        ? noChange
        : { changes: [{ does: "set", record, fields: { [name]: value } }] };
    },
    finish: (_kind, typed, given) => finish(facts, kind, typed, given),
  };
}

/** The fields of a new record with a key, or what it still needs. */
function finish(facts: GridFacts, kind: RecordKind, typed: Fields, given: ReadonlySet<string>): Finished {
  const { fields, exactlyOneOf } = describedKind(kind);
  const missing = fields.filter(
    ({ name, isRequired, default: preset }) =>
      isRequired && preset === undefined && name !== "key" && isEmpty(typed[name]),
  );
  if (missing.length > 0) return { missing: `Not stored yet: add ${listed(missing.map(({ label }) => label))}.` };
  const chosen = (exactlyOneOf ?? []).filter((name) => !isEmpty(typed[name]));
  if (exactlyOneOf && chosen.length !== 1)
    return {
      missing: `Not stored yet: give either ${exactlyOneOf.map((name) => fieldOf(kind, name).label).join(" or ")}.`,
    };
  if (isKeyed(kind)) {
    const made = creation(facts, kind, typed, given);
    return { fields: "fields" in made ? made.fields : typed };
  }
  const identity = identityOf(kind, typed);
  return identity !== null && facts.get(kind, identity)
    ? { missing: "Not stored yet: there is a record of the same already." }
    : { fields: typed };
}
