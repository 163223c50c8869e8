import { keepAnswer, readAnswer } from "../../cypher/changes/answers.ts";
import type { Database, Transaction } from "../../cypher/database.ts";
import { readHeadIn } from "../../cypher/ecosystems/ecosystems.ts";
import type { EcosystemHead } from "../../cypher/model/document.ts";
import {
  applyChanges,
  lockEcosystem,
  type OtherChange,
  type RecordChange,
} from "../../cypher/records/change-records.ts";
import { InvalidInput, NotFound } from "../shared/domain-errors.ts";

/** Properties of every change of an ecosystem. */
export interface ChangeRequest {
  ecosystem: string;
  who: string;
  why?: string | undefined;
  /** Idempotency key: the same key from the same person returns the first answer and changes nothing. */
  idempotencyKey?: string | undefined;
}

interface Changes {
  records?: RecordChange[];
  others?: OtherChange[];
}

/** What a change stores, read and checked under the lock; `discard` ends it with an answer and stores nothing. */
type Plan<Answer> =
  | { discard: Answer }
  | (Changes & { head: EcosystemHead; isHeadChanged?: boolean; answer: (revision: number) => Answer });

interface Outcome<Answer> {
  answer: Answer;
  /** False where the answer is an earlier one, or that of a discarded plan. */
  isStored: boolean;
}

/**
 * Rolls back the transaction, including a node that the lock may have created; carries the answer to give nevertheless.
 */
class RolledBack<Answer> extends Error {
  constructor(readonly answer: Answer) {
    super("nothing is stored");
  }
}

const texts = [
  { field: "why", maxLength: 1_000, remedy: "shorten it" },
  { field: "idempotencyKey", maxLength: 200, remedy: "use a UUID" },
] as const;
/** Milliseconds: ten thousand pins are one transaction. */
const timeLimit = 30_000;

/** Refuses a reason or an idempotency key that is too long (1,000 and 200 characters) or invalid. */
export function checkRequest(request: Pick<ChangeRequest, "why" | "idempotencyKey">): void {
  for (const { field, maxLength, remedy } of texts) {
    const text = request[field] ?? "";
    if (text.length > maxLength) throw new InvalidInput(`${field} has more than ${maxLength} characters: ${remedy}.`);
    if (!text.isWellFormed() || text.includes("\0"))
      throw new InvalidInput(
        `${field} contains an invalid character (half of a surrogate pair, or NUL): type it again.`,
      );
  }
}

/**
 * The only way in which facts change: lock the ecosystem, plan and check (`plan` reads what it touches under the lock),
 * apply with an entry in the change log, all or nothing. Without a change, the revision stays.
 * @param request with an idempotency key that distinguishes kinds of change
 * @returns the answer of `plan`, given the revision after the change
 */
export async function changeUnderLock<Answer extends object>(
  db: Database,
  request: ChangeRequest,
  plan: (tx: Transaction, at: string) => Promise<Plan<Answer>>,
  limitMillis: number,
): Promise<Outcome<Answer>> {
  const { ecosystem, who, why = null, idempotencyKey } = request;
  const asked = idempotencyKey ? { who, idempotencyKey } : null;
  try {
    return await db.transaction(async (tx) => {
      const revision = await lockEcosystem(tx, ecosystem);
      const earlier = asked && (await readAnswer(tx, asked));
      if (earlier) throw new RolledBack(JSON.parse(earlier) as Answer);
      const at = new Date().toISOString();
      const planned = await plan(tx, at);
      if ("discard" in planned) throw new RolledBack(planned.discard);
      const { answer, head, isHeadChanged = false, records = [], others = [] } = planned;
      const isChanged = isHeadChanged || records.length + others.length > 0;
      const changes = { head, records, others, who, why, at };
      const told = answer(isChanged ? await applyChanges(db, tx, revision, changes) : revision);
      if (asked) await keepAnswer(tx, asked, JSON.stringify(told));
      return { answer: told, isStored: true };
    }, limitMillis);
  } catch (error) {
    if (error instanceof RolledBack) return { answer: error.answer as Answer, isStored: false };
    throw error;
  }
}

/**
 * Changes an existing ecosystem: `work` reads what it touches and returns the changes.
 * @param name distinguishes kinds of change under the same idempotency key
 */
export async function changeEcosystem<Answer extends object>(
  db: Database,
  name: string,
  request: ChangeRequest,
  work: (tx: Transaction, at: string) => Promise<Changes & { answer: Answer }>,
): Promise<Answer & { revision: number }> {
  const { ecosystem, idempotencyKey } = request;
  checkRequest(request);
  const scoped = { ...request, idempotencyKey: idempotencyKey && `${name} ${ecosystem} ${idempotencyKey}` };
  const plan = async (tx: Transaction, at: string) => {
    const head = await readHeadIn(tx, ecosystem);
    if (!head) throw new NotFound(`There is no ecosystem "${ecosystem}".`);
    const { answer, ...changes } = await work(tx, at);
    return { ...changes, head, answer: (revision: number) => ({ ...answer, revision }) };
  };
  return (await changeUnderLock(db, scoped, plan, timeLimit)).answer;
}
