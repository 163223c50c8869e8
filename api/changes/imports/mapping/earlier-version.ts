import type { ImportedRecord } from "../../../../cypher/imports/imported-files.ts";
import {
  type AnyRecord,
  type EcosystemDocument,
  fieldsOf,
  type RecordKind,
  recordOfFields,
} from "../../../../cypher/model/document.ts";
import {
  identityOf,
  kindOfId,
  recordId,
  recordKindNames,
  recordKinds,
  undatedId,
} from "../../../../cypher/model/record-kinds.ts";
import { capitalise, withArticle } from "../../../shared/format.ts";
import { byIdentity } from "../../check/plan.ts";
import { isSame } from "../../check/same-value.ts";
import { dropPins, sparing } from "../spare-needed.ts";
import type { PlacedRecord } from "./drafts.ts";
import type { Ending, Mapping } from "./mapping.ts";

/** An earlier version of a file: one of the same name and shape that was imported. */
export interface EarlierVersion {
  /** When it was imported last. */
  at: string;
  /** What its imports did to records, by kind and identity; null where the file is not said to be a newer version. */
  records: ReadonlyMap<string, ImportedRecord> | null;
}

/** Of a newer version of a file: what only earlier versions said, for which this one's word counts. */
export interface OwnFacts {
  /** The day of this version. */
  day: string;
  isOwn(kind: RecordKind, key: string, record: AnyRecord): boolean;
}

/** A fact that an earlier version of the file said and this one does not, and what becomes of it. */
export interface NoLongerSaid {
  kind: RecordKind;
  key: string;
  record: AnyRecord;
  /** Released: it stays, since it has other evidence, and rests on the file no more. */
  outcome: "ENDED" | "REMOVED" | "RELEASED" | "KEPT";
  /** Why it is not what was asked for all; null where it is. */
  reason: string | null;
}

/** The name of such a fact in a mapping. */
export const noLongerId = (kind: RecordKind, key: string): string => `${kind}|${key}`;

interface Options {
  stored: EcosystemDocument;
  mapping: Pick<Mapping, "noLongerSaid" | "noLonger">;
  /** The key of the file as evidence. */
  file: string;
  /** The first day on which what the file no longer says does not hold. */
  day: string;
  earlier: ReadonlyMap<string, ImportedRecord>;
  records: readonly PlacedRecord[];
  /** Records that the file says, those that cannot be stored included. */
  said: ReadonlySet<string>;
  /** Kinds of which rows could not be read: what these say is not known. */
  unread: ReadonlySet<RecordKind>;
}

interface Withdrawal {
  entries: NoLongerSaid[];
  /** Stored records that end, or that no longer rest on the file, as they will be. */
  changed: { kind: RecordKind; record: AnyRecord }[];
  isDropped: (kind: RecordKind, identity: string) => boolean;
}

const changedSince = "It was known before, or has been changed since by somebody else.";
const unreadable = "Rows of this kind could not be read, and may say it.";
const evidenceOf = (record: AnyRecord): string[] => (fieldsOf(record).evidence as string[] | undefined) ?? [];

/** Whether a stored record is as imports of the file have made and left it: nobody else has said anything of it. */
export function isOnlyOf(file: string, record: AnyRecord, imported: ImportedRecord | undefined): boolean {
  const evidence = evidenceOf(record);
  if (!imported?.isCreated || evidence.length !== 1 || evidence[0] !== file) return false;
  return imported.states.some((state) => isSame(state, record));
}

export const hasEnded = (record: AnyRecord, day: string): boolean => {
  const { validTo } = fieldsOf(record) as { validTo?: string };
  return validTo !== undefined && validTo <= day;
};

/**
 * What becomes of facts that an earlier version of the file said and this one does not: those that nobody else has said
 * end or are removed, by choice; others stay, as does what records that stay refer to. Pure.
 */
