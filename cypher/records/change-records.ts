import { z } from "zod";
import { type Logged, logRows, type Merge } from "../changes/buckets.ts";
import { type Database, defineQuery, type Transaction } from "../database.ts";
import type { AnyRecord, EcosystemHead, RecordKind } from "../model/document.ts";
import { recordId } from "../model/record-kinds.ts";
import { createRecords, type NewRecord } from "./create-records.ts";
import { inBatches } from "./in-batches.ts";
import { storeMergedKeys } from "./merged-keys.ts";
import { oneByOne, pipelined } from "./pipelined.ts";
import {
  addedPlainRelationships,
  createPlainRelationships,
  findEnds,
  type NodeIds,
  type PlainRelationship,
  removePlainRelationships,
} from "./plain-relationships.ts";
import { publishStaged, stageRecords } from "./staged-records.ts";
import { type Link, labelsOf, linksOf, toProperties } from "./stored-record.ts";

/** One record's change: created without before, removed without after. */
export interface RecordChange {
  kind: RecordKind;
  key: string;
  before: AnyRecord | null;
  after: AnyRecord | null;
  /** Where a record without a key gets this identity in place of another: that one, and the record as it was. */
  renamed?: { from: string; before: AnyRecord } | undefined;
  merge?: Merge | undefined;
}

/** Change of something other than a record, such as a named view: the caller stores it in the same transaction. */
export interface OtherChange {
  kind: "views" | "ecosystem";
  key: string;
  before: object | null;
  after: object | null;
}

export interface ChangeSet {
  head: EcosystemHead;
  records: RecordChange[];
  /** Logged and counted with the records. */
  others?: OtherChange[];
  who: string;
  /** The person's id, by which the creator of an ecosystem is known. */
  person: string;
  why: string | null;
  at: string;
}

type Update = RecordChange & { before: AnyRecord; after: AnyRecord };

const nothing = z.object({});
type InEcosystem = { rows: object[]; ecosystem: string };
const onRows = (file: string) =>
  defineQuery<InEcosystem, object>(import.meta.url, file, ["rows", "ecosystem"], nothing);
interface Locked {
  /** 0 when the ecosystem has just been made. */
  revision: number;
  /** When it was deleted, where it can be restored. */
  deletedAt: string | null;
}
const lock = defineQuery<{ key: string }, Locked>(
  import.meta.url,
  "lock-ecosystem.cypher",
  ["key"],
  z.object({ revision: z.number(), deletedAt: z.string().nullable() }),
);
const update = onRows("update-records.cypher");
const remove = onRows("remove-records.cypher");
const withdraw = onRows("withdraw-records.cypher");
const unlink = onRows("unlink-records.cypher");
const link = onRows("link-records.cypher");
const logChange = defineQuery<{ key: string; revision: number; head: object; change: object }, object>(
  import.meta.url,
  "log-change.cypher",
  ["key", "revision", "head", "change"],
  nothing,
);
const logRecords = defineQuery<InEcosystem & { revision: number }, object>(
  import.meta.url,
  "log-record-changes.cypher",
  ["rows", "ecosystem", "revision"],
  nothing,
);

/** Takes the ecosystem's lock for the rest of the transaction. */
export async function lockEcosystem(tx: Transaction, key: string): Promise<Locked> {
  return (await tx.run(lock, { key }))[0]!;
}

/** Staging threshold: more new records than this are staged first, and more removed ones are withdrawn, to be deleted later. */
export const maxAtOnce = 5_000;

/**
 * Stores a change set with its entry in the change log, in the transaction that holds the lock: others see all of it or
 * nothing.
 * @param onStored told how many records have been stored so far
 * @returns the new revision.
 */
