import { z } from "zod";
import { type EnumTable, valuesOf } from "./enum-table.ts";

/** Type of a value for input and display; its range comes from the schema. */
export type FieldType =
  | "key"
  | "name"
  | "text"
  | "country"
  | "url"
  | "date"
  | "dateTime"
  | "number"
  | "integer"
  | "boolean"
  | "nullableBoolean"
  | "enum"
  | "reference"
  | "parts";

/** One field of a record: everything that the document, the graph, the API and the page need. */
export interface Field<Value = unknown, IsRequired extends boolean = boolean, Target extends string = string> {
  readonly type: FieldType;
  /** Holds a list of such values. */
  readonly isList: boolean;
  readonly isRequired: IsRequired;
  readonly label: string;
  /** Help text in forms and description in the API: one or two sentences. */
  readonly help: string;
  readonly unit?: string;
  /** Default for an absent value. */
  readonly default?: Value;
  readonly values?: EnumTable;
  /** Reference: the value is the key of a record of this kind, drawn in the graph as the named relationship. */
  readonly reference?: { readonly to: Target; readonly relationship: string };
  /** The fields of each entry of a list of objects. */
  readonly parts?: Fields;
  /** Validator with the range, from which the JSON Schema is generated. */
  readonly schema: z.ZodType<Value>;
}

export type Fields<Target extends string = string> = { readonly [name: string]: Field<unknown, boolean, Target> };

/** Object with these fields. */
export type ValuesOf<F extends Fields> = Flat<
  { [Name in RequiredIn<F>]: ValueIn<F[Name]> } & { [Name in Exclude<keyof F, RequiredIn<F>>]?: ValueIn<F[Name]> }
>;
type RequiredIn<F extends Fields> = { [Name in keyof F]: F[Name]["isRequired"] extends true ? Name : never }[keyof F];
type ValueIn<F extends Field> = z.infer<F["schema"]>;
type Flat<T> = { [Name in keyof T]: T[Name] };

// Shared schemas of many fields. The id gives each a name under $defs of the JSON Schema.
// JSON Schema counts code points, JavaScript UTF-16 units: hence a check of our own besides the keyword.
const atMost = (characters: number) => (text: string) => text.length <= characters || [...text].length <= characters;
const keyShape = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,127}$/)
  .meta({ id: "key" });
const nameShape = z.string().min(1).refine(atMost(300)).meta({ id: "name", maxLength: 300 });
const textShape = z.string().refine(atMost(10_000)).meta({ id: "text", maxLength: 10_000 });
const urlShape = z
  .string()
  .regex(/^[Hh][Tt][Tt][Pp][Ss]?:\/\//)
  .refine(atMost(2_000))
  .meta({ id: "url", maxLength: 2_000 });
const isoDate = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
// zod's own pattern for dates is long; the format is equivalent, except for the year 0.
const dateShape = z.iso
  .date()
  .refine((text) => isoDate.test(text))
  .meta({ id: "date", pattern: isoDate.source });
const dateTimeShape = z.iso.datetime({ offset: true }).meta({ id: "dateTime", pattern: undefined });
const countryShape = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ id: "country" });
const unitShape = z.number().min(0).max(1).meta({ id: "unit" });
const fiveShape = z.int().min(1).max(5).meta({ id: "five" });

interface More<Value> {
  readonly unit?: string;
  readonly default?: Value;
}

/** At least `min`, or `above` it, and at most `max`. */
interface Range extends More<number> {
  readonly min?: number;
  readonly above?: number;
  readonly max?: number;
}

const optional =
  <Value>(type: FieldType, schema: z.ZodType<Value>) =>
  (label: string, help: string, more: More<Value> = {}): Field<Value, false, never> => ({
    type,
    isList: false,
    isRequired: false,
    label,
    help,
    ...more,
    schema,
  });

