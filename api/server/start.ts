import { userInfo } from "node:os";
import type { LocalNeo4j } from "../../cypher/local-neo4j/local-neo4j.ts";
import { buildPage, DIST, pageIsStale } from "./build-page.ts";
import { type Config, parseConfig } from "./config.ts";
import { BootStatus, type Step } from "./http/boot-status.ts";
import { type HttpServer, startHttpServer } from "./http/http-server.ts";

// Lazy loading: the HTTP port opens first and the heavier modules follow, so that the boot page answers within a second.

const PAGE = "Building the page";
const DATABASE = "Starting the database";
const GRAPH = "Preparing the graph";
const SEED = "Loading the example";
const API = "Starting the API";

let http: HttpServer | undefined;
/** Cleanup of what was started besides the port, run in reverse order. */
const cleanup: (() => Promise<void>)[] = [];
let stopping = false;

/** Errors whose message is enough for the user, without a stack. */
const EXPECTED = new Set([
  "ConfigError",
  "ListenProblem",
  "LocalNeo4jProblem",
  "ServerProblem",
  "StorageFull",
  "BuildProblem",
]);

const print = (text: string) => process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const config = parseConfig(process.env);
  /** Development: Vite serves the page at this origin, and this process only the API. */
  const devOrigin = process.env.ECOTONE_DEV_ORIGIN || undefined;
  const external = config.neo4j;
  const status = new BootStatus([DATABASE, GRAPH, SEED, PAGE, API], terminalProgress());
  const server = await startHttpServer({
    port: config.port,
    host: config.host,
    publicUrl: config.publicUrl,
    ...(devOrigin === undefined && { dist: DIST }),
    status: () => status.now(),
    onError: (error, id) => console.error(`[${id}]`, error),
  });
  http = server;
  print(`Ecotone is starting at ${server.origin}.`);

  try {
    const page = status.step(PAGE, async () => {
      if (devOrigin === undefined && pageIsStale()) await buildPage();
    });
    page.catch(() => {}); // awaited below

    let trouble: () => string | null = () => null;
    const db = await status.step(DATABASE, async (progress) => {
      const own = external ? null : await ownNeo4j(config, progress);
      const connection = own ?? (await connectTo(external!, progress));
      const { openDatabase } = await import("../../cypher/database.ts");
      const { freeBytes } = await import("../../cypher/free-space.ts");
      const opened = openDatabase(connection, own ? () => freeBytes(config.dataFolder) : undefined);
      cleanup.push(() => opened.close());
      await opened.verify();
      trouble = () => own?.trouble() ?? null;
      return opened;
    });
    await status.step(GRAPH, async () => (await import("../../cypher/migrations/migrate.ts")).migrate(db));
    await status.step(SEED, async () => (await import("../../seed/seed.ts")).loadSeed(db));
    // Query planning: a new database takes seconds to plan its largest query, so it starts before the first request.
    const { planReading } = await import("../../cypher/ecosystems/ecosystems.ts");
    planReading(db).catch((error) => console.error("The largest query could not be planned in advance:", error));
    const { keepRemovingUnusedParts } = await import("../changes/links/link-parts.ts");
    keepRemovingUnusedParts(db, (error) => console.error("Unused parts of links could not be removed:", error));
    await page;
    const link = await status.step(API, async () => {
      const { createGraphQLHandler } = await import("./graphql/yoga.ts");
      const { createSessionHandler, newInvite } = await import("./sessions/sessions.ts");
      const { readPageOperations } = await import("./graphql/page-operations.ts");
      const { createLog } = await import("./log.ts");
      const sessions = createSessionHandler({ db, config });
      server.open({
        graphql: createGraphQLHandler({
          db,
          config,
          log: createLog(),
          ...(devOrigin === undefined && { operations: readPageOperations(DIST) }),
        }),
        session: (request, response) => sessions.handle(request, response),
        async health() {
          const reason = trouble();
          if (reason !== null) throw new Error(reason);
          await db.verify();
        },
      });
      return `${devOrigin ?? config.publicUrl ?? server.origin}/session/${await newInvite(db, localUserName())}`;
    });
    if (stopping) return;
    status.ready();
    print(`\nOpen ${link}`);
  } catch (error) {
    const sentence = EXPECTED.has((error as Error).name) ? (error as Error).message : "See the terminal for the error.";
    status.fail(sentence);
    // An open boot page polls twice a second: it shows the reason before the port closes.
    await new Promise((resolve) => setTimeout(resolve, 700));
    throw error;
  }
}

