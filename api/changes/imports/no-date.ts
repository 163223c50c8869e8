/** An end after this year is what tables and programs write for "none". */
export const lastYear = 2200;

/** Whether a text is an end that means none: a date in form, which no calendar needs to have (9999-99-99). */
export const isFarEnd = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && Number(text.slice(0, 4)) > lastYear;

/** Whether a field says when something ends, and its value that it does not. */
export const isOpenEnd = (field: string, value: unknown): boolean =>
  (field === "validTo" || field === "endedOn") && isFarEnd(String(value));

/** The first day that there is, which programs write for a date that is not set. */
export const isUnsetDate = (value: unknown): boolean => value === "0001-01-01";

/** What is told of a date that is not set. */
export const unsetDateNote = (value: unknown): string => `${value} is what programs write for no date: read as empty.`;
