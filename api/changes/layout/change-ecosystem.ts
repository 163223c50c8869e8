import { keepAnswer, readAnswer } from "../../../cypher/changes/answers.ts";
import type { Database, Transaction } from "../../../cypher/database.ts";
import { readHeadIn } from "../../../cypher/ecosystems/ecosystems.ts";
import {
  applyChanges,
  lockEcosystem,
  type OtherChange,
  type RecordChange,
} from "../../../cypher/records/change-records.ts";
import { badUserInput, notFound } from "../../errors.ts";

/** What every change of an ecosystem's map says of itself. */
export interface ChangeRequest {
  ecosystem: string;
  who: string;
  why?: string | undefined;
  /** The same key of the same person again gives the first answer again and changes nothing. */
  idempotencyKey?: string | undefined;
}

interface Changed<Answer> {
  answer: Answer;
  records?: RecordChange[];
  others?: OtherChange[];
}

const texts = [
  { field: "why", longest: 1_000, wayOut: "shorten it" },
  { field: "idempotencyKey", longest: 200, wayOut: "use a UUID" },
] as const;
/** Milliseconds: ten thousand pins are one transaction. */
const timeLimit = 30_000;

/** Refuses a reason or an idempotency key that is too long (1,000 and 200 characters) or broken. */
export function checkRequest(request: Pick<ChangeRequest, "why" | "idempotencyKey">): void {
  for (const { field, longest, wayOut } of texts) {
    const text = request[field] ?? "";
    if (text.length > longest) throw badUserInput(`${field} has more than ${longest} characters: ${wayOut}.`);
    if (!text.isWellFormed() || text.includes("\0"))
      throw badUserInput(`${field} holds a broken character (half of one, or NUL): type it anew.`);
  }
}

/**
 * Runs one change under the ecosystem's lock: `work` reads what it touches and says what changes, which is stored with
 * its entry in the change log, all or nothing. Where nothing changes, the revision stays.
 * @param name tells one kind of change from another under the same idempotency key.
 */
export function changeEcosystem<Answer extends object>(
  db: Database,
  name: string,
  request: ChangeRequest,
  work: (tx: Transaction, at: string) => Promise<Changed<Answer>>,
): Promise<Answer & { revision: number }> {
  const { ecosystem, who, why, idempotencyKey } = request;
  checkRequest(request);
  const asked = idempotencyKey ? { who, idempotencyKey: `${name} ${ecosystem} ${idempotencyKey}` } : null;
  return db.transaction(async (tx) => {
    const revision = await lockEcosystem(tx, ecosystem);
    const earlier = asked && (await readAnswer(tx, asked));
    if (earlier) return JSON.parse(earlier) as Answer & { revision: number };
    const head = await readHeadIn(tx, ecosystem);
    // The lock has made a node for it, which leaves with the transaction.
    if (!head) throw notFound(`There is no ecosystem "${ecosystem}".`);
    const at = new Date().toISOString();
    const { answer, records = [], others = [] } = await work(tx, at);
    const changes = { head, records, others, who, why: why ?? null, at };
    const changed = records.length + others.length > 0;
    const outcome = { ...answer, revision: changed ? await applyChanges(db, tx, revision, changes) : revision };
    if (asked) await keepAnswer(tx, asked, JSON.stringify(outcome));
    return outcome;
  }, timeLimit);
}
