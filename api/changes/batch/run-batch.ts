import { readHistoriesIn } from "../../../cypher/changes/history.ts";
import { type LoggedChange, readLogged } from "../../../cypher/changes/logged.ts";
import type { Database, Transaction } from "../../../cypher/database.ts";
import { readHeadIn } from "../../../cypher/ecosystems/ecosystems.ts";
import { mergedKeysOf, readMergedKeys } from "../../../cypher/records/merged-keys.ts";
import { readReferring, readStored } from "../../../cypher/records/read-stored.ts";
import { deleteView, readViewsIn, storeView } from "../../../cypher/views/views.ts";
import { NotFound } from "../../shared/domain-errors.ts";
import {
  type ChangeRequest,
  changeUnderLock,
  IdempotencyKeyReused,
  requestIssues,
  scoped,
} from "../change-ecosystem.ts";
import { isSame } from "../check/same-value.ts";
import type { ChangeIssue, Conflict, MergeDifference } from "./answer.ts";
import { Draft } from "./draft.ts";
import { type Asks, RecordsAtHand } from "./records-at-hand.ts";
import { validate } from "./validate.ts";

/** A change as its mutation asks for it. */
export interface BatchRequest extends ChangeRequest {
  /** Plans and checks, and stores nothing. */
  dryRun?: boolean | undefined;
}

/** One record, view or set of the ecosystem's fields that a change has changed, or would. */
export type ChangedEntry = Pick<LoggedChange, "kind" | "key" | "before" | "after" | "from">;

/** What a change has done, or what forbids it: with any error, nothing is stored. */
export interface BatchOutcome {
  ecosystem: string;
  /** Null when nothing was stored. */
  revision: number | null;
  errors: ChangeIssue[];
  conflicts: Conflict[];
  /** Of a merge: what the two records say differently. */
  differences?: MergeDifference[];
  /** Null of an earlier answer: the log has them. */
  changed: ChangedEntry[] | null;
}

/** What is kept as the answer to an idempotency key. */
interface KeptAnswer {
  revision: number | null;
}

const maxErrors = 100;
/** Each round of reading is for what the one before has shown to be needed: a chain of references, at most. */
const maxRounds = 1_000;
/** Changes of one record since it was read that are told of. */
const maxSince = 1_000;

export const refused = (ecosystem: string, errors: ChangeIssue[], conflicts: Conflict[] = []): BatchOutcome => ({
  ecosystem,
  revision: null,
  errors: errors.slice(0, maxErrors),
  conflicts,
  changed: [],
});

/**
 * The door of every planned change: reads what the planner needs under the ecosystem's lock, plans, checks and stores.
 * Expected failures are data.
 * @param name tells one kind of change from another under the same idempotency key
 */
export async function runBatch(
  db: Database,
  name: string,
  request: BatchRequest,
  plan: (draft: Draft) => void,
): Promise<BatchOutcome> {
  const { ecosystem } = request;
  const issues = requestIssues(request);
  if (issues.length > 0)
    return refused(
      ecosystem,
      issues.map(({ field, message }) => ({ path: `/${field}`, code: "INVALID" as const, message })),
    );
  if (request.dryRun) {
    const author = { who: request.who, at: new Date().toISOString() };
    return db.reading(async (tx) => outcomeOf(ecosystem, await draftOf(tx, ecosystem, author, plan), null));
  }
  return inOutcome(ecosystem, async () => {
    let draft: Draft | null = null;
    const { answer, isStored } = await changeUnderLock<KeptAnswer>(
      db,
      scoped(name, request),
      async (tx, at, revision) => {
        const made = await draftOf(tx, ecosystem, { who: request.who, at }, plan, revision);
        draft = made;
        const records = made.changes();
        const others = made.otherChanges();
        const headBefore = isSame(made.head, made.atHand.head) ? undefined : made.atHand.head;
        const isEmpty = records.length + others.length === 0 && headBefore === undefined;
        if (made.errors.length > 0 || isEmpty) return { discard: { revision: null } };
        await storeViews(tx, ecosystem, made);
        return { head: made.head!, headBefore, records, others, answer: (stored) => ({ revision: stored }) };
      },
    );
    const isEarlier = !isStored && answer.revision !== null;
    if (draft === null || isEarlier)
      return { ecosystem, revision: answer.revision, errors: [], conflicts: [], changed: null };
    return outcomeOf(ecosystem, draft, answer.revision);
  });
}

