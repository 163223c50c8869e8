import { inSentences } from "../shared/in-sentences.ts";
import { parsed } from "../shared/parsed.ts";
import type { ChangedRow } from "./change-records.graphql.ts";
import type { Sent } from "./outcome.ts";

/** A stored change of this tab. */
export interface StoredStep {
  /** The revision that it resulted in: of an undone one, that of its undoing. */
  revision: number;
  label: string;
}

export interface HistoryState {
  past: readonly StoredStep[];
  /** Next to redo first. */
  future: readonly StoredStep[];
  /** Why the last step could not be undone or redone; null where it could. */
  trouble: string | null;
}

interface Surroundings {
  revert(input: { revision: number; why: string }): Promise<Sent>;
  /** Told of the records that a step has changed back. */
  onReverted(changed: readonly ChangedRow[], reverted: number): void;
  storage: { read(): string | null; write(text: string): void };
}

const maxKept = 200;

/**
 * Undo and redo of this tab's stored changes, newest first, by reverting them. A step that cannot be undone stays on
 * top, so that none is skipped. Survives a reload.
 */
export class ChangeHistory {
  readonly #around: Surroundings;
  readonly #listeners = new Set<() => void>();
  /** Steps run one after the other: a second key press undoes the next one. */
  #last: Promise<boolean> = Promise.resolve(true);
  state: HistoryState;

  constructor(around: Surroundings) {
    this.#around = around;
    this.state = { past: [], future: [], ...parsed<Partial<HistoryState>>(around.storage.read()), trouble: null };
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Notes a stored change: it is undone next, and nothing can be redone any more. */
  push(step: StoredStep): void {
    this.#set({ past: [...this.state.past, step].slice(-maxKept), future: [], trouble: null });
  }

  /** Whether the newest change was undone; false also where there is none. */
  undo = (): Promise<boolean> => this.#inTurn(() => this.#step("undo"));

  /** Whether the change that was undone last was redone. */
  redo = (): Promise<boolean> => this.#inTurn(() => this.#step("redo"));

  /** Says why nothing can be undone or redone now. */
  refuse(trouble: string): void {
    this.#set({ ...this.state, trouble });
  }

  dismissTrouble = (): void => this.#set({ ...this.state, trouble: null });

  #inTurn(work: () => Promise<boolean>): Promise<boolean> {
    this.#last = this.#last.then(work);
    return this.#last;
  }

  async #step(which: "undo" | "redo"): Promise<boolean> {
    const isUndo = which === "undo";
    const step = isUndo ? this.state.past.at(-1) : this.state.future[0];
    if (!step) return false;
    const why = `${isUndo ? "Undo" : "Redo"}: ${step.label}`;
    const sent = await this.#around.revert({ revision: step.revision, why });
    const refusal = "failure" in sent ? sent.failure : inSentences(sent.answer.errors);
    if ("failure" in sent || refusal !== "") {
      this.refuse(`“${step.label}” could not be ${isUndo ? "undone" : "redone"}. ${refusal}`);
      return false;
    }
    const { revision, changed } = sent.answer;
    this.#around.onReverted(changed, step.revision);
    const without = (steps: readonly StoredStep[]) => steps.filter((one) => one !== step);
    // Without a revision nothing was left to take back, and there is nothing to take back again.
    const next = revision === null ? [] : [{ revision, label: step.label }];
    const { past, future } = this.state;
    const lists = isUndo
      ? { past: without(past), future: [...next, ...future] }
      : { past: [...past, ...next], future: without(future) };
    this.#set({ ...lists, trouble: null });
    return true;
  }

  #set(state: HistoryState): void {
    this.state = state;
    this.#around.storage.write(JSON.stringify({ past: state.past, future: state.future }));
    for (const listener of this.#listeners) listener();
  }
}
