import type { Client } from "urql";
import { connection, describeFailure } from "../graphql/client.ts";
import type { MergeRecordsInput } from "../graphql/schema-types.ts";
import { randomId } from "../shared/hash.ts";
import { parsed } from "../shared/parsed.ts";
import { ChangeHistory } from "./change-history.ts";
import { ChangeQueue } from "./change-queue.ts";
import {
  type ChangeAnswer,
  changeRecordsMutation,
  type MergePreview,
  mergeRecordsMutation,
  previewMergeMutation,
  revertChangeMutation,
} from "./change-records.graphql.ts";
import type { Outcome, Sent, SubmitOptions } from "./outcome.ts";
import { QueueStorage } from "./queue-storage.ts";
import { type RecordEdit, toInput } from "./record-edits.ts";
import { type Source, withSource } from "./working-source.ts";

// What a caller does
//
//   const changes = useChanges(ecosystem);                       // use-changes.ts; one for each ecosystem and client
//   const outcome = await changes.submit(edits, { label: "Change name of SysCo" });
//
// `edits` (record-edits.ts) are stored together or not at all. They rest on records as they were read: kind, key,
// version, data. By default they wait up to a second for others and go as one batch with them (grids); with `now` they go
// at once (forms). While a request is under way, all that is submitted goes as the next batch. A single edit of a record
// that waits already is joined to the waiting one. The outcome (outcome.ts) is "stored" with the records as they are now,
// "refused" with the errors, each at its edit and field, or "discarded" where the person chose somebody else's values.
// A caller that shows errors itself says so by `showsErrors`; others leave them to the page's notice.
//
// Without a connection the outcome is awaited: what waits is kept through a reload and sent later, and
// `changes.queue.waitingFor(kind, key)` says what it makes of a record, to show it meanwhile. Conflicts are no matter of
// the caller: edits that touch none of the changed fields are repeated, others are put to the person. The page's queries
// are asked again after each change. A version that this tab's own changes have made old is brought up to date.
//
// `check` is a dry run. `undo` and `redo` go through this tab's changes; `revert` takes back any change of the log.
// While a source is chosen (`workFrom`), every fact that is created or changed rests on it, unless the edit sets
// `evidence` itself.

/** Two records that are to become one. */
export type Merging = Pick<MergeRecordsInput, "kind" | "into" | "intoVersion" | "from" | "fromVersion" | "choices">;

/** Types whose queries are asked again after a change: all that show records or are computed from them. */
const additionalTypenames = ["Ecosystem", "Record", "Actor", "Activity", "Claim", "Move", "Evidence"];

/** Changes of one ecosystem that this tab makes: batches, undo and redo, and the source that is worked from. */
export class RecordChanges {
  readonly queue: ChangeQueue;
  readonly history: ChangeHistory;
  readonly #client: Client;
  readonly #ecosystem: string;
  #source: Source | null;
  readonly #sourceListeners = new Set<() => void>();
  readonly #storedListeners = new Set<(label: string) => void>();

  constructor(client: Client, ecosystem: string) {
    this.#client = client;
    this.#ecosystem = ecosystem;
    const storage = new QueueStorage(
      ecosystem,
      randomId(),
      available(() => localStorage),
    );
    this.history = new ChangeHistory({
      revert: (input) => this.#revert(input),
      onReverted: (changed, reverted) => {
        for (const row of changed)
          if (row.kind !== "VIEWS" && row.kind !== "ECOSYSTEM")
            this.queue.successors.note({ kind: row.kind, key: row.key, version: reverted }, row);
      },
      storage: inSession(`ecotone undo ${ecosystem}`),
    });
    this.queue = new ChangeQueue({
      storage,
      send: async ({ changes, why, idempotencyKey }) => {
        const input = { ecosystem, changes, idempotencyKey, ...(why !== undefined && { why }) };
        const { data, error } = await client
          .mutation(changeRecordsMutation, { input }, { additionalTypenames })
          .toPromise();
        return sentOf(data?.changeRecords, error);
      },
      onStored: (revision, label) => this.#noteStored(revision, label),
    });
    this.#source = parsed<Source>(inSession(this.#sourceKey).read());
    connection.subscribe(() => {
      if (connection.now().kind === "well") this.queue.again();
    });
    window.addEventListener("pagehide", () => storage.release());
    window.addEventListener("focus", () => this.queue.adopt());
  }

