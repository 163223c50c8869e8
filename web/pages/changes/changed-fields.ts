import { fieldText, fieldWords } from "../../shared/fields.ts";
import type { ChangedRecord } from "./changes.graphql.ts";

type States = Pick<ChangedRecord, "before" | "after">;

export const deedOf = ({ before, after }: States): "created" | "updated" | "removed" =>
  before === null ? "created" : after === null ? "removed" : "updated";

/** A field in words, before and after; null where it says nothing. */
export interface ChangedField {
  name: string;
  was: string | null;
  is: string | null;
}

/** Every field that says something else after than before; of one created or removed, all that it says. */
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
