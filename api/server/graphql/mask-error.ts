import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import { DatabaseUnavailable, StorageFull, TransactionTooLarge } from "../../../cypher/database.ts";
import { badUserInput, storageFull, unavailable } from "../../errors.ts";
import { MeasureError } from "../../shared/measure-error.ts";
import type { Log } from "../log.ts";

/**
 * What a caller may see of a failure: a mistake of theirs as its sentence under BAD_USER_INPUT, with the reason for
 * programs; anything unforeseen as an id under which the log has the rest.
 */
export function createMaskError(log: Log): (error: unknown) => Error {
  return (error) => {
    const cause = originOf(error);
    if (cause instanceof MeasureError) return at(error, badUserInput(cause.message, cause.code));
    if (cause instanceof TransactionTooLarge) return at(error, badUserInput(cause.message));
    if (cause instanceof DatabaseUnavailable) return at(error, unavailable(cause.message));
    if (cause instanceof StorageFull) return at(error, storageFull(cause.message));
    if (cause instanceof GraphQLError) return at(error, cause);
    const id = randomUUID();
    log.error({ id, err: cause }, "A request failed unexpectedly.");
    return at(
      error,
      new GraphQLError(`Something went wrong on our side. The log has it under ${id}.`, {
        extensions: { code: "INTERNAL_SERVER_ERROR", id },
      }),
    );
  };
}

function originOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

// The path and place in the operation are the outer error's; the inner one may have been thrown far from them.
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
