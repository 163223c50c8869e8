import { Client, type CombinedError, cacheExchange, fetchExchange } from "urql";
import { byHash } from "./by-hash.ts";
import { ConnectionWatch, isUnreachable, statusOf } from "./connection.ts";

/** Whether the API answers, and since when not. */
export const connection = new ConnectionWatch();

/**
 * The one way to the API. The header x-csrf tells the server that a page of ours asks, not another site's form. The
 * built page names its operations by their hash; while developing, the API takes their text.
 */
export const client = new Client({
  url: "/graphql",
  exchanges: [cacheExchange, connection.exchange, ...(import.meta.env.PROD ? [byHash] : []), fetchExchange],
  preferGetMethod: false,
  fetchOptions: { credentials: "same-origin", headers: { "x-csrf": "1" } },
});

export interface Failure {
  kind: "signed-out" | "unreachable" | "refused";
  title: string;
  detail: string;
}

/** Turns any failure of a request into words: what happened, and what to do. */
export function describeFailure(error: CombinedError): Failure {
  const status = statusOf(error);
  const messages = error.graphQLErrors.map((e) => e.message).join(" ");
  if (status === 401) {
    return {
      kind: "signed-out",
      title: "You are not signed in",
      detail:
        "Open the one-time link that the terminal shows, or ask whoever runs the server for a new one, made by this command:",
    };
  }
  // Too many changes at once: the same is worth another attempt.
  if (status === 429) return { kind: "unreachable", title: "The server asks to wait", detail: messages };
  if (error.networkError || isUnreachable(error)) {
    return {
      kind: "unreachable",
      title: status ? `The server answered with ${status}` : "The server cannot be reached",
      detail: status
        ? "It may still be starting. Try again in a moment; the terminal says what is going on."
        : "Check that Ecotone is still running in its terminal, then try again. What you see here stays as it is.",
    };
  }
  return {
    kind: "refused",
    title: "This could not be answered",
    detail: messages || "The server gave no reason; its log has one.",
  };
}
