import type { RecordKind, RecordRef } from "../../cypher/model/document.ts";
import { recordKindNames, recordKinds, referencedKeys } from "../../cypher/model/record-kinds.ts";
import { addTo } from "../shared/groups.ts";
import { keptFor } from "../shared/memo.ts";
import type { LoadedEcosystem, RecordNode } from "./loaded-ecosystem.ts";

/** Records that refer to a record, by their kinds in document order. */
export type ReferringRecords = ReadonlyMap<RecordKind, readonly RecordNode[]>;

const nameOf = ({ kind, key }: RecordRef): string => `${kind} ${key}`;

/** Records that refer to a record; indexed by the first question about an ecosystem at a revision. */
export const referringTo = (loaded: LoadedEcosystem, ref: RecordRef): ReferringRecords =>
  indexOf(loaded).get(nameOf(ref)) ?? new Map();

const indexOf = keptFor((loaded: LoadedEcosystem) => {
  const index = new Map<string, Map<RecordKind, RecordNode[]>>();
  for (const kind of recordKindNames) {
    const { references } = recordKinds[kind];
    if (references.length === 0) continue;
    for (const node of loaded.all(kind)) {
      const named = references.flatMap((reference) =>
        referencedKeys(node.record, reference).map((key) => nameOf({ kind: reference.to, key })),
      );
      for (const name of new Set(named)) {
        const byKind = index.get(name) ?? new Map<RecordKind, RecordNode[]>();
        index.set(name, byKind);
        addTo(byKind, kind, node);
      }
    }
  }
  return index;
});
