import { readChangesIn } from "../../../cypher/changes/history.ts";
import type { Database, Transaction } from "../../../cypher/database.ts";
import { listDeletedIn, markDeleted, readCreator } from "../../../cypher/ecosystems/deleted.ts";
import { readHeadIn } from "../../../cypher/ecosystems/ecosystems.ts";
import type { ChangeIssue, Conflict } from "../batch/answer.ts";
import { type BatchOutcome, inOutcome, refused } from "../batch/run-batch.ts";
import { type ChangeRequest, changeUnderLock, requestIssues } from "../change-ecosystem.ts";

const restorableDays = 30;

/** What was deleted before this moment is gone for good. */
export const expiredBefore = (): string => new Date(Date.now() - restorableDays * 86_400_000).toISOString();

interface DeleteEcosystem extends ChangeRequest {
  expectedRevision: number;
  /** The holder of the owner's token. */
  isAdmin: boolean;
}

type Kept = { revision: number | null };

/** Deletes an ecosystem: for 30 days it can be restored as it was. Only its creator and the owner's token may. */
export async function deleteEcosystem(db: Database, request: DeleteEcosystem): Promise<BatchOutcome> {
  const { ecosystem: key, expectedRevision } = request;
  const [wrong] = requestIssues(request);
  if (wrong) return refused(key, [{ path: `/${wrong.field}`, code: "INVALID", message: wrong.message }]);
  return inOutcome(key, async () => {
    let outcome = refused(key, []);
    const { answer } = await changeUnderLock<Kept>(db, request, async (tx, at, current) => {
      const head = await readHeadIn(tx, key);
      const revision = await current;
      const discard = (errors: ChangeIssue[], conflicts: Conflict[] = []) => {
        outcome = refused(key, errors, conflicts);
        return { discard: { revision: null } };
      };
      if (!head) return discard([{ path: "/key", code: "NOT_FOUND", message: `There is no ecosystem "${key}".` }]);
      if (!(await mayDelete(tx, request))) {
        const message = "Only the person who created an ecosystem may delete it, or the holder of the admin token.";
        return discard([{ path: "/key", code: "FORBIDDEN", message }]);
      }
      if (revision !== expectedRevision) {
        const [latest] = await readChangesIn(tx, key, 1);
        const { who = "unknown", at: when = at } = latest ?? {};
        const message = `${who} has changed the ecosystem since you read it (revision ${revision}, yours is ${expectedRevision}): look at it before you delete it.`;
        const conflict = { kind: "ecosystem" as const, key, version: revision, field: null, theirs: head, yours: null };
        return discard([{ path: "/expectedRevision", code: "CONFLICT", message }], [{ ...conflict, who, at: when }]);
      }
      await markDeleted(tx, key, { deletedAt: at, deletedBy: request.who });
      const entry = { kind: "ecosystem" as const, key, before: { ...head }, after: null };
      outcome = { ...outcome, changed: [entry] };
      return { head, others: [entry], answer: (stored) => ({ revision: stored }) };
    });
    return { ...outcome, revision: answer.revision };
  });
}

async function mayDelete(
  tx: Transaction,
  { ecosystem, isAdmin, who, person = who }: DeleteEcosystem,
): Promise<boolean> {
  if (isAdmin) return true;
  const creator = await readCreator(tx, ecosystem);
  return creator !== null && (creator.person === null ? creator.who === who : creator.person === person);
}

/** Brings a deleted ecosystem back as it was. */
export async function restoreEcosystem(db: Database, request: ChangeRequest): Promise<BatchOutcome> {
  const { ecosystem: key } = request;
  let outcome = refused(key, []);
  const { answer } = await changeUnderLock<Kept>(
    db,
    request,
    async (tx) => {
      const found = (await listDeletedIn(tx, expiredBefore())).find(({ head }) => head.key === key);
      if (!found) {
        const message = `There is no deleted ecosystem "${key}" that could be restored.`;
        outcome = refused(key, [{ path: "/key", code: "NOT_FOUND", message }]);
        return { discard: { revision: null } };
      }
      await markDeleted(tx, key, null);
      outcome = { ...outcome, changed: [{ kind: "ecosystem", key, before: null, after: { ...found.head } }] };
      return { head: found.head, headBefore: null, answer: (stored) => ({ revision: stored }) };
    },
    { ofDeleted: true },
  );
  return { ...outcome, revision: answer.revision };
}
