import { Cancelled } from "../../shared/domain-errors.ts";
import type { Refusal } from "./refusal.ts";

// Refusals of requests that are decided before, or in place of, an answer of the operation.

export const tooLarge: Refusal = {
  status: 413,
  code: "BAD_USER_INPUT",
  message:
    "The request is larger than 1 MB (5 MB for changeRecords, 50 MB of file for an import, each with its query before its variables): send less at a time.",
};
export const readersOnly: Refusal = {
  status: 403,
  code: "FORBIDDEN",
  message: "You are signed in as a reader, who cannot change anything: ask for an editor's link.",
};
export const tooManyImports: Refusal = {
  status: 429,
  code: "TOO_MANY_REQUESTS",
  message: "Other imports are running (at most 2 for each person, 4 in all): try again when they have ended.",
  headers: { "Retry-After": "5" },
};
export const late: Refusal = {
  status: 504,
  code: "DEADLINE_EXCEEDED",
  message: "No answer in time. A change may have been stored: send it again with the same idempotencyKey.",
};
export const lost: Refusal = {
  status: 503,
  code: "UNAVAILABLE",
  message: "The work was interrupted. Try again; a change with the same idempotencyKey is stored once.",
  headers: { "Retry-After": "2" },
};
export const cancelled: Refusal = { status: 409, code: "CANCELLED", message: new Cancelled().message };
export const unavailable: Refusal = {
  status: 503,
  code: "UNAVAILABLE",
  message: "The database does not answer. Try again.",
  headers: { "Retry-After": "5" },
};
