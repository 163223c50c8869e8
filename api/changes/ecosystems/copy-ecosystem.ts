import { type Database, importLimit } from "../../../cypher/database.ts";
import { purgeDeleted } from "../../../cypher/ecosystems/deleted.ts";
import { readDocumentIn, readHeadIn } from "../../../cypher/ecosystems/ecosystems.ts";
import type { AnyRecord } from "../../../cypher/model/document.ts";
import { identityOf, recordKindNames } from "../../../cypher/model/record-kinds.ts";
import type { OtherChange, RecordChange } from "../../../cypher/records/change-records.ts";
import { readMergedKeys, storeMergedKeys } from "../../../cypher/records/merged-keys.ts";
import { readViewsIn, storeView } from "../../../cypher/views/views.ts";
import type { ChangeIssue } from "../batch/answer.ts";
import { type BatchOutcome, type ChangedEntry, inOutcome, refused } from "../batch/run-batch.ts";
import { type ChangeRequest, changeUnderLock, requestIssues, scoped } from "../change-ecosystem.ts";
import { expiredBefore } from "./deletion.ts";
import { headIssues } from "./set-ecosystem.ts";

interface CopyEcosystem extends ChangeRequest {
  /** The key of the original; that of the copy is the request's. */
  from: string;
  name: string;
}

/** A new ecosystem with the facts, layout and views of another; its history begins with an entry that names it. */
export async function copyEcosystem(db: Database, request: CopyEcosystem): Promise<BatchOutcome> {
  const { ecosystem: key, from, name } = request;
  const issues = requestIssues(request).map(
    ({ field, message }): ChangeIssue => ({ path: `/${field}`, code: "INVALID", message }),
  );
  issues.push(...headIssues({ key, name }));
  if (issues.length > 0) return refused(key, issues);
  await purgeDeleted(db, expiredBefore());
  return inOutcome(key, async () => {
    let outcome = refused(key, []);
    const { answer, isStored } = await changeUnderLock<{ revision: number | null }>(
      db,
      scoped("copyEcosystem", request),
      async (tx) => {
        const discard = (error: ChangeIssue) => {
          outcome = refused(key, [error]);
          return { discard: { revision: null } };
        };
        const [there, original, views, merged] = await Promise.all([
          readHeadIn(tx, key),
          readDocumentIn(tx, from),
          readViewsIn(tx, from),
          readMergedKeys(tx, from),
        ]);
        if (there) {
          const message = `There is an ecosystem "${key}" already, called "${there.name}": choose another key.`;
          return discard({ path: "/key", code: "CONFLICT", message });
        }
        if (!original)
          return discard({ path: "/from", code: "NOT_FOUND", message: `There is no ecosystem "${from}" to copy.` });
        const { document, revision } = original;
        const records = recordKindNames.flatMap((kind) =>
          ((document[kind] ?? []) as AnyRecord[]).map(
            (after): RecordChange => ({ kind, key: identityOf(kind, after), before: null, after }),
          ),
        );
        const others = views.map((after): OtherChange => ({ kind: "views", key: after.key, before: null, after }));
        for (const view of views) await storeView(tx, key, view);
        const kept = merged.map(({ into, ...it }) => ({ ...it, merge: { into, isUndone: false } }));
        await storeMergedKeys(tx, key, kept);
        const head = { ...document.ecosystem, key, name };
        outcome = { ...outcome, changed: [...records, ...others] as ChangedEntry[] };
        const source = `Copied from "${document.ecosystem.name}" (${from}) at revision ${revision}.`;
        const why = request.why ? `${source} ${request.why}` : source;
        return { head, headBefore: null, records, others, why, answer: (stored) => ({ revision: stored }) };
      },
      { limitMillis: importLimit },
    );
    const isEarlier = !isStored && answer.revision !== null;
    return { ...outcome, revision: answer.revision, ...(isEarlier && { changed: null }) };
  });
}
