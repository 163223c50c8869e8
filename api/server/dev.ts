import { spawn } from "node:child_process";
import { createServer as createProbe } from "node:net";
import { join } from "node:path";
import { createServer } from "vite";
import { startLocalNeo4j } from "../../cypher/local-neo4j/local-neo4j.ts";
import { ROOT } from "./build-server.js";
import { parseConfig } from "./config.ts";
import { onParentEnd } from "./parent.ts";

// Development server in three parts: Neo4j keeps running, Vite replaces changed modules of the page, and tsx restarts the
// API when one of its files changes. Vite is in front and proxies the API's paths.

const config = parseConfig(process.env);
const own = config.neo4j
  ? undefined
  : await startLocalNeo4j({
      dataFolder: config.dataFolder,
      ...(config.cacheFolder !== undefined && { cacheFolder: config.cacheFolder }),
      heapMegabytes: config.heapMegabytes,
      onProgress: (text) => console.log(text),
    });
const neo4j = config.neo4j ?? own;
if (neo4j === undefined) throw new Error("No database is available for development.");

const apiPort = await sparePort();
const target = `http://127.0.0.1:${apiPort}`;
const vite = await createServer({
  root: join(ROOT, "web"),
  configFile: join(ROOT, "vite.config.ts"),
  server: {
    host: config.host,
    port: config.port,
    strictPort: true,
    // The whole path only: the folder web/graphql/ holds modules of the page.
    proxy: {
      "^/graphql(\\?|$)": target,
      "/session/": target,
      "/health": target,
      "/work": target,
      "/uploads": target,
      "/status": target,
    },
  },
});
await vite.listen();

const api = spawn(
  process.execPath,
  [
    join(ROOT, "node_modules", "tsx", "dist", "cli.mjs"),
    "watch",
    "--enable-source-maps",
    "--clear-screen=false",
    // What it runs is built of these, into the folder that is not watched.
    ...["./cypher/**/*.cypher", "./cypher/**/*.ts", "./api/**/*.ts"].flatMap((path) => ["--include", path]),
    ...["--exclude", "./dist/**"],
    "api/run.js",
    "server",
  ],
  {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    detached: true, // Ctrl-C reaches only this process, which stops the parts in order
    env: {
      ...process.env,
      NODE_ENV: "development",
      HOST: "127.0.0.1",
      PORT: String(apiPort),
      ECOTONE_DEV_ORIGIN: `http://${config.host}:${config.port}`,
      NEO4J_URI: neo4j.uri,
      NEO4J_USERNAME: neo4j.username,
      NEO4J_PASSWORD: neo4j.password,
      NEO4J_DATABASE: neo4j.database ?? "",
    },
  },
);

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
onParentEnd(() => void stop());

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  const ended = new Promise((resolve) => api.once("exit", resolve));
  if (api.exitCode === null && api.kill("SIGTERM")) await ended;
  await vite.close();
  await own?.stop();
  process.exit(0);
}

function sparePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createProbe().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
