import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { getOperationAST, OperationTypeNode } from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import type { Database } from "../../../cypher/database.ts";
import { ChangeFeed } from "../../ecosystems/change-feed.ts";
import { EcosystemCache } from "../../ecosystems/ecosystem-cache.ts";
import { type ApiContext, type Caller, createContext } from "../../schema/context.ts";
import { schema } from "../../schema/schema.ts";
import type { Log } from "../log.ts";
import { operationLimits } from "./limits.ts";
import { createMaskError } from "./mask-error.ts";
import { onlyPageOperations, type PageOperations } from "./page-operations.ts";
import { refusalError } from "./refusal.ts";
import { refusalsPlugin } from "./refusals.ts";

/** Milliseconds between two checks that the session of a stream is still valid. */
const checkInterval = 60_000;
/** Streams of one person at once: tabs of a browser share one. */
const maxStreams = 20;

interface Asked {
  caller: Caller;
  signal: AbortSignal;
}

interface SubscriptionsOptions {
  db: Database;
  config: { production: boolean };
  log: Log;
  operations: PageOperations;
  /** Whether whoever sent this request may still ask. */
  isValid(request: IncomingMessage): Promise<boolean>;
}

/** Whether a request asks for a stream of events. */
export const wantsEvents = ({ headers }: IncomingMessage): boolean =>
  headers.accept?.toLowerCase().includes("text/event-stream") ?? false;

/**
 * Handles subscriptions: server-sent events in the form of the GraphQL over SSE protocol (distinct connections), with a
 * heartbeat of Yoga's every 12 seconds. What they execute is light, so it runs in the thread that answers everybody.
 */
export function createSubscriptions({ db, config, log, operations, isValid }: SubscriptionsOptions) {
  const feed = new ChangeFeed(db);
  const cache = new EcosystemCache(db);
  const streams = new Map<string, number>();
  const yoga = createYoga<Asked, ApiContext>({
    schema,
    graphiql: false,
    landingPage: false,
    batching: false,
    cors: false,
    multipart: false,
    logging: false,
    maskedErrors: { isDev: false, maskError: createMaskError(log) },
    context: ({ caller, signal }) =>
      createContext({ db, caller, cache, imports: none, follow: (key, after) => feed.follow(key, after, signal) }),
    plugins: [
      onlyPageOperations({ operations, freeForSessions: !config.production }),
      ...operationLimits(),
      subscriptionsOnly,
      refusalsPlugin(config.production),
    ],
  });

  return async (request: IncomingMessage, response: ServerResponse, caller: Caller): Promise<void> => {
    const gone = new AbortController();
    const end = () => gone.abort();
    response.once("close", end);
    const check = setInterval(() => {
      // While the database does not answer nobody can be checked, and nothing is told either.
      isValid(request).then(
        (stays) => stays || end(),
        () => undefined,
      );
    }, checkInterval);
    const own = streams.get(caller.id) ?? 0;
    streams.set(caller.id, own + 1);
    try {
      if (own >= maxStreams) {
        response.writeHead(429, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "60" });
        response.end(`There are ${own} streams of yours already.\n`);
        return;
      }
      const answer = await yoga.handleNodeRequestAndResponse(request, response, { caller, signal: gone.signal });
      response.writeHead(answer.status, {
        ...Object.fromEntries(answer.headers),
        "Cache-Control": "no-store",
        // Proxies that buffer would hold events back: nginx goes by this.
        "X-Accel-Buffering": "no",
      });
      if (!answer.body) {
        response.end();
        return;
      }
      await pipeline(Readable.from(answer.body), response, { signal: gone.signal });
    } catch (error) {
      // A listener who leaves ends the stream in the middle: that is how streams end.
      if (!gone.signal.aborted) throw error;
      response.end();
    } finally {
      clearInterval(check);
      end();
      const left = streams.get(caller.id)! - 1;
      if (left > 0) streams.set(caller.id, left);
      else streams.delete(caller.id);
    }
  };
}

/** Nothing is imported by a subscription. */
const none = { begin: () => null };

/** Queries and mutations have limits and quotas of their own, which a stream does not. */
const subscriptionsOnly: Plugin = {
  onExecute({ args, setResultAndStopExecution }) {
    const operation = getOperationAST(args.document, args.operationName);
    if (operation?.operation === OperationTypeNode.SUBSCRIPTION) return;
    const message = "Only subscriptions are answered as text/event-stream: accept application/json.";
    setResultAndStopExecution({ errors: [refusalError({ status: 406, code: "BAD_USER_INPUT", message })] });
  },
};
