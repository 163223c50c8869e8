import { createHash } from "node:crypto";
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
import { dayInWords } from "../shared/format.ts";

/** Properties of every change of an ecosystem. */
export interface ChangeRequest {
  ecosystem: string;
  who: string;
  /** The person's id, to which idempotency keys belong; the name when absent. */
  person?: string | undefined;
  why?: string | undefined;
  /** Idempotency key: the same key from the same person returns the first answer and changes nothing. */
  idempotencyKey?: string | undefined;
  /** Hash of everything that is asked, by which a key that is used again for something else is noticed. */
  fingerprint?: string | undefined;
}

interface Changes {
  records?: RecordChange[];
  others?: OtherChange[];
}

/** What a change is to store, read and checked under the lock; `discard` ends it with an answer and nothing stored. */
export type Plan<Answer> =
  | { discard: Answer }
  | (Changes & {
      head: EcosystemHead;
      /** The ecosystem's own fields before, where they change: null when the ecosystem is made. */
      headBefore?: EcosystemHead | null | undefined;
      /** In place of the reason that the request gives. */
      why?: string;
      answer: (revision: number) => Answer;
    });

interface Outcome<Answer> {
  answer: Answer;
  /** False where the answer is an earlier one, or that of a discarded plan. */
  isStored: boolean;
}

/** What else a change may be. */
interface ChangeOptions {
  limitMillis?: number;
  /** Told how many of how many records have been stored so far. */
  onStored?: ((done: number, total: number) => void) | undefined;
  /** The change is one of a deleted ecosystem: it is restored. */
  ofDeleted?: boolean;
}

/** Rolls the transaction back, the node that its lock may have made included; carries what to answer all the same. */
class RolledBack<Answer> extends Error {
  constructor(readonly answer: Answer) {
    super("nothing is stored");
  }
}

/** Hash of an input. */
export const fingerprintOf = (input: object): string =>
  createHash("sha256").update(JSON.stringify(input)).digest("hex");

/** The same idempotency key came with another input. */
export class IdempotencyKeyReused extends InvalidInput {
  constructor() {
    super("This idempotencyKey was used for another change: use a new one for each change.");
  }
}

const texts = [
  { field: "why", maxLength: 1_000, remedy: "shorten it" },
  { field: "idempotencyKey", maxLength: 200, remedy: "use a UUID" },
] as const;
/** Milliseconds: ten thousand pins are one transaction. */
const timeLimit = 30_000;

/** What is wrong with a reason or an idempotency key: too long (1,000 and 200 characters), or broken text. */
export function requestIssues(
  request: Pick<ChangeRequest, "why" | "idempotencyKey">,
): { field: "why" | "idempotencyKey"; message: string }[] {
  return texts.flatMap(({ field, maxLength, remedy }) => {
    const text = request[field] ?? "";
    if (text.length > maxLength)
      return [{ field, message: `${field} has more than ${maxLength} characters: ${remedy}.` }];
    if (!text.isWellFormed() || text.includes("\0"))
      return [
        { field, message: `${field} contains an invalid character (half of a surrogate pair, or NUL): type it again.` },
      ];
    return [];
  });
}

/** Refuses a reason or an idempotency key that is none. */
export function checkRequest(request: Pick<ChangeRequest, "why" | "idempotencyKey">): void {
  const [issue] = requestIssues(request);
  if (issue) throw new InvalidInput(issue.message);
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
  plan: (tx: Transaction, at: string, revision: Promise<number>) => Promise<Plan<Answer>>,
  { limitMillis = timeLimit, onStored, ofDeleted = false }: ChangeOptions = {},
): Promise<Outcome<Answer>> {
  const { ecosystem, who, person = who, idempotencyKey, fingerprint = null } = request;
  const asked = idempotencyKey ? { who: person, idempotencyKey } : null;
  try {
    return await db.transaction(async (tx) => {
      const revision = lockEcosystem(tx, ecosystem).then((it) => {
        if (it.deletedAt !== null && !ofDeleted) throw deletedError(ecosystem, it.deletedAt);
        return it.revision;
      });
      const earlier = asked && (await Promise.all([revision, readAnswer(tx, asked)]))[1];
      if (earlier) {
        if (fingerprint !== null && (earlier.fingerprint ?? fingerprint) !== fingerprint)
          throw new IdempotencyKeyReused();
        throw new RolledBack(JSON.parse(earlier.answer) as Answer);
      }
      const at = new Date().toISOString();
      // Pipelining: what the plan reads is sent behind the lock, and the database answers in that order.
      const [before, planned] = await Promise.all([revision, plan(tx, at, revision)]);
      if ("discard" in planned) throw new RolledBack(planned.discard);
      const { answer, head, headBefore, records = [], others = [], why = request.why ?? null } = planned;
      const all =
        headBefore === undefined
          ? others
          : [...others, { kind: "ecosystem" as const, key: ecosystem, before: headBefore, after: head }];
      const isChanged = records.length + all.length > 0;
      const changes = { head, records, others: all, who, person, why, at };
      const stored = (done: number) => onStored?.(done, records.length);
      const told = answer(isChanged ? await applyChanges(db, tx, before, changes, stored) : before);
      if (asked) await keepAnswer(tx, asked, { answer: JSON.stringify(told), fingerprint });
      return { answer: told, isStored: true };
    }, limitMillis);
  } catch (error) {
    if (error instanceof RolledBack) return { answer: error.answer as Answer, isStored: false };
    throw error;
  }
}

const deletedError = (key: string, at: string) =>
  new NotFound(
    `The ecosystem "${key}" was deleted on ${dayInWords(at.slice(0, 10))}: restore it first, or choose another key.`,
  );

/**
 * Changes an existing ecosystem: `work` reads what it touches and returns the changes.
 * @param name distinguishes kinds of change under the same idempotency key
 */
export async function changeEcosystem<Answer extends object, Request extends ChangeRequest>(
  db: Database,
  name: string,
  request: Request,
  work: (tx: Transaction, at: string) => Promise<Changes & { answer: Answer }>,
): Promise<Answer & { revision: number }> {
  const { ecosystem } = request;
  checkRequest(request);
  const plan = async (tx: Transaction, at: string) => {
    const head = await readHeadIn(tx, ecosystem);
    if (!head) throw new NotFound(`There is no ecosystem "${ecosystem}".`);
    const { answer, ...changes } = await work(tx, at);
    return { ...changes, head, answer: (revision: number) => ({ ...answer, revision }) };
  };
  return (await changeUnderLock(db, scoped(name, request), plan)).answer;
}

/** The request with an idempotency key of its kind of change and its ecosystem. */
export const scoped = <Request extends ChangeRequest>(name: string, request: Request): Request => ({
  ...request,
  idempotencyKey: request.idempotencyKey && `${name} ${request.ecosystem} ${request.idempotencyKey}`,
});
