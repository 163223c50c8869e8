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
    `Nothing was saved: only ${Math.floor(bytes / 1e6)} MB are free on the database's disk, and 1 GB is required. Free some space and try again.`,
  );
}
