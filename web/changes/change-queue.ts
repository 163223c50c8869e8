import type { RecordChangeInput, RecordKind } from "../graphql/schema-types.ts";
import { randomId } from "../shared/hash.ts";
import { type AskedGroup, issuesOfEdit, nextGroups, placeToJoin, rowsOfGroups, sortGroups } from "./batches.ts";
import type { ChangeAnswer } from "./change-records.graphql.ts";
import type { Outcome, QueueState, RefusedGroup, Sent, SubmitOptions } from "./outcome.ts";
import type { Batch, EditGroup, QueueStorage } from "./queue-storage.ts";
import { resolved } from "./rebase.ts";
import {
  type EditIssue,
  type Fields,
  fieldsAfter,
  fieldsSet,
  identityOf,
  kindOfEdit,
  notStored,
  type RecordEdit,
  targetOf,
  toInput,
} from "./record-edits.ts";
import { Successors } from "./successors.ts";

interface Surroundings {
  send(input: { changes: RecordChangeInput[]; why?: string; idempotencyKey: string }): Promise<Sent>;
  storage: QueueStorage;
  /** Told of each stored batch, for undo. */
  onStored(revision: number, label: string): void;
}

const gatherMillis = 1_000;
const retryMillis = [2_000, 4_000, 8_000, 15_000, 30_000];

interface Caller {
  settle(outcome: Outcome): void;
  showsErrors(): boolean;
}

/** Sends changes of one ecosystem in batches, in order, each once; keeps what is not stored yet. */
export class ChangeQueue {
  readonly #around: Surroundings;
  readonly #callers = new Map<string, Caller>();
  #waiting: EditGroup[] = [];
  #sending: Batch | null = null;
  /** Batches of other tabs or of before a reload, sent first and unchanged. */
  #adopted: Batch[] = [];
  #asking = new Map<string, AskedGroup>();
  #refused: RefusedGroup[] = [];
  readonly successors = new Successors();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isBusy = false;
  #failures = 0;
  #trouble: string | null = null;
  #idle: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();
  state: QueueState = { waiting: 0, trouble: null, isKept: true, conflicts: [], refused: [] };

