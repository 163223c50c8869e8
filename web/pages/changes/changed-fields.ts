import { fieldText, fieldWords } from "../../shared/fields.ts";
import type { ChangedRecord } from "./changes.graphql.ts";

type States = Pick<ChangedRecord, "before" | "after">;

export const changeTypeOf = ({ before, after }: States): "created" | "updated" | "removed" =>
  before === null ? "created" : after === null ? "removed" : "updated";

/** A field's value as text, before and after; null where it has none. */
export interface ChangedField {
  name: string;
  was: string | null;
  is: string | null;
}

/** Fields whose value changed; all fields of a record that was created or removed. */
export function changedFields({ before, after }: States): ChangedField[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]))
    .map((name) => ({
      name: fieldWords(name),
      was: fieldText(before?.[name], name),
      is: fieldText(after?.[name], name),
    }))
    .filter(({ was, is }) => was !== null || is !== null);
}