type Connection = { uri: string; username: string; password: string; database?: string };

async function ownNeo4j(config: Config, progress: (text: string) => void): Promise<LocalNeo4j> {
  const { startLocalNeo4j } = await import("../../cypher/local-neo4j/local-neo4j.ts");
  let starting = true;
  const started = startLocalNeo4j({
    dataFolder: config.dataFolder,
    ...(config.cacheFolder !== undefined && { cacheFolder: config.cacheFolder }),
    heapMegabytes: config.heapMegabytes,
    signal: startSignal.signal,
    onProgress: (text) => (starting ? progress(text) : console.error(text)),
  });
  // Also while starting: an aborted start has stopped what it started.
  cleanup.push(() => started.then((server) => server.stop()).catch(() => {}));
  const neo4j = await started;
  starting = false;
  return neo4j;
}

async function connectTo(connection: Connection, progress: (text: string) => void): Promise<Connection> {
  progress(`Connecting to ${connection.uri}`);
  const { checkServer } = await import("../../cypher/check-server.ts");
  const version = await checkServer(connection);
  progress(`Connected to Neo4j ${version}`);
  const { loadCsvWarning } = await import("../../cypher/probe-load-csv.ts");
  const warning = await loadCsvWarning(connection);
  if (warning !== null) print(`  ! ${warning}`);
  return connection;
}

/** Progress in the terminal: each step once, with its duration. */
function terminalProgress(): (step: Step) => void {
  const began = new Map<string, number>();
  return ({ name, state, detail }) => {
    if (state === "running" && !began.has(name)) began.set(name, Date.now());
    const seconds = ((Date.now() - (began.get(name) ?? Date.now())) / 1000).toFixed(1);
    if (state === "running" && detail !== undefined && detail !== name) print(`  … ${detail}`);
    if (state === "done") print(`  ✓ ${name} (${seconds} s)`);
    if (state === "failed") print(`  ✗ ${name}`);
  };
}

/** Name that the first link signs in: the user of this machine, unless it is root. */
function localUserName(): string {
  try {
    const { username } = userInfo();
    return username === "" || username === "root" ? "You" : username;
  } catch {
    return "You"; // a container's user may have no name
  }
}

/** Aborted when the app stops while Neo4j is still being downloaded or started. */
const startSignal = new AbortController();

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  startSignal.abort();
  // The port closes first: open requests may finish, and they need the database.
  for (const end of [async () => http?.close(), ...cleanup.reverse()]) {
    try {
      await end();
    } catch (error) {
      console.error("Error while stopping:", error);
    }
  }
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    print("\nStopping: finishing open requests, then closing the database.");
    void stop(0);
  });
}
// Output errors are ignored: the reader of a pipe may have gone, and requests are still served. Uncaught, the failed
// write would be logged by another write that fails, without end.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
// Last resort: an uncaught error is logged, and other requests are still served.
process.on("uncaughtException", (error) => console.error("Unexpected error:", error));
process.on("unhandledRejection", (error) => console.error("Unexpected error:", error));

main().catch((error: unknown) => {
  if (stopping) return;
  const isExpected = EXPECTED.has((error as Error).name);
  console.error(isExpected ? `\n${(error as Error).message}` : error);
  void stop(1);
});
