import { lineAndColumn, unreadable } from "./issue.ts";
import { maxRecords, tooManyRecords } from "./limits.ts";

const maxDepth = 64;
/** What stands outside of texts: numbers, true, false, null. */
const wordHere = /[^\s,:{}[\]"]+/y;
const isNumber = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const constants = new Set(["true", "false", "null"]);

/**
 * Scans JSON before it is parsed and refuses, with the place, what the parser would accept silently or at a high cost:
 * nesting beyond 64 levels, duplicate names in an object (the parser keeps the last), numbers out of range (1e400
 * becomes infinity), lone surrogates and NUL written as escapes, more records than an import may have; and words such as
 * NaN, of which the parser does not say where they stand. Other invalid JSON is left to the parser.
 */
export function scanJson(text: string): void {
  const refuse = (at: number, message: string) => unreadable(lineAndColumn(text, at), message);
  // Stack of open brackets: the names so far of an object, null for a list.
  const open: (Set<string> | null)[] = [];
  let nameNext = false;
  let records = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      const end = endOfString(text, at);
      const value = readString(text.slice(at, end + 1));
      if (!value.isWellFormed()) throw refuse(at, "This text contains half a character (a lone surrogate): remove it.");
      if (value.includes("\0")) throw refuse(at, "This text contains a NUL character: remove it.");
      const names = open.at(-1);
      if (nameNext && names) {
        if (names.has(value))
          throw refuse(at, `The field ${JSON.stringify(value.slice(0, 80))} appears twice in one object: keep one.`);
        names.add(value);
      }
      nameNext = false;
      at = end;
    } else if (code === 123 || code === 91) {
      if (open.length === maxDepth)
        throw refuse(at, `The file is nested deeper than ${maxDepth} levels, so it is not an ecosystem document.`);
      // A record is an object in a list of the document.
      if (code === 123 && open.length === 2 && open[1] === null && ++records > maxRecords)
        throw tooManyRecords(`more than ${maxRecords}`);
      open.push(code === 123 ? new Set() : null);
      nameNext = code === 123;
    } else if (code === 125 || code === 93) open.pop();
    else if (code === 44) nameNext = open.at(-1) instanceof Set;
    else if (code > 32 && code !== 58) {
      wordHere.lastIndex = at;
      const word = wordHere.exec(text)?.[0];
      if (word === undefined) continue; // a blank of Unicode, which the parser refuses
      const isCutOff = at + word.length === text.length;
      if (isNumber.test(word)) {
        if (!Number.isFinite(Number(word)))
          throw refuse(at, `The number ${word.slice(0, 40)} is too large: write a smaller one.`);
      } else if (!isCutOff && !constants.has(word))
        throw refuse(
          at,
          `${word.slice(0, 40)} is no value in JSON: put names and texts in double quotes, and write null for what is not known.`,
        );
      at += word.length - 1;
    }
  }
}

/** End of the string that begins at `start`; the end of the text when it is cut off. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 92) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

function readString(quoted: string): string {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted; // Invalid JSON: the parser reports it, with the place.
  }
}
