import { type Database, DatabaseUnavailable, importLimit, type Transaction } from "../../../cypher/database.ts";
import { readDocumentIn } from "../../../cypher/ecosystems/ecosystems.ts";
import { readImportedFile, readImportedRecords, storeImportedFile } from "../../../cypher/imports/imported-files.ts";
import { readMapping, storeMapping } from "../../../cypher/imports/mappings.ts";
import type { RecordsByKind } from "../../../cypher/model/document.ts";
import { lockEcosystem, maxAtOnce, type RecordChange } from "../../../cypher/records/change-records.ts";
import { clearStaged } from "../../../cypher/records/staged-records.ts";
import { Conflict } from "../../shared/domain-errors.ts";
import { changeUnderLock, checkRequest } from "../change-ecosystem.ts";
import { withMergedKeys } from "../check/merged-keys.ts";
import { planImport } from "../check/plan.ts";
import { decodeFile, withoutMark } from "./decode-file.ts";
import type { FileOrigin, ReadFile } from "./formats/format.ts";
import { formatNamed, type ImportFormat } from "./formats/formats.ts";
import { type ImportIssue, UnreadableFile, unreadable } from "./issue.ts";
import { type Account, emptyAccount } from "./landscape/account.ts";
import type { CategoryChoice, LandscapeCategory } from "./landscape/categories.ts";
import { checkCount, checkText, maxMappedRecords, maxRecords } from "./limits.ts";
import type { EarlierVersion } from "./mapping/earlier-version.ts";
import { mappedFile, placeOf, shapeOf, withTables } from "./mapping/mapped-file.ts";
import type { MappedOutcome } from "./mapping/mapped-outcome.ts";
import { parseMapping, remembered } from "./mapping/mapping.ts";
import type { OnProgress } from "./progress.ts";

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
  /** How a file of tables is read; as the last one of its shape, or guessed, when absent. */
  mapping?: unknown;
  /** Whether a file of tables is a newer version, whatever its mapping says: a live source. */
  isNewerVersion?: boolean | undefined;
  /** The name of an ecosystem that the import makes. */
  ecosystemName?: string | undefined;
  /** Whether one row that cannot be read stops all. */
  allOrNothing?: boolean | undefined;
  dryRun?: boolean | undefined;
  /** Idempotency key: the same key from the same person returns the first answer. */
  idempotencyKey?: string | undefined;
  fingerprint?: string | undefined;
  /** Revision of the ecosystem that the user has seen, 0 where there was none: refused as a conflict when it has changed. */
  revision?: number | undefined;
  /** Whether who gave a tag, and when, come from this request: what a document says of it counts only for operators. */
  signTags?: boolean | undefined;
  /** Told how far it is. */
  onProgress?: OnProgress | undefined;
  who: string;
  /** The person's id, to which idempotency keys belong; the name when absent. */
  person?: string | undefined;
  why?: string | undefined;
}

export interface ImportOutcome {
  ecosystem: string | null;
  /** The revision that it was compared with, and after it is stored the one that it resulted in; null for an unreadable file. */
  revision: number | null;
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
  /** What became of the rows of a file of tables. */
  mapped: MappedOutcome | null;
}

type StoredOutcome = Omit<ImportOutcome, "account" | "categories" | "mapped">;

/**
 * Imports a file's text: all of it with one entry in the change log, or, with any error, nothing.
 * @throws BAD_USER_INPUT where `why` or `idempotencyKey` is invalid
 */
export async function importEcosystem(db: Database, request: ImportRequest): Promise<ImportOutcome> {
  checkRequest(request);
  try {
    const file = await readRequested(db, request);
    return await importFile(db, request, file);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return refused(error.issues);
  }
}

async function readRequested(db: Database, request: ImportRequest): Promise<ReadFile> {
  const format = formatNamed(request.format);
  if ("sheets" in format) {
    const { ecosystem, ecosystemName, name = "table" } = request;
    if (!ecosystem) throw unreadable("", "A table does not name its ecosystem: choose the ecosystem to import into.");
    const bytes = request.bytes ?? new TextEncoder().encode(request.content);
    request.onProgress?.({ stage: "READING", done: 0, total: null });
    const sheets = withTables(await format.sheets(bytes));
    const shape = shapeOf(request.format, sheets);
    const known = request.mapping == null ? await readMapping(db, { ecosystem, shape }) : null;
    const said =
      known !== null
        ? remembered(parseMapping(JSON.parse(known)))
        : request.mapping == null
          ? undefined
          : parseMapping(request.mapping);
    const mapping = said && request.isNewerVersion ? { ...said, newerVersion: true } : said;
    return mappedFile(sheets, shape, {
      ...{ ecosystem, ecosystemName, name, bytes, mapping },
      isRemembered: known !== null,
      onProgress: request.onProgress,
    });
  }
  const text = request.bytes ? decodeFile(request.bytes) : request.content;
  checkText(text);
  const file = format.read(withoutMark(text), request);
  checkCount(file.document);
  return file;
}

