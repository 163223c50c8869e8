/**
 * Gives back what was computed before under the same name when all that it is made of is the same, else computes it.
 * Parts are compared as they are (objects by identity): facts over time hand out the same objects while nothing changes.
 */
export type Reuse = <Result>(name: string, parts: readonly unknown[], compute: () => Result) => Result;

/** Computes everything, keeps nothing. */
export const anew: Reuse = (_name, _parts, compute) => compute();

/** Remembers the last result of each name. */
export function remembering(): Reuse {
  const kept = new Map<string, { parts: readonly unknown[]; result: unknown }>();
  return <Result>(name: string, parts: readonly unknown[], compute: () => Result): Result => {
    const last = kept.get(name);
    if (
      last !== undefined &&
      last.parts.length === parts.length &&
      last.parts.every((part, at) => part === parts[at])
    ) {
      return last.result as Result;
    }
    const result = compute();
    kept.set(name, { parts, result });
    return result;
  };
}
