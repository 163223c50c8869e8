import { groupBy } from "../shared/groups.ts";
import { OPEN_END, OPEN_START, type Span } from "./spans.ts";

/** A value and the span of days on which it applies. */
export interface Entry<V> extends Span {
  value: V;
}

/**
 * Entries of something whose value changes within its span: cut at the changes, each piece with the value of its first
 * day.
 */
export function pieces<V>(span: Span, edges: readonly string[], valueOn: (day: string) => V): Entry<V>[] {
  if (span.from >= span.to) return [];
  const inside = [...new Set(edges)].filter((edge) => span.from < edge && edge < span.to).sort();
  return [span.from, ...inside].map((from, index) => ({ from, to: inside[index] ?? span.to, value: valueOn(from) }));
}

/**
 * Track: a list over time. A value derived from the list of a day is computed once for all days with the same list, and
 * is then the same object, by which a memo recognises that nothing has changed.
 */
export class Track<V, Made> {
  #since = OPEN_END;
  #until = OPEN_START;
  #made: Made | undefined;
  isEmpty = true;

  constructor(
    private readonly entries: readonly Entry<V>[],
    private readonly make: (values: V[]) => Made,
  ) {}

  at(day: string): Made {
    if (this.#since <= day && day < this.#until) return this.#made!;
    let since = OPEN_START;
    let until = OPEN_END;
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

/** Map of tracks by name: a map over time of those that are not empty. */
export class Tracks<V, Made> {
  readonly #tracks = new Map<string, Track<V, Made>>();

  constructor(entries: Iterable<Entry<V>>, nameOf: (value: V) => string, make: (values: V[]) => Made) {
    for (const [name, members] of groupBy(entries, ({ value }) => nameOf(value)))
      this.#tracks.set(name, new Track(members, make));
  }

  /** Map of a day. Lazy, since most days differ in a few names of thousands. */
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
