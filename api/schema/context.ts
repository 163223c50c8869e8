import type { Database } from "../../cypher/database.ts";
import type { EcosystemCache, EcosystemNode } from "../ecosystems/ecosystem-cache.ts";
import { ecosystemNode } from "../ecosystems/ecosystem-cache.ts";
import type { LoadedEcosystem } from "../ecosystems/loaded-ecosystem.ts";
import type { Log } from "../server/log.ts";
import type { Running } from "../server/sessions/running.ts";

/** Who asks: a person with a session, or the holder of the admin token. */
export interface Caller {
  name: string;
  /** True for the admin bearer token; such a caller needs no CSRF header and may introspect. */
  isAdmin: boolean;
}

/** What resolvers are given, one for each request. */
export interface ApiContext {
  db: Database;
  log: Log;
  caller: Caller;
  /** Imports that are under way. */
  imports: Running;
  /** The day on which this request was made, UTC: the default of every asOf. */
  today: string;
  /** An ecosystem as it was when this request first asked for it, so that one answer never mixes two revisions. */
  ecosystem(key: string): Promise<LoadedEcosystem | null>;
  ecosystemNode(key: string): Promise<EcosystemNode | null>;
  /** After this request has changed the ecosystem: what follows in it sees the change. */
  forget(key: string): void;
  /** Whether this request has asked the database for more than ecosystems: its answer hangs on more than a revision. */
  hasReadBeside(): boolean;
}

export function createContext(base: {
  db: Database;
  log: Log;
  caller: Caller;
  imports: Running;
  cache: EcosystemCache;
}): ApiContext {
  const loads = new Map<string, Promise<LoadedEcosystem | null>>();
  const ecosystem = (key: string) => {
    const load = loads.get(key) ?? base.cache.load(key);
    loads.set(key, load);
    return load;
  };
  let beside = false;
  const noted = <Call extends (...args: never[]) => unknown>(call: Call): Call =>
    ((...args) => {
      beside = true;
      return call(...args);
    }) as Call;
  const { read, write, transaction } = base.db;
  return {
    db: { ...base.db, read: noted(read), write: noted(write), transaction: noted(transaction) },
    hasReadBeside: () => beside,
    log: base.log,
    caller: base.caller,
    imports: base.imports,
    today: new Date().toISOString().slice(0, 10),
    ecosystem,
    forget: (key) => void loads.delete(key),
    async ecosystemNode(key) {
      const loaded = await ecosystem(key);
      return loaded && ecosystemNode(loaded);
    },
  };
}
