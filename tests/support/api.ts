import { inject } from "vitest";
import { createGraphQLHandler } from "../../api/server/graphql/handler.ts";
import { pageOperations } from "../../api/server/graphql/page-operations.ts";
import { startHttpServer } from "../../api/server/http/http-server.ts";
import type { Log } from "../../api/server/log.ts";
import { createSessionHandler, newInvite } from "../../api/server/sessions/sessions.ts";
import { inThisThread } from "../../api/server/workers/in-this-thread.ts";
import { WorkerPool } from "../../api/server/workers/worker-pool.ts";
import { parseAllowedSources } from "../../api/sources/allowed-sources.ts";
import { type Database, openDatabase } from "../../cypher/database.ts";
import { migrate } from "../../cypher/migrations/migrate.ts";
import type { Role } from "../../cypher/sessions/sessions.ts";
import { adminToken } from "./app.ts";

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the operation asked for.
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

export interface TestApi {
  db: Database;
  origin: string;
  logged: unknown[];
  /** Sends an operation as the admin, or with other headers in place of the bearer. */
  query(text: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Signs in a person; returns the session's cookie. */
  signIn(name: string, role?: Role): Promise<string>;
  /** Sends an operation as the built page does: its hash in place of its text, with a session's cookie. */
  asPage(text: string, variables: object, cookie: string): Promise<Answer>;
  close(): Promise<void>;
}

interface TestApiOptions {
  production?: boolean;
  /** Persisted operations that sessions may run, as if a page had been built of them. */
  operations?: readonly string[];
  /** Address of the database, if not the run's Neo4j itself. */
  uri?: string;
  /** Free disk space as the API sees it. */
  freeBytes?: () => Promise<number>;
  /** Executes operations in the test's own thread, for tests that watch calls or set clocks. */
  inThisThread?: boolean;
  /** What files may be read from, as the setting ECOTONE_SOURCES has it; only in this thread or in own workers. */
  sources?: string;
  /** How many workers; those of most tests are shared, since each takes a second to load. */
  workers?: number;
  /** Heap limit of each worker. */
  heapMegabytes?: number;
  /** Milliseconds between two checks of a stream's session. */
  sessionCheckInterval?: number;
}

let shared: WorkerPool | undefined;

/** Workers on the run's Neo4j that all tests of this process share; they end with it. */
function sharedWorkers(): WorkerPool {
  if (shared) return shared;
  // What they log is of no test: one that looks into the log has workers of its own.
  const silent = () => {};
  shared = new WorkerPool({
    workers: 3,
    heapMegabytes: 1_024,
    log: { info: silent, warn: silent, error: silent, debug: silent },
  });
  shared.open(inject("neo4j"));
  return shared;
}

/** The API on a port of its own, with the run's Neo4j. */
export async function startApi(options: TestApiOptions = {}): Promise<TestApi> {
  const { production = false, operations = [], uri = inject("neo4j").uri, freeBytes } = options;
  const { workers, heapMegabytes, sessionCheckInterval } = options;
  const db = openDatabase({ ...inject("neo4j"), uri }, freeBytes);
  await migrate(db);
  const logged: unknown[] = [];
  const keep = (entry: unknown) => void logged.push(entry);
  const config = { host: "127.0.0.1", adminToken, production };
  const log: Log = { info: keep, warn: keep, error: keep, debug: keep };
  const isOwn = uri !== inject("neo4j").uri || freeBytes || workers || heapMegabytes;
  const own =
    isOwn && !options.inThisThread
      ? new WorkerPool({
          workers: workers ?? 3,
          heapMegabytes: heapMegabytes ?? 1_024,
          log,
          freeBytes,
          sources: parseAllowedSources(options.sources ?? ""),
        })
      : undefined;
  own?.open({ ...inject("neo4j"), uri });
  const executor = options.inThisThread
    ? inThisThread({ db, log, sources: parseAllowedSources(options.sources ?? "") })
    : (own ?? sharedWorkers());
  const server = await startHttpServer({
    port: 0,
    host: config.host,
    status: () => ({ ready: true, steps: [] }),
    onError: keep,
  });
  const { origin } = server;
  server.open({
    ...createGraphQLHandler({
      db,
      executor,
      config,
      log,
      operations: pageOperations(operations),
      sessionCheckInterval,
    }),
    session: createSessionHandler({ db, config: {} }).handle,
    async health() {
      await db.verify();
      return { writesRefused: await db.writesRefused() };
    },
  });
  async function post(body: object, headers: Record<string, string>): Promise<Answer> {
    const response = await fetch(`${origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, ...((await response.json()) as object) } as Answer;
  }
  return {
    db,
    origin,
    logged,
    query: (text, variables, headers = { authorization: `Bearer ${adminToken}` }) =>
      post({ query: text, variables }, headers),
    async signIn(name, role) {
      const response = await fetch(`${origin}/session/${await newInvite(db, name, role)}`, {
        method: "POST",
        redirect: "manual",
      });
      return response.headers.get("set-cookie")!.split(";")[0]!;
    },
    asPage(text, variables, cookie) {
      const [sha256Hash] = pageOperations([text]).keys();
      const extensions = { persistedQuery: { version: 1, sha256Hash } };
      return post({ variables, extensions }, { cookie, "x-csrf": "1" });
    },
    async close() {
      await server.close(0);
      await own?.close();
      await db.close();
    },
  };
}
