import { readFile, stat } from "node:fs/promises";
import { decodeFile } from "../changes/imports/decode-file.ts";
import { UnreadableFile } from "../changes/imports/issue.ts";
import { checkSize } from "../changes/imports/limits.ts";

/** Text of a file to import. Throws one sentence if it is too large (before it is read), not text, or not found. */
export const readText = async (file: string): Promise<string> => decodeText(file, await readBytes(file));

/** Bytes of a file to import. Throws one sentence if it is too large (before it is read), or not found. */
export const readBytes = (file: string): Promise<Uint8Array> =>
  inOneSentence(file, async () => {
    checkSize((await stat(file)).size);
    return readFile(file);
  });

/** Text of a file of which the bytes have been read. Throws one sentence if they are not text. */
export const decodeText = (file: string, bytes: Uint8Array): Promise<string> =>
  inOneSentence(file, async () => decodeFile(bytes));

async function inOneSentence<Content>(file: string, read: () => Promise<Content>): Promise<Content> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableFile) {
      const [issue] = error.issues;
      throw new Error(`${file}: ${issue?.path ? `${issue.path}: ` : ""}${issue?.message} Nothing was imported.`);
    }
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(reasons[code ?? ""]?.(file) ?? `${file} could not be read: ${message}.`);
  }
}

const reasons: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `There is no file ${file}.`,
  EISDIR: (file) => `${file} is a folder: name a file in it.`,
  EACCES: (file) => `${file} may not be read by this account.`,
};
