import { parentPort } from "node:worker_threads";
import { type Database, openDatabase } from "../../../cypher/database.ts";
import { Cancelled } from "../../shared/domain-errors.ts";
import type { AllowedSources } from "../../sources/allowed-sources.ts";
import { createOperations, type Operations } from "../graphql/operations.ts";
import type { Log } from "../log.ts";
import type { FromWorker, LogLevel, Task, ToWorker } from "./messages.ts";

// A worker thread: executes operations with caches and a driver of its own. It ends when the pool terminates it.

const port = parentPort!;
const send = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

/** Calls to the database at once, of each worker. */
const maxCalls = 20;

/** An error as plain data: classes do not survive the way to the main thread. */
function plain(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  return { type: name, message, stack, ...(typeof code === "string" && { code }), cause: cause && plain(cause) };
}

const logAt =
  (level: LogLevel) =>
  (entry: unknown, message = ""): void => {
    const fields = typeof entry === "object" && entry !== null ? entry : { msg: String(entry) };
    const plainFields = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]));
    send({ type: "log", level, entry: plainFields, message });
  };
const log: Log = { debug: logAt("debug"), info: logAt("info"), warn: logAt("warn"), error: logAt("error") };

const spaceAsked = new Map<number, { resolve(bytes: number): void; reject(error: Error): void }>();
let nextAsk = 0;
/** Free space is the main thread's to know: it knows whose disk the database is on. */
const freeBytes = () =>
  new Promise<number>((resolve, reject) => {
    const id = nextAsk++;
    spaceAsked.set(id, { resolve, reject });
    send({ type: "askFreeBytes", id });
  });

let opened: { db: Database; operations: Operations; sources: AllowedSources } | undefined;
const cancelled = new Map<number, AbortController>();

async function runTask({ name }: Task, db: Database): Promise<void> {
  switch (name) {
    case "prepareGraph":
      return (await import("../../../cypher/migrations/migrate.ts")).migrate(db);
    case "loadSeed":
      return (await import("../../../seed/seed.ts")).loadSeed(db);
    case "clearUnfinishedImports":
      return (await import("../../../cypher/records/clear-unfinished-imports.ts")).clearUnfinishedImports(db);
    case "purgeDeleted": {
      const { purgeDeleted } = await import("../../../cypher/ecosystems/deleted.ts");
      await purgeDeleted(db, (await import("../../changes/ecosystems/deletion.ts")).expiredBefore());
      return;
    }
    case "readDueSources":
      return (await import("../../sources/import-sources.ts")).readDueSources(db, opened!.sources, ({ key }, error) =>
        log.error({ err: error, source: key }, "A source could not be read."),
      );
    case "planReading":
      return (await import("../../../cypher/ecosystems/ecosystems.ts")).planReading(db);
  }
}

/** Removes what a cancelled import has prepared; what others are preparing is theirs. */
async function clearUnfinished(db: Database): Promise<void> {
  const { clearUnfinishedImports } = await import("../../../cypher/records/clear-unfinished-imports.ts");
  await clearUnfinishedImports(db).catch((error) =>
    log.warn({ err: error }, "What a cancelled import had prepared could not be removed; the next start does it."),
  );
}

async function execute(message: Extract<ToWorker, { type: "execute" | "task" }>): Promise<void> {
  const { id } = message;
  const ending = new AbortController();
  cancelled.set(id, ending);
  try {
    if (message.type === "task") {
      await runTask(message.task, opened!.db);
      send({ type: "done", id });
      return;
    }
    const answer = await opened!.operations.execute(message.job, ending.signal, (progress) =>
      send({ type: "progress", id, progress }),
    );
    // A copy with memory of its own is handed over: a cached answer stays here, and a small Buffer shares its memory.
    const body = new Uint8Array(answer.body);
    send({ type: "answer", id, answer: { ...answer, body } }, [body.buffer]);
  } catch (error) {
    const { name, message: text, stack } = error as Error;
    send({ type: "failed", id, message: text, error: { name, stack } });
  } finally {
    cancelled.delete(id);
    // What only reads has staged nothing, and clearing may wait for the lock of an import that runs elsewhere.
    const mayHaveStaged = message.type === "task" || message.job.isChange;
    if (ending.signal.aborted && mayHaveStaged) void clearUnfinished(opened!.db);
  }
}

port.on("message", (message: ToWorker) => {
  switch (message.type) {
    case "open": {
      const db = openDatabase(message.connection, message.watchesSpace ? freeBytes : undefined, maxCalls);
      const { sources } = message;
      opened = { db, sources, operations: createOperations({ db, log, sources }) };
      break;
    }
    case "execute":
    case "task":
      void execute(message);
      break;
    case "cancel":
      cancelled.get(message.id)?.abort(new Cancelled());
      break;
    case "ping":
      send({ type: "pong" });
      break;
    case "freeBytes": {
      const asked = spaceAsked.get(message.id);
      spaceAsked.delete(message.id);
      if (message.bytes === null) asked?.reject(new Error("The free space of the disk could not be read."));
      else asked?.resolve(message.bytes);
    }
  }
});

// Last resort, as in the main thread: an uncaught error is logged, and other requests are still served.
process.on("uncaughtException", (error) => log.error({ err: error }, "Unexpected error in a worker."));
process.on("unhandledRejection", (error) => log.error({ err: error }, "Unexpected error in a worker."));
send({ type: "loaded" });
