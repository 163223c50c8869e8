import { type Database, DatabaseUnavailable, importLimit, type Transaction } from "../../../cypher/database.ts";
import { readDocumentIn } from "../../../cypher/ecosystems/ecosystems.ts";
import { lockEcosystem, maxAtOnce, type RecordChange } from "../../../cypher/records/change-records.ts";
import { clearStaged } from "../../../cypher/records/staged-records.ts";
import { changeUnderLock, checkRequest } from "../change-ecosystem.ts";
import { planImport } from "../check/plan.ts";
import { decodeFile } from "./decode-file.ts";
import type { ReadFile } from "./formats/format.ts";
import { formatNamed, type ImportFormat } from "./formats/formats.ts";
import { type ImportIssue, UnreadableFile } from "./issue.ts";
import { type Account, emptyAccount } from "./landscape/account.ts";
import type { CategoryChoice, LandscapeCategory } from "./landscape/categories.ts";
import { checkCount, checkText } from "./limits.ts";

export type { ImportFormat } from "./formats/formats.ts";

interface ImportRequest {
  format: ImportFormat;
  content: string;
  /** The file's bytes in place of its text, where they are not known to be text. */
  bytes?: Uint8Array | undefined;
  /** Ecosystem to import into, where the file does not name one. */
  ecosystem?: string | undefined;
  replace?: boolean | undefined;
  /** Whether what an earlier import of this file said, and rests on it alone, is removed where the file lacks it now. */
  replaceFile?: boolean | undefined;
  /** The name of the file, which is kept as evidence. */
  name?: string | undefined;
  /** What the categories of a landscape are, where it is not what their names say. */
  categories?: readonly CategoryChoice[] | undefined;
  dryRun?: boolean | undefined;
  /** Idempotency key: the same key from the same person returns the first answer. */
  idempotencyKey?: string | undefined;
  who: string;
  why?: string | undefined;
}

export interface ImportOutcome {
  ecosystem: string | null;
  created: number;
  updated: number;
  unchanged: number;
  removed: number;
  errors: ImportIssue[];
  warnings: ImportIssue[];
  /** What became of everything in the file, where the format keeps account of it. */
  account: Account;
  /** The categories of a landscape and how each was read. */
  categories: LandscapeCategory[];
}

type StoredOutcome = Omit<ImportOutcome, "account" | "categories">;

/**
 * Imports a file's text: all of it with one entry in the change log, or, with any error, nothing.
 * @throws BAD_USER_INPUT where `why` or `idempotencyKey` is invalid
 */
export async function importEcosystem(db: Database, request: ImportRequest): Promise<ImportOutcome> {
  checkRequest(request);
  try {
    const text = request.bytes ? decodeFile(request.bytes) : request.content;
    checkText(text);
    const content = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    const file = formatNamed(request.format).read(content, request);
    checkCount(file.document);
    return await importFile(db, request, file);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return refused(error.issues);
  }
}

async function importFile(db: Database, request: ImportRequest, file: ReadFile): Promise<ImportOutcome> {
  const ecosystem = file.document.ecosystem.key;
  const change = {
    ecosystem,
    who: request.who,
    why: request.why,
    idempotencyKey: request.dryRun ? undefined : request.idempotencyKey,
  };
  // The account is of the file, which is read anew each time: it is no part of the answer that is kept.
  let account = file.account ?? emptyAccount();
  const plan = async (tx: Transaction) => {
    const planned = await planUnderLock(tx, request, file);
    account = planned.account;
    return planned.plan;
  };
  const { answer, isStored } = await changeUnderLock<StoredOutcome>(db, change, plan, importLimit);
  const left = isStored && answer.removed > maxAtOnce ? await clearUp(db, ecosystem) : [];
  const categories = file.categories ?? [];
  return { ...answer, warnings: [...answer.warnings, ...left], account, categories };
}

const refused = (errors: ImportIssue[]): ImportOutcome => ({
  ecosystem: null,
  created: 0,
  updated: 0,
  unchanged: 0,
  removed: 0,
  errors,
  warnings: [],
  account: emptyAccount(),
  categories: [],
});

/**
 * Deletes the records that the import has withdrawn. Holds the lock, since another import may be staging its own. The
 * import is already stored, so a database that no longer answers is only a warning.
 */
async function clearUp(db: Database, key: string): Promise<ImportIssue[]> {
  try {
    await db.transaction(async (tx) => {
      await lockEcosystem(tx, key);
      await clearStaged(db, key);
    }, importLimit);
    return [];
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    const message = `The import succeeded, but removed records still take up space in the database until the next large import: ${error.message}`;
    return [{ path: "", message }];
  }
}

async function planUnderLock(tx: Transaction, request: ImportRequest, file: ReadFile) {
  const key = file.document.ecosystem.key;
  const stored = await readDocumentIn(tx, key);
  const read = (stored && file.into?.(stored.document)) ?? file;
  const removes = request.replace || read.isDropped || false;
  const plan = planImport(stored?.document ?? null, read.document, removes);
  const count = (matches: (change: RecordChange) => boolean) => plan.changes.filter(matches).length;
  const isFailed = plan.errors.length > 0;
  const answer: StoredOutcome = {
    ecosystem: isFailed || (request.dryRun && !stored) ? null : key,
    created: count((change) => !change.before),
    updated: count((change) => change.before !== null && change.after !== null),
    unchanged: plan.unchanged,
    removed: count((change) => !change.after),
    errors: plan.errors,
    warnings: read.warnings,
  };
  const account = read.account ?? emptyAccount();
  if (isFailed || request.dryRun) return { account, plan: { discard: answer } };
  const changes = { head: plan.head, isHeadChanged: plan.headChanged, records: plan.changes };
  return { account, plan: { ...changes, answer: () => answer } };
}