async function importFile(db: Database, request: ImportRequest, file: ReadFile): Promise<ImportOutcome> {
  const ecosystem = file.document.ecosystem.key;
  const change = {
    ecosystem,
    who: request.who,
    person: request.person,
    why: request.why,
    fingerprint: request.fingerprint,
    idempotencyKey: request.dryRun ? undefined : request.idempotencyKey,
  };
  // The account is of the file, which is read anew each time: it is no part of the answer that is kept.
  let account = file.account ?? emptyAccount();
  let mapped: MappedOutcome | null = null;
  const plan = async (tx: Transaction, at: string) => {
    const planned = await planUnderLock(tx, request, file, at);
    account = planned.account;
    mapped = planned.mapped;
    return planned.plan;
  };
  const { answer, isStored } = await changeUnderLock<StoredOutcome>(db, change, plan, {
    limitMillis: importLimit,
    onStored: (done, total) => request.onProgress?.({ stage: "STORING", done, total }),
  });
  const left = isStored && answer.removed > maxAtOnce ? await clearUp(db, ecosystem) : [];
  const categories = file.categories ?? [];
  return { ...answer, warnings: [...answer.warnings, ...left], account, categories, mapped };
}

const refused = (errors: ImportIssue[]): ImportOutcome => ({
  ecosystem: null,
  revision: null,
  created: 0,
  updated: 0,
  unchanged: 0,
  removed: 0,
  errors,
  warnings: [],
  account: emptyAccount(),
  categories: [],
  mapped: null,
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

async function planUnderLock(tx: Transaction, request: ImportRequest, file: ReadFile, at: string) {
  const key = file.document.ecosystem.key;
  const stored = await readDocumentIn(tx, key);
  refuseStale(request, stored?.revision ?? 0);
  const earlier = file.origin ? await earlierVersion(tx, key, file.origin) : null;
  const into = file.mappedInto?.(stored?.document ?? null, stored?.mergedKeys ?? new Map(), earlier);
  const read = into ?? (stored && file.into?.(stored.document)) ?? file;
  checkCount(read.document, read.mapped ? maxMappedRecords : maxRecords);
  const removes = request.replace || read.isDropped || false;
  const { document, warnings } = withMergedKeys(read.document, stored?.mergedKeys ?? new Map());
  const planned = planImport(stored?.document ?? null, document, removes);
  const mapped = read.mapped ?? null;
  const rows = request.allOrNothing && mapped ? rowErrors(mapped) : [];
  const plan = { ...planned, errors: [...rows, ...planned.errors] };
  const isFailed = plan.errors.length > 0;
  // Where nothing is stored nothing was created, whatever the valid part of the file would have created.
  const count = (matches: (change: RecordChange) => boolean) => (isFailed ? 0 : plan.changes.filter(matches).length);
  const answer: StoredOutcome = {
    ecosystem: isFailed || (request.dryRun && !stored) ? null : key,
    revision: stored?.revision ?? 0,
    created: count((change) => !change.before),
    updated: count((change) => change.before !== null && change.after !== null),
    unchanged: isFailed ? 0 : plan.unchanged,
    removed: count((change) => !change.after),
    errors: plan.errors,
    warnings: [...read.warnings, ...warnings],
  };
  const account = read.account ?? emptyAccount();
  if (isFailed || request.dryRun) return { account, mapped, plan: { discard: answer } };
  if (mapped) {
    const { shape, mapping } = mapped;
    await storeMapping(tx, { ecosystem: key, shape, mapping: JSON.stringify(mapping), who: request.who, at });
    const isChanged = plan.changes.length > 0 || plan.headBefore !== undefined;
    if (isChanged && mapping.evidence && file.origin)
      await storeImportedFile(tx, {
        ...{ ecosystem: key, file: file.origin.file, shape, at },
        revision: (stored?.revision ?? 0) + 1,
      });
  }
  const records = request.signTags ? plan.changes.map((change) => signed(change, request.who, at)) : plan.changes;
  const changes = { head: plan.head, headBefore: plan.headBefore, records };
  return { account, mapped, plan: { ...changes, answer: (revision: number) => ({ ...answer, revision }) } };
}

/** Earlier versions of the file, with what they did where this one is said to be newer. */
async function earlierVersion(
  tx: Transaction,
  ecosystem: string,
  { file, shape, isNewerVersion }: FileOrigin,
): Promise<EarlierVersion | null> {
  const imported = await readImportedFile(tx, { ecosystem, file, shape });
  if (!imported) return null;
  const records = isNewerVersion ? await readImportedRecords(tx, ecosystem, imported.revisions) : null;
  return { at: imported.at, records };
}

const maxErrors = 100;

/** Rows that cannot be read, as errors: where one of them is to stop all. */
const rowErrors = ({ skipped }: MappedOutcome): ImportIssue[] =>
  skipped.slice(0, maxErrors).map(({ sheet, row, column, message }) => ({
    path: `${placeOf(sheet, row)}${column === null ? "" : `, ${column}`}`,
    message,
  }));

function refuseStale({ revision: yours }: ImportRequest, current: number): void {
  if (yours === undefined || yours === current) return;
  throw new Conflict(
    `The ecosystem has changed since the preview (revision ${current}, yours was of ${yours}): preview the import again.`,
    { current: { revision: current }, yours: { revision: yours } },
  );
}

/** A tag that is set or changed is the word of who does it, on the day on which it is done. */
function signed(change: RecordChange, who: string, at: string): RecordChange {
  if (change.kind !== "tags" || !change.after) return change;
  return { ...change, after: { ...change.after, by: who, at } as RecordsByKind["tags"] };
}