/** A line of text, 1 to 300 characters. */
export const name = optional("name", nameShape);
/** Text of several lines. */
export const text = optional("text", textShape);
/** An ISO 3166-1 code of two letters. */
export const country = optional("country", countryShape);
/** An http(s) address. */
export const url = optional("url", urlShape);
export const date = optional("date", dateShape);
export const dateTime = optional("dateTime", dateTimeShape);
export const boolean = optional("boolean", z.boolean());
/** True, false, or null when unknown, which is the same as absent. */
export const nullableBoolean = optional("nullableBoolean", z.boolean().nullable());
/** From 0 to 1. */
export const unitInterval = optional("number", unitShape);
/** A whole number from 1 to 5. */
export const scale = optional("integer", fiveShape);
/** Key of a record, not drawn as a relationship in the graph. */
export const key = optional("key", keyShape);

export const number = (label: string, help: string, { min, above, max, ...more }: Range = {}) =>
  optional("number", ranged(z.number(), { min, above, max }))(label, help, more);
export const integer = (label: string, help: string, { min, above, max, ...more }: Range = {}) =>
  optional("integer", ranged(z.int(), { min, above, max }))(label, help, more);

function ranged<Schema extends z.ZodNumber>(schema: Schema, { min, above, max }: Range): Schema {
  let bounded = schema;
  if (min !== undefined) bounded = bounded.min(min);
  if (above !== undefined) bounded = bounded.gt(above);
  return max === undefined ? bounded : bounded.max(max);
}

export const oneOf = <Value extends string>(
  values: EnumTable<Value>,
  label: string,
  help: string,
  more: More<Value> = {},
): Field<Value, false, never> => ({ ...optional("enum", enumShape(values))(label, help, more), values });

const enumShapes = new Map<EnumTable, z.ZodType>();

/** One schema per table, since an id under $defs must be unique. */
function enumShape<Value extends string>(table: EnumTable<Value>): z.ZodType<Value> {
  const shape =
    enumShapes.get(table) ?? z.enum(valuesOf(table)).meta({ id: table.name, description: table.description });
  enumShapes.set(table, shape);
  return shape as z.ZodType<Value>;
}

/** Key of another record. */
export const reference = <Target extends string>(
  to: Target,
  relationship: string,
  label: string,
  help: string,
): Field<string, false, Target> => ({
  ...optional("reference", keyShape)(label, help),
  reference: { to, relationship },
});

interface Size {
  readonly minItems?: number;
  readonly maxItems: number;
}

const sized = <Value>(schema: z.ZodType<Value>, { minItems, maxItems }: Size) => {
  const array = z.array(schema).max(maxItems);
  return minItems === undefined ? array : array.min(minItems);
};

/** List of unique values. */
export const list = <Value extends string, Target extends string>(
  { default: _, ...item }: Field<Value, false, Target>,
  size: Size,
): Field<Value[], false, Target> => ({
  ...item,
  isList: true,
  schema: sized(item.schema, size)
    .refine((entries) => new Set(entries).size === entries.length)
    .meta({ uniqueItems: true }),
});

/** List of objects. */
export const parts = <F extends Fields>(
  fields: F,
  label: string,
  help: string,
  size: Size,
): Field<ValuesOf<F>[], false, TargetIn<F>> => ({
  ...optional("parts", sized(objectOf(fields), size))(label, help),
  isList: true,
  parts: fields,
});
type TargetIn<F extends Fields> = F[keyof F] extends Field<unknown, boolean, infer Target> ? Target : never;

/** The same field, required. */
export const required = <Value, Target extends string>(
  field: Field<Value, false, Target>,
): Field<Value, true, Target> => ({ ...field, isRequired: true });

/** Object with these fields and no others. */
export function objectOf<F extends Fields>(fields: F): z.ZodType<ValuesOf<F>> {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([field, { schema, isRequired, label: title, help: description, ...more }]) => {
      const described = schema.meta({
        title,
        description,
        ...(more.default !== undefined && { default: more.default }),
      });
      return [field, isRequired ? described : described.optional()];
    }),
  );
  // Object.fromEntries loses the types of the fields; ValuesOf restores them.
  return z.strictObject(shape) as unknown as z.ZodType<ValuesOf<F>>;
}

/** Plain value: neither a reference nor an object. */
export const isPlain = (field: Field): field is PlainField => field.type !== "reference" && field.type !== "parts";
export type PlainField = Field & { readonly type: Exclude<FieldType, "reference" | "parts"> };
