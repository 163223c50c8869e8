import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { LocalNeo4jProblem } from "./problem.ts";
import { isAlive, startedAt } from "./processes.ts";

const Owner = z.object({ pid: z.number().int().positive(), started: z.string().nullable() });

/**
 * Locks a data folder for this process by a file that names the process; returns the function that releases it.
 * A file left over from a crash names a process that has ended (or another one with the same id): it is replaced.
 */
export function takeOwnership(file: string, dataFolder: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startedAt(process.pid) }), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        linkSync(mine, file); // fails when the file exists; the file appears only with its full content
        return () => {
          if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true });
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const owner = livingOwner(file);
      if (owner !== null) {
        throw new LocalNeo4jProblem(
          `Another Ecotone (process ${owner}) is already using the data folder ${dataFolder}: use that one, stop it, or set ECOTONE_DATA to another folder.`,
        );
      }
      removeStale(file, `${mine}.old`);
    }
    throw new LocalNeo4jProblem(`Two instances are starting with the data folder ${dataFolder}: start one at a time.`);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Removes a stale lock file; a lock that another start has created meanwhile is restored. */
function removeStale(file: string, renamed: string): void {
  try {
    renameSync(file, renamed);
    if (livingOwner(renamed) !== null) linkSync(renamed, file);
  } catch (error) {
    // Another start was faster: it has removed the file or replaced it with its own.
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    rmSync(renamed, { force: true });
  }
}

function livingOwner(file: string): number | null {
  const owner = readOwner(file);
  return owner !== null && isAlive(owner.pid) && startedAt(owner.pid) === owner.started ? owner.pid : null;
}

function readOwner(file: string): z.infer<typeof Owner> | null {
  try {
    return Owner.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null; // truncated by a crash, or already released
  }
}
