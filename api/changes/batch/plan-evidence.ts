import { type FactBase, fieldsOf, type RecordRef, recordOfFields } from "../../../cypher/model/document.ts";
import { recordKinds } from "../../../cypher/model/record-kinds.ts";
import { expectVersion } from "./conflicts.ts";
import type { Draft } from "./draft.ts";

/** Adds one source to the evidence of many facts; those that rest on it already stay as they are. Pure. */
export function planEvidence(
  draft: Draft,
  given: string,
  records: readonly (RecordRef & { expectedVersion: number })[],
): void {
  const evidence = draft.atHand.mergedInto("evidence", given) ?? given;
  if (!draft.atHand.stored("evidence", evidence)) {
    const message = `There is no evidence "${given}": create it first, or correct the key.`;
    draft.refuse("/evidence", "UNKNOWN_REFERENCE", message);
  }
  for (const [at, { kind, key: named, expectedVersion: version }] of records.entries()) {
    const path = `/records/${at}`;
    const { isFact, singular } = recordKinds[kind];
    if (!isFact) {
      draft.refuse(`${path}/kind`, "INVALID", `A ${singular} does not rest on evidence: leave it out.`);
      continue;
    }
    const key = draft.atHand.mergedInto(kind, named) ?? named;
    if (draft.find(kind, key)) {
      draft.refuse(path, "DUPLICATE", `The ${singular} "${key}" appears twice: keep one.`);
      continue;
    }
    const stored = expectVersion(draft, { kind, key, version, yours: {}, path });
    if (!stored) continue;
    const known = (stored.record as FactBase).evidence ?? [];
    const all = known.includes(evidence) ? known : [...known, evidence];
    draft.put(kind, recordOfFields({ ...fieldsOf(stored.record), evidence: all }), { path });
  }
}
