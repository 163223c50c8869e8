import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import neo4j, {
  type Driver,
  isRetryableError,
  type ManagedTransaction,
  Neo4jError,
  type QueryResult,
  type Session,
  type SessionMode,
} from "neo4j-driver";
import type { z } from "zod";
import { concurrencyLimit, QueueTimeout } from "./concurrency-limit.ts";
import { Drivers } from "./drivers.ts";
import { refuseSignInWhenFull, refuseWhenFull, StorageFull } from "./free-space.ts";
import { isPanic } from "./panic.ts";

export { StorageFull } from "./free-space.ts";

/** A query of one .cypher file, with the names of its parameters and the shape of its rows. */
export interface Query<P extends object, R> {
  name: string;
  text: string;
  parameters: readonly (keyof P & string)[];
  row: z.ZodType<R>;
}

/** Every query with a binding, which the sweep test has the database explain. */
export const definedQueries: Query<never, unknown>[] = [];

/** Binds the .cypher file beside `moduleUrl`. Throws at start when the file does not exist. */
export function defineQuery<P extends object, R>(
  moduleUrl: string,
  file: string,
  parameters: readonly (keyof P & string)[],
  row: z.ZodType<R>,
): Query<P, R> {
  const path = fileURLToPath(new URL(file, moduleUrl));
  const query = { name: basename(file, ".cypher"), text: readFileSync(path, "utf8"), parameters, row };
  definedQueries.push(query as Query<never, unknown>);
  return query;
}

/** The database did not answer; the same call may work later. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
  readonly code = "UNAVAILABLE";
}

/** Transaction memory limit exceeded: the same call always fails, a smaller one works. */
export class TransactionTooLarge extends Error {
  override name = "TransactionTooLarge";
  readonly code = "TRANSACTION_TOO_LARGE";
}

export interface Transaction {
  run<P extends object, R>(query: Query<P, R>, parameters: P): Promise<R[]>;
}

export interface Database {
  read<P extends object, R>(query: Query<P, R>, parameters: P): Promise<R[]>;
  write<P extends object, R>(query: Query<P, R>, parameters: P): Promise<R[]>;
  /** Read transaction with several queries. */
  reading<T>(work: (tx: Transaction) => Promise<T>, limitMillis?: number): Promise<T>;
  /**
   * Write transaction: all of the work or none of it. The work may be repeated after a deadlock, so it must depend on
   * nothing but its inputs. Throws StorageFull, before anything is done, while disk space is low.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>, limitMillis?: number): Promise<T>;
  /** Why changes are refused at present; null when they are not. */
  writesRefused(): Promise<string | null>;
  /** Throws StorageFull when the disk has no room for a session. */
  checkRoomToSignIn(): Promise<void>;
  /**
   * Statements of a migration, one transaction each: changes of the schema may not share one with data. A statement that
   * calls IN TRANSACTIONS divides itself, since a whole database may not fit into one.
   */
  schema(statements: readonly string[]): Promise<void>;
  /** Resolves when the database answers; otherwise throws the reason. */
  verify(): Promise<void>;
  close(): Promise<void>;
}

/** Deadline of a call in milliseconds: the driver itself would wait for ever on a silent server. */
const callLimit = 10_000;
/** Deadline of an import, which is a single transaction. */
export const importLimit = 240_000;

/** Milliseconds that a call beyond the maximum of concurrent ones waits for its turn. */
const maxWait = 3_000;

/**
 * Opens a driver with timeouts that detect faults in seconds: a closed port within 4, a silent server within 10.
 * Source: docs/operations.md, Settings of the driver. `freeBytes` returns the free disk space of the store, where
 * known; `maxCalls` is the maximum number of concurrent calls, each on a connection of its own.
 */
