import { z } from "zod";
import { type Database, defineQuery } from "../database.ts";

export const readOutcomes = ["UNCHANGED", "CHANGED", "STORED", "FAILED"] as const;
/** What the last reading of a source found: the same file, a difference that nobody has stored yet, or why none. */
export type ReadOutcome = (typeof readOutcomes)[number];

const optional = z
  .string()
  .nullish()
  .transform((text) => text ?? null);
const sourceShape = z.object({
  ecosystem: z.string(),
  key: z.string(),
  name: z.string(),
  address: z.string(),
  /** As JSON; null for a format without one. */
  mapping: optional,
  daily: z.boolean(),
  /** Whether a difference is stored without being shown first. */
  stores: z.boolean(),
  who: z.string(),
  person: z.string(),
  readAt: optional,
  outcome: z
    .enum(readOutcomes)
    .nullish()
    .transform((outcome) => outcome ?? null),
  message: optional,
  etag: optional,
  /** SHA-256 of the bytes whose difference was stored, or that made none. */
  hash: optional,
});
/** A live source: a file that is read again, from an address or from the server's disk. */
export type ImportSource = z.infer<typeof sourceShape>;

const row = z.object({ source: sourceShape });
type Row = z.infer<typeof row>;
type Named = { ecosystem: string; key: string };
const list = defineQuery<{ ecosystem: string }, Row>(import.meta.url, "list-sources.cypher", ["ecosystem"], row);
const store = defineQuery<Named & { source: object }, Row>(
  import.meta.url,
  "store-source.cypher",
  ["ecosystem", "key", "source"],
  row,
);
const update = defineQuery<Named & { source: object }, Row>(
  import.meta.url,
  "update-source.cypher",
  ["ecosystem", "key", "source"],
  row,
);
const remove = defineQuery<Named, object>(import.meta.url, "remove-source.cypher", ["ecosystem", "key"], z.object({}));
const findDue = defineQuery<{ now: string }, { key: string }>(
  import.meta.url,
  "find-due-source.cypher",
  ["now"],
  z.object({ key: z.string() }),
);
const claim = defineQuery<{ now: string; next: string }, Row>(
  import.meta.url,
  "claim-due-source.cypher",
  ["now", "next"],
  row,
);

export const listSources = async (db: Database, ecosystem: string): Promise<ImportSource[]> =>
  (await db.read(list, { ecosystem })).map(({ source }) => source);

export const findSource = async (db: Database, { ecosystem, key }: Named): Promise<ImportSource | null> =>
  (await listSources(db, ecosystem)).find((source) => source.key === key) ?? null;

/** Creates a source, or changes these of its fields; null removes one. */
export const storeSource = async (
  db: Database,
  { ecosystem, key }: Named,
  source: Partial<ImportSource> & { dueAt?: string | null },
): Promise<ImportSource> => (await db.write(store, { ecosystem, key, source }))[0]!.source;

/** Changes these fields of a source; null where it has been removed, which stays so. */
export const updateSource = async (
  db: Database,
  { ecosystem, key }: Named,
  source: Partial<ImportSource>,
): Promise<ImportSource | null> => (await db.write(update, { ecosystem, key, source }))[0]?.source ?? null;

export const removeSource = async (db: Database, { ecosystem, key }: Named): Promise<void> =>
  void (await db.write(remove, { ecosystem, key }));

/** Whether any source is due; unlike a claim it writes nothing. */
export const hasDueSource = async (db: Database, now: string): Promise<boolean> =>
  (await db.read(findDue, { now })).length > 0;

/** Takes one source that is due, under its lock: of several processes exactly one gets it, until it is due again. */
export const claimDueSource = async (db: Database, now: string, next: string): Promise<ImportSource | null> =>
  (await db.write(claim, { now, next }))[0]?.source ?? null;
