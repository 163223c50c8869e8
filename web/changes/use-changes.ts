import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type Client, useClient, useQuery } from "urql";
import { meQuery } from "../graphql/me.graphql.ts";
import type { HistoryState } from "./change-history.ts";
import type { QueueState } from "./outcome.ts";
import { RecordChanges } from "./record-changes.ts";
import type { Fields, ReadRecord } from "./record-edits.ts";
import type { Source } from "./working-source.ts";

/** They outlive the components that make them: what waits is sent whatever page is open. */
const made = new WeakMap<Client, Map<string, RecordChanges>>();

/** The changes of an ecosystem: always the same object. */
export function useChanges(ecosystem: string): RecordChanges {
  const client = useClient();
  return useMemo(() => changesOf(client, ecosystem), [client, ecosystem]);
}

export function changesOf(client: Client, ecosystem: string): RecordChanges {
  const byKey = made.get(client) ?? new Map<string, RecordChanges>();
  made.set(client, byKey);
  const changes = byKey.get(ecosystem) ?? new RecordChanges(client, ecosystem);
  byKey.set(ecosystem, changes);
  return changes;
}

/** What waits, what is in conflict and what was refused. */
export function useQueueState({ queue }: RecordChanges): QueueState {
  return useSyncExternalStore(queue.subscribe, () => queue.state);
}

/** What can be undone and redone. */
export function useChangeHistory({ history }: RecordChanges): HistoryState {
  return useSyncExternalStore(history.subscribe, () => history.state);
}

/** The source that facts rest on now; null without one. */
export function useSource(changes: RecordChanges): Source | null {
  return useSyncExternalStore(changes.subscribeToSource, () => changes.source);
}

const nothing: ReadonlySet<string> = new Set();

/** A record's fields with those that wait to be stored, and the names of these. */
export function useFieldsNow(
  changes: RecordChanges,
  record: ReadRecord,
): { fields: Fields; waiting: ReadonlySet<string> } {
  const { queue } = changes;
  const text = useSyncExternalStore(
    queue.subscribe,
    useCallback(() => JSON.stringify(queue.waitingFor(record.kind, record.key)), [queue, record.kind, record.key]),
  );
  return useMemo(() => {
    const waiting = JSON.parse(text) as ReturnType<typeof queue.waitingFor>;
    return waiting
      ? { fields: waiting.fields, waiting: new Set(waiting.set) }
      : { fields: record.data, waiting: nothing };
  }, [text, record.data]);
}

/** Whether the person may change facts; false until it is known. A reader sees no control that changes anything. */
export function useIsEditor(): boolean {
  const [{ data }] = useQuery({ query: meQuery });
  return data?.me.isEditor ?? false;
}
