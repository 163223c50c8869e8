import { type Database, DatabaseUnavailable, importLimit, type Transaction } from "../../../cypher/database.ts";
import { readDocumentIn } from "../../../cypher/ecosystems/ecosystems.ts";
import { lockEcosystem, maxAtOnce, type RecordChange } from "../../../cypher/records/change-records.ts";
import { clearStaged } from "../../../cypher/records/staged-records.ts";
import { changeUnderLock, checkRequest } from "../change-ecosystem.ts";
import { withMergedKeys } from "../check/merged-keys.ts";
import { planImport } from "../check/plan.ts";
import type { ReadFile } from "./formats/format.ts";
import { formatNamed, type ImportFormat } from "./formats/formats.ts";
import { type ImportIssue, UnreadableFile } from "./issue.ts";
import { checkCount, checkText } from "./limits.ts";

export type { ImportFormat } from "./formats/formats.ts";

interface ImportRequest {
  format: ImportFormat;
  content: string;
  /** Ecosystem to import into, where the file does not name one. */
  ecosystem?: string | undefined;
  replace?: boolean | undefined;
  dryRun?: boolean | undefined;
  /** Idempotency key: the same key from the same person returns the first answer. */
  idempotencyKey?: string | undefined;
  who: string;
  /** The person's id, to which idempotency keys belong; the name when absent. */
  person?: string | undefined;
  why?: string | undefined;
}

interface ImportOutcome {
  ecosystem: string | null;
  created: number;
  updated: number;
  unchanged: number;
  removed: number;
  errors: ImportIssue[];
  warnings: ImportIssue[];
}

/**
 * Imports a file's text: all of it with one entry in the change log, or, with any error, nothing.
 * @throws BAD_USER_INPUT where `why` or `idempotencyKey` is invalid
 */
export async function importEcosystem(db: Database, request: ImportRequest): Promise<ImportOutcome> {
  checkRequest(request);
  let file: ReadFile;
  try {
    checkText(request.content);
    const content = request.content.charCodeAt(0) === 0xfeff ? request.content.slice(1) : request.content;
    file = formatNamed(request.format).read(content, request.ecosystem);
    checkCount(file.document);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { ecosystem: null, created: 0, updated: 0, unchanged: 0, removed: 0, errors: error.issues, warnings: [] };
  }
  const ecosystem = file.document.ecosystem.key;
  const change = {
    ecosystem,
    who: request.who,
    person: request.person,
    why: request.why,
    idempotencyKey: request.dryRun ? undefined : request.idempotencyKey,
  };
  const plan = (tx: Transaction) => planUnderLock(tx, request, file);
  const { answer, isStored } = await changeUnderLock<ImportOutcome>(db, change, plan, {
    limitMillis: importLimit,
    body: [request.format, request.content, request.ecosystem, request.replace ?? false],
  });
  const left = isStored && answer.removed > maxAtOnce ? await clearUp(db, ecosystem) : [];
  return { ...answer, warnings: [...answer.warnings, ...left] };
}

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
  const given = (stored && file.into?.(stored.document)) ?? file.document;
  const { document, warnings } = withMergedKeys(given, stored?.mergedKeys ?? new Map());
  const plan = planImport(stored?.document ?? null, document, request.replace ?? false);
  const count = (matches: (change: RecordChange) => boolean) => plan.changes.filter(matches).length;
  const isFailed = plan.errors.length > 0;
  const answer: ImportOutcome = {
    ecosystem: isFailed || (request.dryRun && !stored) ? null : key,
    created: count((change) => !change.before),
    updated: count((change) => change.before !== null && change.after !== null),
    unchanged: plan.unchanged,
    removed: count((change) => !change.after),
    errors: plan.errors,
    warnings: [...file.warnings, ...warnings],
  };
  if (isFailed || request.dryRun) return { discard: answer };
  return { answer: () => answer, head: plan.head, headBefore: plan.headBefore, records: plan.changes };
}
