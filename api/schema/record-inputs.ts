import type { InputRef } from "@pothos/core";
import type { RecordKind } from "../../cypher/model/document.ts";
import type { EnumTable } from "../../cypher/model/enum-table.ts";
import { pinnedKinds } from "../../cypher/model/enums/pinned-kind.ts";
import type { Field, Fields } from "../../cypher/model/field.ts";
import { isKeyed, nameOfOne, recordKindNames, recordKinds } from "../../cypher/model/record-kinds.ts";
import type { RecordEdit } from "../changes/batch/plan-changes.ts";
import { capitalise } from "../shared/format.ts";
import { builder } from "./builder.ts";
import { documentEnums, enumOf, MapNodeKindEnum } from "./enums.ts";
import { scalars } from "./plain-fields.ts";
import { RecordKindEnum } from "./records.graphql.ts";

const typeName = (kind: RecordKind): string => capitalise(nameOfOne(kind));

type SchemaTypes = typeof builder.$inferSchemaTypes;
type InputField = PothosSchemaTypes.InputFieldRef<SchemaTypes, unknown>;
type InputType = ReturnType<typeof enumOf> | (typeof scalars)[keyof typeof scalars] | InputRef<object>;
type InputFields = PothosSchemaTypes.InputFieldBuilder<SchemaTypes, "InputObject">;

/** Enums of fields that are read as text: an input takes their values only. */
const inputEnums = new Map<EnumTable, ReturnType<typeof enumOf>>([[pinnedKinds, MapNodeKindEnum]]);
function enumFor(table: EnumTable) {
  const known = documentEnums.get(table) ?? inputEnums.get(table) ?? enumOf(table);
  inputEnums.set(table, known);
  return known;
}

/** The fields of an input, made of those of a description; each may be absent (as it is) or null (emptied). */
function inputFields(t: InputFields, fields: Fields, owner: string): Record<string, InputField> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const type = inputType(field, `${owner}${capitalise(name)}`);
      const description = field.help;
      return [name, field.isList ? t.field({ type: [type], description }) : t.field({ type, description })];
    }),
  );
}

function inputType({ type, values, parts }: Field, name: string): InputType {
  if (parts)
    return builder.inputType(`${name}Input`, {
      description: "An entry of the list.",
      fields: (t) => inputFields(t, parts, name),
    });
  if (values) return enumFor(values);
  return type === "parts" || type === "reference" || type === "enum" ? "String" : scalars[type];
}

/** Who and when of a tag come from the session and the clock. */
const withoutSignature = ({ by: _, at: __, ...fields }: Fields): Fields => fields;

const version =
  "The version that was read, to update the record. Without it the record is created: one that exists is a CONFLICT.";

const inputs = recordKindNames.map((kind) => {
  const description = recordKinds[kind];
  const owner = typeName(kind);
  const { key, ...others } = kind === "tags" ? withoutSignature(description.fields) : description.fields;
  const ref = builder.inputType(`${owner}Input`, {
    description: `${description.description} A field that is absent stays as it is; null empties it (unknown).`,
    fields: (t) => ({
      ...(isKeyed(kind)
        ? {
            key: t.string({
              description: `${key!.help} Made from the name where a new record has none.`,
            }),
          }
        : {
            record: t.string({
              description: `The ${description.singular} to update, as Record.key gives it; identifying fields beside it are its new ones.`,
            }),
            ...(key && { key: t.string({ description: key.help }) }),
          }),
      expectedVersion: t.int({ description: version }),
      ...inputFields(t, others, owner),
    }),
  });
  return { kind, ref };
});

const EndRecordInput = builder.inputType("EndRecordInput", {
  description: "A fact that ends: sets validTo.",
  fields: (t) => ({
    kind: t.field({ type: RecordKindEnum, required: true, description: "What kind of record." }),
    key: t.string({ required: true, description: "Its key, as Record.key gives it." }),
    expectedVersion: t.int({ required: true, description: "The version that was read." }),
    validTo: t.field({ type: "Date", required: true, description: "The day from which on it no longer holds." }),
  }),
});

const DeleteRecordInput = builder.inputType("DeleteRecordInput", {
  description: "A record to delete.",
  fields: (t) => ({
    kind: t.field({ type: RecordKindEnum, required: true, description: "What kind of record." }),
    key: t.string({ required: true, description: "Its key, as Record.key gives it." }),
    expectedVersion: t.int({ required: true, description: "The version that was read." }),
    withReferring: t.boolean({
      required: true,
      defaultValue: false,
      description:
        "Whether lists that name it lose it, optional fields are emptied and what cannot stand without it is deleted too. Without this, a record that others refer to is an error that lists both. Places on the map always go with their record.",
    }),
  }),
});

/** One change of a record: exactly one of its fields. */
export const RecordChangeInput = builder.inputType("RecordChangeInput", {
  description: "One change: a record to create or update, one to end, or one to delete.",
  isOneOf: true,
  fields: (t) => ({
    ...Object.fromEntries(
      inputs.map(({ kind, ref }) => [
        nameOfOne(kind),
        t.field({ type: ref, description: `Creates or updates one of the ${recordKinds[kind].plural}.` }),
      ]),
    ),
    end: t.field({ type: EndRecordInput, description: "Ends a fact on a day." }),
    delete: t.field({ type: DeleteRecordInput, description: "Deletes a record." }),
  }),
});

const kindOfName = new Map(recordKindNames.map((kind) => [nameOfOne(kind), kind]));

interface PutFields {
  record?: string | null;
  expectedVersion?: number | null;
}

/** A change as planners take it. */
export function readRecordChange(input: object, at: number): RecordEdit {
  // The builder lets exactly one field through, whose value is that of its type.
  const [name, value] = Object.entries(input).find(([, given]) => given !== undefined)!;
  const path = `/changes/${at}/${name}`;
  if (name === "end") {
    const { kind, key, expectedVersion, validTo } = value as typeof EndRecordInput.$inferInput;
    return { does: "end", path, kind, key, expectedVersion, validTo };
  }
  if (name === "delete") {
    const { kind, key, expectedVersion, withReferring } = value as typeof DeleteRecordInput.$inferInput;
    return { does: "delete", path, kind, key, expectedVersion, withReferring };
  }
  const { record, expectedVersion, ...fields } = value as PutFields & Record<string, unknown>;
  return {
    does: "put",
    path,
    kind: kindOfName.get(name)!,
    record: record ?? undefined,
    expectedVersion: expectedVersion ?? undefined,
    fields,
  };
}
