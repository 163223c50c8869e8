import { GraphQLError } from "graphql";
import type { MeasureErrorCode } from "./shared/measure-error.ts";

/**
 * A caller's mistake: one sentence that says what is wrong, under the code BAD_USER_INPUT and HTTP 400.
 * @param reason the same for programs, as the schema's ErrorReason lists it
 */
export function badUserInput(sentence: string, reason?: MeasureErrorCode): GraphQLError {
  return new GraphQLError(sentence, {
    extensions: { code: "BAD_USER_INPUT", ...(reason && { reason }), http: { status: 400 } },
  });
}

/** Too many requests: says after how many seconds to come back, under HTTP 429. */
export function tooManyRequests(sentence: string, retryAfterSeconds: number): GraphQLError {
  return new GraphQLError(sentence, {
    extensions: {
      code: "TOO_MANY_REQUESTS",
      http: { status: 429, headers: { "Retry-After": String(retryAfterSeconds) } },
    },
  });
}

/** The database does not answer: the same request may work later. */
export function unavailable(sentence: string): GraphQLError {
  return new GraphQLError(sentence, {
    extensions: { code: "UNAVAILABLE", retriable: true, http: { status: 503, headers: { "Retry-After": "5" } } },
  });
}

/** The disk is too full for changes: the same request works once there is room again. */
export function storageFull(sentence: string): GraphQLError {
  return new GraphQLError(sentence, {
    extensions: { code: "STORAGE_FULL", retriable: true, http: { status: 507, headers: { "Retry-After": "60" } } },
  });
}

/** What the caller names is not there, or no longer: the sentence says which, under HTTP 404. */
export function notFound(sentence: string): GraphQLError {
  return new GraphQLError(sentence, { extensions: { code: "NOT_FOUND", http: { status: 404 } } });
}

/** Somebody else changed it first: carries both values, so that the page can offer a merge and loses no typed text. */
export function conflict(sentence: string, values: { current: object; yours: object }): GraphQLError {
  return new GraphQLError(sentence, { extensions: { code: "CONFLICT", ...values, http: { status: 409 } } });
}
