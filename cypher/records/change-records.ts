import { z } from "zod";
import { defineQuery, type Transaction } from "../database.ts";
import type { AnyRecord, EcosystemHead, RecordKind } from "../model/document.ts";
import { recordKinds } from "../model/record-kinds.ts";
import { labelOf, labelsOf, linksOf, toProperties } from "./stored-record.ts";

/** One record's change: created without before, removed without after. */
export interface RecordChange {
  kind: RecordKind;
  key: string;
  before: AnyRecord | null;
  after: AnyRecord | null;
}

/** A change of what is no record of the document, such as a named view: the caller stores it in the same transaction. */
export interface OtherChange {
  kind: "views";
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
  why: string | null;
  at: string;
}

const nothing = z.object({});
type Rows = { rows: object[] };
const lock = defineQuery<{ key: string }, { revision: number }>(
  import.meta.url,
  "lock-ecosystem.cypher",
  ["key"],
  z.object({ revision: z.number() }),
);
const create = defineQuery<Rows, object>(import.meta.url, "create-records.cypher", ["rows"], nothing);
const update = defineQuery<Rows & { ecosystem: string }, object>(
  import.meta.url,
  "update-records.cypher",
  ["rows", "ecosystem"],
  nothing,
);
const remove = defineQuery<Rows & { ecosystem: string }, object>(
  import.meta.url,
  "remove-records.cypher",
  ["rows", "ecosystem"],
  nothing,
);
const unlink = defineQuery<Rows & { ecosystem: string }, object>(
  import.meta.url,
  "unlink-records.cypher",
  ["rows", "ecosystem"],
  nothing,
);
const link = defineQuery<Rows & { ecosystem: string }, object>(
  import.meta.url,
  "link-records.cypher",
  ["rows", "ecosystem"],
  nothing,
);
const logChange = defineQuery<{ key: string; revision: number; head: object; change: object }, object>(
  import.meta.url,
  "log-change.cypher",
  ["key", "revision", "head", "change"],
  nothing,
);
const logRecords = defineQuery<Rows & { ecosystem: string; revision: number }, object>(
  import.meta.url,
  "log-record-changes.cypher",
  ["rows", "ecosystem", "revision"],
  nothing,
);

/** Takes the ecosystem's lock for the rest of the transaction; the revision is 0 when it has just been made. */
export async function lockEcosystem(tx: Transaction, key: string): Promise<number> {
  return (await tx.run(lock, { key }))[0]!.revision;
}

/** Rows a statement takes at once: large enough to be quick, small enough for the bolt message. */
const batch = 5_000;

/**
 * Stores a change set with its entry in the change log, in the transaction whose lock is held.
 * @returns the new revision.
 */
export async function applyChanges(tx: Transaction, revision: number, changes: ChangeSet): Promise<number> {
  const ecosystem = changes.head.key;
  const next = revision + 1;
  const inBatches = async (rows: object[], store: (rows: object[]) => Promise<unknown>) => {
    for (let start = 0; start < rows.length; start += batch) await store(rows.slice(start, start + batch));
  };
  const node = ({ kind, key }: RecordChange) => ({ kind, key });
  const stored = ({ kind, key, after, before }: RecordChange) => ({
    kind,
    key,
    properties: toProperties(ecosystem, kind, after as never),
    labels: labelsOf(kind, after!),
    oldLabels: kind === "actors" && before ? (before as { kinds: string[] }).kinds.map(labelOf) : [],
  });
  const created = changes.records.filter((change) => !change.before);
  const updated = changes.records.filter((change) => change.before && change.after);
  const removed = changes.records.filter((change) => !change.after);

  await inBatches(removed.map(node), (rows) => tx.run(remove, { rows, ecosystem }));
  await inBatches(created.map(stored), (rows) => tx.run(create, { rows }));
  const linked = updated.filter(({ kind }) => recordKinds[kind].references.length > 0);
  await inBatches(linked.map(node), (rows) => tx.run(unlink, { rows, ecosystem }));
  await inBatches(updated.map(stored), (rows) => tx.run(update, { rows, ecosystem }));
  const links = [...created, ...updated].flatMap(({ kind, after }) => linksOf(kind, after as never));
  await inBatches(links, (rows) => tx.run(link, { rows, ecosystem }));

  const json = (record: object | null) => (record ? JSON.stringify(record) : null);
  const logged: (RecordChange | OtherChange)[] = [...changes.records, ...(changes.others ?? [])];
  await inBatches(
    logged.map(({ kind, key, before, after }) => ({ kind, key, before: json(before), after: json(after) })),
    (rows) => tx.run(logRecords, { rows, ecosystem, revision: next }),
  );
  const { name, valueProposition = null, description = null, focal = null } = changes.head;
  await tx.run(logChange, {
    key: ecosystem,
    revision: next,
    head: { name, valueProposition, description, focal },
    change: {
      at: changes.at,
      who: changes.who,
      why: changes.why,
      created: logged.filter(({ before }) => !before).length,
      updated: logged.filter(({ before, after }) => before && after).length,
      removed: logged.filter(({ after }) => !after).length,
    },
  });
  return next;
}