  /** Submits edits that are to be stored together; see above. */
  submit(edits: readonly RecordEdit[], options: SubmitOptions): Promise<Outcome> {
    return this.queue.submit(
      edits.map((edit) => withSource(edit, this.#source)),
      options,
    );
  }

  /** Undoes the newest change of this tab; false where there is none or it cannot be undone: the history says why. */
  undo = async (): Promise<boolean> => {
    if (this.queue.withdrawLast() !== null) return true;
    return (await this.#isAllStored()) && this.history.undo();
  };

  redo = async (): Promise<boolean> => {
    return (await this.#isAllStored()) && this.history.redo();
  };

  /** Newer changes first: none is skipped because it is not stored yet. */
  async #isAllStored(): Promise<boolean> {
    await this.queue.flush();
    const { trouble } = this.queue.state;
    if (trouble !== null) this.history.refuse(`The last change is not stored yet. ${trouble}.`);
    return trouble === null;
  }

  /** Reverts any change of the log, also somebody else's; it can be undone as one of this tab. */
  async revert(revision: number, label: string): Promise<Sent> {
    const sent = await this.#revert({ revision, why: label });
    if ("answer" in sent && sent.answer.revision !== null) this.#noteStored(sent.answer.revision, label);
    return sent;
  }

  /** Makes one record of two; it can be undone as any change of this tab. What waits is sent before. */
  async merge(merging: Merging, label: string, idempotencyKey: string): Promise<Sent> {
    await this.queue.flush();
    const input = { ...merging, ecosystem: this.#ecosystem, why: label, idempotencyKey };
    const { data, error } = await this.#client
      .mutation(mergeRecordsMutation, { input }, { additionalTypenames })
      .toPromise();
    const sent = sentOf(data?.mergeRecords, error);
    if ("answer" in sent && sent.answer.revision !== null) {
      const { kind, into, intoVersion } = merging;
      const kept = sent.answer.changed.find((row) => row.kind === kind && row.key === into);
      if (kept) this.queue.successors.note({ kind, key: into, version: intoVersion }, kept);
      this.#noteStored(sent.answer.revision, label);
    }
    return sent;
  }

  /** What a merge would do; stores nothing. */
  async previewMerge(merging: Merging): Promise<{ preview: MergePreview } | { failure: string }> {
    const input = { ...merging, ecosystem: this.#ecosystem, dryRun: true };
    const { data, error } = await this.#client.mutation(previewMergeMutation, { input }).toPromise();
    if (data) return { preview: data.mergeRecords };
    return { failure: error ? describeFailure(error).detail : "The server gave no answer." };
  }

  /** What the edits would do, or what forbids them; stores nothing. */
  async check(edits: readonly RecordEdit[]): Promise<Sent> {
    const changes = edits.map((edit) => toInput(withSource(edit, this.#source)));
    const input = { ecosystem: this.#ecosystem, changes, dryRun: true };
    const { data, error } = await this.#client.mutation(changeRecordsMutation, { input }).toPromise();
    return sentOf(data?.changeRecords, error);
  }

  /** Calls the listener with the label of each change that is stored. */
  onStored(listener: (label: string) => void): () => void {
    this.#storedListeners.add(listener);
    return () => void this.#storedListeners.delete(listener);
  }

  #noteStored(revision: number, label: string): void {
    this.history.push({ revision, label });
    for (const listener of this.#storedListeners) listener(label);
  }

  get source(): Source | null {
    return this.#source;
  }

  /** Chooses the source that facts rest on from now on; null for none. */
  workFrom(source: Source | null): void {
    this.#source = source;
    inSession(this.#sourceKey).write(JSON.stringify(source));
    for (const listener of this.#sourceListeners) listener();
  }

  subscribeToSource = (listener: () => void) => {
    this.#sourceListeners.add(listener);
    return () => void this.#sourceListeners.delete(listener);
  };

  get #sourceKey(): string {
    return `ecotone source ${this.#ecosystem}`;
  }

  async #revert(input: { revision: number; why: string }): Promise<Sent> {
    const { data, error } = await this.#client
      .mutation(
        revertChangeMutation,
        { input: { ...input, ecosystem: this.#ecosystem, idempotencyKey: randomId() } },
        { additionalTypenames },
      )
      .toPromise();
    return sentOf(data?.revertChange, error);
  }
}

function sentOf(answer: ChangeAnswer | undefined, error: Parameters<typeof describeFailure>[0] | undefined): Sent {
  if (answer) return { answer };
  if (!error) return { failure: "The server gave no answer.", retry: false };
  const { kind, title, detail } = describeFailure(error);
  return { failure: kind === "refused" ? detail : title, retry: kind !== "refused" };
}

/** The storage where the browser lets the page use it; null otherwise. */
function available(storage: () => Storage): Storage | null {
  try {
    return storage();
  } catch {
    return null;
  }
}

/** An entry of this tab, kept through a reload. */
function inSession(name: string) {
  const storage = available(() => sessionStorage);
  return {
    read: () => storage?.getItem(name) ?? null,
    write: (text: string) => {
      try {
        storage?.setItem(name, text);
      } catch {
        // No room: it lasts as long as the page.
      }
    },
  };
}
