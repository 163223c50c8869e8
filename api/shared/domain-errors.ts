import type { MeasureErrorCode } from "./measure-error.ts";

// Domain errors: failures that are expected, each in one sentence for the caller. They know no GraphQL and no HTTP:
// api/schema/errors.ts gives each its code and status.

/** A caller's mistake: the sentence says what is wrong and what to do. */
export class InvalidInput extends Error {
  override readonly name = "InvalidInput";

  /** @param reason machine-readable, as listed in the schema's ErrorReason */
  constructor(
    sentence: string,
    readonly reason?: MeasureErrorCode,
  ) {
    super(sentence);
  }
}

/** A record or ecosystem named by the caller does not exist, or no longer exists: the message says which. */
export class NotFound extends Error {
  override readonly name = "NotFound";
}

/**
 * Conflict with a concurrent change: carries both values, so that the page can offer a choice and no typed text is
 * lost.
 */
export class Conflict extends Error {
  override readonly name = "Conflict";

  constructor(
    sentence: string,
    readonly values: { current: object; yours: object },
  ) {
    super(sentence);
  }
}

/** The caller has cancelled the work: nothing of it is stored. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";

  constructor() {
    super("Nothing was stored.");
  }
}

/** Too many requests: the same request may be repeated later. */
export class TooManyRequests extends Error {
  override readonly name = "TooManyRequests";

  constructor(
    sentence: string,
    readonly retryAfterSeconds: number,
  ) {
    super(sentence);
  }
}
