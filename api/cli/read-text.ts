import { readFile, stat } from "node:fs/promises";
import { decodeFile } from "../changes/imports/decode-file.ts";
import { UnreadableFile } from "../changes/imports/issue.ts";
import { checkSize } from "../changes/imports/limits.ts";

/** The text of a file that is to be imported. Throws one sentence: too large (before it is read), no text, not there. */
export async function readText(file: string): Promise<string> {
  try {
    checkSize((await stat(file)).size);
    return decodeFile(await readFile(file));
  } catch (error) {
    if (error instanceof UnreadableFile) {
      const [issue] = error.issues;
      throw new Error(`${file}: ${issue?.path ? `${issue.path}: ` : ""}${issue?.message} Nothing was stored.`);
    }
    throw new Error(`${file} cannot be read: ${(error as Error).message}.`);
  }
}
