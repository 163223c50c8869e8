import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import neo4j, {
  type Driver,
  type ManagedTransaction,
  Neo4jError,
  type QueryResult,
  type Session,
  type SessionMode,
} from "neo4j-driver";
import type { z } from "zod";

/** A query of one .cypher file, with the names of its parameters and the shape of its rows. */
export interface Query<P extends object, R> {
  name: string;
  text: string;
  parameters: readonly (keyof P & string)[];
  row: z.ZodType<R>;
}

/** Every query that a binding has defined: the sweep test has the database explain each one. */
export const definedQueries: Query<never, unknown>[] = [];

/** Binds the .cypher file beside `moduleUrl`. Throws at start when the file is not there. */
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

export interface Transaction {
  run<P extends object, R>(query: Query<P, R>, parameters: P): Promise<R[]>;
}

export interface Database {
  read<P extends object, R>(query: Query<P, R>, parameters: P): Promise<R[]>;
  write<P extends object, R>(query: Query<P, R>, parameters: P): Promise<R[]>;
  /** All of the work or none of it. The work may run again after a deadlock, so it must depend on nothing but its inputs. */
  transaction<T>(work: (tx: Transaction) => Promise<T>, limitMillis?: number): Promise<T>;
  /** Statements of a migration, one transaction each: changes of the schema may not share one with data. */
  schema(statements: readonly string[]): Promise<void>;
  /** Resolves when the database answers; throws what is wrong otherwise. */
  verify(): Promise<void>;
  close(): Promise<void>;
}

/** A call that takes longer than this fails, in milliseconds: the driver itself would wait for ever on a silent server. */
const callLimit = 10_000;
/** A whole import is one transaction. */
export const importLimit = 120_000;

/** Opens a driver with times that let a fault be seen in seconds. Times: safety.md, settings of the driver. */
export function openDatabase(settings: {
  uri: string;
  username: string;
  password: string;
  database?: string | undefined;
}): Database {
  const driver: Driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.username, settings.password), {
    disableLosslessIntegers: true,
    connectionTimeout: 2_000,
    connectionAcquisitionTimeout: 3_000,
    maxTransactionRetryTime: 5_000,
    connectionLivenessCheckTimeout: 1_000,
    maxConnectionPoolSize: 50,
    userAgent: "ecotone",
  });
  const bookmarkManager = neo4j.bookmarkManager();
  const session = (defaultAccessMode?: SessionMode) =>
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
  ): Promise<T> =>
    inSession((open) => open[mode]((tx) => work(tx).catch(refuseRetryOfMemory), { timeout: limit }), limit);

  async function inSession<T>(work: (open: Session) => Promise<T>, limit: number, mode?: SessionMode): Promise<T> {
    const open = session(mode);
    try {
      return await deadline(work(open), limit);
    } catch (error) {
      throw isUnavailable(error)
        ? new DatabaseUnavailable("The database does not answer. Try again in a moment.", { cause: error })
        : error;
    } finally {
      // A session of a silent server would hang while closing; nothing waits for it.
      void open.close().catch(() => undefined);
    }
  }

  // A statement alone goes there and back once, a transaction around it three times: that is for after a passing fault.
  const readOnce = async <P extends object, R>(open: Session, query: Query<P, R>, parameters: P): Promise<R[]> => {
    const answer = await open.run(query.text, parameters, { timeout: callLimit }).catch((error: unknown) => {
      if (neo4j.isRetryableError(error)) return null;
      throw error;
    });
    return answer
      ? rowsOf(query, answer)
      : open.executeRead((tx) => run(tx, query, parameters), { timeout: callLimit });
  };

  return {
    read: (query, parameters) => inSession((open) => readOnce(open, query, parameters), callLimit, neo4j.session.READ),
    write: (query, parameters) => within("executeWrite", (tx) => run(tx, query, parameters)),
    transaction: (work, limit) =>
      within("executeWrite", (tx) => work({ run: (query, parameters) => run(tx, query, parameters) }), limit),
    async schema(statements) {
      for (const statement of statements)
        await within("executeWrite", async (tx) => void (await tx.run(statement)), importLimit);
    },
    verify: () => within("executeRead", async (tx) => void (await tx.run("RETURN 1"))),
    close: () => driver.close(),
  };
}

/** The driver takes a full memory pool for a passing fault and tries for half a minute; it is none. */
function refuseRetryOfMemory(error: unknown): never {
  if (error instanceof Neo4jError && error.code.includes("MemoryPoolOutOfMemory"))
    throw new Error("This is more than the database's memory for one transaction: split it.", { cause: error });
  throw error;
}

function isUnavailable(error: unknown): boolean {
  if (error instanceof DeadlinePassed) return true;
  return error instanceof Neo4jError && ["ServiceUnavailable", "SessionExpired"].includes(error.code);
}

class DeadlinePassed extends Error {}

function deadline<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlinePassed(`no answer in ${limit} ms`)), limit);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
