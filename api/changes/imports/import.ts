import { keepAnswer, readAnswer } from "../../../cypher/changes/answers.ts";
import { type Database, DatabaseUnavailable, importLimit, type Transaction } from "../../../cypher/database.ts";
import { readDocumentIn } from "../../../cypher/ecosystems/ecosystems.ts";
import { clearAside } from "../../../cypher/records/aside.ts";
import { applyChanges, lockEcosystem, mostAtOnce } from "../../../cypher/records/change-records.ts";
import { checkRequest } from "../layout/change-ecosystem.ts";
import { formats, type ImportFormat } from "./formats/formats.ts";
import type { ReadFile } from "./formats/read-file.ts";
import { type ImportIssue, UnreadableFile } from "./issue.ts";
import { checkCount, checkText } from "./limits.ts";
import { planImport } from "./plan.ts";

export type { ImportFormat } from "./formats/formats.ts";

interface ImportRequest {
  format: ImportFormat;
  content: string;
  /** Which ecosystem to import into, where the file does not say. */
  ecosystem?: string | undefined;
  replace?: boolean | undefined;
  dryRun?: boolean | undefined;
  /** The same key of the same person again gives the first answer again. */
  idempotencyKey?: string | undefined;
  who: string;
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

/** Ends the transaction without storing anything; carries what to answer. */
class NothingStored extends Error {
  constructor(readonly outcome: ImportOutcome) {
    super("nothing is stored");
  }
}

/**
 * Imports a file's text: all of it with one entry in the change log, or, with any error, nothing.
 * @throws a caller's mistake where `why` or `idempotencyKey` is none
 */
export async function importEcosystem(db: Database, request: ImportRequest): Promise<ImportOutcome> {
  checkRequest(request);
  let file: ReadFile;
  try {
    checkText(request.content);
    const content = request.content.charCodeAt(0) === 0xfeff ? request.content.slice(1) : request.content;
    file = formats[request.format](content, request.ecosystem);
    checkCount(file.document);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { ecosystem: null, created: 0, updated: 0, unchanged: 0, removed: 0, errors: error.issues, warnings: [] };
  }
  try {
    const outcome = await db.transaction((tx) => store(db, tx, request, file), importLimit);
    const left = outcome.removed > mostAtOnce ? await clearAway(db, file.document.ecosystem.key) : [];
    return { ...outcome, warnings: [...outcome.warnings, ...left] };
  } catch (error) {
    if (error instanceof NothingStored) return error.outcome;
    throw error;
  }
}

/**
 * Removes what the import has put aside: under the lock, since another import may be making its own records aside. The
 * import is stored by then, so that a database that is away by then is only a warning.
 */
async function clearAway(db: Database, key: string): Promise<ImportIssue[]> {
  try {
    await db.transaction(async (tx) => {
      await lockEcosystem(tx, key);
      await clearAside(db, key);
    }, importLimit);
    return [];
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    const message = `All is stored, but what was removed still takes up room in the database until the next large import: ${error.message}`;
    return [{ path: "", message }];
  }
}

async function store(db: Database, tx: Transaction, request: ImportRequest, file: ReadFile): Promise<ImportOutcome> {
  const key = file.document.ecosystem.key;
  const revision = await lockEcosystem(tx, key);
  const asked =
    request.idempotencyKey && !request.dryRun ? { who: request.who, idempotencyKey: request.idempotencyKey } : null;
  const earlier = asked && (await readAnswer(tx, asked));
  if (earlier) throw new NothingStored(JSON.parse(earlier) as ImportOutcome);

  const stored = await readDocumentIn(tx, key);
  const document = (stored && file.into?.(stored.document)) ?? file.document;
  const plan = planImport(stored?.document ?? null, document, request.replace ?? false);
  const count = (matches: (change: (typeof plan.changes)[number]) => boolean) => plan.changes.filter(matches).length;
  const failed = plan.errors.length > 0;
  const outcome: ImportOutcome = {
    ecosystem: failed || (request.dryRun && !stored) ? null : key,
    created: count((change) => !change.before),
    updated: count((change) => change.before !== null && change.after !== null),
    unchanged: plan.unchanged,
    removed: count((change) => !change.after),
    errors: plan.errors,
    warnings: file.warnings,
  };
  const changed = plan.headChanged || plan.changes.length > 0;
  if (failed || request.dryRun || (!changed && !asked)) throw new NothingStored(outcome);
  if (changed)
    await applyChanges(db, tx, revision, {
      head: plan.head,
      records: plan.changes,
      who: request.who,
      why: request.why ?? null,
      at: new Date().toISOString(),
    });
  if (asked) await keepAnswer(tx, asked, JSON.stringify(outcome));
  return outcome;
}
