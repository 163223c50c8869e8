import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import neo4j, { type Driver } from "neo4j-driver";
import { importEcosystem } from "../../../api/changes/imports/import.ts";
import { ensureServerIsBuilt } from "../../../api/server/build-server.js";
import { parseConfig } from "../../../api/server/config.ts";
import { createGraphQLHandler } from "../../../api/server/graphql/handler.ts";
import { createLog } from "../../../api/server/log.ts";
import { inThisThread } from "../../../api/server/workers/in-this-thread.ts";
import { WorkerPool } from "../../../api/server/workers/worker-pool.ts";
import { type Database, openDatabase } from "../../../cypher/database.ts";
import { startLocalNeo4j } from "../../../cypher/local-neo4j/local-neo4j.ts";
import { migrate } from "../../../cypher/migrations/migrate.ts";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { ask, type Question } from "./ask.ts";

/** The app's own Neo4j on a store of its own, the API before it on HTTP, and a plain driver beside it. */
export interface Stage {
  plain: Driver;
  db: Database;
  /** What a child process needs to open the same database. */
  connection: { uri: string; username: string; password: string; database: string };
  /** Imports the document as a user's file. */
  store(document: EcosystemDocument): Promise<void>;
  /** Sends an operation over HTTP and returns the answer's bytes. */
  ask(question: Question): Promise<Buffer>;
  /** The same of an API whose operations run in the thread that answers: what workers cost is the difference. */
  askInThisThread(question: Question): Promise<Buffer>;
  /** Changes a fact of an ecosystem that was stored here, as an import of one record does. */
  change(key: string): Promise<void>;
  /** Raises the revision by no change that is known: whatever the API has kept of the ecosystem is of no use any more. */
  forget(key: string): Promise<void>;
  close(): Promise<void>;
}

const adminToken = "the-benches-own-admin-token";

export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "ecotone-bench-"));
  const server = await startLocalNeo4j({
    dataFolder: folder,
    cacheFolder: resolve(process.env.ECOTONE_CACHE ?? ".cache/neo4j"),
    onProgress: (text) => console.log(`  (${text})`),
  });
  const { uri, username, password, database } = server;
  const db = openDatabase({ uri, username, password, database });
  await migrate(db);
  const plain = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  const config = { ...parseConfig({}), adminToken };
  const log = createLog();
  await ensureServerIsBuilt(); // for the workers
  const executor = new WorkerPool({ workers: config.workers, heapMegabytes: config.workerHeapMegabytes, log });
  executor.open({ uri, username, password, database });
  const http = createServer(createGraphQLHandler({ db, executor, config, log }).graphql);
  await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
  const { port } = http.address() as AddressInfo;
  const inThread = createServer(createGraphQLHandler({ db, executor: inThisThread({ db, log }), config, log }).graphql);
  await new Promise<void>((ready) => inThread.listen(0, "127.0.0.1", ready));
  const { port: inThreadPort } = inThread.address() as AddressInfo;
  const stored = new Map<string, EcosystemDocument>();
  const store = async (document: EcosystemDocument) => {
    const content = JSON.stringify(document);
    const { errors } = await importEcosystem(db, { format: "ECOSYSTEM", content, who: "Bench" });
    if (errors.length > 0) throw new Error(`The bench's document is refused: ${JSON.stringify(errors[0])}`);
  };

  return {
    plain,
    db,
    connection: { uri, username, password, database },
    async store(document) {
      await store(document);
      stored.set(document.ecosystem.key, document);
    },
    ask: (question) => ask(port, adminToken, question),
    askInThisThread: (question) => ask(inThreadPort, adminToken, question),
    async change(key) {
      const { format, ecosystem, actors: [actor] = [] } = stored.get(key)!;
      actor!.employees = (actor!.employees ?? 0) + 1;
      await store({ format, ecosystem, actors: [actor!] });
    },
    async forget(key) {
      await plain.executeQuery("MATCH (e:Ecosystem {key: $key}) SET e.revision = e.revision + 1", { key });
    },
    async close() {
      for (const listening of [http, inThread]) {
        listening.closeAllConnections();
        await new Promise((done) => listening.close(done));
      }
      await executor.close();
      await plain.close();
      await db.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
