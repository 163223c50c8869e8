import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import { toGraphQLError } from "../../schema/errors.ts";
import type { Log } from "../log.ts";

/**
 * Error masking: an expected failure is reported with its message, code and reason; any other is replaced by an id
 * under which the log has the details.
 */
export function createMaskError(log: Log): (error: unknown) => Error {
  return (error) => {
    const cause = causeOf(error);
    const expected = toGraphQLError(cause);
    if (expected && !isUnforeseen(expected)) return at(error, expected);
    // The caller has gone, or the time is up and that has been answered: nobody reads this.
    if (cause instanceof Error && cause.name === "AbortError")
      return at(error, new GraphQLError("The request was cancelled.", { extensions: { code: "UNAVAILABLE" } }));
    const id = randomUUID();
    log.error({ id, err: cause }, "A request failed unexpectedly.");
    return at(
      error,
      new GraphQLError(`Something went wrong on the server; see ${id} in its log.`, {
        extensions: { code: "INTERNAL_SERVER_ERROR", id, http: { status: 500 } },
      }),
    );
  };
}

/** An error of the execution itself, such as null where there must be a value: no resolver has thrown it. */
const isUnforeseen = ({ path, extensions }: GraphQLError): boolean =>
  path !== undefined && extensions.code === undefined;

function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

// Path and location come from the outer error; the inner one may have been thrown anywhere.
function at(outer: unknown, shown: GraphQLError): GraphQLError {
  if (!(outer instanceof GraphQLError) || outer === shown) return shown;
  return new GraphQLError(shown.message, {
    nodes: outer.nodes,
    source: outer.source,
    positions: outer.positions,
    path: outer.path,
    extensions: shown.extensions,
  });
}
