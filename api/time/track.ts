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
  readonly #tracks = new Map<string, Track<V, Made>>();

  constructor(entries: Iterable<Entry<V>>, nameOf: (value: V) => string, make: (values: V[]) => Made) {
    const groups = new Map<string, Entry<V>[]>();
    for (const entry of entries) {
      const name = nameOf(entry.value);
      const members = groups.get(name);
      if (members) members.push(entry);
      else groups.set(name, [entry]);
    }
    for (const [name, members] of groups) this.#tracks.set(name, new Track(members, make));
  }

  /** The map of a day, which looks up what it is asked for and no more: most days differ in a few names of thousands. */
  at(day: string): ReadonlyMap<string, Made> {
    return new DayOfTracks(this.#tracks, day);
  }
}

class DayOfTracks<V, Made> implements ReadonlyMap<string, Made> {
  constructor(
    private readonly tracks: ReadonlyMap<string, Track<V, Made>>,
    private readonly day: string,
  ) {}

  get(name: string): Made | undefined {
    const track = this.tracks.get(name);
    if (track === undefined) return undefined;
    const made = track.at(this.day);
    return track.isEmpty ? undefined : made;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  get size(): number {
    return [...this.keys()].length;
  }

  *entries(): MapIterator<[string, Made]> {
    for (const name of this.tracks.keys()) {
      const made = this.get(name);
      if (made !== undefined) yield [name, made];
    }
  }

  *keys(): MapIterator<string> {
    for (const [name] of this.entries()) yield name;
  }

  *values(): MapIterator<Made> {
    for (const [, made] of this.entries()) yield made;
  }

  [Symbol.iterator](): MapIterator<[string, Made]> {
    return this.entries();
  }

  forEach(each: (value: Made, name: string, map: ReadonlyMap<string, Made>) => void): void {
    for (const [name, made] of this.entries()) each(made, name, this);
  }
}
