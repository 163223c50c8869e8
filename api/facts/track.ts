import type { Span } from "./spans.ts";

/** A value and the days [from, to) on which it counts. */
export interface Entry<V> extends Span {
  value: V;
}

/**
 * The entries of a thing that looks different on different days: cut at the edges within its span, each piece with the
 * thing's looks on its first day; undefined: it is not there.
 */
export function pieces<V>(span: Span, edges: readonly string[], looksOn: (day: string) => V | undefined): Entry<V>[] {
  if (span.from >= span.to) return [];
  const inside = [...new Set(edges)].filter((edge) => span.from < edge && edge < span.to).sort();
  return [span.from, ...inside].flatMap((from, index) => {
    const value = looksOn(from);
    return value === undefined ? [] : { from, to: inside[index] ?? span.to, value };
  });
}

/**
 * A list over time. What is made of the values in force on a day is made once for all days on which they are the same,
 * and is then the same object, so that whoever computes from it can tell that nothing has changed.
 */
export class Track<V, Made> {
  #since = "~";
  #until = "";
  #made: Made | undefined;
  isEmpty = true;

  constructor(
    private readonly entries: readonly Entry<V>[],
    private readonly make: (values: V[]) => Made,
  ) {}

  /** The first day after the one last asked for on which it may be another. */
  get until(): string {
    return this.#until;
  }

  get since(): string {
    return this.#since;
  }

  at(day: string): Made {
    if (this.#since <= day && day < this.#until) return this.#made!;
    let since = "";
    let until = "~";
    const values: V[] = [];
    for (const { from, to, value } of this.entries) {
      if (from > day) {
        if (from < until) until = from;
      } else if (to > day) {
        values.push(value);
        if (from > since) since = from;
        if (to < until) until = to;
      } else if (to > since) since = to;
    }
    this.#since = since;
    this.#until = until;
    this.isEmpty = values.length === 0;
    this.#made = this.make(values);
    return this.#made;
  }
}

/** Tracks by name: a map over time of those that are not empty. */
export class Tracks<V, Made> {
  readonly #tracks: readonly (readonly [string, Track<V, Made>])[];
  #since = "~";
  #until = "";
  #made: ReadonlyMap<string, Made> = new Map();

  constructor(entries: Iterable<Entry<V>>, nameOf: (value: V) => string, make: (values: V[]) => Made) {
    const groups = new Map<string, Entry<V>[]>();
    for (const entry of entries) {
      const name = nameOf(entry.value);
      const members = groups.get(name);
      if (members) members.push(entry);
      else groups.set(name, [entry]);
    }
    this.#tracks = [...groups].map(([name, members]) => [name, new Track(members, make)] as const);
  }

  at(day: string): ReadonlyMap<string, Made> {
    if (this.#since <= day && day < this.#until) return this.#made;
    let since = "";
    let until = "~";
    const made = new Map<string, Made>();
    for (const [name, track] of this.#tracks) {
      const value = track.at(day);
      if (!track.isEmpty) made.set(name, value);
      if (track.since > since) since = track.since;
      if (track.until < until) until = track.until;
    }
    this.#since = since;
    this.#until = until;
    this.#made = made;
    return made;
  }
}
