import type { RecordKind } from "../../graphql/schema-types.ts";
import type { GridFacts } from "../../grids/model/grid-facts.ts";

/** Keys for several new records, which neither a record nor another of them has. */
export function newKeys(facts: GridFacts, kind: RecordKind, names: readonly string[]): string[] {
  const given = new Set<string>();
  return names.map((name) => {
    const key = facts.freeKey(kind, name, given);
    given.add(key);
    return key;
  });
}
