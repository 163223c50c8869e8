import { readFile, stat } from "node:fs/promises";
import { decodeFile } from "../changes/imports/decode-file.ts";
import { UnreadableFile } from "../changes/imports/issue.ts";
import { checkSize } from "../changes/imports/limits.ts";

/** Text of a file to import. Throws one sentence if it is too large (before it is read), not text, or not found. */
export async function readText(file: string): Promise<string> {
  try {
    checkSize((await stat(file)).size);
    return decodeFile(await readFile(file));
  } catch (error) {
    if (error instanceof UnreadableFile) {
      const [issue] = error.issues;
      throw new Error(`${file}: ${issue?.path ? `${issue.path}: ` : ""}${issue?.message} Nothing was imported.`);
    }
    throw new Error(`${file} could not be read: ${(error as Error).message}.`);
  }
}
