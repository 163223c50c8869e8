import type { MeasureErrorCode } from "./measure-error.ts";

// Domain errors: failures that are expected, each in one sentence for the caller. They know no GraphQL and no HTTP:
// api/schema/errors.ts gives each its code and status.

/** A caller's mistake: the sentence says what is wrong and what to do. */
export class InvalidInput extends Error {
  override readonly name = "InvalidInput";

  /** @param reason the same for programs, as the schema's ErrorReason lists it */
  constructor(
    sentence: string,
    readonly reason?: MeasureErrorCode,
  ) {
    super(sentence);
  }
}

/** What the caller names does not exist, or no longer: the sentence says which. */
export class NotFound extends Error {
  override readonly name = "NotFound";
}

/** Somebody else changed it first: carries both values, so that the page can offer a merge and loses no typed text. */
export class Conflict extends Error {
  override readonly name = "Conflict";

  constructor(
    sentence: string,
    readonly values: { current: object; yours: object },
  ) {
    super(sentence);
  }
}

/** Too many requests: the same one is welcome later. */
export class TooManyRequests extends Error {
  override readonly name = "TooManyRequests";

  constructor(
    sentence: string,
    readonly retryAfterSeconds: number,
  ) {
    super(sentence);
  }
}
