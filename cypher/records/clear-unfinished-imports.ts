import { type Database, DatabaseUnavailable, importLimit } from "../database.ts";
import { lockEcosystem } from "./change-records.ts";
import { clearStaged, listStaged } from "./staged-records.ts";

/** Rolls back the lock, which may have created the ecosystem's node. */
class Cleared extends Error {}

/**
 * Deletes what imports have staged that did not end, as after a power cut. Holds each ecosystem's lock: what an import
 * that is running has staged is its own, and stays when the lock cannot be had.
 */
export async function clearUnfinishedImports(db: Database): Promise<void> {
  for (const ecosystem of await listStaged(db)) {
    const clear = db.transaction(async (tx) => {
      await lockEcosystem(tx, ecosystem);
      await clearStaged(db, ecosystem);
      throw new Cleared();
    }, importLimit);
    await clear.catch((error: unknown) => {
      if (!(error instanceof Cleared || error instanceof DatabaseUnavailable)) throw error;
    });
  }
}