export function noLongerSaid(options: Options): Withdrawal {
  const { stored, file, day } = options;
  const entries = new Map<string, NoLongerSaid>();
  const leaving = new Map<string, AnyRecord>();
  const removed = new Map<string, AnyRecord>();
  const order = (kind: RecordKind) => recordKindNames.indexOf(kind);
  const found = [...candidates(options)].sort((a, b) => order(a.kind) - order(b.kind) || (a.key < b.key ? -1 : 1));
  for (const it of found) {
    const id = recordId(it.kind, it.key);
    entries.set(id, it);
    if (it.outcome === "ENDED" || it.outcome === "REMOVED") leaving.set(id, it.record);
    if (it.outcome === "REMOVED") removed.set(id, it.record);
  }
  const staying = (isGone: ReadonlyMap<string, AnyRecord>, isHeld: (kind: RecordKind, record: AnyRecord) => boolean) =>
    recordKindNames.flatMap((kind) =>
      kind === "layout"
        ? []
        : ((stored[kind] ?? []) as AnyRecord[])
            .map((record) => ({ kind, record, identity: identityOf(kind, record) }))
            .filter((it) => !isGone.has(recordId(kind, it.identity)) && isHeld(kind, it.record)),
    );
  const refers = (kind: RecordKind, identity: string) =>
    `${capitalise(withArticle(recordKinds[kind].singular))} (${identity}) refers to it.`;

  // A fact that others in force refer to neither ends nor goes. What the file itself refers to, it says.
  const mentioned = sparing(leaving, (id) => entries.delete(id));
  for (const { kind, record } of options.records) mentioned.spareNeeds(kind, record, "");
  const needed = sparing(leaving, (id, _record, why) => keep(id, why));
  if (stored.ecosystem.focal) needed.spare(recordId("actors", stored.ecosystem.focal), "It is the focal firm.");
  for (const { kind, record, identity } of staying(
    leaving,
    (kind, it) => recordKinds[kind].isFact && !hasEnded(it, day),
  ))
    needed.spareNeeds(kind, record, refers(kind, identity));
  for (const id of removed.keys()) if (!leaving.has(id)) removed.delete(id);

  // What has ended, tags and the like still need what they refer to.
  const held = sparing(removed, (id, record, why) => (canEnd(record, day) ? end(id, why) : keep(id, why)));
  for (const { kind, record, identity } of staying(removed, () => true))
    held.spareNeeds(kind, record, refers(kind, identity));
  function keep(id: string, reason: string): void {
    entries.set(id, { ...entries.get(id)!, outcome: "KEPT", reason });
  }
  function end(id: string, reason: string): void {
    entries.set(id, { ...entries.get(id)!, outcome: "ENDED", reason });
  }

  dropPins(stored, removed);
  const changed = [...entries.values()].flatMap(({ kind, record, outcome }) => {
    if (outcome === "ENDED") return [{ kind, record: recordOfFields({ ...fieldsOf(record), validTo: day }) }];
    if (outcome !== "RELEASED") return [];
    const evidence = evidenceOf(record).filter((key) => key !== file);
    return [{ kind, record: recordOfFields({ ...fieldsOf(record), evidence }) }];
  });
  const isDropped = (kind: RecordKind, identity: string) => removed.has(recordId(kind, identity));
  return { entries: [...entries.values()], changed, isDropped };
}

const canEnd = (record: AnyRecord, day: string): boolean => {
  const { validFrom } = fieldsOf(record) as { validFrom?: string };
  return validFrom === undefined || validFrom < day;
};

/** Stored facts in force that the earlier version said and this one does not, with what is asked for each. */
function* candidates({ stored, mapping, file, day, earlier, records, said, unread }: Options): Generator<NoLongerSaid> {
  const known = new Map(recordKindNames.map((kind) => [kind, byIdentity(kind, stored)]));
  const undated = new Set(records.map(({ kind, record }) => undatedId(kind, record)));
  for (const [id, imported] of earlier) {
    const kind = kindOfId(id);
    const key = id.slice(kind.length + 1);
    const record = known.get(kind)!.get(key);
    if (!record || said.has(id) || !evidenceOf(record).includes(file) || hasEnded(record, day)) continue;
    const choice = mapping.noLonger[noLongerId(kind, key)];
    const told = (outcome: NoLongerSaid["outcome"], reason: string | null = null): NoLongerSaid => ({
      ...{ kind, key, record, outcome, reason },
    });
    if (evidenceOf(record).length > 1) yield told(choice === "KEEP" ? "KEPT" : "RELEASED");
    else if (!choice && !isOnlyOf(file, record, imported)) yield told("KEPT", changedSince);
    else if (!choice && unread.has(kind)) yield told("KEPT", unreadable);
    else {
      const asked = choice ?? mapping.noLongerSaid;
      // Of the same fact with another start the file says that it was never so.
      const isRedated = !choice && asked === "END" && undated.has(undatedId(kind, record));
      if (isRedated) yield told("REMOVED", "The file has another start for it.");
      else yield told(outcomeOf(asked, record, day));
    }
  }
}

function outcomeOf(asked: Ending, record: AnyRecord, day: string): NoLongerSaid["outcome"] {
  if (asked === "KEEP") return "KEPT";
  return asked === "END" && canEnd(record, day) ? "ENDED" : "REMOVED";
}
