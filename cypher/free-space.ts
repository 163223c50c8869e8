import { statfs } from "node:fs/promises";

/**
 * Minimum free disk space for the store in bytes: on a full disk Neo4j stops answering even reads until it is
 * restarted.
 */
const leastFree = 1_000_000_000;

/** Disk full: changes are refused until there is space again; reads continue. */
export class StorageFull extends Error {
  override readonly name = "StorageFull";
  readonly code = "STORAGE_FULL";
}

/** Free bytes for this user on the folder's disk. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Bytes that must be free for somebody to sign in, which writes little: people may still sign in to read and export
 * when changes are refused, but not when the database itself would fail.
 */
export const leastFreeToSignIn = 100_000_000;

/** Throws StorageFull when there is no room to sign in. */
export async function refuseSignInWhenFull(free: () => Promise<number>): Promise<void> {
  const bytes = await free();
  if (bytes < leastFreeToSignIn)
    throw new StorageFull(`Nobody can sign in: only ${Math.floor(bytes / 1e6)} MB are free on the database's disk.`);
}

/** Throws StorageFull when less than 1 GB is free. */
export async function refuseWhenFull(free: () => Promise<number>): Promise<void> {
  const bytes = await free();
  if (bytes >= leastFree) return;
  throw new StorageFull(
    `Nothing was saved: only ${Math.floor(bytes / 1e6)} MB are free on the database's disk, and 1 GB is required. Free some space and try again.`,
  );
}
