import records from "../../api/records.json";
import type { ChangedKind, RecordKind } from "../graphql/schema-types.ts";

// What the API describes of each kind of record. It is large: only pages and parts that are loaded when needed import it.

export interface DescribedField {
  name: string;
  type: string;
  label: string;
  help: string;
  unit?: string;
  /** The name of the enum whose values it takes. */
  enum?: string;
  /** The fields of each entry of a list of objects. */
  parts?: readonly DescribedField[];
}

export interface DescribedKind {
  value: RecordKind;
  isFact: boolean;
  identity: readonly string[];
  fields: readonly DescribedField[];
}

// JSON has no literal types: the generator writes the kinds of the schema.
export const describedKinds = records.kinds as readonly DescribedKind[];

const fields = new Map<string, DescribedField>(
  describedKinds.flatMap(({ value, fields }) => fields.map((field) => [`${value} ${field.name}`, field])),
);
const enumWords = new Map<string, string>(
  records.enums.flatMap(({ name, values }) =>
    values.map(({ value, word }): [string, string] => [`${name} ${value}`, word]),
  ),
);

/** A field of a kind of record; undefined for one that is not described, such as those of views. */
export const describedField = (kind: ChangedKind, name: string): DescribedField | undefined =>
  fields.get(`${kind} ${name}`);

/** The word for a value of a described enum. */
export const enumWord = (name: string, value: string): string => enumWords.get(`${name} ${value}`) ?? value;
