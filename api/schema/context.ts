import type { ChangeSummary } from "../../cypher/changes/history.ts";
import type { Database, Transaction } from "../../cypher/database.ts";
import type { OnProgress } from "../changes/imports/progress.ts";
import type { EarlierEcosystem } from "../ecosystems/earlier-ecosystem.ts";
import type { EcosystemCache, EcosystemNode } from "../ecosystems/ecosystem-cache.ts";
import { ecosystemNode } from "../ecosystems/ecosystem-cache.ts";
import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import { InvalidInput } from "../shared/domain-errors.ts";
import { type AllowedSources, noSources } from "../sources/allowed-sources.ts";

/** The caller: a person with a session, or the holder of the admin token. */
export interface Caller {
  /** Tells people of one name apart: idempotency keys belong to it. */
  id: string;
  name: string;
  /** May change facts: an editor or the admin, and no reader. */
  isEditor: boolean;
  /** True for the admin bearer token; such a caller needs no CSRF header and may introspect. */
  isAdmin: boolean;
}

/** GraphQL context, one for each request. */
export interface ApiContext {
  db: Database;
  caller: Caller;
  /** UTC date of this request: the default of every asOf. */
  today: string;
  /**
   * Snapshot per request: an ecosystem at its revision of the first read, so that one answer never mixes two revisions.
   */
  ecosystem(key: string): Promise<LoadedEcosystem | null>;
  /** As it was recorded at an earlier revision. */
  ecosystemAt(key: string, revision: number): Promise<EarlierEcosystem | null>;
  ecosystemNode(key: string): Promise<EcosystemNode | null>;
  /** Changes of an ecosystem as they are stored, by whichever process, those after a revision first. */
  changesOf: FollowChanges;
  /** Drops the snapshot after a change in this request, so that the rest of it sees the change. */
  forget(key: string): void;
  /** What the server may read files from. */
  sources: AllowedSources;
  /** Told how far a long change is. */
  onProgress?: OnProgress | undefined;
  /** Whether this request has used the database for more than ecosystems: its answer depends on more than a revision. */
  usedDatabaseDirectly(): boolean;
}

export type FollowChanges = (key: string, after: number | undefined) => AsyncIterable<ChangeSummary>;

/** Subscriptions are served by a handler of their own. */
const notFollowed: FollowChanges = () => {
  throw new InvalidInput("Subscriptions are answered as text/event-stream: accept that.");
};

export function createContext(base: {
  db: Database;
  caller: Caller;
  cache: EcosystemCache;
  /** Aborted when nobody waits for the answer any more: nothing is begun after that. */
  signal: AbortSignal;
  /** Of a subscription: where its changes come from. */
  follow?: FollowChanges | undefined;
  onProgress?: OnProgress | undefined;
  sources?: AllowedSources | undefined;
}): ApiContext {
  const loads = new Map<string, Promise<LoadedEcosystem | null>>();
  const ecosystem = (key: string) => {
    base.signal.throwIfAborted();
    const load = loads.get(key) ?? base.cache.load(key);
    loads.set(key, load);
    return load;
  };
  let isUsed = false;
  const tracked = <Call extends (...args: never[]) => unknown>(call: Call): Call =>
    ((...args) => {
      base.signal.throwIfAborted();
      isUsed = true;
      return call(...args);
    }) as Call;
  const { read, write } = base.db;
  /** Rolled back when it is cancelled, however far it is, until it is committed. */
  const transaction: Database["transaction"] = (work, limit) =>
    base.db.transaction(async (tx) => {
      const watched: Transaction = {
        run(query, parameters) {
          base.signal.throwIfAborted();
          return tx.run(query, parameters);
        },
      };
      const result = await work(watched);
      base.signal.throwIfAborted();
      return result;
    }, limit);
  return {
    db: { ...base.db, read: tracked(read), write: tracked(write), transaction: tracked(transaction) },
    usedDatabaseDirectly: () => isUsed,
    caller: base.caller,
    onProgress: base.onProgress,
    sources: base.sources ?? noSources,
    today: new Date().toISOString().slice(0, 10),
    ecosystem,
    ecosystemAt: (key, revision) => base.cache.at(key, revision),
    changesOf: base.follow ?? notFollowed,
    forget: (key) => void loads.delete(key),
    async ecosystemNode(key) {
      const loaded = await ecosystem(key);
      return loaded && ecosystemNode(loaded);
    },
  };
}
