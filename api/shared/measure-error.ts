/** Errors in the arguments of a measure, with their descriptions for the API. */
export const measureErrorCodes = {
  IMPOSSIBLE_DATE: "The date does not exist.",
  BAD_CONFIDENCE: "minConfidence is not between 0 and 1.",
  UNKNOWN_WEIGHT: "The weight is of something unknown.",
  DOUBLE_WEIGHT: "A weight is given twice.",
  NEGATIVE_WEIGHT: "A weight is below 0.",
  HUGE_WEIGHT: "A weight is above the maximum.",
  ALL_WEIGHTS_ZERO: "Every weight is 0.",
  BAD_HALF_LIFE: "A half-life is not above 0.",
  BAD_FIRST: "first is not a valid number of rows.",
  FOCAL_MISSING: "No focal firm is given, and the ecosystem has none.",
  FOCAL_UNKNOWN: "The focal firm is not an actor in force.",
  FOCAL_WITHOUT_POSITION: "The focal firm has no position: no claim or offering gives it an extent above 0.",
  RIVAL_UNKNOWN: "The rival is not an actor in force, or cannot be a rival.",
  NO_DATES: "A list of dates is empty.",
  TOO_MANY_DATES: "A list of dates is longer than one answer allows.",
  DATES_NOT_ASCENDING: "Dates are not in ascending order, each once.",
  BAD_PERIOD: "A period does not start before it ends.",
  NOT_AS_KNOWN: "This is answered as of now only: leave out asKnownAt.",
} as const;

export type MeasureErrorCode = keyof typeof measureErrorCodes;

/** Invalid argument of a measure: an expected failure, with a message that names the argument. */
export class MeasureError extends Error {
  readonly code: MeasureErrorCode;

  constructor(code: MeasureErrorCode, message: string) {
    super(message);
    this.name = "MeasureError";
    this.code = code;
  }
}
