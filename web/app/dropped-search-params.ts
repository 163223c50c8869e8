import { withOpenReferences } from "../links/link-parts.ts";
import type { RawSearch } from "../shared/read-search.ts";

/** A search parameter that its page could not read, as it was in the link. */
interface DroppedSearchParam {
  name: string;
  value: string;
}

let dropped: readonly DroppedSearchParam[] = [];
const listeners = new Set<() => void>();

function set(next: readonly DroppedSearchParam[]): void {
  dropped = next;
  // Deferred: the router validates while a page is being rendered, when listeners must not update state.
  queueMicrotask(() => {
    for (const listener of listeners) listener();
  });
}

/** Store of dropped search parameters: the router has removed them from the address by the time the notice shows them. */
export const droppedSearchParams = {
  now: () => dropped,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  forget: () => set([]),
};

/**
 * Wraps a page's search validator so that every parameter it rejects is remembered.
 * @param rename gives parameters of old links their current names
 */
export const reportingDropped =
  <Search extends object>(read: (raw: RawSearch) => Search, rename = (raw: RawSearch) => raw) =>
  (link: RawSearch): Search => {
    const raw = rename(link);
    const search = withOpenReferences(raw, read(raw));
    const fresh = Object.entries(search)
      .filter(([name, value]) => value === undefined && raw[name] !== undefined && raw[name] !== false)
      .filter(([name]) => dropped.every((one) => one.name !== name))
      .map(([name]) => ({ name, value: typeof raw[name] === "string" ? raw[name] : JSON.stringify(raw[name]) }));
    if (fresh.length > 0) set([...dropped, ...fresh]);
    return search;
  };
