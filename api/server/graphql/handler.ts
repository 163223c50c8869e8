import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { type Database, importLimit } from "../../../cypher/database.ts";
import { countRecords } from "../../../cypher/ecosystems/count-records.ts";
import type { Caller } from "../../schema/context.ts";
import { Cancelled, InvalidInput, TooManyRequests } from "../../shared/domain-errors.ts";
import { HeavyWork } from "../admission/heavy-work.ts";
import { type LongJob, LongJobs } from "../admission/long-jobs.ts";
import { describeOperation, type Operation } from "../admission/operation.ts";
import { isImport, type Lane, laneOf, maxBodyOf, storesEcosystem, tooMuchWork } from "../admission/placement.ts";
import type { Log } from "../log.ts";
import { concurrencyQuota } from "../sessions/concurrency-quota.ts";
import { RateLimit } from "../sessions/rate-limits.ts";
import { createSessionHandler } from "../sessions/sessions.ts";
import { DeadlineExceeded, type Executor, WorkerLost } from "../workers/executor.ts";
import type { Answer, Job } from "../workers/messages.ts";
import { createAuthorise } from "./authorise.ts";
import { maxBody, maxImportBody } from "./limits.ts";
import { type PageOperations, textOf } from "./page-operations.ts";
import {
  type Asked,
  maxParsed,
  parseBeginning,
  parseBody,
  parseQueryString,
  RequestCut,
  readBody,
} from "./received.ts";
import { isRefusal, type Refusal, refuse as refuseRequest, tooMany } from "./refusal.ts";
import { cancelled, late, lost, readersOnly, tooLarge, tooManyImports, unavailable } from "./refused-requests.ts";
import { createSubscriptions, wantsEvents } from "./subscriptions.ts";
import { createUploadHandler } from "./uploads.ts";

/** Milliseconds that an operation may run; an import or a copy as long as its transaction. */
const maxMillis: Readonly<Record<Lane, number>> = {
  reading: 15_000,
  computing: 30_000,
  importing: importLimit + 10_000,
};
/** Milliseconds that each record of an ecosystem adds: whoever opens a large one waits for all of it to be loaded. */
const millisToLoad = 0.2;
/** Heavy computations of one person at once, and how many more may wait. */
const [maxHeavy, maxWaiting] = [2, 20];

interface GraphQLHandlerOptions {
  /** For sessions and sizes; operations have databases of their own. */
  db: Database;
  executor: Executor;
  config: { publicUrl?: string; adminToken?: string; production: boolean };
  log: Log;
  /** Persisted operations of the built page; absent in development, when no page is served. */
  operations?: PageOperations;
  /** Milliseconds between two checks that the session of a stream is still valid; a minute when absent. */
  sessionCheckInterval?: number | undefined;
}

/** An operation that has been admitted as far as its caller, rate and text go. */
interface Admitted {
  text: string | null;
  operation: Operation | null;
  ecosystem: string | null;
  body: Uint8Array | null;
}

/**
 * Handles /graphql and /work on a Node http server: authentication, rate limit, size limit, admission. Operations are
 * executed and large bodies parsed elsewhere, since this thread answers everybody.
 */
