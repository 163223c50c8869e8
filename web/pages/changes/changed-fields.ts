import { fieldLabel, fieldText } from "../../shared/fields.ts";
import type { ChangedRecord } from "./changes.graphql.ts";

type States = Pick<ChangedRecord, "before" | "after">;
type Changed = States & Pick<ChangedRecord, "kind">;

export const changeTypeOf = ({ before, after }: States): "created" | "updated" | "removed" =>
  before === null ? "created" : after === null ? "removed" : "updated";

/** A field's value as text, before and after; null where it has none. */
export interface ChangedField {
  name: string;
  was: string | null;
  is: string | null;
}

/** Fields whose value changed; all fields of a record that was created or removed. */
export function changedFields({ kind, before, after }: Changed): ChangedField[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]))
    .map((name) => ({
      name: fieldLabel(kind, name),
      was: fieldText(kind, name, before?.[name]),
      is: fieldText(kind, name, after?.[name]),
    }))
    .filter(({ was, is }) => was !== null || is !== null);
}
