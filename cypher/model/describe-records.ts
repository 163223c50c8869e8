import type { RecordKind } from "./document.ts";
import { documentJsonSchema, type JsonSchema } from "./document-schema.ts";
import type { EnumTable, EnumValue } from "./enum-table.ts";
import type { Field, Fields, FieldType } from "./field.ts";
import { constantOf, nameOfOne, recordKinds } from "./record-kinds.ts";
import { ecosystemFields } from "./records/ecosystem.ts";

const ranges = ["minimum", "exclusiveMinimum", "maximum", "minLength", "maxLength", "pattern"] as const;
const sizes = ["minItems", "maxItems"] as const;

/** Description of a field for forms, grids and import columns. */
export interface DescribedField {
  name: string;
  type: FieldType;
  isList: boolean;
  isRequired: boolean;
  label: string;
  help: string;
  unit?: string;
  default?: unknown;
  /** The name of the enum whose values it takes. */
  enum?: string;
  /** The kind of record whose key it takes. */
  to?: string;
  /** Constraints of a value, in the keywords of JSON Schema. */
  range?: { [K in (typeof ranges)[number]]?: number | string };
  /** Minimum and maximum length of a list. */
  size?: { [K in (typeof sizes)[number]]?: number };
  /** The fields of each entry of a list of objects. */
  parts?: DescribedField[];
}

interface DescribedKind {
  /** The collection of the document. */
  kind: string;
  /** Its name in the API's enums. */
  value: string;
  /** Its field of the API's RecordChangeInput. */
  input: string;
  singular: string;
  plural: string;
  description: string;
  isFact: boolean;
  identity: readonly string[];
  exactlyOneOf?: readonly string[];
  fields: DescribedField[];
}

interface DescribedEnum {
  name: string;
  description: string;
  values: (EnumValue & { value: string })[];
}

interface Description {
  ecosystem: DescribedField[];
  kinds: DescribedKind[];
  enums: DescribedEnum[];
}

/**
 * Every kind of record, field and enum with its words and ranges: the source of the page's forms, grids and columns.
 */
export function describeRecords(): Description {
  const document = documentJsonSchema();
  const resolved = (schema: JsonSchema): JsonSchema =>
    schema.$ref ? document.$defs![schema.$ref.replace("#/$defs/", "")]! : schema;
  const enums = new Map<string, EnumTable>();

  const fieldsOf = (fields: Fields, { properties }: JsonSchema): DescribedField[] =>
    Object.entries(fields).map(([name, field]) => fieldOf(name, field, resolved(properties![name]!)));

  function fieldOf(name: string, field: Field, schema: JsonSchema): DescribedField {
    const { type, isList, isRequired, label, help, unit, values, reference, parts } = field;
    if (values) enums.set(values.name, values);
    const item = isList ? resolved(schema.items!) : schema;
    return {
      name,
      type,
      isList,
      isRequired,
      label,
      help,
      ...(unit && { unit }),
      ...(field.default !== undefined && { default: field.default }),
      ...(values && { enum: values.name }),
      ...(reference && { to: reference.to }),
      ...picked("range", item, ranges),
      ...picked("size", schema, sizes),
      ...(parts && { parts: fieldsOf(parts, item) }),
    };
  }

  const ecosystem = fieldsOf(ecosystemFields, document.properties!.ecosystem!);
  const kinds = Object.entries(recordKinds).map(([kind, description]): DescribedKind => {
    const { singular, plural, isFact, identity, exactlyOneOf, fields } = description;
    return {
      kind,
      value: constantOf(kind),
      input: nameOfOne(kind as RecordKind),
      singular,
      plural,
      description: description.description,
      isFact,
      identity,
      ...(exactlyOneOf && { exactlyOneOf }),
      fields: fieldsOf(fields, document.properties![kind]!.items!),
    };
  });
  return { ecosystem, kinds, enums: [...enums.values()].map(describedEnum) };
}

/** The listed keywords that the schema has, under a name; nothing when it has none. */
function picked(name: "range" | "size", schema: JsonSchema, keywords: readonly string[]): object {
  const found = Object.entries(schema).filter(([keyword]) => keywords.includes(keyword));
  return found.length > 0 ? { [name]: Object.fromEntries(found) } : {};
}

const describedEnum = ({ name, description, values }: EnumTable): DescribedEnum => ({
  name,
  description,
  values: Object.entries(values).map(([value, words]) => ({ value, ...words })),
});
