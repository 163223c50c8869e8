import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
        return () => rmSync(file, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const owner = readOwner(file);
      if (owner !== null && isAlive(owner.pid) && startedAt(owner.pid) === owner.started) {
        throw new LocalNeo4jProblem(
          `Another Ecotone (process ${owner.pid}) is already using the data folder ${dataFolder}: use that one, stop it first, or give this one another folder with ECOTONE_DATA.`,
        );
      }
      rmSync(file, { force: true });
    }
    throw new LocalNeo4jProblem(`Two starts are contending for the data folder ${dataFolder}: start one at a time.`);
  } finally {
    rmSync(mine, { force: true });
  }
}

function readOwner(file: string): z.infer<typeof Owner> | null {
  try {
    return Owner.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null; // cut off by a crash, or already given back: nobody's
  }
}