export function openDatabase(
  settings: { uri: string; username: string; password: string; database?: string | undefined },
  freeBytes?: () => Promise<number>,
  maxCalls = 50,
): Database {
  const drivers = new Drivers(() =>
    neo4j.driver(settings.uri, neo4j.auth.basic(settings.username, settings.password), {
      disableLosslessIntegers: true,
      connectionTimeout: 2_000,
      // A full pool is refused by our own queue, so this limits only the handshake over a slow line.
      connectionAcquisitionTimeout: 8_000,
      // Attempts at 0, 1 and 3 seconds, ± 20 %.
      maxTransactionRetryTime: 2_000,
      connectionLivenessCheckTimeout: 1_000,
      maxConnectionPoolSize: maxCalls,
      userAgent: "ecotone",
    }),
  );
  const limited = concurrencyLimit(maxCalls, maxWait);
  const bookmarkManager = neo4j.bookmarkManager();
  const session = (driver: Driver, defaultAccessMode?: SessionMode) =>
    driver.session({
      ...(settings.database && { database: settings.database }),
      ...(defaultAccessMode && { defaultAccessMode }),
      bookmarkManager,
    });

  const rowsOf = <P extends object, R>(query: Query<P, R>, { records }: QueryResult): R[] =>
    records.map((record) => query.row.parse(record.toObject()));

  async function run<P extends object, R>(tx: ManagedTransaction, query: Query<P, R>, parameters: P): Promise<R[]> {
    return rowsOf(query, await tx.run(query.text, parameters));
  }

  const within = <T>(
    mode: "executeRead" | "executeWrite",
    work: (tx: ManagedTransaction) => Promise<T>,
    limit = callLimit,
  ): Promise<T> => inSession((open) => open[mode]((tx) => work(tx).catch(refuseRetry), { timeout: limit }), limit);

  const inSession = <T>(work: (open: Session) => Promise<T>, limit: number, mode?: SessionMode): Promise<T> =>
    limited(() => inOwnSession(work, limit, mode)).catch((error: unknown) => {
      if (error instanceof QueueTimeout)
        throw new DatabaseUnavailable("The database is busy. Try again in a moment.", { cause: error });
      throw error;
    });

  async function inOwnSession<T>(work: (open: Session) => Promise<T>, limit: number, mode?: SessionMode): Promise<T> {
    const { driver, done } = drivers.use();
    const open = session(driver, mode);
    let silent = false;
    try {
      return await deadline(work(open), limit);
    } catch (error) {
      silent = isSilence(error);
      throw silent || isPassing(error)
        ? new DatabaseUnavailable("The database does not answer. Try again in a moment.", { cause: error })
        : error;
    } finally {
      // Closing a session of a silent server would hang, so nothing waits for it.
      void open.close().catch(() => undefined);
      done(silent);
    }
  }
  const asTransaction = (tx: ManagedTransaction): Transaction => ({
    run: (query, parameters) => run(tx, query, parameters),
  });

  // A single statement needs one round trip, a transaction around it three: transactions are used after a transient
  // fault.
  const readOnce = async <P extends object, R>(open: Session, query: Query<P, R>, parameters: P): Promise<R[]> => {
    const answer = await open
      .run(query.text, parameters, { timeout: callLimit })
      .catch(refuseRetry)
      .catch((error: unknown) => {
        if (isRetryableError(error)) return null;
        throw error;
      });
    return answer
      ? rowsOf(query, answer)
      : open.executeRead((tx) => run(tx, query, parameters), { timeout: callLimit });
  };

  return {
    read: (query, parameters) => inSession((open) => readOnce(open, query, parameters), callLimit, neo4j.session.READ),
    write: (query, parameters) => within("executeWrite", (tx) => run(tx, query, parameters)),
    reading: (work, limit) => within("executeRead", (tx) => work(asTransaction(tx)), limit),
    async transaction(work, limit) {
      if (freeBytes) await refuseWhenFull(freeBytes);
      return within("executeWrite", (tx) => work(asTransaction(tx)), limit);
    },
    async writesRefused() {
      if (!freeBytes) return null;
      try {
        await refuseWhenFull(freeBytes);
        return null;
      } catch (error) {
        if (error instanceof StorageFull) return error.message;
        throw error;
      }
    },
    async checkRoomToSignIn() {
      if (freeBytes) await refuseSignInWhenFull(freeBytes);
    },
    async schema(statements) {
      for (const statement of statements) {
        if (/ IN TRANSACTIONS\b/.test(statement)) await inSession((open) => open.run(statement), importLimit);
        else
          await within("executeWrite", async (tx) => void (await tx.run(statement)), importLimit).catch((error) => {
            if (!isThereAlready(error, statement)) throw error;
          });
      }
    },
    verify: () => within("executeRead", async (tx) => void (await tx.run("RETURN 1"))),
    close: () => drivers.close(),
  };
}

/**
 * A statement with IF NOT EXISTS still fails when another transaction creates the same index or constraint meanwhile, as
 * of several processes that start on one new database: it is there then, which is all that is asked.
 */
const isThereAlready = (error: unknown, statement: string): boolean =>
  / IF NOT EXISTS\b/.test(statement) &&
  error instanceof Neo4jError &&
  error.code.endsWith("EquivalentSchemaRuleAlreadyExists");

/** The driver treats a full memory pool as transient and retries for half a minute, in vain. */
function refuseRetry(error: unknown): never {
  if (error instanceof Neo4jError && error.code.includes("MemoryPoolOutOfMemory"))
    throw new TransactionTooLarge("This is more than the database's memory for one transaction: split it.", {
      cause: error,
    });
  // Whoever holds the lock has held it for ten seconds: to wait as long once more would outlast the request.
  if (error instanceof Neo4jError && error.code.includes("LockAcquisitionTimeout"))
    throw new DatabaseUnavailable("Another change of this ecosystem is still being stored. Try again in a moment.", {
      cause: error,
    });
  throw error;
}

/** No response at all: neither an answer nor a refusal. */
function isSilence(error: unknown): boolean {
  return (
    error instanceof DeadlinePassed || (error instanceof Neo4jError && /acquisition timed out/.test(error.message))
  );
}

/**
 * Transient faults: no connection, a server that is starting or stopping, locks held for too long, a panic that a
 * restart ends.
 */
function isPassing(error: unknown): boolean {
  return (
    isRetryableError(error) ||
    isPanic(error) ||
    (error instanceof Neo4jError && /TransactionTimedOut|LockAcquisitionTimeout|LockClientStopped/.test(error.code))
  );
}

class DeadlinePassed extends Error {}

function deadline<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlinePassed(`no answer in ${limit} ms`)), limit);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
