/** What can be wrong with what a measure was asked for; the message names the argument and says what it may be. */
export type MeasureErrorCode =
  | "IMPOSSIBLE_DATE"
  | "BAD_CONFIDENCE"
  | "UNKNOWN_WEIGHT"
  | "DOUBLE_WEIGHT"
  | "NEGATIVE_WEIGHT"
  | "HUGE_WEIGHT"
  | "ALL_WEIGHTS_ZERO"
  | "KNOWN_WEIGHTS_ZERO"
  | "BAD_HALF_LIFE"
  | "BAD_FIRST"
  | "FOCAL_MISSING"
  | "FOCAL_UNKNOWN"
  | "FOCAL_WITHOUT_POSITION"
  | "RIVAL_UNKNOWN"
  | "UNKNOWN_CHANGE"
  | "NO_DATES"
  | "TOO_MANY_DATES"
  | "DATES_NOT_ASCENDING"
  | "BAD_PERIOD";

/** An argument of a measure that has no answer: an expected failure, told to the caller in words. */
export class MeasureError extends Error {
  readonly code: MeasureErrorCode;

  constructor(code: MeasureErrorCode, message: string) {
    super(message);
    this.name = "MeasureError";
    this.code = code;
  }
}
