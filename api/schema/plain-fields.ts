import type { RecordKind } from "../../cypher/model/document.ts";
import { isPlain, type PlainField } from "../../cypher/model/field.ts";
import { factFields } from "../../cypher/model/record-description.ts";
import { recordKinds } from "../../cypher/model/record-kinds.ts";
import type { LoneRecord } from "../ecosystems/loaded-ecosystem.ts";
import type { builder } from "./builder.ts";
import { documentEnums } from "./enums.ts";

type SchemaTypes = typeof builder.$inferSchemaTypes;
type FieldBuilder<Shape> = PothosSchemaTypes.ObjectFieldBuilder<SchemaTypes, Shape>;

export const scalars = {
  key: "String",
  name: "String",
  text: "String",
  country: "String",
  url: "String",
  date: "Date",
  dateTime: "String",
  number: "Float",
  integer: "Int",
  boolean: "Boolean",
  nullableBoolean: "Boolean",
  enum: "String",
} as const satisfies Record<PlainField["type"], string>;

/**
 * GraphQL fields with plain values, generated from the description of a kind of record: a field added there is in the
 * API too. References are defined in the type itself, since they lead to other types; the fields of every fact are in
 * Fact.
 */
export const plainFields = <K extends RecordKind>(t: FieldBuilder<LoneRecord<K>>, kind: K) => {
  const own = Object.entries(recordKinds[kind].fields).filter(([name]) => !(name in factFields));
  return Object.fromEntries(
    own.flatMap(([name, field]) => (isPlain(field) ? [[name, plainField(t, name, field)]] : [])),
  );
};

function plainField<K extends RecordKind>(t: FieldBuilder<LoneRecord<K>>, name: string, field: PlainField) {
  const type = (field.values && documentEnums.get(field.values)) ?? scalars[field.type];
  const absent = field.isList ? [] : field.default;
  // The type of a value comes from the description at run time, so the builder cannot check it.
  const resolve = ({ record }: LoneRecord<K>) => (record[name as keyof typeof record] ?? absent) as never;
  const description = field.default === undefined ? field.help : `${field.help} ${field.default} when not given.`;
  const nullable = !field.isRequired && absent === undefined;
  return field.isList
    ? t.field({ type: [type], description, resolve })
    : t.field({ type, nullable, description, resolve });
}