export function createGraphQLHandler(options: GraphQLHandlerOptions) {
  const { db, executor, config, log, operations = new Map() } = options;
  const authorise = createAuthorise(config, createSessionHandler({ db, config }));
  const requests = new RateLimit(300, 60);
  const mutations = new RateLimit(60, 60);
  const imports = concurrencyQuota(2, 4);
  const heavyWork = new HeavyWork(maxHeavy, maxWaiting);
  const jobs = new LongJobs();
  const sizes = new LRUCache<string, number>({ max: 5_000 });

  const subscribe = createSubscriptions({
    db,
    executor,
    isValid: async (request) => !isRefusal(await authorise(request)),
    checkInterval: options.sessionCheckInterval,
  });

  /** The text of what is asked for, or why this caller may not run it. */
  const judge = (asked: Asked, caller: Caller) => textOf(asked, operations, caller.isAdmin || !config.production);

  async function receive(request: IncomingMessage, caller: Caller): Promise<Admitted | Refusal> {
    const length = bodyLength(request);
    if (typeof length !== "number") return length;
    const admit = (asked: Asked, body: Uint8Array | null): Admitted | Refusal => {
      const text = judge(asked, caller);
      if (isRefusal(text)) return text;
      const operation = text === null ? null : describeOperation(text);
      if (length > maxBodyOf(operation)) return tooLarge;
      return { text, operation, ecosystem: operation?.ecosystem(asked.variables) ?? null, body };
    };
    if (request.method !== "POST") return admit(parseQueryString(request.url ?? ""), null);
    // Of a long body the operation is named by a header or by what comes before its variables.
    const named = request.headers["x-operation"];
    let beginning: Asked = { text: null, hash: typeof named === "string" ? named : null, variables: {} };
    let refusal: Refusal | undefined;
    const body = await readBody(request, length, (bytes) => {
      if (beginning.hash === null) beginning = parseBeginning(bytes);
      const admitted = length > maxBody ? admit(beginning, null) : null;
      if (admitted && isRefusal(admitted)) refusal = admitted;
      return refusal === undefined;
    });
    if (refusal) return refusal;
    const isNamed = length > maxParsed && (beginning.text ?? beginning.hash) !== null;
    return admit(isNamed ? beginning : parseBody(body!), body);
  }

  /** How many records the ecosystem has: it decides where and how long an operation may run. */
  async function sizeOf({ operation, ecosystem }: Admitted): Promise<number> {
    if (operation === null || ecosystem === null) return 0;
    const size = sizes.get(ecosystem) ?? (await countRecords(db, ecosystem));
    sizes.set(ecosystem, size);
    return size;
  }

  /** Counts a change against the caller's limits; returns how to end it. */
  function beginChange({ operation }: Admitted, caller: Caller): (() => void) | Refusal {
    if (!operation?.isMutation) return () => {};
    if (!caller.isEditor) return readersOnly;
    const wait = mutations.count(caller.id);
    if (wait > 0) return tooMany("changes", wait);
    return isImport(operation) ? (imports.begin(caller.id) ?? tooManyImports) : () => {};
  }

  const jobOf = (request: IncomingMessage, caller: Caller, { text, operation, ecosystem, body }: Admitted): Job => ({
    caller,
    query: text,
    production: config.production,
    method: request.method ?? "GET",
    url: request.url ?? "/graphql",
    headers: headersOf(request),
    body,
    ecosystem,
    isChange: operation?.isMutation ?? false,
  });

  async function run(
    request: IncomingMessage,
    caller: Caller,
    admitted: Admitted,
    signal: AbortSignal,
    job: LongJob | null,
  ) {
    const { operation, ecosystem, body } = admitted;
    const records = await sizeOf(admitted);
    const tooMuch = operation && tooMuchWork(operation, records);
    if (tooMuch) throw new InvalidInput(tooMuch);
    const lane = laneOf(operation, body?.length ?? 0, records);
    const endHeavy = lane === "computing" ? await heavyWork.begin(caller.id, signal) : () => {};
    try {
      const work = jobOf(request, caller, admitted);
      const base = operation && storesEcosystem(operation) ? maxMillis.importing : maxMillis[lane];
      const execution = {
        lane,
        maxMillis: base + records * millisToLoad,
        isRepeatable: !work.isChange,
        signal,
        cancel: job?.cancel,
        onProgress: job?.onProgress,
      };
      const answer = await executor.execute(work, execution);
      if (ecosystem !== null) {
        if (answer.records !== undefined) sizes.set(ecosystem, answer.records);
        else if (work.isChange) sizes.delete(ecosystem);
      }
      return answer;
    } finally {
      endHeavy();
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const caller = await authorise(request);
    if (isRefusal(caller)) return refuse(request, response, caller);
    const wait = requests.count(caller.id);
    if (wait > 0) return refuse(request, response, tooMany("requests", wait));
    const admitted = await receive(request, caller);
    if (isRefusal(admitted)) return refuse(request, response, admitted);
    if (wantsEvents(request, admitted.operation)) return follow(request, response, caller, admitted);
    const end = beginChange(admitted, caller);
    if (isRefusal(end)) return refuse(request, response, end);
    const job =
      admitted.operation && isImport(admitted.operation) ? jobs.begin(caller.id, request.headers["x-job"]) : null;
    const gone = new AbortController();
    const leave = () => gone.abort(new CallerGone());
    response.once("close", leave);
    try {
      write(response, await run(request, caller, admitted, gone.signal, job));
    } catch (error) {
      // A worker that was computing when it was ended had begun to store nothing.
      const isCancelled = job?.cancel.aborted && error instanceof WorkerLost && job.progress?.stage !== "STORING";
      if (!(error instanceof CallerGone)) refuse(request, response, isCancelled ? cancelled : refusalOf(error));
    } finally {
      job?.end();
      response.off("close", leave);
      end();
    }
  }

  async function follow(request: IncomingMessage, response: ServerResponse, caller: Caller, admitted: Admitted) {
    const millis = maxMillis.reading + (await sizeOf(admitted)) * millisToLoad;
    try {
      await subscribe(request, response, jobOf(request, caller, admitted), millis);
    } catch (error) {
      if (response.headersSent) throw error;
      refuse(request, response, refusalOf(error));
    }
  }

  function refusalOf(error: unknown): Refusal {
    if (error instanceof DeadlineExceeded) return late;
    if (error instanceof WorkerLost) return lost;
    if (error instanceof Cancelled) return cancelled;
    if (error instanceof InvalidInput) return { status: 400, code: "BAD_USER_INPUT", message: error.message };
    if (error instanceof TooManyRequests) return { ...tooMany("", error.retryAfterSeconds), message: error.message };
    throw error;
  }

  /** Tells who asks how many of their heavy computations run and wait, and how far an import is; by DELETE it is cancelled. */
  async function tellWork(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const caller = await authorise(request);
    if (isRefusal(caller)) return refuse(request, response, caller);
    const wait = requests.count(caller.id);
    if (wait > 0) return refuse(request, response, tooMany("requests", wait));
    const id = new URLSearchParams(request.url?.split("?")[1] ?? "").get("job");
    if (id !== null && request.method === "DELETE") jobs.cancel(caller.id, id);
    const job = id === null ? {} : { progress: jobs.find(caller.id, id)?.progress ?? null };
    const body = Buffer.from(JSON.stringify({ ...heavyWork.state(caller.id), ...job }));
    write(response, { status: 200, headers: { "Content-Type": "application/json; charset=utf-8" }, body });
  }

  const answering = (answer: typeof handle) => (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error) => {
      // Whoever asked has gone: before the request had come, or before its answer.
      const isCut = error instanceof RequestCut || (request.destroyed && !request.complete);
      if (isCut || response.destroyed) return void response.destroy();
      log.error({ err: error }, "A request failed before it could be answered.");
      if (!response.headersSent) refuse(request, response, unavailable);
      else response.destroy();
    });
  };
  const uploads = createUploadHandler({ authorise, countRequest: (caller) => requests.count(caller.id) });
  return { graphql: answering(handle), work: answering(tellWork), uploads: answering(uploads) };
}

/** The caller has closed the connection: nobody waits for the answer. */
class CallerGone extends Error {}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, "Cache-Control": "no-store" });
  response.end(body);
}

/** Headers without those by which the caller was recognised: the main thread has judged these. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const { accept, "content-type": type, "content-length": length } = headers;
  return {
    ...(accept !== undefined && { accept }),
    ...(type !== undefined && { "content-type": type }),
    ...(length !== undefined && { "content-length": length }),
  };
}

// JSON only: a browser can be made to send a form or plain text from another site. The length is judged before the body
// is read, so Content-Length is required; fetch and curl send it.
function bodyLength(request: IncomingMessage): number | Refusal {
  if (request.method !== "POST") return 0;
  if (!/^application\/json\s*(;|$)/i.test(request.headers["content-type"] ?? "")) {
    return { status: 415, code: "BAD_USER_INPUT", message: "Send the operation as application/json." };
  }
  const length = Number(request.headers["content-length"] ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0) {
    return { status: 411, code: "BAD_USER_INPUT", message: "Send the body with a Content-Length." };
  }
  return length > maxImportBody ? tooLarge : length;
}

const refuse = (request: IncomingMessage, response: ServerResponse, refusal: Refusal) =>
  refuseRequest(request, response, refusal, maxBody);
