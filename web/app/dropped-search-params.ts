import type { RawSearch } from "../shared/read-search.ts";

/** A parameter of a link that means nothing on its page, as it stood in the link. */
interface DroppedSearchParam {
  name: string;
  value: string;
}

let lost: readonly DroppedSearchParam[] = [];
const listeners = new Set<() => void>();

function set(next: readonly DroppedSearchParam[]): void {
  lost = next;
  // Not at once: a page may be in the midst of being drawn.
  queueMicrotask(() => {
    for (const listener of listeners) listener();
  });
}

/** What the links that were opened said and no page could read. The router has taken it away from the address by then. */
export const lostParameters = {
  now: () => lost,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  forget: () => set([]),
};

/** Reads a page's parameters, and remembers which of its own meant nothing. */
export const telling =
  <Search extends object>(read: (raw: RawSearch) => Search) =>
  (raw: RawSearch): Search => {
    const search = read(raw);
    const fresh = Object.entries(search)
      .filter(([name, value]) => value === undefined && raw[name] !== undefined && raw[name] !== false)
      .filter(([name]) => lost.every((one) => one.name !== name))
      .map(([name]) => ({ name, value: typeof raw[name] === "string" ? raw[name] : JSON.stringify(raw[name]) }));
    if (fresh.length > 0) set([...lost, ...fresh]);
    return search;
  };
