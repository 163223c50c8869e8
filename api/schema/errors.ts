import { GraphQLError } from "graphql";
import { DatabaseUnavailable, StorageFull, TransactionTooLarge } from "../../cypher/database.ts";
import { Cancelled, Conflict, InvalidInput, NotFound, TooManyRequests } from "../shared/domain-errors.ts";
import { MeasureError } from "../shared/measure-error.ts";

/** Code, HTTP status and extensions of an expected failure. */
function extensionsOf(error: unknown): Record<string, unknown> | null {
  if (error instanceof InvalidInput) return badUserInput(error.reason);
  if (error instanceof MeasureError) return badUserInput(error.code);
  if (error instanceof TransactionTooLarge) return badUserInput();
  if (error instanceof NotFound) return { code: "NOT_FOUND", http: { status: 404 } };
  if (error instanceof Conflict) return { code: "CONFLICT", ...error.values, http: { status: 409 } };
  if (error instanceof TooManyRequests)
    return { code: "TOO_MANY_REQUESTS", http: { status: 429, headers: retryAfter(error.retryAfterSeconds) } };
  if (error instanceof Cancelled) return { code: "CANCELLED", http: { status: 409 } };
  // Retryable: the same request works later, when the database answers again or its disk has room.
  if (error instanceof DatabaseUnavailable)
    return { code: "UNAVAILABLE", retriable: true, http: { status: 503, headers: retryAfter(5) } };
  if (error instanceof StorageFull)
    return { code: "STORAGE_FULL", retriable: true, http: { status: 507, headers: retryAfter(60) } };
  return null;
}

const badUserInput = (reason?: string) => ({
  code: "BAD_USER_INPUT",
  ...(reason && { reason }),
  http: { status: 400 },
});
const retryAfter = (seconds: number) => ({ "Retry-After": String(seconds) });

/** The API's form of an expected failure; null for any other. */
export function toGraphQLError(error: unknown): GraphQLError | null {
  if (error instanceof GraphQLError) return error;
  const extensions = extensionsOf(error);
  return extensions && new GraphQLError((error as Error).message, { extensions });
}

/** A caller's mistake as a GraphQLError, which scalars and the complexity limit must throw. */
export const invalidInput = (...args: ConstructorParameters<typeof InvalidInput>): GraphQLError =>
  toGraphQLError(new InvalidInput(...args))!;
