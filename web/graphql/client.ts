import { Client, type CombinedError, cacheExchange, fetchExchange } from "urql";
import { byHash } from "./by-hash.ts";

/**
 * The one way to the API. The header x-csrf tells the server that a page of ours asks, not another site's form. The
 * built page names its operations by their hash; while developing, the API takes their text.
 */
export const client = new Client({
  url: "/graphql",
  exchanges: import.meta.env.PROD ? [cacheExchange, byHash, fetchExchange] : [cacheExchange, fetchExchange],
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
  const status = (error.response as Response | undefined)?.status;
  if (status === 401) {
    return {
      kind: "signed-out",
      title: "You are not signed in",
      detail:
        "Open the one-time link that the terminal shows, or ask whoever runs the server for a new one, made by this command:",
    };
  }
  if (error.networkError) {
    return {
      kind: "unreachable",
      title: status ? `The server answered with ${status}` : "The server cannot be reached",
      detail: status
        ? "It may still be starting. Try again in a moment; the terminal says what is going on."
        : "Check that Ecotone is still running in its terminal, then try again. What you see here stays as it is.",
    };
  }
  const messages = error.graphQLErrors.map((e) => e.message);
  return {
    kind: "refused",
    title: "This could not be answered",
    detail: messages.join(" ") || "The server gave no reason; its log has one.",
  };
}
