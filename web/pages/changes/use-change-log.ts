import { useState } from "react";
import { type CombinedError, useClient, useQuery } from "urql";
import { type ChangeFilter, inMoments } from "./change-filter.ts";
import { changesQuery, type LogEntry } from "./changes.graphql.ts";

/** Page size: the API's maximum. */
const maxEntries = 100;
const ofChanges = { additionalTypenames: ["Change"] };

interface Older {
  /** Everything loaded so far, the older page included, so that the list has no gap. */
  entries: readonly LogEntry[];
  isAll: boolean;
}

const merged = (...lists: (readonly LogEntry[])[]): LogEntry[] =>
  [...new Map(lists.flat().map((entry) => [entry.revision, entry])).values()].sort((a, b) => b.revision - a.revision);

/** Paged change log, newest first: the latest entries are kept up to date, older ones are loaded on demand. */
export function useChangeLog(key: string, filter: ChangeFilter) {
  const client = useClient();
  const [older, setOlder] = useState<Older | null>(null);
  const [reading, setReading] = useState<{ fetching: boolean; error?: CombinedError | undefined }>({ fetching: false });
  const [latest, again] = useQuery({
    query: changesQuery,
    variables: { key, first: maxEntries, before: null, ...inMoments(filter) },
    context: ofChanges,
    requestPolicy: "cache-and-network",
  });
  const newest = latest.data?.ecosystem?.changes ?? [];
  const entries = merged(older?.entries ?? [], newest);

  const readOlder = async () => {
    setReading({ fetching: true });
    const before = entries.at(-1)!.revision;
    const { data, error } = await client
      .query(changesQuery, { key, first: maxEntries, before, ...inMoments(filter) }, ofChanges)
      .toPromise();
    const page = data?.ecosystem?.changes;
    if (page) setOlder({ entries: merged(entries, page), isAll: page.length < maxEntries });
    setReading({ fetching: false, error });
  };

  return {
    entries,
    revision: latest.data?.ecosystem?.revision,
    error: latest.error,
    fetching: latest.fetching && !latest.data,
    again: () => again({ requestPolicy: "network-only" }),
    isAll: older ? older.isAll : newest.length < maxEntries,
    older: { ...reading, read: () => void readOlder() },
  };
}
