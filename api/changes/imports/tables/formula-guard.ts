/**
 * Formula guard: a cell that a spreadsheet may take for a formula is written with an apostrophe before it, and so is one
 * that begins with one. Signs in full width or small form count as their ASCII form, blanks and control characters before
 * them do not help, and a pipe or a percent sign begins a formula in some programs.
 */
const formulaStart = /^['\t\r\n]|^[\s\p{Z}\p{C}]*[=+\-\u2212@|%]/u;

const needsGuard = (text: string): boolean => formulaStart.test(text.normalize("NFKC"));

/** The text as it is safe in a CSV. */
export const withGuard = (text: string): string => (needsGuard(text) ? `'${text}` : text);

/** The text of a cell of a CSV: without the apostrophe, where it was written as a guard. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && needsGuard(text.slice(1)) ? text.slice(1) : text;
