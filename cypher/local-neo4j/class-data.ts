import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Java } from "./java.ts";

export interface ClassData {
  /** Java arguments that either use the archive, or write it when this run ends. */
  args: string[];
  /** True when this run will write the archive as it stops, which then takes some seconds longer. */
  writes: boolean;
  /** Called after a clean stop: moves a newly written archive into place. */
  keep(): Promise<void>;
}

/**
 * Class-data archive (AppCDS): halves Neo4j's start. It matches one Java and one list of jars only, so its name
 * contains both; Java ignores an archive that does not match. Written under a temporary name and renamed when complete.
 */
export function classData(cacheFolder: string, java: Java, jars: string[]): ClassData {
  const print = createHash("sha256").update(java.version).update(jars.join("\n")).digest("hex").slice(0, 12);
  const archive = join(cacheFolder, `classes-${print}.jsa`);
  if (existsSync(archive)) {
    return {
      args: [`-XX:SharedArchiveFile=${archive}`, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"],
      writes: false,
      keep: async () => {},
    };
  }
  const partial = `${archive}.${process.pid}`;
  return {
    args: [`-XX:ArchiveClassesAtExit=${partial}`, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"],
    writes: true,
    async keep() {
      if (!existsSync(partial)) return;
      if (existsSync(archive)) await rm(partial, { force: true });
      else await rename(partial, archive);
    },
  };
}
