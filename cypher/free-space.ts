import { statfs } from "node:fs/promises";

/** Bytes that must be free where the store lies: on a full disk Neo4j stops answering even reads until it is restarted. */
const leastFree = 1_000_000_000;

/** Changes are refused until there is room again; reading goes on. */
export class StorageFull extends Error {
  override readonly name = "StorageFull";
  readonly code = "STORAGE_FULL";
}

/** Bytes that this user may still write where the folder lies. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Throws StorageFull when less than 1 GB is free. */
export async function refuseWhenFull(free: () => Promise<number>): Promise<void> {
  const bytes = await free();
  if (bytes >= leastFree) return;
  throw new StorageFull(
    `Nothing is stored: only ${Math.floor(bytes / 1e6)} MB are free where the database lies, and 1 GB must be. Free some space; changes are taken again by themselves.`,
  );
}
