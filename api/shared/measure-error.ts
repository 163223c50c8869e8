/** What can be wrong with what a measure was asked for, in words for who reads the schema. */
export const measureErrorCodes = {
  IMPOSSIBLE_DATE: "A date that is no day of the calendar.",
  BAD_CONFIDENCE: "minConfidence is not between 0 and 1.",
  UNKNOWN_WEIGHT: "A weight of what is not weighed.",
  DOUBLE_WEIGHT: "A weight is given twice.",
  NEGATIVE_WEIGHT: "A weight is below 0.",
  HUGE_WEIGHT: "A weight is above the most that one may be.",
  ALL_WEIGHTS_ZERO: "Every weight is 0.",
  KNOWN_WEIGHTS_ZERO: "Every weight of what is known of a rival is 0.",
  BAD_HALF_LIFE: "A half-life is not above 0.",
  BAD_FIRST: "first is not a number of rows that may be asked for.",
  FOCAL_MISSING: "No focal actor is named, and the ecosystem has none of its own.",
  FOCAL_UNKNOWN: "The focal actor is no actor in force.",
  FOCAL_WITHOUT_POSITION: "Nobody claims that the focal actor does anything: it has no position.",
  RIVAL_UNKNOWN: "The rival is no actor in force, or none that can be a rival.",
  NO_DATES: "A list of dates is empty.",
  TOO_MANY_DATES: "More dates than one answer is computed for.",
  DATES_NOT_ASCENDING: "A list of dates holds one twice, or a later one first.",
  BAD_PERIOD: "A period does not begin before it ends.",
} as const;

export type MeasureErrorCode = keyof typeof measureErrorCodes;

/** An argument of a measure that has no answer: an expected failure, told to the caller in words that name the argument. */
export class MeasureError extends Error {
  readonly code: MeasureErrorCode;

  constructor(code: MeasureErrorCode, message: string) {
    super(message);
    this.name = "MeasureError";
    this.code = code;
  }
}
