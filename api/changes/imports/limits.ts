import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { recordKindNames } from "../../../cypher/model/record-kinds.ts";
import { lineAndColumn, unreadable } from "./issue.ts";

export const maxBytes = 50_000_000;
export const maxRecords = 100_000;
/** Records that a table may make: rows of relations name actors besides, and the file is one itself. */
export const maxMappedRecords = 200_000;
/** Lone surrogate: half of a character that UTF-16 writes as a pair. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Refuses a file by its size in bytes. */
export function checkSize(bytes: number): void {
  if (bytes > maxBytes)
    throw unreadable(
      "",
      `The file has ${Math.round(bytes / 1e6)} MB; the limit is 50 MB. Split it and import the parts one by one.`,
    );
}

/** Refuses a text that cannot be an ecosystem before it is parsed: too large, invalid text, another kind of file. */
export function checkText(content: string): void {
  checkSize(Buffer.byteLength(content));
  if (!content.isWellFormed())
    throw unreadable(
      lineAndColumn(content, loneSurrogate.exec(content)?.index ?? 0),
      "The text contains half a character (a lone surrogate). Save the file as UTF-8.",
    );
  if (content.startsWith("PK\u0003\u0004"))
    throw unreadable("", "This is a zip archive, not a text file. Unpack it first.");
  if (content.includes("\0"))
    throw unreadable(
      lineAndColumn(content, content.indexOf("\0")),
      "The text contains a NUL character, so this is not a UTF-8 text file. Save it as UTF-8.",
    );
  if (/^\uFEFF?\s*<(!doctype html|html)\b/i.test(content.slice(0, 1_000)))
    throw unreadable(
      "line 1, column 1",
      "This is an HTML page, often a sign-in page saved by mistake. Download the file itself.",
    );
  if (content.trim() === "") throw unreadable("", "The file is empty.");
}

export function checkCount(document: EcosystemDocument, max = maxRecords): void {
  const count = recordKindNames.reduce((sum, kind) => sum + (document[kind]?.length ?? 0), 0);
  if (count > max) throw tooManyRecords(String(count), max);
}

export const tooManyRecords = (count: string, max = maxRecords) =>
  unreadable(
    "",
    `The file has ${count} records; the limit is ${max} per import. Split it: actors and activities first, then the records that refer to them.`,
  );
