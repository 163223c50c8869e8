import {
  Client,
  type CombinedError,
  cacheExchange,
  type Exchange,
  fetchExchange,
  makeOperation,
  mapExchange,
} from "urql";
import { ChangeWatch } from "../live/change-watch.ts";
import { byHash } from "./by-hash.ts";
import { ConnectionWatch, isUnreachable, statusOf, tooManyRequests } from "./connection.ts";
import { RateLimitWatch } from "./retry-after.ts";
import { sameOrigin } from "./same-origin.ts";
import { WorkWatch } from "./work-watch.ts";

/** Whether the API is reachable, and since when not. */
export const connection = new ConnectionWatch();
/** Changes of the ecosystem that is shown, as anybody makes them. */
export const changes = new ChangeWatch(connection);
/** Whether requests wait for the rate limit, and until when. */
export const rateLimit = new RateLimitWatch();
/** The person's heavy computations on the server while queries are slow. */
export const work = new WorkWatch();

/** Queries can be cancelled; a change, once it is sent, is waited for. */
const fetchQuery = rateLimit.fetchBy(work.fetch);
const cancellableQueries = mapExchange({
  onOperation: (operation) =>
    operation.kind === "query"
      ? makeOperation(operation.kind, operation, { ...operation.context, fetch: fetchQuery })
      : operation,
});

/**
 * Creates a GraphQL client. The built page sends hashes of its operations; in development the API accepts their text.
 * @param first exchanges before the cache
 */
export const createClient = (first: readonly Exchange[] = []): Client =>
  new Client({
    url: "/graphql",
    exchanges: [
      ...first,
      cacheExchange,
      changes.exchange,
      connection.exchange,
      ...(import.meta.env.PROD ? [byHash] : []),
      cancellableQueries,
      fetchExchange,
    ],
    preferGetMethod: false,
    fetch: rateLimit.fetch,
    fetchOptions: sameOrigin,
  });

/** The client of what is recorded now. */
export const client = createClient();

interface Failure {
  /**
   * "unreachable" reconnects automatically, and then everything is read again; "later": the same request may succeed if
   * repeated.
   */
  kind: "signed-out" | "unreachable" | "later" | "refused";
  title: string;
  detail: string;
}

/** Temporary refusals: nothing is wrong with the request. */
const passing: Record<string, Pick<Failure, "kind" | "title">> = {
  UNAVAILABLE: { kind: "unreachable", title: "The database does not answer" },
  STORAGE_FULL: { kind: "later", title: "The disk is nearly full" },
  TOO_MANY_REQUESTS: { kind: "later", title: "Too many requests" },
  CANCELLED: { kind: "later", title: "Cancelled" },
  DEADLINE_EXCEEDED: { kind: "later", title: "The request timed out" },
};

/** Why there is no answer: what came in place of one, if anything. */
function withoutAnswer(status: number | undefined): Pick<Failure, "title" | "detail"> {
  switch (status) {
    case undefined:
      return {
        title: "The server cannot be reached",
        detail: "Check that Ecotone is still running in its terminal, then try again. The data shown here is kept.",
      };
    case tooManyRequests:
      return { title: "Too many requests", detail: "The server, or a proxy before it, limits how often it is asked." };
    default:
      return {
        title: `The server answered with ${status}`,
        detail: "It may still be starting. Try again in a moment; the terminal shows its progress.",
      };
  }
}

/** Describes any failure of a request in words: what happened, and what to do. */
export function describeFailure(error: CombinedError): Failure {
  const status = statusOf(error);
  const messages = error.graphQLErrors.map((e) => e.message).join(" ");
  if (status === 401) {
    return {
      kind: "signed-out",
      title: "You are not signed in",
      detail:
        "Open the one-time link shown in the terminal, or ask the server's operator for a new one, created with this command:",
    };
  }
  const pass = passing[String(error.graphQLErrors[0]?.extensions.code)];
  if (pass) return { ...pass, detail: messages };
  if (error.networkError || isUnreachable(error)) return { kind: "unreachable", ...withoutAnswer(status) };
  return {
    kind: "refused",
    title: "The request failed",
    detail: messages || "The server gave no reason; see its log.",
  };
}

/** A failure of a request as one text: what happened, and what to do. */
export function failureText(error: CombinedError): string {
  const { title, detail } = describeFailure(error);
  return `${title}. ${detail}`;
}
