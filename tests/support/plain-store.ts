import { Draft } from "../../api/changes/batch/draft.ts";
import { answerFromDocument, RecordsAtHand } from "../../api/changes/batch/records-at-hand.ts";
import { validate } from "../../api/changes/batch/validate.ts";
import { isSame } from "../../api/changes/check/same-value.ts";
import type { LoggedChange } from "../../cypher/changes/logged.ts";
import type { AnyRecord, EcosystemDocument, RecordKind } from "../../cypher/model/document.ts";
import { identityOf, recordKindNames } from "../../cypher/model/record-kinds.ts";
import type { RecordChange } from "../../cypher/records/change-records.ts";
import { type MergedKey, mergedKeysOf } from "../../cypher/records/merged-keys.ts";

/** Plain model of the store: lists of records in memory, a log, and versions, by the plainest code that does it. */
export class PlainStore {
  revision = 1;
  readonly log: (LoggedChange & { who: string; at: string })[] = [];
  readonly versions = new Map<string, number>();
  merged: MergedKey[] = [];
  /** Documents by revision, as text. */
  readonly texts: string[] = [];

  constructor(public document: EcosystemDocument) {
    for (const kind of recordKindNames)
      for (const record of (document[kind] ?? []) as AnyRecord[])
        this.versions.set(`${kind} ${identityOf(kind, record)}`, 1);
    this.texts[1] = textOf(document);
  }

  version(kind: RecordKind, key: string): number {
    return this.versions.get(`${kind} ${key}`) ?? 0;
  }

  /** Plans, as the API does, with everything read from this store. */
  plan(plan: (draft: Draft) => void, who = "Pat"): Draft {
    const atHand = new RecordsAtHand();
    atHand.know({ head: this.document.ecosystem, revision: this.revision, mergedKeys: mergedKeysOf(this.merged) });
    for (;;) {
      const draft = new Draft(atHand, { who, at: "2026-11-27T12:00:00.000Z" });
      plan(draft);
      validate(draft);
      const asks = atHand.takeAsks();
      if (!asks) return draft;
      answerFromDocument(atHand, asks, this.document, (kind, key) => this.version(kind, key));
      for (const asked of asks.histories) {
        const entries = this.log.filter(
          (it) => it.kind === asked.kind && it.key === asked.key && it.revision > asked.since,
        );
        atHand.addHistory(
          asked,
          entries.reverse().map((it) => ({ ...it, why: null })),
        );
      }
      for (const revision of asks.revisions)
        atHand.addRevision(
          revision,
          this.log.filter((it) => it.revision === revision),
        );
      if (asks.views) atHand.addViews([]);
    }
  }

  /** Stores what is planned; with errors, nothing. */
  change(plan: (draft: Draft) => void, who = "Pat"): Draft {
    const draft = this.plan(plan, who);
    const changes = draft.changes();
    const isHeadChanged = !isSame(draft.head, this.document.ecosystem);
    if (draft.errors.length > 0 || (changes.length === 0 && !isHeadChanged)) return draft;
    this.revision++;
    const at = "2026-11-27T12:00:00.000Z";
    const note = (entry: Omit<LoggedChange, "revision">) =>
      this.log.push({ ...entry, revision: this.revision, who, at });
    for (const it of changes) this.#store(it, note);
    if (isHeadChanged) {
      note({ kind: "ecosystem", key: draft.head!.key, before: copy(this.document.ecosystem), after: copy(draft.head) });
      this.document = { ...this.document, ecosystem: draft.head! };
    }
    this.texts[this.revision] = textOf(this.document);
    return draft;
  }

  #store(
    { kind, key, before, after, renamed, merge }: RecordChange,
    note: (it: Omit<LoggedChange, "revision">) => void,
  ) {
    const others = ((this.document[kind] ?? []) as AnyRecord[]).filter((it) => identityOf(kind, it) !== key);
    const records = after ? [...others, after] : others;
    this.document = { ...this.document, [kind]: records };
    if (after) this.versions.set(`${kind} ${key}`, this.revision);
    else this.versions.delete(`${kind} ${key}`);
    if (merge) this.merged = this.merged.filter((it) => !(it.kind === kind && it.key === key));
    if (merge && !merge.isUndone) this.merged.push({ kind, key, into: merge.into });
    note({
      kind,
      key,
      before: copy(renamed ? renamed.before : before),
      after: copy(after),
      ...(renamed && { from: renamed.from }),
      ...(merge && { merge }),
    });
  }
}

// As the log has it: through JSON.
const copy = (value: object | null) => JSON.parse(JSON.stringify(value)) as Record<string, unknown> | null;

/** A document as text in which only what it says counts: records by identity, fields by name, empty ones left out. */
export function textOf(document: EcosystemDocument): string {
  const collections = recordKindNames.flatMap((kind) => {
    const records = (document[kind] ?? []) as AnyRecord[];
    const sorted = records
      .map((record) => [identityOf(kind, record), record] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, record]) => record);
    return records.length > 0 ? [[kind, sorted]] : [];
  });
  return JSON.stringify({ ecosystem: document.ecosystem, ...Object.fromEntries(collections) }, (_, value) => {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value ?? undefined;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== null && inner !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
}
