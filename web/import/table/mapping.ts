// The mapping of a file of tables as the API gives it (docs/import.md, A table), and how a person changes it.

export interface FieldSource {
  columns: string[];
  constant?: unknown;
  /** Separator of a list within a cell. */
  split?: string;
  values?: Record<string, string>;
  reversed?: string[];
  /** How its values are written: the order of dates, the decimal sign, the scale of shares. */
  dates?: string;
  decimal?: string;
  scale?: string;
  [form: string]: unknown;
}

export interface SheetMapping {
  sheet: string | null;
  skip: boolean;
  /** The collection of the document: actors, relations … */
  kind: string;
  fields: Record<string, FieldSource>;
  matrix?: { columns: string[]; field: string; value: string | null };
  /** Relations with one of these values hold in both directions. */
  bothWays?: { column: string; values: string[] };
  headerRow?: number;
}

export type Mapping = {
  sheets: SheetMapping[];
  evidence: { reliability?: string; credibility?: number } | null;
  onConflict: "KEEP" | "REPLACE";
  conflicts: Record<string, "KEEP" | "REPLACE">;
  names: Record<string, string | null>;
  newerVersion: boolean;
  noLongerSaid: Ending;
  noLonger: Record<string, Ending>;
};

/** What becomes of a fact that a newer version of a file does not say. */
export type Ending = "END" | "REMOVE" | "KEEP";

/** Whether what the API gives is a mapping of tables; a document has none. */
export const isMapping = (given: Record<string, unknown>): given is Mapping => Array.isArray(given.sheets);

/** The values in cells of a field: the parts of a list, or the cells as they are. */
export const valuesIn = ({ split }: FieldSource, cells: readonly string[]): string[] =>
  split === undefined
    ? [...cells]
    : cells.flatMap((cell) => cell.split(split).map((part) => part.trim())).filter((part) => part !== "");

/** The field that a column holds; "" where nothing is taken from it. */
export const fieldOf = (sheet: SheetMapping, column: string): string =>
  Object.entries(sheet.fields).find(([, { columns }]) => columns.includes(column))?.[0] ?? "";

/** Columns of which each cell is a record of its own. */
export const acrossColumns = (sheet: SheetMapping): ReadonlySet<string> => new Set(sheet.matrix?.columns);

/** The sheet with a column that holds another field, or none. */
export function withField(sheet: SheetMapping, column: string, field: string): SheetMapping {
  const fields: Record<string, FieldSource> = {};
  for (const [name, source] of Object.entries(sheet.fields)) {
    const columns = source.columns.filter((one) => one !== column);
    // A field whose only column is taken away is not given any more; its constant would speak for all rows.
    if (columns.length > 0 || source.columns.length === 0) fields[name] = { ...source, columns };
  }
  if (field !== "") {
    // Another column may have other forms and words: how it is read is guessed anew from what is said of it.
    const { columns = [], constant: _, ...rest } = fields[field] ?? {};
    fields[field] = columns.length > 0 ? { ...rest, columns: [...columns, column] } : { columns: [column] };
  }
  const matrix = sheet.matrix && { ...sheet.matrix, columns: sheet.matrix.columns.filter((one) => one !== column) };
  return { ...sheet, fields, ...(matrix && { matrix }) };
}

/** The sheet with rows that are records of another kind: its columns are guessed anew. */
export function withKind(sheet: SheetMapping, kind: string): SheetMapping {
  const { matrix: _, bothWays: __, ...rest } = sheet;
  return { ...rest, skip: false, kind, fields: {} };
}

/** The sheet with its header in another row: its columns are guessed anew. */
export const withHeaderRow = (sheet: SheetMapping, headerRow: number): SheetMapping => ({
  ...withKind(sheet, sheet.kind),
  headerRow,
});

/** The sheet with another value of a field for all rows. */
export const withConstant = (sheet: SheetMapping, field: string, constant: unknown): SheetMapping => ({
  ...sheet,
  fields: { ...sheet.fields, [field]: { columns: [], constant } },
});

/** The sheet with what a value of the file means. */
export function withValue(sheet: SheetMapping, field: string, said: string, value: string): SheetMapping {
  const source = sheet.fields[field] ?? { columns: [] };
  return { ...sheet, fields: { ...sheet.fields, [field]: { ...source, values: { ...source.values, [said]: value } } } };
}

/** The sheet with what the empty cells of a field's columns mean; "" where their rows say nothing of it. */
export function withEmptyAs(sheet: SheetMapping, field: string, value: string): SheetMapping {
  const { constant: _, ...source } = sheet.fields[field] ?? { columns: [] };
  return { ...sheet, fields: { ...sheet.fields, [field]: value === "" ? source : { ...source, constant: value } } };
}

/** The sheet with a type of relation that the file says in this direction, or the other way round. */
export function withDirection(sheet: SheetMapping, said: string, isReversed: boolean): SheetMapping {
  const source = sheet.fields.type ?? { columns: [] };
  const others = (source.reversed ?? []).filter((one) => one !== said);
  const reversed = isReversed ? [...others, said] : others;
  return { ...sheet, fields: { ...sheet.fields, type: { ...source, reversed } } };
}

/** The sheet with how the values of some of its fields are written. */
export function withForm(
  sheet: SheetMapping,
  names: readonly string[],
  form: "dates" | "decimal" | "scale",
  value: string,
): SheetMapping {
  const fields = { ...sheet.fields };
  for (const name of names)
    if (fields[name]) fields[name] = { ...fields[name], columns: fields[name].columns, [form]: value };
  return { ...sheet, fields };
}
