import type { IncomingMessage, ServerResponse } from "node:http";
import { GraphQLError } from "graphql";

/** A request that is refused before its operation runs: for its headers, its size or its rate. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
  headers?: Record<string, string>;
}

/** The refusal as a GraphQL error, where Yoga writes the answer. */
export const refusalError = ({ status, code, message, headers }: Refusal): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status, headers } } });

/** @param wait seconds */
export const tooMany = (what: string, wait: number): Refusal => ({
  status: 429,
  code: "TOO_MANY_REQUESTS",
  message: `Too many ${what} within a minute: try again in ${wait} seconds.`,
  headers: { "Retry-After": String(wait) },
});

/**
 * Answers with the refusal, in the form of a GraphQL answer.
 * @param smallBody bytes: the rest of a body up to this size is read and discarded, since closing the connection while
 * the client still sends would lose the answer. A larger body is not read, and the connection is closed.
 */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal, smallBody: number): void {
  const { status, code, message, headers } = refusal;
  const isSmall = Number(request.headers["content-length"] ?? 0) <= smallBody;
  if (isSmall) request.resume();
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    ...(!isSmall && { Connection: "close" }),
    ...headers,
  });
  // A request that failed on the server may succeed when repeated.
  const extensions = { code, ...(status > 500 && { retriable: true }) };
  response.end(JSON.stringify({ errors: [{ message, extensions }] }));
}
