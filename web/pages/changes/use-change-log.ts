import { useState } from "react";
import { type CombinedError, useClient, useQuery } from "urql";
import { changesQuery, type LogEntry } from "./changes.graphql.ts";

/** The most that the API tells at once. */
const most = 100;
const ofChanges = { additionalTypenames: ["Change"] };

interface Older {
  /** All that had been read when they were asked for, and what came: so that nothing is missing between. */
  entries: readonly LogEntry[];
  isAll: boolean;
}

const merged = (...lists: (readonly LogEntry[])[]): LogEntry[] =>
  [...new Map(lists.flat().map((entry) => [entry.revision, entry])).values()].sort((a, b) => b.revision - a.revision);

/** The change log of an ecosystem, latest first: its latest entries are kept up to date, older ones come when asked for. */
export function useChangeLog(key: string) {
  const client = useClient();
  const [older, setOlder] = useState<Older | null>(null);
  const [reading, setReading] = useState<{ fetching: boolean; error?: CombinedError | undefined }>({ fetching: false });
  const [latest, again] = useQuery({
    query: changesQuery,
    variables: { key, first: most, before: null },
    context: ofChanges,
    requestPolicy: "cache-and-network",
  });
  const newest = latest.data?.ecosystem?.changes ?? [];
  const entries = merged(older?.entries ?? [], newest);

  const readOlder = async () => {
    setReading({ fetching: true });
    const before = entries.at(-1)!.revision;
    const { data, error } = await client.query(changesQuery, { key, first: most, before }, ofChanges).toPromise();
    const page = data?.ecosystem?.changes;
    if (page) setOlder({ entries: merged(entries, page), isAll: page.length < most });
    setReading({ fetching: false, error });
  };

  return {
    entries,
    revision: latest.data?.ecosystem?.revision,
    error: latest.error,
    fetching: latest.fetching && !latest.data,
    again: () => again({ requestPolicy: "network-only" }),
    isAll: older ? older.isAll : newest.length < most,
    older: { ...reading, read: () => void readOlder() },
  };
}
