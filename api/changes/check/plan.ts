import type { AnyRecord, EcosystemDocument, EcosystemHead, RecordKind } from "../../../cypher/model/document.ts";
import { identityOf, recordKindNames, recordKinds, referencedKeys } from "../../../cypher/model/record-kinds.ts";
import type { RecordChange } from "../../../cypher/records/change-records.ts";
import type { ImportIssue } from "../imports/issue.ts";
import { focalRefusal, type LookUp, refuse } from "./refusals.ts";
import { isSame } from "./same-value.ts";

interface ImportPlan {
  head: EcosystemHead;
  /** The head before; undefined where it stays. */
  headBefore: EcosystemHead | null | undefined;
  changes: RecordChange[];
  unchanged: number;
  errors: ImportIssue[];
}

const maxErrors = 100;

/**
 * Import plan: what importing a document into the stored one would change, and everything that forbids it. Pure.
 * Records are merged by identity, a record of the file replacing the stored one as a whole.
 * @param replace whether records missing from the file are removed: all, with the ecosystem's own fields, or by predicate
 */
export function planImport(
  stored: EcosystemDocument | null,
  file: EcosystemDocument,
  replace: boolean | ((kind: RecordKind, identity: string) => boolean),
): ImportPlan {
  const isRemoved = typeof replace === "boolean" ? () => replace : replace;
  const errors: ImportIssue[] = [];
  const complain = (path: string, message: string) => {
    if (errors.length < maxErrors) errors.push({ path, message });
  };
  const merged = new Map<RecordKind, Map<string, AnyRecord>>();
  const changes: RecordChange[] = [];
  let unchanged = 0;

  for (const kind of recordKindNames) {
    const before = byIdentity(kind, stored);
    const incoming = new Map<string, AnyRecord>();
    (file[kind] ?? []).forEach((record, i) => {
      const identity = identityOf(kind, record);
      if (incoming.has(identity))
        complain(
          `/${kind}/${i}`,
          `This ${recordKinds[kind].singular} appears twice in the file (${identity}): keep one.`,
        );
      incoming.set(identity, record);
    });
    const kept = [...before].filter(([key]) => !isRemoved(kind, key));
    const after = new Map([...kept, ...incoming]);
    merged.set(kind, after);
    for (const [key, record] of incoming) {
      const old = before.get(key) ?? null;
      if (old && isSame(old, record)) unchanged++;
      else changes.push({ kind, key, before: old, after: record });
    }
    for (const [key, record] of before) if (!after.has(key)) changes.push({ kind, key, before: record, after: null });
  }

  const lookUp: LookUp = {
    has: (kind, key) => merged.get(kind)!.has(key),
    moveDate: (key) => (merged.get("moves")!.get(key) as { date: string } | undefined)?.date,
  };
  checkRecords(file, merged, lookUp, complain);
  const head = replace === true || !stored ? file.ecosystem : { ...stored.ecosystem, ...file.ecosystem };
  const focal = focalRefusal(head, lookUp);
  if (focal) complain("/ecosystem/focal", focal);
  const headStays = stored !== null && isSame(head, stored.ecosystem);
  return { head, headBefore: headStays ? undefined : (stored?.ecosystem ?? null), changes, unchanged, errors };
}

function checkRecords(
  file: EcosystemDocument,
  merged: Map<RecordKind, Map<string, AnyRecord>>,
  lookUp: LookUp,
  complain: (path: string, message: string) => void,
): void {
  for (const kind of recordKindNames) {
    const places = new Map((file[kind] ?? []).map((record, i) => [identityOf(kind, record), i]));
    for (const [identity, record] of merged.get(kind)!) {
      const place = places.get(identity);
      const path = place === undefined ? `stored ${recordKinds[kind].singular} ${identity}` : `/${kind}/${place}`;
      for (const reference of recordKinds[kind].references)
        for (const key of referencedKeys(record, reference))
          if (!lookUp.has(reference.to, key))
            complain(
              `${path}/${reference.field}`,
              `There is no ${recordKinds[reference.to].singular} "${key}": add it to the file or correct the key.`,
            );
      refuse(kind, record, (field, message) => complain(`${path}/${field}`, message), lookUp);
    }
  }
}

/** The records of a kind by what distinguishes them. */
export function byIdentity(kind: RecordKind, document: EcosystemDocument | null): Map<string, AnyRecord> {
  return new Map((document?.[kind] ?? []).map((record) => [identityOf(kind, record), record as AnyRecord]));
}
