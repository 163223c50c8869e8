import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { ensureServerIsBuilt } from "../../api/server/build-server.js";
import { type LocalNeo4j, startLocalNeo4j } from "../../cypher/local-neo4j/local-neo4j.ts";

/** Jars and class-data archive are kept here between runs; the store of a run is not. */
export const NEO4J_CACHE = fileURLToPath(new URL("../../.cache/neo4j", import.meta.url));

declare module "vitest" {
  interface ProvidedContext {
    /** A real Neo4j, one for the whole run. Tests are isolated by using ecosystems of their own. */
    neo4j: { uri: string; username: string; password: string; database: string };
  }
}

interface Shared {
  users: number;
  server: Promise<{ neo4j: LocalNeo4j; folder: string }>;
}

// Each project that lists this file loads a copy of it; the shared server is stored on the process object.
const here = Symbol.for("ecotone.tests.neo4j");
const place = globalThis as unknown as Record<symbol, Shared | undefined>;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  place[here] ??= { users: 0, server: start() };
  const shared = place[here];
  shared.users += 1;
  await ensureServerIsBuilt(); // for the workers
  const { neo4j, folder } = await shared.server;
  const { uri, username, password, database } = neo4j;
  project.provide("neo4j", { uri, username, password, database });
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete place[here];
    await neo4j.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function start(): Promise<{ neo4j: LocalNeo4j; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "ecotone-test-"));
  const onProgress = (text: string) => console.log(`[neo4j] ${text}`);
  const begin = () => startLocalNeo4j({ dataFolder: folder, cacheFolder: NEO4J_CACHE, onProgress });
  const kept = await readdir(NEO4J_CACHE).catch(() => []);
  // The first server that stops writes the class-data archive, which halves the dozen later starts.
  if (!kept.some((name) => name.endsWith(".jsa"))) await (await begin()).stop();
  return { neo4j: await begin(), folder };
}