/** Refusals that the lock finds out, as data. */
export async function inOutcome(ecosystem: string, work: () => Promise<BatchOutcome>): Promise<BatchOutcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof IdempotencyKeyReused)
      return refused(ecosystem, [{ path: "/idempotencyKey", code: "INVALID", message: error.message }]);
    if (error instanceof NotFound)
      return refused(ecosystem, [{ path: "/ecosystem", code: "NOT_FOUND", message: error.message }]);
    throw error;
  }
}

function outcomeOf(ecosystem: string, draft: Draft, revision: number | null): BatchOutcome {
  const { errors, conflicts, differences } = draft;
  if (errors.length > 0) return { ...refused(ecosystem, errors, conflicts), differences };
  return { ecosystem, revision, errors: [], conflicts: [], differences, changed: changedBy(ecosystem, draft) };
}

type Fields = Record<string, unknown> | null;

/** What a draft changes, as the log will tell it, by kind and key. */
function changedBy(ecosystem: string, draft: Draft): ChangedEntry[] {
  const records = draft.changes().map(
    ({ kind, key, before, after, renamed }): ChangedEntry => ({
      kind,
      key,
      before: (renamed ? renamed.before : before) as Fields,
      after: after as Fields,
      ...(renamed && { from: renamed.from }),
    }),
  );
  const views = draft.otherChanges() as ChangedEntry[];
  const { head: before } = draft.atHand;
  const head: ChangedEntry[] = isSame(draft.head, before)
    ? []
    : [{ kind: "ecosystem", key: ecosystem, before: before as Fields, after: draft.head as Fields }];
  return [...records, ...views, ...head];
}

async function draftOf(
  tx: Transaction,
  ecosystem: string,
  author: { who: string; at: string },
  plan: (draft: Draft) => void,
  revision: Promise<number> = Promise.resolve(0),
): Promise<Draft> {
  const atHand = new RecordsAtHand();
  const planned = (): Draft => {
    const draft = new Draft(atHand, author);
    plan(draft);
    validate(draft);
    return draft;
  };
  // The first round only finds out what is needed, so that it can be asked for with all else.
  planned();
  const asks = atHand.takeAsks();
  const [before, head, merged] = await Promise.all([
    revision,
    readHeadIn(tx, ecosystem),
    readMergedKeys(tx, ecosystem),
    asks && fetch(tx, ecosystem, atHand, asks),
  ]);
  atHand.know({ head, revision: before, mergedKeys: mergedKeysOf(merged) });
  if (!head) throw new NotFound(`There is no ecosystem "${ecosystem}".`);
  for (let round = 0; round < maxRounds; round++) {
    const draft = planned();
    const more = atHand.takeAsks();
    if (!more) return draft;
    await fetch(tx, ecosystem, atHand, more);
  }
  throw new Error(`A change of ${ecosystem} needs more than ${maxRounds} rounds of reading.`);
}

async function fetch(tx: Transaction, ecosystem: string, atHand: RecordsAtHand, asks: Asks): Promise<void> {
  const { records, referring, histories, revisions, views } = asks;
  await Promise.all([
    readStored(tx, ecosystem, records).then((found) => atHand.addRecords(records, found)),
    readReferring(tx, ecosystem, referring).then((found) => atHand.addReferring(referring, found)),
    readHistoriesIn(
      tx,
      histories.map(({ kind, key }) => ({ ecosystem, kind, key, first: maxSince })),
    ).then((found) => {
      for (const [at, asked] of histories.entries())
        atHand.addHistory(
          asked,
          found[at]!.filter(({ revision }) => revision > asked.since),
        );
    }),
    ...revisions.map((revision) =>
      readLogged(tx, ecosystem, revision - 1, revision).then((found) => atHand.addRevision(revision, found)),
    ),
    views && readViewsIn(tx, ecosystem).then((found) => atHand.addViews(found)),
  ]);
}

async function storeViews(tx: Transaction, ecosystem: string, draft: Draft): Promise<void> {
  for (const { key, after } of draft.views)
    await (after ? storeView(tx, ecosystem, after) : deleteView(tx, ecosystem, key));
}
