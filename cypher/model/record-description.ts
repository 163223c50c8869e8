import type { z } from "zod";
import { date, type Fields, key, list, objectOf, reference, required, unitInterval } from "./field.ts";

/**
 * Plain relationship that a record becomes beside itself, for those who read the graph with Cypher (docs/graph.md): from
 * each record that one field names to each that another names. Besides its properties it has validFrom, validTo and
 * confidence as the record has them, and the record's identity.
 */
export interface PlainRelationship {
  /** The type, or the field whose value is the type. */
  readonly type: string | { readonly field: string };
  /** The field that names where it starts, and where it ends; "self" is the record's own node. */
  readonly from: string;
  readonly to: string;
  /** Fields that become its properties. */
  readonly properties: readonly string[];
}

/** A kind of record: from it come its type, its place in the document, in the graph and in the API, and its words. */
export interface RecordDescription<F extends Fields = Fields, IsFact extends boolean = boolean> {
  /** The node's label besides :Record. */
  readonly label: string;
  readonly singular: string;
  readonly plural: string;
  readonly description: string;
  /** Fields that tell a record from the others of its kind in one ecosystem. */
  readonly identity: readonly string[];
  /** Holds for a time, more or less surely: has validFrom, validTo, confidence and evidence. */
  readonly isFact: IsFact;
  /** Of these fields a record has one, and not the others. */
  readonly exactlyOneOf?: readonly string[];
  /** What it becomes for readers of the graph, besides its node. */
  readonly plain: readonly PlainRelationship[];
  /** In the order in which their values are read from the graph and listed in forms. */
  readonly fields: F;
}

interface GivenPlain<Names> extends PlainRelationship {
  readonly type: string | { readonly field: Names & string };
  readonly from: Names & string;
  readonly to: Names & string;
  readonly properties: readonly (Names & string)[];
}

interface Given<F extends Fields, Names> {
  readonly label: string;
  readonly singular: string;
  readonly plural: string;
  readonly description: string;
  /** ["key"] unless it is said. */
  readonly identity?: readonly Names[];
  readonly exactlyOneOf?: readonly (keyof F)[];
  /** None unless it is said. */
  readonly plain?: readonly GivenPlain<Names | "self">[];
  readonly fields: F;
}

/** What any fact may carry: the days it is in force [validFrom, validTo), how sure it is, and keys of its evidence. */
export const factFields = {
  validFrom: date("Valid from", "The first day on which it holds. Empty: since ever, or not known."),
  validTo: date("Valid to", "The day from which on it no longer holds. Empty: until further notice."),
  confidence: unitInterval("Confidence", "How sure it is, from 0 to 1. Empty: as its evidence is graded."),
  evidence: list(reference("evidence", "SUPPORTED_BY", "Evidence", "The sources that support it."), { maxItems: 100 }),
};
type FactFields = typeof factFields;

/** The key of a record that has one of its own. */
export const ownKey = required(
  key(
    "Key",
    "Identifies the record in links and files; it cannot be changed later. Lowercase letters, digits, dots, underscores and hyphens.",
  ),
);

/** A kind of record that simply is: a source, a term that facts use, something drawn. */
export const record = <F extends Fields>(given: Given<F, keyof F>): RecordDescription<F, false> =>
  described(given, false);

/** A kind of record that holds for a time and is more or less sure. */
export const fact = <F extends Fields>(
  given: Given<F, keyof F | keyof FactFields>,
): RecordDescription<F & FactFields, true> => described({ ...given, fields: { ...given.fields, ...factFields } }, true);

function described<F extends Fields, IsFact extends boolean>(
  { identity = ["key"], exactlyOneOf, plain = [], ...given }: Given<F, PropertyKey>,
  isFact: IsFact,
): RecordDescription<F, IsFact> {
  return {
    ...given,
    identity: identity.map(String),
    isFact,
    plain: plain as readonly PlainRelationship[],
    ...(exactlyOneOf && { exactlyOneOf: exactlyOneOf.map(String) }),
  };
}

/** Checks one record. */
export function schemaOf({ fields, exactlyOneOf, description }: RecordDescription): z.ZodType {
  const object = objectOf(fields);
  if (!exactlyOneOf) return object.meta({ description });
  return object
    .refine((values) => exactlyOneOf.filter((name) => values[name] !== undefined).length === 1)
    .meta({ description, oneOf: exactlyOneOf.map((name) => ({ required: [name] })) });
}
