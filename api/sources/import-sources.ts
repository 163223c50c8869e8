import type { Database } from "../../cypher/database.ts";
import {
  claimDueSource,
  findSource,
  type ImportSource,
  type ReadOutcome,
  storeSource,
  updateSource,
} from "../../cypher/sources/sources.ts";
import { slugOf } from "../changes/batch/make-key.ts";
import { fileHash, refuseChangedFile } from "../changes/imports/file-evidence.ts";
import { formatNamed, formatOfFile } from "../changes/imports/formats/formats.ts";
import { type ImportOutcome, importEcosystem } from "../changes/imports/import.ts";
import { UnreadableFile } from "../changes/imports/issue.ts";
import { type Mapping, parseMapping } from "../changes/imports/mapping/mapping.ts";
import type { OnProgress } from "../changes/imports/progress.ts";
import { InvalidInput, NotFound } from "../shared/domain-errors.ts";
import type { AllowedSources } from "./allowed-sources.ts";
import { checkAddress, fileNameOf, readSource } from "./read-source.ts";

const day = 24 * 3_600_000;
const maxSources = 100;

interface SourceInput {
  ecosystem: string;
  name: string;
  address: string;
  mapping?: unknown;
  daily: boolean;
  stores: boolean;
  who: string;
  person: string;
}

/** Keeps a source under a key made from its name; the same name again changes it. */
export async function saveSource(
  db: Database,
  { mapping, ...source }: SourceInput,
  allowed: AllowedSources,
  others: readonly ImportSource[],
): Promise<ImportSource> {
  const key = slugOf(source.name);
  if (key === "" || source.name.length > 200)
    throw new InvalidInput("A source needs a name of up to 200 characters with a letter or digit.");
  checkAddress(source.address, allowed);
  const before = others.find((one) => one.key === key);
  if (others.length >= maxSources && !before)
    throw new InvalidInput(`The ecosystem has ${maxSources} sources, which is the limit: delete one first.`);
  return storeSource(
    db,
    { ecosystem: source.ecosystem, key },
    {
      ...source,
      mapping: mapping == null ? null : JSON.stringify(checkedMapping(mapping)),
      dueAt: source.daily ? new Date(Date.now() + day).toISOString() : null,
      // Another file, or another way to read it: what was found before tells nothing of it.
      etag: null,
      hash: null,
      ...(before?.address !== source.address && { readAt: null, outcome: null, message: null }),
    },
  );
}

function checkedMapping(given: unknown): Mapping {
  try {
    return parseMapping(given);
  } catch (error) {
    throw error instanceof UnreadableFile ? new InvalidInput(error.message) : error;
  }
}

/** Who reads a source, and what becomes of a difference. */
interface Reading {
  who: string;
  person: string;
  /** Whether a difference is stored; as the source says when absent. */
  store?: boolean | undefined;
  /** The hash of the file whose difference the person has seen. */
  expectedHash?: string | null | undefined;
  signTags?: boolean | undefined;
  onProgress?: OnProgress | undefined;
}

interface ReadRequest extends Reading {
  ecosystem: string;
  key: string;
}

/** What a reading found: the file and its difference, where there is one to show or to store. */
interface SourceReading {
  source: ImportSource;
  file: { bytes: Uint8Array; hash: string } | null;
  outcome: ImportOutcome | null;
}

/**
 * Reads a source now. What differs is stored where the source, or the request, says so; else it is told only. A source
 * that cannot be read is no error: what happened is kept with it, in words.
 */
export async function readSourceNow(
  db: Database,
  request: ReadRequest,
  allowed: AllowedSources,
): Promise<SourceReading> {
  const source = await findSource(db, request);
  if (!source) throw new NotFound(`The ecosystem "${request.ecosystem}" has no source "${request.key}".`);
  return readFound(db, source, request, allowed);
}

async function readFound(
  db: Database,
  source: ImportSource,
  reading: Reading,
  allowed: AllowedSources,
): Promise<SourceReading> {
  const finished = async (
    outcome: ReadOutcome,
    message: string | null,
    more: Partial<ImportSource> = {},
    found: Pick<SourceReading, "file" | "outcome"> = { file: null, outcome: null },
  ): Promise<SourceReading> => {
    const read = { readAt: new Date().toISOString(), outcome, message, ...more };
    // Of a source that has been removed meanwhile the outcome is told, and not kept.
    return { source: (await updateSource(db, source, read)) ?? { ...source, ...read }, ...found };
  };
  try {
    // While a difference waits, the file is read in full, so that it can be shown.
    const isSettled = source.outcome === "UNCHANGED" || source.outcome === "STORED";
    const fetched = await readSource(source.address, isSettled ? source.etag : null, allowed);
    if (fetched.bytes === null) return await finished("UNCHANGED", null);
    const { bytes } = fetched;
    const hash = fileHash(bytes);
    refuseChangedFile(reading.expectedHash, hash);
    const known = { etag: fetched.etag, hash };
    if (hash === source.hash) return await finished("UNCHANGED", null, known);
    const importing = importOf(source, reading, bytes);
    const seen = await importEcosystem(db, { ...importing, dryRun: true });
    const found = { file: { bytes, hash }, outcome: seen };
    if (seen.errors.length > 0) return await finished("FAILED", seen.errors[0]!.message, {}, found);
    if (seen.ecosystem !== null && seen.ecosystem !== source.ecosystem)
      return await finished("FAILED", `The file is of the ecosystem "${seen.ecosystem}", not of this one.`);
    const { created, updated, removed } = seen;
    if (created + updated + removed === 0) return await finished("UNCHANGED", null, known, found);
    const counts = `${created} new, ${updated} updated, ${removed} removed`;
    if (!(reading.store ?? source.stores)) return await finished("CHANGED", counts, {}, found);
    const revision = seen.revision ?? 0;
    const stored = await importEcosystem(db, { ...importing, revision });
    if (stored.errors.length > 0) return await finished("FAILED", stored.errors[0]!.message, {}, found);
    return await finished("STORED", counts, known, { ...found, outcome: stored });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return await finished("FAILED", error.message);
  }
}

function importOf(
  { ecosystem, name, address, mapping }: ImportSource,
  { who, person, signTags, onProgress }: Reading,
  bytes: Uint8Array,
) {
  const format = formatOfFile(fileNameOf(address), bytes);
  const given = mapping === null ? null : (JSON.parse(mapping) as Record<string, unknown>);
  return {
    ...{ format, content: "", bytes, ecosystem, name, who, person, signTags, onProgress },
    // Each reading is a newer version of the file: the person has said so by making it a source.
    ...("sheets" in formatNamed(format) && { mapping: given ?? undefined, isNewerVersion: true }),
    why: `Read from ${address}`.slice(0, 1_000),
  };
}

/** Reads the sources that are due, one after another; of several processes each source is read by one. */
export async function readDueSources(
  db: Database,
  allowed: AllowedSources,
  onError: (source: ImportSource, error: unknown) => void,
): Promise<void> {
  for (;;) {
    const now = Date.now();
    const due = await claimDueSource(db, new Date(now).toISOString(), new Date(now + day).toISOString());
    if (!due) return;
    const { who, person } = due;
    await readFound(db, due, { who, person, signTags: true }, allowed).catch(async (error: unknown) => {
      onError(due, error);
      const message = "The server could not read it: see its log.";
      await updateSource(db, due, { readAt: new Date().toISOString(), outcome: "FAILED", message });
    });
  }
}
