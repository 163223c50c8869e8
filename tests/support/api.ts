import { inject } from "vitest";
import { pageOperations } from "../../api/server/graphql/page-operations.ts";
import { createGraphQLHandler } from "../../api/server/graphql/yoga.ts";
import { startHttpServer } from "../../api/server/http/http-server.ts";
import { createSessionHandler, newInvite } from "../../api/server/sessions/sessions.ts";
import { type Database, openDatabase } from "../../cypher/database.ts";
import { migrate } from "../../cypher/migrations/migrate.ts";
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
  signIn(name: string): Promise<string>;
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
}

/** The API on a port of its own, with the run's Neo4j. */
export async function startApi(options: TestApiOptions = {}): Promise<TestApi> {
  const { production = false, operations = [], uri = inject("neo4j").uri, freeBytes } = options;
  const db = openDatabase({ ...inject("neo4j"), uri }, freeBytes);
  await migrate(db);
  const logged: unknown[] = [];
  const keep = (entry: unknown) => logged.push(entry);
  const config = { host: "127.0.0.1", adminToken, production };
  const log = { info: keep, warn: keep, error: keep, debug: keep } as never;
  const server = await startHttpServer({
    port: 0,
    host: config.host,
    status: () => ({ ready: true, steps: [] }),
    onError: keep,
  });
  const { origin } = server;
  server.open({
    graphql: createGraphQLHandler({ db, config, log, operations: pageOperations(operations) }),
    session: createSessionHandler({ db, config: {} }).handle,
    health: () => db.verify(),
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
    async signIn(name) {
      const response = await fetch(`${origin}/session/${await newInvite(db, name)}`, { redirect: "manual" });
      return response.headers.get("set-cookie")!.split(";")[0]!;
    },
    asPage(text, variables, cookie) {
      const [sha256Hash] = pageOperations([text]).keys();
      const extensions = { persistedQuery: { version: 1, sha256Hash } };
      return post({ variables, extensions }, { cookie, "x-csrf": "1" });
    },
    async close() {
      await server.close(0);
      await db.close();
    },
  };
}
