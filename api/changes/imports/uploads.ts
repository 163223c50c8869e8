import { createHash, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { maxBytes } from "./limits.ts";

/** Milliseconds for which an upload is kept. */
const uploadKept = 3_600_000;
/** Bytes of all uploads together: one that would not fit is refused. */
const maxKept = 2_000_000_000;
const idForm = /^[0-9a-f]{32}$/;

/** The folder of uploads: of this user only, and the same for all workers and processes on this machine. */
const uploadsFolder = (): string => join(tmpdir(), `ecotone-uploads-${userInfo().uid}`);

/** There is no room for more uploads. */
export class UploadsFull extends Error {}
/** The upload has more bytes than a file may have. */
export class UploadTooLarge extends Error {}

/** The file of an upload, which only the person who has sent it can name. */
const pathOf = (person: string, id: string): string =>
  join(uploadsFolder(), createHash("sha256").update(`${person}\n${id}`).digest("hex"));

/** Keeps bytes for an hour, so that a preview and the import after it send them once. Returns the id. */
export async function keepUpload(person: string, bytes: Uint8Array): Promise<string> {
  await makeRoom(bytes.length);
  const id = randomBytes(16).toString("hex");
  await writeFile(pathOf(person, id), bytes, { mode: 0o600 });
  return id;
}

/** As keepUpload, from a stream that may be long: it is written as it comes. */
export async function streamUpload(person: string, source: AsyncIterable<Uint8Array>, length: number): Promise<string> {
  await makeRoom(length);
  const id = randomBytes(16).toString("hex");
  const path = pathOf(person, id);
  let size = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) throw new UploadTooLarge();
      yield chunk;
    }
  }
  try {
    await pipeline(counted, createWriteStream(`${path}.part`, { mode: 0o600 }));
    await rename(`${path}.part`, path);
  } catch (error) {
    await rm(`${path}.part`, { force: true });
    throw error;
  }
  return id;
}

/** The bytes of an upload; null when there is none of this person with this id, or no longer. */
export async function readUpload(person: string, id: string): Promise<Uint8Array | null> {
  if (!idForm.test(id)) return null;
  try {
    const path = pathOf(person, id);
    if (Date.now() - (await stat(path)).mtimeMs > uploadKept) return null;
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Removes what is older than an hour; refuses when the rest leaves no room. */
async function makeRoom(bytes: number): Promise<void> {
  const folder = uploadsFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = await lstat(folder).then((it) => ({
    uid: it.uid,
    mode: it.isDirectory() ? it.mode & 0o077 : 1,
  }));
  // Another user of the machine could have made the folder before us.
  if ((userInfo().uid >= 0 && uid !== userInfo().uid) || mode !== 0)
    throw new Error(`The folder of uploads ${folder} is not this user's own: remove it.`);
  let kept = bytes;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > uploadKept) await rm(path, { force: true });
    else kept += found?.size ?? 0;
  }
  if (kept > maxKept) throw new UploadsFull();
}
