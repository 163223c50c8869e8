import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LocalNeo4jProblem, OR_USE_A_SERVER } from "./problem.ts";
import { isAlive } from "./processes.ts";
import { run } from "./run.ts";

const POM = fileURLToPath(new URL("./pom.xml", import.meta.url));

/** Jars of the folder in a fixed order: a class-data archive matches only the class path it was created with. */
export async function jarsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(".jar"))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Neo4j's jars from Maven Central, downloaded once (about 130 MB).
 * The folder gets its name only when complete, so an interrupted download leaves nothing half-finished.
 */
export async function fetchLibraries(
  cacheFolder: string,
  onProgress: (text: string) => void,
  signal?: AbortSignal,
): Promise<string[]> {
  const pom = await readFile(POM, "utf8");
  const wanted = createHash("sha256").update(pom).digest("hex").slice(0, 12);
  const folder = join(cacheFolder, "lib");
  const mark = join(folder, "fetched-for");
  const have = existsSync(mark) ? await readFile(mark, "utf8") : null;
  if (have === wanted) return jarsIn(folder);

  onProgress("Downloading Neo4j from Maven Central (about 130 MB, once)");
  await mkdir(cacheFolder, { recursive: true });
  await removeLeftovers(cacheFolder);
  const partial = join(cacheFolder, `lib-partial-${process.pid}-${Date.now()}`);
  try {
    await fetchInto(partial, onProgress, signal);
    await writeFile(join(partial, "fetched-for"), wanted);
    // Replaces jars of another Neo4j version; a concurrent download of the same version is used instead.
    if (have !== null || !existsSync(mark)) await rm(folder, { recursive: true, force: true });
    await rename(partial, folder).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(mark)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return jarsIn(folder);
}

/** Removes partial downloads of processes that have ended. */
async function removeLeftovers(cacheFolder: string): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    const pid = /^lib-partial-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(cacheFolder, name), { recursive: true, force: true });
  }
}

async function fetchInto(folder: string, onProgress: (text: string) => void, signal?: AbortSignal): Promise<void> {
  let files = 0;
  const outcome = await run(
    process.platform === "win32" ? "mvn.cmd" : "mvn",
    ["-B", "-f", POM, "dependency:copy-dependencies", `-DoutputDirectory=${folder}`, "-DincludeScope=runtime"],
    {
      ...(signal && { signal }),
      onLine: (line) => {
        if (!/Downloaded from .*\.jar/.test(line)) return;
        files += 1;
        if (files % 10 === 0) onProgress(`Downloading Neo4j from Maven Central: ${files} files so far`);
      },
    },
  );
  if (outcome === null) {
    throw new LocalNeo4jProblem(
      `Ecotone downloads its own Neo4j with Maven, but "mvn" was not found on this machine: install Apache Maven, ${OR_USE_A_SERVER}.`,
    );
  }
  const jars = existsSync(folder) ? await jarsIn(folder) : [];
  if (outcome.code !== 0 || jars.length === 0) {
    const complaint = outcome.output.split(/\r?\n/).find((line) => line.startsWith("[ERROR]"));
    throw new LocalNeo4jProblem(
      `Maven could not download Neo4j (${complaint?.replace("[ERROR] ", "").slice(0, 300) ?? `exit code ${outcome.code}`}): check the network and Maven's settings and start again, ${OR_USE_A_SERVER}.`,
    );
  }
}
