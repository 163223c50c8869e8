import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { LocalNeo4jProblem } from "./problem.ts";
import { isAlive, startedAt } from "./processes.ts";

const Owner = z.object({ pid: z.number().int().positive(), started: z.string().nullable() });

/**
 * Takes a data folder for this process by a file that names it; returns the function that gives the folder back.
 * A file left by a crash names a process that is gone (or another that was given the same id later): it is replaced.
 */
export function takeOwnership(file: string, dataFolder: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startedAt(process.pid) }), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        linkSync(mine, file); // fails when the file exists, and it is never seen half-written
        return () => {
          if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true });
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const owner = livingOwner(file);
      if (owner !== null) {
        throw new LocalNeo4jProblem(
          `Another Ecotone (process ${owner}) is already using the data folder ${dataFolder}: use that one, stop it first, or give this one another folder with ECOTONE_DATA.`,
        );
      }
      takeAway(file, `${mine}.old`);
    }
    throw new LocalNeo4jProblem(`Two starts are contending for the data folder ${dataFolder}: start one at a time.`);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Takes away a file that names nobody who lives; what another start has put there meanwhile goes back. */
function takeAway(file: string, aside: string): void {
  try {
    renameSync(file, aside);
    if (livingOwner(aside) !== null) linkSync(aside, file);
  } catch (error) {
    // Another start was quicker: it took the file away, or has put its own there.
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    rmSync(aside, { force: true });
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
    return null; // cut off by a crash, or already given back: nobody's
  }
}
