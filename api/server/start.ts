import { userInfo } from "node:os";
import type { LocalNeo4j } from "../../cypher/local-neo4j/local-neo4j.ts";
import { buildPage, pageIsStale } from "./build-page.ts";
import { PAGE } from "./build-server.js";
import { type Config, parseConfig } from "./config.ts";
import { BootStatus, type Step } from "./http/boot-status.ts";
import { type HttpServer, startHttpServer } from "./http/http-server.ts";
import { onParentEnd } from "./parent.ts";
import type { WorkerPool } from "./workers/worker-pool.ts";

// Lazy loading: the HTTP port opens first and the heavier modules follow, so that the boot page answers within a second.

const BUILD = "Building the page";
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
  const status = new BootStatus([DATABASE, GRAPH, SEED, BUILD, API], terminalProgress());
  const server = await startHttpServer({
    port: config.port,
    host: config.host,
    publicUrl: config.publicUrl,
    ...(devOrigin === undefined && { page: PAGE }),
    status: () => status.now(),
    onError: (error, id) => console.error(`[${id}]`, error),
  });
  http = server;
  print(`Ecotone is starting at ${server.origin}.`);

  try {
    const { WorkerPool } = await import("./workers/worker-pool.ts");
    const { createLog } = await import("./log.ts");
    const { freeBytes } = await import("../../cypher/free-space.ts");
    const log = createLog();
    const free = external ? undefined : () => freeBytes(config.dataFolder);
    // Workers load their modules while the database starts, and the page is built meanwhile.
    const pool = new WorkerPool({
      workers: config.workers,
      heapMegabytes: config.workerHeapMegabytes,
      log,
      freeBytes: free,
      sources: config.sources,
    });
    cleanup.push(() => pool.close());
    const page = status.step(BUILD, async () => {
      if (devOrigin === undefined && pageIsStale()) await buildPage();
    });
    page.catch(() => {}); // awaited below
    const parts = Promise.all([
      import("./graphql/handler.ts"),
      import("./sessions/sessions.ts"),
      import("./graphql/page-operations.ts"),
    ]);
    parts.catch(() => {}); // awaited below

    let local: LocalNeo4j | null = null;
    const { db, isUpToDate } = await status.step(DATABASE, async (progress) => {
      local = external ? null : await ownNeo4j(config, progress);
      const connection = local ?? (await connectTo(external!, progress));
      const { openDatabase } = await import("../../cypher/database.ts");
      const { uri, username, password, database } = connection;
      pool.open({ uri, username, password, database });
      const opened = openDatabase(connection, free);
      cleanup.push(() => opened.close());
      await opened.verify();
      return { db: opened, isUpToDate: local?.wasUpToDate ?? false };
    });
    const loadExample = async () => {
      const { hasEcosystem } = await import("../../cypher/ecosystems/ecosystems.ts");
      if (!(await hasEcosystem(db))) await pool.run({ name: "loadSeed" });
    };
    // Nothing is written to a graph that may still have to be brought up to date, or is a later version's. One that had
    // every migration at its last stop is checked when the page is open: each query takes a database that has just started
    // half a second.
    await status.step(GRAPH, async () => {
      if (!isUpToDate) await prepareGraph(pool, local);
    });
    // The server opens when all are done: the first page shows the example.
    const [handlers, link] = await Promise.all([
      status.step(API, async () => {
        const [{ createGraphQLHandler }, { createSessionHandler, newInvite }, { readPageOperations }] = await parts;
        const sessions = createSessionHandler({ db, config });
        const token = await newInvite(db, localUserName());
        // The page's operations are known when it has been built.
        const handlers = () => ({
          ...createGraphQLHandler({
            db,
            executor: pool,
            config,
            log,
            ...(devOrigin === undefined && { operations: readPageOperations(PAGE) }),
          }),
          session: sessions.handle,
          async health() {
            const reason = local?.trouble() ?? null;
            if (reason !== null) throw new Error(reason);
            await db.verify();
            return { writesRefused: await db.writesRefused() };
          },
        });
        return [handlers, `${devOrigin ?? config.publicUrl ?? server.origin}/session/${token}`] as const;
      }),
      status.step(SEED, async () => {
        if (!isUpToDate) await loadExample();
      }),
      page,
    ]).then(([api]) => api);
    server.open(handlers());
    if (isUpToDate) {
      prepareGraph(pool, local).catch(fail);
      inBackground(loadExample(), "The example could not be loaded:");
    }
    // Query planning: a new database takes seconds to plan its largest query, so it begins before the first request.
    inBackground(pool.run({ name: "planReading" }, "reading"), "The largest query could not be planned in advance:");
    inBackground(
      pool.run({ name: "clearUnfinishedImports" }),
      "What an unfinished import has left could not be deleted:",
    );
    inBackground(pool.run({ name: "purgeDeleted" }), "Ecosystems deleted long ago could not be removed:");
    const { keepRemovingUnusedParts } = await import("../changes/links/link-parts.ts");
    keepRemovingUnusedParts(db, (error) => console.error("Unused parts of links could not be removed:", error));
    const { hasDueSource } = await import("../../cypher/sources/sources.ts");
    // Looked for here: the lane of imports would start a worker, which an idle app does without.
    const readDueSources = async () => {
      if (await hasDueSource(db, new Date().toISOString())) await pool.run({ name: "readDueSources" }, "importing");
    };
    const readDue = () => inBackground(readDueSources(), "Sources that are read daily could not be read:");
    readDue();
    setInterval(readDue, sourcesEvery).unref();
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

/** Milliseconds between two looks for sources that are due. */
const sourcesEvery = 15 * 60_000;

/** Work that nobody waits for: where it fails, the app goes on. */
const inBackground = (work: Promise<void>, failure: string) =>
  void work.catch((error) => {
    if (!stopping) console.error(failure, error);
  });

type Connection = { uri: string; username: string; password: string; database?: string };

async function ownNeo4j(config: Config, progress: (text: string) => void): Promise<LocalNeo4j> {
  const { startLocalNeo4j } = await import("../../cypher/local-neo4j/local-neo4j.ts");
  const { migrationNames } = await import("../../cypher/migrations/names.ts");
  let starting = true;
  const started = startLocalNeo4j({
    dataFolder: config.dataFolder,
    ...(config.cacheFolder !== undefined && { cacheFolder: config.cacheFolder }),
    heapMegabytes: config.heapMegabytes,
    migrations: migrationNames(),
    signal: startSignal.signal,
    onProgress: (text) => (starting ? progress(text) : console.error(text)),
  });
  // Also while starting: an aborted start has stopped what it started.
  cleanup.push(() => started.then((server) => server.stop()).catch(() => {}));
  const neo4j = await started;
  starting = false;
  return neo4j;
}

/** Brings the graph up to date; where that fails, says where the backup is. */
async function prepareGraph(pool: WorkerPool, local: LocalNeo4j | null): Promise<void> {
  try {
    await pool.run({ name: "prepareGraph" });
  } catch (error) {
    if (local?.backup && error instanceof Error)
      error.message += ` The database as it was before this start is in ${local.backup}.`;
    throw error;
  }
  await local?.keepMigrations();
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

/** Name that the first link signs in, which others read in the change log: the user of this machine, unless it is root. */
function localUserName(): string {
  try {
    const { username } = userInfo();
    return username === "" || username === "root" ? "Owner" : username;
  } catch {
    return "Owner"; // a container's user may have no name
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

function stopInOrder(): void {
  if (stopping) return;
  print("\nStopping: finishing open requests, then closing the database.");
  void stop(0);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stopInOrder);
onParentEnd(stopInOrder);
// Output errors are ignored: the reader of a pipe may have gone, and requests are still served. Uncaught, the failed
// write would be logged by another write that fails, without end.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
// Last resort: an uncaught error is logged, and other requests are still served.
process.on("uncaughtException", (error) => console.error("Unexpected error:", error));
process.on("unhandledRejection", (error) => console.error("Unexpected error:", error));

/** The app cannot go on: says why, and ends it. */
function fail(error: unknown): void {
  if (stopping) return;
  const isExpected = EXPECTED.has((error as Error).name);
  console.error(isExpected ? `\n${(error as Error).message}` : error);
  void stop(1);
}

main().catch(fail);
