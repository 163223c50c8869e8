import { useDisableIntrospection as introspectionOff } from "@graphql-yoga/plugin-disable-introspection";
import { createYoga, type Plugin, type YogaInitialContext } from "graphql-yoga";
import type { Database } from "../../../cypher/database.ts";
import { EcosystemCache } from "../../ecosystems/ecosystem-cache.ts";
import { type ApiContext, type Caller, createContext } from "../../schema/context.ts";
import { schema } from "../../schema/schema.ts";
import type { Log } from "../log.ts";
import type { Answer, Job } from "../workers/messages.ts";
import { answerCache } from "./answer-cache.ts";
import { compiledQueries } from "./compiled-queries.ts";
import { maxImportBody, operationLimits } from "./limits.ts";
import { createMaskError } from "./mask-error.ts";
import { refusalError } from "./refusal.ts";
import { refusalsPlugin } from "./refusals.ts";

/** What Yoga is given with each request. */
export interface JobContext {
  caller: Caller;
  query: string | null;
  production: boolean;
  signal: AbortSignal;
}

export interface Operations {
  /** @param signal aborted when nobody waits for the answer any more */
  execute(job: Job, signal: AbortSignal): Promise<Answer>;
}

/** Executes GraphQL operations that the main thread has admitted: from the bytes of a request to those of its answer. */
export function createOperations({ db, log }: { db: Database; log: Log }): Operations {
  const cache = new EcosystemCache(db);
  const yoga = createYoga<JobContext, ApiContext>({
    schema,
    graphiql: false,
    landingPage: false,
    batching: false,
    cors: false,
    multipart: false,
    logging: false,
    maxRequestBodySize: maxImportBody,
    maskedErrors: { isDev: false, maskError: createMaskError(log) },
    context: ({ caller, signal }) => createContext({ db, caller, cache, signal }),
    plugins: [
      judgedTextOnly,
      ...operationLimits(),
      introspectionOff({
        isDisabled: (_request, context) => {
          const { production, caller } = context as unknown as JobContext;
          return production && !caller.isAdmin;
        },
      }),
      answerCache(),
      ...compiledQueries(),
      refusalsPlugin(),
    ],
  });

  return {
    async execute({ caller, query, production, method, url, headers, body, ecosystem }, signal) {
      const response = await yoga.fetch(
        `http://ecotone.invalid${url}`,
        { method, headers, ...(body && { body: body as Uint8Array<ArrayBuffer> }) },
        { caller, query, production, signal },
      );
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.bytes(),
        records: ecosystem === null ? undefined : cache.sizeOf(ecosystem),
      };
    },
  };
}

/** The text that was judged is the one that runs, even if another parser would have found another one in the body. */
const judgedTextOnly: Plugin = {
  onParams({ params, context, setParams, setResult }) {
    const { query } = context as YogaInitialContext & JobContext;
    if (query !== null) setParams({ ...params, query });
    else if (params.query != null) setResult({ errors: [refusalError(unreadable)] });
  },
};

const unreadable = {
  status: 400,
  code: "BAD_USER_INPUT",
  message: "The text of the operation could not be read: send the body as one JSON object with query or extensions.",
};
