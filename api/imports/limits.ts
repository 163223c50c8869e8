import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { recordKindNames } from "../../cypher/model/record-kinds.ts";
import { unreadable } from "./issue.ts";

export const maxBytes = 50_000_000;
export const maxRecords = 100_000;
const maxDepth = 64;

/** Refuses what no ecosystem needs before it is parsed: size, broken text, nesting. */
export function checkText(content: string): void {
  const bytes = Buffer.byteLength(content);
  if (bytes > maxBytes)
    throw unreadable(
      "",
      `The file has ${Math.round(bytes / 1e6)} MB; 50 MB is the most. Split it and import the parts one after another.`,
    );
  if (!content.isWellFormed())
    throw unreadable("", "The text holds half a character (a lone surrogate). Save the file as UTF-8.");
  if (content.includes("\0")) throw unreadable("", "The text holds a NUL character: this is not a text file in UTF-8.");
  if (content.trim() === "") throw unreadable("", "The file is empty.");
}

/** Refuses nesting that a parser would have to bear, without parsing. */
export function checkDepth(json: string): void {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (quoted) {
      if (code === 92) i++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) {
      if (++depth > maxDepth)
        throw unreadable("", `The file is nested deeper than ${maxDepth} levels: this is no ecosystem document.`);
    } else if (code === 125 || code === 93) depth--;
  }
}

export function checkCount(document: EcosystemDocument): void {
  const count = recordKindNames.reduce((sum, kind) => sum + (document[kind]?.length ?? 0), 0);
  if (count > maxRecords)
    throw unreadable(
      "",
      `The file holds ${count} records; ${maxRecords} is the most for one import. Split it: actors and activities first, then what refers to them.`,
    );
}
