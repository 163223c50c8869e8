import type { ChangedKind } from "../graphql/schema-types.ts";
import { fieldLabel, fieldText } from "./fields.ts";

/** A record before and after a change, as in the document; null: it was created or removed. */
interface States {
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
}
type Changed = States & { kind: ChangedKind };

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
