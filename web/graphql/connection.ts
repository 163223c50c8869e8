import {
  type Client,
  type CombinedError,
  type Exchange,
  makeOperation,
  mapExchange,
  type Operation,
  type OperationResult,
} from "urql";
import { meQuery } from "./me.graphql.ts";
import { retryAfterMillis } from "./retry-after.ts";

/**
 * since: milliseconds since 1970, when the first answer failed to come. isLimited: what comes is that there are too many
 * requests.
 */
type ConnectionState = { kind: "well" } | { kind: "lost" | "signed-out"; since: number; isLimited?: true };

/** Reconnection intervals in milliseconds; the last one repeats. Retry-After may ask for more. */
const waits = [2_000, 4_000, 8_000, 15_000];
const well: ConnectionState = { kind: "well" };

export const statusOf = (error: CombinedError): number | undefined => (error.response as Response | undefined)?.status;

/** Status of a refusal by a rate limit. */
export const tooManyRequests = 429;

/**
 * Whether the server was unreachable: no answer at all, or one that says that it is not ready yet, or, without a wait
 * that a request can wait for itself (RateLimitWatch), that there are too many.
 */
export function isUnreachable(error: CombinedError): boolean {
  const status = statusOf(error);
  return status === undefined ? error.networkError !== undefined : [tooManyRequests, 502, 503, 504].includes(status);
}

/**
 * Connection state of the API. While it is unreachable, loaded data stays on the page and the server is polled; once it
 * answers, everything that failed is read again.
 */
export class ConnectionWatch {
  #state: ConnectionState = well;
  /** Before the first answer, the page itself reports why it could not be loaded. */
  #wasWell = false;
  #client: Client | null = null;
  /** Of each client what is to be read again, by the keys of its operations. */
  readonly #readers: (() => void)[] = [];
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();

  readonly exchange: Exchange = (input) => {
    this.#client ??= input.client;
    const answers: Answers = { answered: new Map(), failed: new Map() };
    this.#readers.push(() => readAnew(input.client, answers));
    return mapExchange({
      onOperation: (operation) => {
        if (operation.kind !== "teardown") return;
        answers.answered.delete(operation.key);
        answers.failed.delete(operation.key);
      },
      onResult: (result) => this.#hear(result, answers),
    })(input);
  };

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  now = (): ConnectionState => (this.#wasWell ? this.#state : well);

  /** Polls the server at once. */
  again = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#client?.query(meQuery, {}, { requestPolicy: "network-only" }).toPromise();
  };

  /** The browser says that there is no network. */
  lose = (): void => this.#is("lost");

  #askAgain = (): void => {
    this.#attempt += 1;
    this.again();
  };

  #hear(result: OperationResult, { answered, failed }: Answers): OperationResult {
    const { operation, error, data } = result;
    const kind = error && statusOf(error) === 401 ? "signed-out" : error && isUnreachable(error) ? "lost" : "well";
    const isQuery = operation.kind === "query";
    if (kind === "well") {
      failed.delete(operation.key);
      if (isQuery && !error) answered.set(operation.key, data);
    } else if (isQuery) failed.set(operation.key, operation);
    const isLimited = error !== undefined && statusOf(error) === tooManyRequests;
    this.#is(kind, retryAfterMillis((error?.response as Response | undefined)?.headers) ?? 0, isLimited);
    // The notice reports the problem; a page that was shown stays.
    return kind !== "well" && isQuery && answered.has(operation.key)
      ? { ...result, error: undefined, data: answered.get(operation.key) }
      : result;
  }

  /** @param wait milliseconds, from Retry-After */
  #is(kind: ConnectionState["kind"], wait = 0, isLimited = false): void {
    const before = this.#state;
    if (kind === "well") {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#attempt = 0;
      this.#wasWell = true;
      if (before.kind === "well") return;
      this.#state = well;
      for (const read of this.#readers) read();
    } else {
      const pause = waits[Math.min(this.#attempt, waits.length - 1)]!;
      this.#timer ??= setTimeout(this.#askAgain, Math.max(pause, wait));
      if (before.kind === kind && (before.isLimited ?? false) === isLimited) return;
      const since = before.kind === "well" ? Date.now() : before.since;
      this.#state = { kind, since, ...(isLimited && { isLimited }) };
    }
    for (const listener of this.#listeners) listener();
  }
}

/** What a client was answered, and which of its queries the server did not answer. */
interface Answers {
  answered: Map<number, unknown>;
  failed: Map<number, Operation>;
}

function readAnew(client: Client, answers: Answers): void {
  const failed = [...answers.failed.values()];
  answers.failed.clear();
  for (const operation of failed)
    client.reexecuteOperation(
      makeOperation(operation.kind, operation, { ...operation.context, requestPolicy: "network-only" }),
    );
}
