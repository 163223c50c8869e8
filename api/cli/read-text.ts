import { readFile, stat } from "node:fs/promises";
import { decodeFile } from "../changes/imports/decode-file.ts";
import { UnreadableFile } from "../changes/imports/issue.ts";
import { checkSize } from "../changes/imports/limits.ts";

/** Text of a file to import. Throws one sentence if it is too large (before it is read), not text, or not found. */
export const readText = (file: string): Promise<string> => reading(file, decodeFile);

/** Bytes of a file of tables to import. Throws one sentence if it is too large (before it is read), or not found. */
export const readBytes = (file: string): Promise<Uint8Array> => reading(file, (bytes) => bytes);

async function reading<Content>(file: string, decode: (bytes: Uint8Array) => Content): Promise<Content> {
  try {
    checkSize((await stat(file)).size);
    return decode(await readFile(file));
  } catch (error) {
    if (error instanceof UnreadableFile) {
      const [issue] = error.issues;
      throw new Error(`${file}: ${issue?.path ? `${issue.path}: ` : ""}${issue?.message} Nothing was imported.`);
    }
    throw new Error(`${file} could not be read: ${(error as Error).message}.`);
  }
}
