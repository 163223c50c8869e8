import { useDisableIntrospection as introspectionOff } from "@graphql-yoga/plugin-disable-introspection";
import { getOperationAST, OperationTypeNode } from "graphql";
import { createYoga, type Plugin, type YogaInitialContext } from "graphql-yoga";
import type { Database } from "../../../cypher/database.ts";
import { readRevision } from "../../../cypher/ecosystems/ecosystems.ts";
import type { OnProgress } from "../../changes/imports/progress.ts";
import { EcosystemCache } from "../../ecosystems/ecosystem-cache.ts";
import { type ApiContext, type Caller, createContext, type FollowChanges } from "../../schema/context.ts";
import { schema } from "../../schema/schema.ts";
import { NotFound } from "../../shared/domain-errors.ts";
import type { AllowedSources } from "../../sources/allowed-sources.ts";
import type { Log } from "../log.ts";
import type { Answer, Follows, Job } from "../workers/messages.ts";
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
  follow?: FollowChanges;
  onProgress?: OnProgress | undefined;
}

export interface Operations {
  /** @param signal aborted when nobody waits for the answer any more */
  execute(job: Job, signal: AbortSignal, onProgress?: OnProgress): Promise<Answer>;
}

/** Executes GraphQL operations that the main thread has admitted: from the bytes of a request to those of its answer. */
export function createOperations({
  db,
  log,
  sources,
}: {
  db: Database;
  log: Log;
  /** What files may be read from; nothing when absent. */
  sources?: AllowedSources | undefined;
}): Operations {
  const cache = new EcosystemCache(db);
  const common = {
    schema,
    graphiql: false,
    landingPage: false,
    batching: false,
    cors: false,
    multipart: false,
    logging: false,
    maxRequestBodySize: maxImportBody,
    maskedErrors: { isDev: false, maskError: createMaskError(log) },
    context: ({ caller, signal, follow, onProgress }: JobContext) =>
      createContext({ db, caller, cache, signal, follow, onProgress, sources }),
  } as const;
  const yoga = createYoga<JobContext, ApiContext>({
    ...common,
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

  const streams = createYoga<JobContext, ApiContext>({
    ...common,
    plugins: [judgedTextOnly, ...operationLimits(), subscriptionsOnly, refusalsPlugin()],
  });

  return {
    async execute({ caller, query, production, method, url, headers, body, ecosystem, news }, signal, onProgress) {
      let follows: Follows | undefined;
      const follow: FollowChanges = async function* (key, after) {
        if (news?.length === 0 && (await readRevision(db, key)) === null)
          throw new NotFound(`There is no ecosystem "${key}".`);
        follows = { key, after };
        yield* news ?? [];
      };
      const response = await (news ? streams : yoga).fetch(
        `http://ecotone.invalid${url}`,
        { method, headers, ...(body && { body: body as Uint8Array<ArrayBuffer> }) },
        { caller, query, production, signal, onProgress, ...(news && { follow }) },
      );
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.bytes(),
        records: ecosystem === null ? undefined : cache.sizeOf(ecosystem),
        follows,
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

/** Queries and mutations have limits and caches of their own, which a stream does not. */
const subscriptionsOnly: Plugin = {
  onExecute({ args, setResultAndStopExecution }) {
    const operation = getOperationAST(args.document, args.operationName);
    if (operation?.operation === OperationTypeNode.SUBSCRIPTION) return;
    const message = "Only subscriptions are answered as text/event-stream: accept application/json.";
    setResultAndStopExecution({ errors: [refusalError({ status: 400, code: "BAD_USER_INPUT", message })] });
  },
};

const unreadable = {
  status: 400,
  code: "BAD_USER_INPUT",
  message: "The text of the operation could not be read: send the body as one JSON object with query or extensions.",
};
