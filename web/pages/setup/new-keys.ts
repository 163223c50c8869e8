import type { RecordKind } from "../../graphql/schema-types.ts";
import type { GridFacts } from "../../grids/model/grid-facts.ts";
import { keyOfName } from "../../shared/key-of-name.ts";

/** Keys for several new records, which neither a record nor another of them has. */
export function newKeys(facts: GridFacts, kind: RecordKind, names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const first = facts.freeKey(kind, name);
    let key = first;
    for (let n = 2; taken.has(key); n++) key = facts.freeKey(kind, `${keyOfName(name) || kind.toLowerCase()}-${n}`);
    taken.add(key);
    return key;
  });
}
