import type { Fields } from "../../changes/record-edits.ts";
import type { RecordKind } from "../../graphql/schema-types.ts";
import { describedKinds, referredKind } from "../../shared/described-records.ts";
import { singularOf } from "../../shared/record-kind.ts";

export interface Addable {
  kind: RecordKind;
  /** "Claim", as a menu says it. */
  label: string;
  /** What is known of it, since it is added to a record. */
  preset: Fields;
}

/** Records that can be added to one: every kind with a field that refers to its kind, that field filled. */
export function addableTo(kind: RecordKind, key: string): Addable[] {
  return describedKinds.flatMap(({ value, fields }): Addable[] => {
    if (value === "LAYOUT") return [];
    const fitting = fields.filter((field) => field.to && field.to !== "evidence" && referredKind(field) === kind);
    // A claim is about an actor before it is made by one: the field that must be filled comes first.
    const field = fitting.find(({ isRequired }) => isRequired) ?? fitting[0];
    if (!field) return [];
    return [{ kind: value, label: singularOf(value), preset: { [field.name]: field.isList ? [key] : key } }];
  });
}
