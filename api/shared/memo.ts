import { groupBy } from "./groups.ts";

/**
 * Memo: returns the result computed before under the same name when all of its inputs are the same, else computes it.
 * Inputs are compared by identity, since facts over time hand out the same objects while nothing changes. `share` gives
 * a new result, or what of the earlier one equals it, so that results made of it are recognised as unchanged in turn.
 */
export type Memo = <Result>(
  name: string,
  inputs: readonly unknown[],
  compute: () => Result,
  share?: (now: Result, before: Result) => Result,
) => Result;

/** Separate memo for each thing that is measured, by its name. */
export type MemoFor = (thing: string) => Memo;

/** No memo: the default where only one day is measured. */
export const noMemo: Memo = (_name, _inputs, compute) => compute();

/** Memo that keeps the last result of each name. */
export function createMemo(): Memo {
  const kept = new Map<string, { inputs: readonly unknown[]; result: unknown }>();
  return <Result>(
    name: string,
    inputs: readonly unknown[],
    compute: () => Result,
    share?: (now: Result, before: Result) => Result,
  ): Result => {
    const last = kept.get(name);
    if (last !== undefined && isSame(last.inputs, inputs)) return last.result as Result;
    const computed = compute();
    const result = share && last !== undefined ? share(computed, last.result as Result) : computed;
    kept.set(name, { inputs, result });
    return result;
  };
}

/** Memos by name, created on first use. */
export function createMemos(): MemoFor {
  const memos = new Map<string, Memo>();
  return (thing) => {
    const known = memos.get(thing);
    if (known) return known;
    const created = createMemo();
    memos.set(thing, created);
    return created;
  };
}

// A loop rather than every(), since trends compare the inputs of thousands of results on every day.
function isSame(inputs: readonly unknown[], others: readonly unknown[]): boolean {
  if (inputs.length !== others.length) return false;
  for (let at = 0; at < inputs.length; at++) if (inputs[at] !== others[at]) return false;
  return true;
}

/** Answer about an object that never changes: computed by the first question and kept as long as the object. */
export function keptFor<Thing extends object, Answer>(compute: (thing: Thing) => Answer) {
  const known = new WeakMap<Thing, Answer>();
  return (thing: Thing): Answer => {
    if (known.has(thing)) return known.get(thing)!;
    const answer = compute(thing);
    known.set(thing, answer);
    return answer;
  };
}

/** Index of a list, which never changes, by a name of its entries. */
export function keptIndex<Entry>(nameOf: (entry: Entry) => string) {
  const indexOf = keptFor((list: readonly Entry[]) => groupBy(list, nameOf));
  return (list: readonly Entry[], name: string): readonly Entry[] => indexOf(list).get(name) ?? [];
}
