import records from "../../api/records.json";
import type { ChangedKind, RecordKind } from "../graphql/schema-types.ts";

// What the API describes of each kind of record. It is large: only pages and parts that are loaded when needed import it.

export interface DescribedField {
  name: string;
  type: string;
  isList: boolean;
  isRequired: boolean;
  label: string;
  help: string;
  unit?: string;
  default?: unknown;
  /** The name of the enum whose values it takes. */
  enum?: string;
  /** The collection of the records whose keys it takes. */
  to?: string;
  /** Constraints of a value, in the keywords of JSON Schema. */
  range?: {
    minimum?: number;
    exclusiveMinimum?: number;
    maximum?: number;
    minLength?: number;
    maxLength?: number;
    pattern?: string;
  };
  /** Minimum and maximum length of a list. */
  size?: { minItems?: number; maxItems?: number };
  /** The fields of each entry of a list of objects. */
  parts?: readonly DescribedField[];
}

export interface DescribedKind {
  /** The collection of the document. */
  kind: string;
  value: RecordKind;
  /** Its field of RecordChangeInput. */
  input: string;
  singular: string;
  plural: string;
  description: string;
  isFact: boolean;
  identity: readonly string[];
  /** Fields of which a record has one and no other. */
  exactlyOneOf?: readonly string[];
  fields: readonly DescribedField[];
}

// JSON has no literal types: the generator writes the kinds of the schema.
export const describedKinds = records.kinds as readonly DescribedKind[];

const fields = new Map<string, DescribedField>(
  describedKinds.flatMap(({ value, fields }) => fields.map((field) => [`${value} ${field.name}`, field])),
);
const kindsByValue = new Map(describedKinds.map((kind) => [kind.value, kind]));
const kindsByCollection = new Map(describedKinds.map((kind) => [kind.kind, kind]));

/** Description of a kind of record: the generator writes one for each. */
export const describedKind = (kind: RecordKind): DescribedKind => kindsByValue.get(kind)!;

/** The kind of record whose keys a reference takes. */
export const referredKind = ({ to }: DescribedField): RecordKind => kindsByCollection.get(to ?? "")!.value;

const enumWords = new Map<string, string>(
  records.enums.flatMap(({ name, values }) =>
    values.map(({ value, word }): [string, string] => [`${name} ${value}`, word]),
  ),
);

/** A field of a kind of record; undefined for one that is not described, such as those of views. */
export const describedField = (kind: ChangedKind, name: string): DescribedField | undefined =>
  fields.get(`${kind} ${name}`);

const enumRows = new Map(records.enums.map(({ name, values }) => [name, values]));

/** The values of a described enum, each with its word and what it means. */
export const enumValues = (name: string): readonly { value: string; word: string; description: string }[] =>
  enumRows.get(name) ?? [];

/** The word for a value of a described enum. */
export const enumWord = (name: string, value: string): string => enumWords.get(`${name} ${value}`) ?? value;
