import type { IncomingMessage, ServerResponse } from "node:http";
import { GraphQLError } from "graphql";

/** A request that is refused before its operation runs: by its headers, its size, its rate. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
  headers?: Record<string, string>;
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && "status" in value && "code" in value;

/** The refusal as a GraphQL error, where Yoga writes the answer. */
export const refusalError = ({ status, code, message, headers }: Refusal): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status, headers } } });

/** @param wait seconds */
export const tooMany = (what: string, wait: number): Refusal => ({
  status: 429,
  code: "TOO_MANY_REQUESTS",
  message: `Too many ${what} in a minute: come back in ${wait} seconds.`,
  headers: { "Retry-After": String(wait) },
});

/**
 * Answers with the refusal, in the form of a GraphQL answer.
 * @param smallBody bytes: what is left of a body of at most that size is read and dropped, since hanging up on who still
 * sends would lose them this answer. A larger one is not read, and then the connection cannot serve another request.
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
  // A request that failed on our side may succeed when it is made again.
  const extensions = { code, ...(status > 500 && { retriable: true }) };
  response.end(JSON.stringify({ errors: [{ message, extensions }] }));
}