  constructor(around: Surroundings) {
    this.#around = around;
    this.adopt();
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Submits edits that are to be stored together. */
  submit(edits: readonly RecordEdit[], options: SubmitOptions): Promise<Outcome> {
    const { label, why, now = false, showsErrors = () => false } = options;
    const group: EditGroup = { id: randomId(), label, edits: edits.map((edit) => this.successors.upToDate(edit)), why };
    const outcome = new Promise<Outcome>((settle) => this.#callers.set(group.id, { settle, showsErrors }));
    this.#enqueue(group);
    this.#later(now ? 0 : gatherMillis);
    return outcome;
  }

  /** What waiting edits make of a record, and which fields they set; null where none waits. */
  waitingFor(kind: RecordKind, key: string): { fields: Fields; set: string[] } | null {
    const edits = this.#allGroups()
      .flatMap((group) => group.edits)
      .filter((edit) => kindOfEdit(edit) === kind && targetOf(edit) === key);
    if (edits.length === 0) return null;
    const [first] = edits;
    const read = first && first.does !== "create" ? first.record.data : {};
    const set: Fields = Object.assign({}, ...edits.map(fieldsSet));
    return { fields: { ...read, ...set }, set: Object.keys(set) };
  }

  /** Sends what waits now; resolves when nothing is under way any more. */
  async flush(): Promise<void> {
    if (!this.#isBusy && this.#waiting.length + this.#adopted.length === 0 && !this.#sending) return;
    this.#later(0);
    await new Promise<void>((done) => this.#idle.push(done));
  }

  /** Tries again at once, as when the connection is back. */
  again = (): void => {
    this.#failures = 0;
    if (this.#waiting.length + this.#adopted.length > 0 || this.#sending) this.#later(0);
  };

  /** Takes over what closed tabs have left unsent. */
  adopt(): void {
    for (const { sent, waiting } of this.#around.storage.adopt()) {
      this.#adopted.push(...sent);
      this.#waiting.push(...waiting);
    }
    if (this.#waiting.length + this.#adopted.length > 0) this.#later(0);
    this.#tell();
  }

  /** Withdraws the change that was made last and is not sent yet; its label, or null where there is none. */
  withdrawLast(): string | null {
    const group = this.#waiting.pop();
    if (!group) return null;
    this.#settle(group, { kind: "discarded" });
    this.#tell();
    return group.label;
  }

  /** Stores the fields of `mine` against the other's values, and the rest of the edit; the other fields stay theirs. */
  resolve(id: string, mine: ReadonlySet<string>): void {
    const asked = this.#asking.get(id);
    if (!asked) return;
    this.#asking.delete(id);
    const { group, at, fields } = asked;
    const edit = resolved(group.edits[at]!, fields, mine);
    const edits = edit ? group.edits.with(at, edit) : group.edits.toSpliced(at, 1);
    if (edits.length === 0) this.#settle(group, { kind: "discarded" });
    else {
      this.#waiting.unshift({ ...group, edits });
      this.#later(0);
    }
    this.#tell();
  }

  /** Removes a refused change from the notice. */
  dismiss(id: string): void {
    this.#refused = this.#refused.filter(({ group }) => group.id !== id);
    this.#tell();
  }

  get #sent(): Batch[] {
    return this.#sending ? [this.#sending, ...this.#adopted] : this.#adopted;
  }

  /** Groups that are in no request: those that wait for an answer of the person, and those that wait to be sent. */
  get #unsent(): EditGroup[] {
    return [...[...this.#asking.values()].map(({ group }) => group), ...this.#waiting];
  }

  #allGroups(): EditGroup[] {
    return [...this.#sent.flatMap(({ groups }) => groups), ...this.#unsent];
  }

  /** A single edit of a record that waits already joins it; its caller hears of the joined one. */
  #enqueue(group: EditGroup): void {
    const place = placeToJoin(this.#waiting, group);
    if (place) {
      place.into.edits = place.into.edits.with(place.at, place.edit);
      this.#share(place.into.id, group.id, place.at);
    } else this.#waiting.push(group);
    this.#tell();
  }

  /** Lets the caller of an edit hear the outcome of the group that it has joined at a place. */
  #share(id: string, joiner: string, at: number): void {
    const first = this.#callers.get(id);
    const other = this.#callers.get(joiner);
    this.#callers.delete(joiner);
    this.#callers.set(id, {
      settle: (outcome) => {
        first?.settle(outcome);
        other?.settle(outcome.kind === "refused" ? { ...outcome, issues: issuesOfEdit(outcome.issues, at) } : outcome);
      },
      showsErrors: () => (first?.showsErrors() ?? false) || (other?.showsErrors() ?? false),
    });
  }

  #later(millis: number): void {
    // What comes within the second joins the batch that the first of it has started.
    if (this.#timer !== undefined && millis > 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#send();
    }, millis);
  }

  async #send(): Promise<void> {
    if (this.#isBusy) return;
    if (!this.#around.storage.isOwn()) return this.#giveAway();
    this.#sending ??= this.#adopted.shift() ?? this.#nextBatch();
    const batch = this.#sending;
    if (!batch) return this.#rest();
    this.#isBusy = true;
    this.#tell();
    const { groups, idempotencyKey } = batch;
    const reasons = [...new Set(groups.flatMap(({ why }) => why ?? []))];
    const sent = await this.#around.send({
      changes: groups.flatMap(({ edits }) => edits.map(toInput)),
      idempotencyKey,
      ...(reasons.length > 0 && { why: reasons.join(" ") }),
    });
    this.#isBusy = false;
    if ("failure" in sent && sent.retry) {
      this.#trouble = sent.failure;
      this.#later(retryMillis[Math.min(this.#failures++, retryMillis.length - 1)]!);
      this.#tell();
      // A caller that waits for rest is not kept waiting for a connection.
      for (const done of this.#idle.splice(0)) done();
      return;
    }
    this.#failures = 0;
    this.#trouble = null;
    this.#sending = null;
    if ("failure" in sent) {
      for (const group of groups) this.#refuse(group, [{ edit: null, field: null, message: sent.failure }]);
    } else if (sent.answer.errors.length === 0) this.#stored(groups, sent.answer);
    else this.#sort(groups, sent.answer);
    this.#tell();
    if (this.#waiting.length + this.#adopted.length > 0) this.#later(0);
    else this.#rest();
  }

  #rest(): void {
    for (const done of this.#idle.splice(0)) done();
  }

  /** Another tab has taken over while this one slept: it sends what was waiting here. */
  #giveAway(): void {
    for (const group of this.#allGroups()) this.#settle(group, { kind: "discarded" });
    this.#waiting = [];
    this.#adopted = [];
    this.#sending = null;
    this.#asking.clear();
    this.#tell();
    this.#rest();
  }

  #nextBatch(): Batch | null {
    const next = nextGroups(this.#waiting);
    if (next.length === 0) return null;
    this.#waiting = this.#waiting.slice(next.length);
    const groups = next.map((group) => ({
      ...group,
      edits: group.edits.map((edit) => this.successors.upToDate(edit)),
    }));
    return { idempotencyKey: randomId(), groups };
  }

  #stored(groups: readonly EditGroup[], { revision, changed }: ChangeAnswer): void {
    const now = new Map(changed.map((row) => [`${row.kind} ${row.key}`, row]));
    for (const edit of groups.flatMap(({ edits }) => edits)) {
      const kind = kindOfEdit(edit);
      const after = fieldsAfter(edit);
      const key = after && identityOf(kind, after);
      const row = key === null ? undefined : now.get(`${kind} ${key}`);
      // Edits of a record that were made while its creation was on its way rest on none that was read.
      const before = edit.does === "create" ? { kind, key: row?.key ?? "", version: notStored } : edit.record;
      if (row) this.successors.note(before, row);
    }
    const [first] = groups;
    const label = groups.length === 1 ? first!.label : `${groups.length} changes`;
    if (revision !== null) this.#around.onStored(revision, label);
    for (const [at, own] of rowsOfGroups(groups, changed).entries())
      this.#settle(groups[at]!, { kind: "stored", revision, changed: own, allChanged: changed });
    // An edit that was made while its record was being created is one of the record that there is now.
    this.#waiting = this.#waiting.map((group) => ({
      ...group,
      edits: group.edits.map((edit) => {
        const row = edit.does === "create" ? now.get(`${edit.kind} ${targetOf(edit)}`) : undefined;
        if (edit.does !== "create" || !row?.after || row.version === null) return edit;
        const { key, version, after } = row;
        return { does: "update", record: { kind: edit.kind, key, version, data: after }, fields: edit.fields };
      }),
    }));
  }

  /** Groups with errors are told of them; conflicts are resolved or asked about; the others are sent again. */
  #sort(groups: readonly EditGroup[], answer: ChangeAnswer): void {
    const { refused, done, asked, again } = sortGroups(groups, answer);
    for (const { group, issues } of refused) this.#refuse(group, issues);
    for (const group of done) this.#settle(group, { kind: "stored", revision: null, changed: [], allChanged: [] });
    for (const one of asked) this.#asking.set(one.group.id, one);
    this.#waiting.unshift(...again);
  }

  #refuse(group: EditGroup, issues: readonly EditIssue[]): void {
    if (!this.#callers.get(group.id)?.showsErrors()) this.#refused = [...this.#refused, { group, issues }];
    this.#settle(group, { kind: "refused", issues });
  }

  #settle(group: EditGroup, outcome: Outcome): void {
    this.#callers.get(group.id)?.settle(outcome);
    this.#callers.delete(group.id);
  }

  #tell(): void {
    const groups = this.#allGroups();
    const conflicts = [...this.#asking].map(([id, { group, at, fields }]) => ({
      id,
      label: group.label,
      edit: group.edits[at]!,
      fields,
    }));
    const isKept = this.#around.storage.write({ sent: this.#sent, waiting: this.#unsent });
    const waiting = groups.reduce((sum, { edits }) => sum + edits.length, 0);
    this.state = { waiting, trouble: this.#trouble, isKept, conflicts, refused: this.#refused };
    for (const listener of this.#listeners) listener();
  }
}
