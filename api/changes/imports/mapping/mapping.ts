import { z } from "zod";
import type { RecordKind } from "../../../../cypher/model/document.ts";
import { valuesOf } from "../../../../cypher/model/enum-table.ts";
import { reliabilities } from "../../../../cypher/model/enums/reliability.ts";
import { isRecordKind, recordKindNames, recordKinds } from "../../../../cypher/model/record-kinds.ts";
import { capitalise, withArticle } from "../../../shared/format.ts";
import { unreadable } from "../issue.ts";

export const scales = ["0-1", "0-100", "1-5", "0-5", "0-10"] as const;
const dateOrders = ["YMD", "DMY", "MDY"] as const;
export type Scale = (typeof scales)[number];
export type DateOrder = (typeof dateOrders)[number];

const text = z.string().max(1_000);
const value = z.union([z.string().max(10_000), z.number(), z.boolean(), z.array(text).max(200)]);

/** Where a field gets its value from: columns, or one value for all rows. */
const fieldSource = z.strictObject({
  /** Names of columns; several make a list, or a text with the first that is filled. */
  columns: z.array(text).max(500).default([]),
  /** For rows in which the columns are empty, or without columns for all. */
  constant: value.optional(),
  /** Separator of a list within a cell. */
  split: z.enum([";", ",", "|", "\n", "/"]).optional(),
  /** What the file's values mean, by the value as the file has it; "" leaves it out. */
  values: z.record(text, text).optional(),
  /** Values of the file that say it the other way round: “Supplied by”. */
  reversed: z.array(text).max(200).optional(),
  scale: z.enum(scales).optional(),
  decimal: z.enum([".", ","]).optional(),
  dates: z.enum(dateOrders).optional(),
});

const matrix = z.strictObject({
  /** Columns whose names are what the field refers to. */
  columns: z.array(text).max(16_384),
  field: text,
  /** The field that takes the value of the cell; null: a filled cell says that it is so. */
  value: text.nullable(),
});

const bothWays = z.strictObject({
  column: text,
  /** Values of the column, as the file has them. */
  values: z.array(text).max(50),
});

const sheetMapping = z.strictObject({
  sheet: text.nullable(),
  headerRow: z.int().min(1).max(1_000_000).optional(),
  /** Nothing is taken from this sheet. */
  skip: z.boolean().default(false),
  kind: z.string().refine((name): name is RecordKind | "ecosystem" => name === "ecosystem" || isRecordKind(name), {
    message: `must be one of ecosystem, ${recordKindNames.join(", ")}`,
  }),
  /** By field; "from.country" is the country of the actor that the field from refers to. */
  fields: z.record(text, fieldSource),
  /** Each cell of these columns is a record. */
  matrix: matrix.optional(),
  /** Relations with one of these values hold in both directions. */
  bothWays: bothWays.optional(),
});

const evidence = z.strictObject({
  title: z.string().min(1).max(300).optional(),
  publisher: z.string().min(1).max(300).optional(),
  publishedOn: z.iso.date().optional(),
  reliability: z.enum(valuesOf(reliabilities)).optional(),
  credibility: z.int().min(1).max(6).optional(),
});

const choices = ["KEEP", "REPLACE"] as const;
const endings = ["END", "REMOVE", "KEEP"] as const;

const mappingShape = z.strictObject({
  version: z.literal(1).default(1),
  sheets: z.array(sheetMapping).max(200),
  /** The file as evidence of all that it says; null for what is no source of its own, such as an export of Ecotone. */
  evidence: evidence.nullable().default({}),
  /** Where a stored value differs: it stays, or the file's takes its place. */
  onConflict: z.enum(choices).default("KEEP"),
  /** The same, one by one: by kind, key and field, joined by "|". */
  conflicts: z.record(text, z.enum(choices)).default({}),
  /** An empty cell empties the field, as in an edited export. */
  emptyClears: z.boolean().default(false),
  /** Who is who: the key of the actor that a name of the file means; null for a new one. */
  names: z.record(text, z.string().max(128).nullable()).default({}),
  /** The file is a newer version of one of this name that was imported before: what only that one said is updated. */
  newerVersion: z.boolean().default(false),
  /** What becomes of facts that only an earlier version said: they end, are removed, or stay. */
  noLongerSaid: z.enum(endings).default("END"),
  /** The same, one by one: by kind and identity, joined by "|". */
  noLonger: z.record(text, z.enum(endings)).default({}),
});

/** How a file is read: which rows become which records. Given by a preview, changed by a person, kept for the next time. */
export type Mapping = z.infer<typeof mappingShape>;
export type SheetMapping = z.infer<typeof sheetMapping>;
export type FieldSource = z.infer<typeof fieldSource>;
export type Choice = (typeof choices)[number];
export type Ending = (typeof endings)[number];

/** A mapping as a person or a program gives it. @throws UnreadableFile with every place that is wrong */
export function parseMapping(given: unknown): Mapping {
  const result = mappingShape.safeParse(given);
  if (!result.success) {
    const [first] = result.error.issues;
    throw unreadable(`/mapping/${first!.path.join("/")}`, `The mapping is not valid here: ${first!.message}.`);
  }
  for (const [at, sheet] of result.data.sheets.entries()) checkFields(sheet, `/mapping/sheets/${at}`);
  return result.data;
}

function checkFields({ kind, fields, matrix: grid }: SheetMapping, path: string): void {
  if (kind === "ecosystem") return;
  const names = [...Object.keys(fields), ...(grid ? [grid.field, ...(grid.value === null ? [] : [grid.value])] : [])];
  for (const name of names)
    if (!fieldAt(kind as RecordKind, name))
      throw unreadable(
        `${path}/fields/${name}`,
        `${capitalise(withArticle(recordKinds[kind as RecordKind].singular))} has no field "${name}": it has ${Object.keys(recordKinds[kind as RecordKind].fields).join(", ")}.`,
      );
}

/** A mapping as it is offered again: what was said of one version of a file does not hold for the next one. */
export function remembered(mapping: Mapping): Mapping {
  if (!mapping.evidence) return mapping;
  const { publishedOn: _, ...evidence } = mapping.evidence;
  return { ...mapping, evidence, newerVersion: false, noLonger: {} };
}

/** A field of a kind of record by its name in a mapping, or of the record that one of its fields refers to. */
export function fieldAt(kind: RecordKind, name: string) {
  const [own, of, ...more] = name.split(".");
  const { fields } = recordKinds[kind];
  const field = Object.hasOwn(fields, own!) ? fields[own!]! : null;
  if (!field || of === undefined) return field;
  const to = field.reference?.to as RecordKind | undefined;
  if (to === undefined || more.length > 0) return null;
  return Object.hasOwn(recordKinds[to].fields, of) ? recordKinds[to].fields[of]! : null;
}

/** A field that the mapping fills: of the record itself, or `of` the one that its field refers to. */
export interface Target {
  own: string;
  of: string | undefined;
  source: FieldSource;
  /** Null of the ecosystem itself. */
  field: ReturnType<typeof fieldAt>;
}

export const targetsOf = ({ kind, fields }: SheetMapping): Target[] =>
  Object.entries(fields).map(([name, source]) => {
    const [own, of] = name.split(".") as [string, string | undefined];
    return { own, of, source, field: kind === "ecosystem" ? null : fieldAt(kind as RecordKind, name) };
  });

/** The column of each field of the record itself. */
export const columnsOf = (targets: readonly Target[]): Record<string, string> =>
  Object.fromEntries(
    targets.flatMap(({ own, of, source }) => (of === undefined ? [[own, source.columns[0] ?? ""]] : [])),
  );
