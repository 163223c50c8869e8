import type { z } from "zod";
import { date, type Fields, key, list, objectOf, reference, required, unitInterval } from "./field.ts";

/**
/**
 * Plain relationship: what a fact is for readers of the graph (docs/graph.md), from each record that one field names to
 * each that another names. It also has validFrom, validTo, confidence and the record's identity.
 */
export interface PlainRelationship {
  /** The relationship type, or the field whose value is the type. */
  readonly type: string | { readonly field: string };
  /** The fields that name the start and the end; "self" is the record's own node. */
  readonly from: string;
  readonly to: string;
  /** Fields copied to the relationship's properties. */
  readonly properties: readonly string[];
}

/**
 * Description of a kind of record: the source of its type, its place in the document, the graph and the API, and its
 * words.
 */
export interface RecordDescription<F extends Fields = Fields, IsFact extends boolean = boolean> {
  /** The node's label besides :Record. */
  readonly label: string;
  readonly singular: string;
  readonly plural: string;
  readonly description: string;
  /** Identifying fields within one ecosystem. */
  readonly identity: readonly string[];
  /** Fact: has validFrom, validTo, confidence and evidence. */
  readonly isFact: IsFact;
  /** Exactly one of these fields is present. */
  readonly exactlyOneOf?: readonly string[];
  /** Plain relationships that the graph has besides the record's node. */
  readonly plain: readonly PlainRelationship[];
  /** In the order in which values are read from the graph and listed in forms. */
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
  /** ["key"] by default. */
  readonly identity?: readonly Names[];
  readonly exactlyOneOf?: readonly (keyof F)[];
  /** [] by default. */
  readonly plain?: readonly GivenPlain<Names | "self">[];
  readonly fields: F;
}

/** Fields of every fact: the validity [validFrom, validTo), the confidence (0..1), and keys of evidence. */
export const factFields = {
  validFrom: date("Valid from", "The first day on which it holds. Empty: since ever, or not known."),
  validTo: date("Valid to", "The day from which on it no longer holds. Empty: until further notice."),
  confidence: unitInterval("Confidence", "How sure it is, from 0 to 1. Empty: as its evidence is graded."),
  evidence: list(reference("evidence", "SUPPORTED_BY", "Evidence", "The sources that support it."), { maxItems: 100 }),
};
type FactFields = typeof factFields;

/** Key of a record that has one of its own. */
export const ownKey = required(
  key(
    "Key",
    "Identifies the record in links and files; it cannot be changed later. Lowercase letters, digits, dots, underscores and hyphens.",
  ),
);

/** A kind of record without validity: a source, a term that facts use, a pin. */
export const record = <F extends Fields>(given: Given<F, keyof F>): RecordDescription<F, false> =>
  described(given, false);

/** A kind of record with validity and confidence: a fact. */
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
