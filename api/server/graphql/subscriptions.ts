import type { IncomingMessage, ServerResponse } from "node:http";
import type { ChangeSummary } from "../../../cypher/changes/history.ts";
import type { Database } from "../../../cypher/database.ts";
import { ChangeFeed } from "../../ecosystems/change-feed.ts";
import type { Operation } from "../admission/operation.ts";
import type { Executor } from "../workers/executor.ts";
import type { Answer, Job } from "../workers/messages.ts";

/** Milliseconds between two checks that the session of a stream is still valid, where no other time is given. */
const minute = 60_000;
/** Milliseconds between two signs of life, by which a page tells a quiet stream from a broken one. */
const heartbeatInterval = 12_000;
/** Streams of one person at once: tabs of a browser share one. */
const maxStreams = 20;

interface SubscriptionsOptions {
  /** For the feed of changes; what is told of each is computed elsewhere. */
  db: Database;
  executor: Executor;
  /** Whether whoever sent this request may still ask. */
  isValid(request: IncomingMessage): Promise<boolean>;
  checkInterval?: number | undefined;
}

const [events, plainAnswers] = ["text/event-stream", "json"] as const;

/** Whether an answer is to be a stream of events. Many clients accept one with every operation. */
export function wantsEvents({ headers }: IncomingMessage, operation: Operation | null): boolean {
  const accepted = headers.accept?.toLowerCase() ?? "";
  return accepted.includes(events) && (operation?.isSubscription === true || !accepted.includes(plainAnswers));
}

/**
 * Handles subscriptions: server-sent events in the form of the GraphQL over SSE protocol (distinct connections). This
 * thread watches the revisions and holds the streams; the events of each change are made by the executor.
 */
export function createSubscriptions({ db, executor, isValid, checkInterval = minute }: SubscriptionsOptions) {
  const feed = new ChangeFeed(db);
  const streams = new Map<string, number>();

  return async (request: IncomingMessage, response: ServerResponse, asked: Job, maxMillis: number): Promise<void> => {
    const { id } = asked.caller;
    const own = streams.get(id) ?? 0;
    if (own >= maxStreams) {
      response.writeHead(429, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "60" });
      response.end(`There are ${own} streams of yours already.\n`);
      return;
    }
    streams.set(id, own + 1);
    const gone = new AbortController();
    const { signal } = gone;
    const end = () => gone.abort();
    response.once("close", end);
    const check = setInterval(() => {
      // While the database does not answer nobody can be checked, and nothing is told either.
      isValid(request).then(
        (stays) => stays || end(),
        () => undefined,
      );
    }, checkInterval);
    const heartbeat = setInterval(() => response.headersSent && response.write(":\n\n"), heartbeatInterval);
    const job = { ...asked, headers: { ...asked.headers, accept: events } };
    const tell = (news: ChangeSummary[]) =>
      executor.execute({ ...job, news }, { lane: "reading", maxMillis, isRepeatable: true, signal });
    try {
      const first = await tell([]);
      begin(response, first);
      if (first.follows) {
        for await (const change of feed.follow(first.follows.key, first.follows.after, signal))
          await send(response, withoutEnd(await tell([change])), signal);
      }
      if (!signal.aborted) response.write(first.follows ? completed : first.body);
    } catch (error) {
      // A listener who leaves ends the stream in the middle: that is how streams end.
      if (!signal.aborted) throw error;
    } finally {
      clearInterval(check);
      clearInterval(heartbeat);
      end();
      if (response.headersSent) response.end();
      const left = streams.get(id)! - 1;
      if (left > 0) streams.set(id, left);
      else streams.delete(id);
    }
  };
}

function begin(response: ServerResponse, { status }: Answer): void {
  response.setHeader("Content-Type", events);
  response.writeHead(status, {
    "Cache-Control": "no-store",
    // Proxies that buffer would hold events back: nginx goes by this.
    "X-Accel-Buffering": "no",
  });
  // Some browsers see no headers before the first bytes.
  response.write(":\n\n");
}

const completed = "event: complete\ndata:\n\n";

/** The events of an answer, which ends for the executor but goes on for the listener; without its signs of life. */
const withoutEnd = ({ body }: Answer): string =>
  Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    .toString("utf8")
    .split("\n\n")
    .filter((event) => event.startsWith("event: next\n"))
    .map((event) => `${event}\n\n`)
    .join("");

/** Waits for a listener who reads slowly, so that what is waiting does not pile up here. */
async function send(response: ServerResponse, text: string, signal: AbortSignal): Promise<void> {
  if (signal.aborted || response.write(text)) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      response.off("drain", go);
      signal.removeEventListener("abort", go);
      resolve();
    };
    response.once("drain", go);
    signal.addEventListener("abort", go, { once: true });
  });
}