export async function applyChanges(
  db: Database,
  tx: Transaction,
  revision: number,
  changes: ChangeSet,
  onStored: (records: number) => void = () => {},
): Promise<number> {
  const { records, others = [] } = changes;
  const ecosystem = changes.head.key;
  const next = revision + 1;
  const created = records.filter((change): change is RecordChange & NewRecord => !change.before);
  const updated = records.filter((change): change is Update => Boolean(change.before && change.after));
  const removed = records.filter((change) => !change.after);
  const isStaged = created.length > maxAtOnce;
  const { writes, done } = records.length > maxAtOnce ? oneByOne(tx) : pipelined(tx);

  await removePlainRelationships(writes, ecosystem, records);
  const plain = addedPlainRelationships(records);
  const idOf = isStaged
    ? await stageAndPublish(db, tx, ecosystem, created, plain, next, onStored)
    : await create(tx, ecosystem, created, plain, next);
  // Deletion slows down with each record in a transaction: 100,000 took more than four minutes.
  const take = removed.length > maxAtOnce ? withdraw : remove;
  await inBatches(
    removed.map(({ kind, key, before }) => ({
      kind,
      key,
      labels: ["Record", ...(before ? labelsOf(kind, before) : [])],
    })),
    (rows) => writes.run(take, { rows, ecosystem }),
  );
  await inBatches(
    updated.map((change) => updateOf(ecosystem, change, next)),
    (rows) => writes.run(update, { rows, ecosystem }),
  );

  const gone = updated.flatMap(({ kind, before, after }) => linksOnlyOf(kind, before, after));
  await inBatches(gone, (rows) => writes.run(unlink, { rows, ecosystem }));
  const come = updated.flatMap(({ kind, before, after }) => linksOnlyOf(kind, after, before));
  const own = isStaged ? [] : created.flatMap(({ kind, after }) => linksOf(kind, after));
  await inBatches([...own, ...come], (rows) => writes.run(link, { rows, ecosystem }));
  await createPlainRelationships(writes, plain, idOf);

  await storeMergedKeys(writes, ecosystem, records);
  await log(writes, changes, next, [...records.map(loggedAs), ...others]);
  await done();
  onStored(records.length);
  return next;
}

/** Creates records; those at the other ends of their plain relationships are looked up meanwhile. */
async function create(
  tx: Transaction,
  ecosystem: string,
  created: readonly NewRecord[],
  plain: readonly PlainRelationship[],
  version: number,
): Promise<NodeIds> {
  const names = created.map(({ kind, key }) => recordId(kind, key));
  const isCreated = new Set(names);
  const [ids, idOfOther] = await Promise.all([
    createRecords(tx, ecosystem, "Record", created, version),
    findEnds(tx, ecosystem, plain, (kind, key) => isCreated.has(recordId(kind, key))),
  ]);
  const made = new Map(names.map((name, at) => [name, ids[at]!]));
  return (kind, key) => made.get(recordId(kind, key)) ?? idOfOther(kind, key);
}

async function stageAndPublish(
  db: Database,
  tx: Transaction,
  ecosystem: string,
  created: readonly NewRecord[],
  plain: readonly PlainRelationship[],
  version: number,
  onStored: (records: number) => void,
): Promise<NodeIds> {
  const idOf = await stageRecords(db, tx, ecosystem, created, version, onStored);
  await publishStaged(tx, ecosystem, created.length);
  const idOfOther = await findEnds(tx, ecosystem, plain, (kind, key) => idOf(kind, key) !== undefined);
  return (kind, key) => idOf(kind, key) ?? idOfOther(kind, key);
}

/** Writes the entry in the change log, and with it the ecosystem's own fields and its revision. */
async function log(tx: Transaction, changes: ChangeSet, revision: number, logged: readonly Logged[]): Promise<void> {
  const { key, name, valueProposition = null, description = null, focal = null } = changes.head;
  await inBatches(logRows(logged), (rows) => tx.run(logRecords, { rows, ecosystem: key, revision }), 250);
  await tx.run(logChange, {
    key,
    revision,
    head: { name, valueProposition, description, focal },
    change: {
      at: changes.at,
      who: changes.who,
      person: changes.person,
      why: changes.why,
      created: logged.filter(({ before }) => !before).length,
      updated: logged.filter(({ before, after }) => before && after).length,
      removed: logged.filter(({ after }) => !after).length,
    },
  });
}

/** A record that got another identity is logged with what it was under the old one: its history goes on from there. */
const loggedAs = ({ kind, key, before, after, renamed, merge }: RecordChange): Logged => ({
  kind,
  key,
  before: renamed ? renamed.before : before,
  after,
  from: renamed?.from,
  merge,
});

function updateOf(ecosystem: string, { kind, key, before, after }: Update, version: number): object {
  return {
    kind,
    key,
    properties: toProperties(ecosystem, kind, after, version),
    labels: labelsOf(kind, after),
    oldLabels: labelsOf(kind, before),
  };
}

/** Relationships that a record's references imply and those of its other version do not. */
function linksOnlyOf(kind: RecordKind, record: AnyRecord, other: AnyRecord): Link[] {
  const nameOf = ({ type, toKind, to }: Link) => `${type} ${toKind} ${to}`;
  const others = new Set(linksOf(kind, other).map(nameOf));
  return linksOf(kind, record).filter((link) => !others.has(nameOf(link)));
}
