/**
 * Gives back what was computed before under the same name when all that it is made of is the same, else computes it.
 * Parts are compared as they are (objects by identity): facts over time hand out the same objects while nothing changes.
 */
export type Reuse = <Result>(name: string, parts: readonly unknown[], compute: () => Result) => Result;

/** What is asked one after the other of one thing, by its name: a memory of its own for each. */
export type ReuseFor = (thing: string) => Reuse;

/** Computes everything, keeps nothing. */
export const anew: Reuse = (_name, _parts, compute) => compute();

/** Remembers the last result of each name. */
export function remembering(): Reuse {
  const kept = new Map<string, { parts: readonly unknown[]; result: unknown }>();
  return <Result>(name: string, parts: readonly unknown[], compute: () => Result): Result => {
    const last = kept.get(name);
    if (last !== undefined && isSame(last.parts, parts)) return last.result as Result;
    const result = compute();
    kept.set(name, { parts, result });
    return result;
  };
}

/** A memory for each thing. */
export function rememberingEach(): ReuseFor {
  const memories = new Map<string, Reuse>();
  return (thing) => {
    const known = memories.get(thing);
    if (known) return known;
    const made = remembering();
    memories.set(thing, made);
    return made;
  };
}

// A loop, since trends compare the parts of thousands of things on every day.
function isSame(parts: readonly unknown[], others: readonly unknown[]): boolean {
  if (parts.length !== others.length) return false;
  for (let at = 0; at < parts.length; at++) if (parts[at] !== others[at]) return false;
  return true;
}
