import type { IncomingMessage, ServerResponse } from "node:http";
import { useDisableIntrospection as introspectionOff } from "@graphql-yoga/plugin-disable-introspection";
import { type DefinitionNode, Kind, OperationTypeNode } from "graphql";
import { createYoga, type Plugin, type YogaInitialContext } from "graphql-yoga";
import { type Database, importLimit } from "../../../cypher/database.ts";
import { maxBytes } from "../../changes/imports/limits.ts";
import { EcosystemCache } from "../../ecosystems/ecosystem-cache.ts";
import { type ApiContext, type Caller, createContext } from "../../schema/context.ts";
import { schema } from "../../schema/schema.ts";
import type { Log } from "../log.ts";
import { concurrencyQuota } from "../sessions/concurrency-quota.ts";
import { RateLimit } from "../sessions/rate-limits.ts";
import { createSessionHandler } from "../sessions/sessions.ts";
import { answerCache } from "./answer-cache.ts";
import { createAuthorise } from "./authorise.ts";
import { compiledQueries } from "./compiled-queries.ts";
import { operationLimits } from "./limits.ts";
import { createMaskError } from "./mask-error.ts";
import { onlyPageOperations, type PageOperations } from "./page-operations.ts";
import { type Refusal, refusalError, refuse as refuseRequest, tooMany } from "./refusal.ts";
import { refusalsPlugin } from "./refusals.ts";

// Body limits in bytes, of any operation and of an import: JSON text needs two bytes for each quote and line end of a
// file.
const maxBody = 1_000_000;
export const maxImportBody = 2 * maxBytes + maxBody;
// Milliseconds from the first byte to the answer; an import may take as long as its transaction.
const deadline = 15_000;
const importDeadline = importLimit + 10_000;

interface Asked {
  caller: Caller;
  contentLength: number;
  /** Extends the time limit to that of an import. */
  waitLonger(): void;
}

interface GraphQLHandlerOptions {
  db: Database;
  config: { publicUrl?: string; adminToken?: string; production: boolean };
  log: Log;
  /** Persisted operations of the built page; absent in development, when no page is served. */
  operations?: PageOperations;
}

/** Handles /graphql on a Node http server: authentication, rate limit, size limit, then the operation. */
export function createGraphQLHandler({ db, config, log, operations = new Map() }: GraphQLHandlerOptions) {
  const cache = new EcosystemCache(db);
  const authorise = createAuthorise(config, createSessionHandler({ db, config }));
  const requests = new RateLimit(300, 60);
  const mutations = new RateLimit(60, 60);
  const imports = concurrencyQuota(2, 4);

  const yoga = createYoga<Asked, ApiContext>({
    schema,
    graphiql: false,
    landingPage: false,
    batching: false,
    cors: false,
    multipart: false,
    logging: false,
    maxRequestBodySize: maxImportBody,
    maskedErrors: { isDev: false, maskError: createMaskError(log) },
    context: ({ caller }) => createContext({ db, caller, imports, cache }),
    plugins: [
      onlyPageOperations({ operations, freeForSessions: !config.production }),
      importsAreLarge(),
      ...operationLimits(),
      introspectionOff({
        isDisabled: (_request, context) => config.production && !(context as { caller: Caller }).caller.isAdmin,
      }),
      mutationLimit(mutations),
      answerCache(),
      ...compiledQueries(),
      refusalsPlugin(config.production),
    ],
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const caller = await authorise(request);
    if ("status" in caller) return refuse(request, response, caller);
    const wait = requests.count(caller.name);
    if (wait > 0) return refuse(request, response, tooMany("requests", wait));
    const length = bodyLength(request);
    if (typeof length !== "number") return refuse(request, response, length);
    const answer = await inTime(length > maxBody ? importDeadline : deadline, (waitFor) =>
      yoga.handleNodeRequestAndResponse(request, response, {
        caller,
        contentLength: length,
        waitLonger: () => waitFor(importDeadline),
      }),
    );
    if (answer === "late") return refuse(request, response, late);
    response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), "Cache-Control": "no-store" });
    // The bytes themselves: copying a cached answer would cost more than everything else about it.
    response.end(await answer.bytes());
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error) => {
      log.error({ err: error }, "A request to /graphql failed before it could be answered.");
      if (!response.headersSent) refuse(request, response, unavailable);
      else response.destroy();
    });
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
  if (!Number.isSafeInteger(length)) {
    return { status: 411, code: "BAD_USER_INPUT", message: "Send the body with a Content-Length." };
  }
  return length > maxImportBody ? tooLarge : length;
}

// Only the text of the operation tells whether it is an import; the cost of reading up to here is bounded above.
function importsAreLarge(): Plugin<Asked> {
  return {
    onParams({ params, context, setResult }) {
      const { contentLength, waitLonger } = context as YogaInitialContext & Asked;
      const imports = params.query != null && params.query.length < maxBody && params.query.includes("importEcosystem");
      if (imports) waitLonger();
      else if (contentLength > maxBody) setResult({ errors: [refusalError(tooLarge)] });
    },
  };
}

function mutationLimit(limit: RateLimit): Plugin<ApiContext> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const isMutation = args.document.definitions.some(
        (definition: DefinitionNode) =>
          definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION,
      );
      const wait = isMutation ? limit.count((args.contextValue as ApiContext).caller.name) : 0;
      if (wait > 0) {
        setResultAndStopExecution({
          errors: [refusalError(tooMany("changes", wait))],
        });
      }
    },
  };
}

/** @param begin receives a function that restarts the timer with the given duration */
function inTime<Answer>(
  millis: number,
  begin: (waitFor: (millis: number) => void) => Promise<Answer> | Answer,
): Promise<Answer | "late"> {
  let timer: NodeJS.Timeout | undefined;
  let giveUp: (late: "late") => void;
  const tooLate = new Promise<"late">((resolve) => {
    giveUp = resolve;
  });
  const waitFor = (longer: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => giveUp("late"), longer);
  };
  waitFor(millis);
  return Promise.race([begin(waitFor), tooLate]).finally(() => clearTimeout(timer));
}

const tooLarge: Refusal = {
  status: 413,
  code: "BAD_USER_INPUT",
  message: "The request is larger than 1 MB (50 MB of file for an import): send less at a time.",
};
const late: Refusal = {
  status: 504,
  code: "DEADLINE_EXCEEDED",
  message: "No answer in time. A change may have been stored: send it again with the same idempotencyKey.",
};
const unavailable: Refusal = {
  status: 503,
  code: "UNAVAILABLE",
  message: "The database does not answer. Try again.",
  headers: { "Retry-After": "5" },
};

const refuse = (request: IncomingMessage, response: ServerResponse, refusal: Refusal) =>
  refuseRequest(request, response, refusal, maxBody);
