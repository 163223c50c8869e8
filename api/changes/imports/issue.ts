import type { Issue } from "../../shared/issue.ts";

/** Import issue: what is wrong, where (a JSON Pointer, or line and column) and what to do. */
export type ImportIssue = Issue;

/** A file that cannot be read in its format. */
export class UnreadableFile extends Error {
  constructor(readonly issues: ImportIssue[]) {
    super(issues[0]?.message);
  }
}

export const unreadable = (path: string, message: string) => new UnreadableFile([{ path, message }]);

/** "line 3, column 14" of an offset in a text. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}
