import { userInfo } from "node:os";
import type { LocalNeo4j } from "../../cypher/local-neo4j/local-neo4j.ts";
import { buildPage, DIST, pageIsStale } from "./build-page.ts";
import { type Config, parseConfig } from "./config.ts";
import { BootStatus, type Step } from "./http/boot-status.ts";
import { type HttpServer, startHttpServer } from "./http/http-server.ts";

// Everything heavier than the HTTP port is loaded after it answers: the page is there within a second.

const PAGE = "Building the page";
const DATABASE = "Starting the database";
const GRAPH = "Preparing the graph";
const SEED = "Loading the example";
const API = "Opening the map";

let http: HttpServer | undefined;
/** Ways to end what was started besides the port, taken in reverse order. */
const undo: (() => Promise<void>)[] = [];
let stopping = false;

/** Reasons that are sentences for a person and need no stack. */
const PLAIN = new Set([
  "ConfigError",
  "ListenProblem",
  "LocalNeo4jProblem",
  "ServerProblem",
  "StorageFull",
  "BuildProblem",
]);

const say = (text: string) => process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const config = parseConfig(process.env);
  /** Where Vite serves the page while developing; then this process serves only the API. */
  const devOrigin = process.env.ECOTONE_DEV_ORIGIN || undefined;
  const external = config.neo4j;
  const status = new BootStatus([DATABASE, GRAPH, SEED, PAGE, API], tellTerminal());
  const server = await startHttpServer({
    port: config.port,
    host: config.host,
    ...(devOrigin === undefined && { dist: DIST }),
    status: () => status.now(),
    onError: (error, id) => console.error(`[${id}]`, error),
  });
  http = server;
  say(`Ecotone answers at ${server.origin} and is getting ready.`);

  try {
    const page = status.step(PAGE, async () => {
      if (devOrigin === undefined && pageIsStale()) await buildPage();
    });
    page.catch(() => {}); // waited for below

    let trouble: () => string | null = () => null;
    const db = await status.step(DATABASE, async (progress) => {
      const own = external ? null : await ownNeo4j(config, progress);
      const connection = own ?? (await connectTo(external!, progress));
      const { openDatabase } = await import("../../cypher/database.ts");
      const { freeBytes } = await import("../../cypher/free-space.ts");
      const opened = openDatabase(connection, own ? () => freeBytes(config.dataFolder) : undefined);
      undo.push(() => opened.close());
      await opened.verify();
      trouble = () => own?.trouble() ?? null;
      return opened;
    });
    await status.step(GRAPH, async () => (await import("../../cypher/migrations/migrate.ts")).migrate(db));
    await status.step(SEED, async () => (await import("../../seed/seed.ts")).loadSeed(db));
    // A database that has just started takes seconds to plan its largest query: it does so while the person comes.
    const { planReading } = await import("../../cypher/ecosystems/ecosystems.ts");
    planReading(db).catch((error) => console.error("The database could not prepare its largest query:", error));
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
      return `${devOrigin ?? server.origin}/session/${await newInvite(db, personHere())}`;
    });
    if (stopping) return;
    status.ready();
    say(`\nOpen ${link}`);
  } catch (error) {
    const sentence = PLAIN.has((error as Error).name) ? (error as Error).message : "The terminal says what went wrong.";
    status.fail(sentence);
    // A page that is open asks twice a second: let it see the reason before the port closes.
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
  // Also when the app is stopped in mid-start: a start that was given up has stopped what it began.
  undo.push(() => started.then((server) => server.stop()).catch(() => {}));
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
  if (warning !== null) say(`  ! ${warning}`);
  return connection;
}

/** Tells the terminal each thing once, with the time that each step took. */
function tellTerminal(): (step: Step) => void {
  const began = new Map<string, number>();
  return ({ name, state, detail }) => {
    if (state === "running" && !began.has(name)) began.set(name, Date.now());
    const seconds = ((Date.now() - (began.get(name) ?? Date.now())) / 1000).toFixed(1);
    if (state === "running" && detail !== undefined && detail !== name) say(`  … ${detail}`);
    if (state === "done") say(`  ✓ ${name} (${seconds} s)`);
    if (state === "failed") say(`  ✗ ${name}`);
  };
}

/** Whom the first link signs in: the machine's user, but nobody is called "root". */
function personHere(): string {
  try {
    const { username } = userInfo();
    return username === "" || username === "root" ? "You" : username;
  } catch {
    return "You"; // a container's user need not have a name
  }
}

/** Aborted when the app stops while Neo4j is still being fetched or started. */
const startSignal = new AbortController();

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  startSignal.abort();
  // The port first: what is open may finish, and needs the database for it.
  for (const end of [async () => http?.close(), ...undo.reverse()]) {
    try {
      await end();
    } catch (error) {
      console.error("While stopping:", error);
    }
  }
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    say("\nStopping: open requests are finished, then the database is closed.");
    void stop(0);
  });
}
// Who read the output may have gone, as when a pipe is closed: nobody is told, and everybody goes on being served. Not
// caught, the failed write would be logged by another write that fails, for ever.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
// The last resort: what nobody caught is logged, and everybody else goes on being served.
process.on("uncaughtException", (error) => console.error("Not caught:", error));
process.on("unhandledRejection", (error) => console.error("Not caught:", error));

main().catch((error: unknown) => {
  if (stopping) return;
  const plain = PLAIN.has((error as Error).name);
  console.error(plain ? `\n${(error as Error).message}` : error);
  void stop(1);
});
