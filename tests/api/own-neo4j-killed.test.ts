import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import neo4j from "neo4j-driver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownRunningNeo4j, withDatabase } from "../../api/cli/with-database.ts";
import { checkServer } from "../../cypher/check-server.ts";
import { classData } from "../../cypher/local-neo4j/class-data.ts";
import { findJava } from "../../cypher/local-neo4j/java.ts";
import { jarsIn } from "../../cypher/local-neo4j/libraries.ts";
import { holdersOf, isAlive, processesWith, waitUntilGone } from "../../cypher/local-neo4j/processes.ts";
import { loadCsvWarning } from "../../cypher/probe-load-csv.ts";
import type { Answer } from "../support/api.ts";
import { type AppProcess, adminToken, sparePort, spawnApp } from "../support/app.ts";
import { NEO4J_CACHE } from "../support/neo4j.ts";

// The whole app with a Neo4j of its own, which is killed under it (docs/operations.md, faults 1, 4, 5, 13). Each start of
// Neo4j takes seconds, and there are five: these tests are slow for that reason.

const data = mkdtempSync(join(tmpdir(), "ecotone-own-killed-"));
const home = join(data, "neo4j");
const storeLock = join(home, "data", "databases", "store_lock");
const start = () =>
  spawnApp({
    ECOTONE_DATA: data,
    ECOTONE_ADMIN_TOKEN: adminToken,
    // As while developing: no page is built here.
    ECOTONE_DEV_ORIGIN: "http://127.0.0.1:9",
  });
const ownNeo4j = () => processesWith(["org.neo4j.server.CommunityEntryPoint", `--home-dir=${home}`]);
let app: AppProcess;
/** Actors that the example has pinned, and some that it has not. */
let examplePins: string[];
let actors: string[];
let byHand: number | undefined;
/** Milliseconds that the database's first start took on this machine, loaded as it may be. */
let firstStart: number;

beforeAll(async () => {
  app = await start();
  await app.link;
  firstStart = 1_000 * Number(/✓ Starting the database \((\S+) s\)/.exec(app.output())?.[1]);
  const { data: found } = await ask('{ ecosystem(key: "sysco") { actors(first: 100) { edges { node { key } } } } }');
  const keys = found.ecosystem.actors.edges.map(({ node }: { node: { key: string } }) => node.key) as string[];
  examplePins = (await stored()).pins;
  actors = keys.filter((key) => !examplePins.includes(key)).slice(0, 20);
  expect(actors.length).toBeGreaterThan(10);
}, 240_000);
afterAll(async () => {
  app?.child.kill("SIGTERM");
  await app?.ended;
  for (const pid of [byHand, ...ownNeo4j()]) if (pid !== undefined && isAlive(pid)) process.kill(pid, "SIGKILL");
  rmSync(data, { recursive: true, force: true });
});

async function ask(query: string, variables: object = {}): Promise<Pick<Answer, "status" | "data" | "errors">> {
  const response = await fetch(`${app.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${adminToken}` },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Pick<Answer, "data" | "errors">) };
}
const move = (key: string, idempotencyKey = key) =>
  ask("mutation ($input: SaveLayoutInput!) { saveLayout(input: $input) { revision created } }", {
    input: { ecosystem: "sysco", lens: "NETWORK", pins: [{ kind: "ACTOR", key, x: 1, y: 2 }], idempotencyKey },
  });
async function stored(): Promise<{ pins: string[]; entries: number[] }> {
  const fields = "layout(lens: NETWORK) { key } changes(first: 100) { revision created updated removed }";
  const { data: found } = await ask(`{ ecosystem(key: "sysco") { ${fields} } }`);
  return {
    pins: found.ecosystem.layout.map(({ key }: { key: string }) => key).sort(),
    entries: found.ecosystem.changes.map(({ revision }: { revision: number }) => revision),
  };
}
async function health(): Promise<{ status: string; reason?: string }> {
  return (await fetch(`${app.origin}/health`)).json() as Promise<{ status: string; reason?: string }>;
}

test("a second start on the same data folder ends with one sentence and exit 1 (13)", async () => {
  const second = await start();
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(
    /^Another Ecotone \(process \d+\) is already using the data folder \S+: use that one,/m,
  );
  expect(second.output()).not.toMatch(/^\s+at /m);
  expect(await health()).toEqual({ status: "ok" });
});

test("kill -9 of its Neo4j amid changes: UNAVAILABLE, /health says why, ready again within 30 s with all that was acknowledged (1)", async () => {
  const acknowledged: string[] = [];
  let killed = 0;
  const answers = await Promise.all(
    actors.map(async (key) => {
      const answer = await move(key);
      if (!answer.errors) acknowledged.push(key);
      if (acknowledged.length < 3 || killed > 0) return answer;
      killed = performance.now();
      for (const pid of ownNeo4j()) process.kill(pid, "SIGKILL");
      return answer;
    }),
  );
  const refused = answers.filter(({ errors }) => errors);
  expect(refused.length).toBeGreaterThan(0);
  for (const answer of refused)
    expect(answer).toMatchObject({ status: 503, errors: [{ extensions: { code: "UNAVAILABLE", retriable: true } }] });

  const reasons = new Set<string | undefined>();
  const status = async () => {
    const state = await health();
    if (state.status !== "ok") reasons.add(state.reason);
    return state.status;
  };
  const timeout = Math.max(30_000, 2 * firstStart) - (performance.now() - killed);
  await expect.poll(status, { timeout, interval: 100, message: "not ready again within 30 s" }).toBe("ok");
  console.log(`Ready again ${((performance.now() - killed) / 1000).toFixed(1)} s after kill -9.`);
  expect(reasons).toContain("Neo4j stopped unexpectedly and is being restarted.");

  const left = await stored();
  for (const key of acknowledged) expect(left.pins).toContain(key);
  // One entry of the log for each pin, and one for the example: nothing is there by halves.
  expect(left.entries).toHaveLength(1 + left.pins.length - examplePins.length);
  for (const key of actors) expect((await move(key)).data.saveLayout.created).toBe(1);
  const { pins, entries } = await stored();
  expect(pins).toEqual([...examplePins, ...actors].sort());
  expect(entries).toEqual(Array.from({ length: actors.length + 1 }, (_, at) => actors.length + 1 - at));
}, 240_000);

test("a command of a later version leaves the graph of a running app alone, which could not be backed up", async () => {
  const { uri, username, password } = (await ownRunningNeo4j(data))!;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const newest = "MATCH (m:Migration) WITH m ORDER BY m.name DESC LIMIT 1";
  const command = () => withDatabase(async () => "it ran", { ECOTONE_DATA: data });
  try {
    expect(await command()).toBe("it ran");
    await driver.executeQuery(`${newest} SET m:Hidden REMOVE m:Migration`);
    await expect(command()).rejects.toThrow(/^Ecotone is still starting, or an earlier version of it is running/);
  } finally {
    await driver.executeQuery("MATCH (m:Hidden) SET m:Migration REMOVE m:Hidden");
    await driver.close();
  }
}, 60_000);

// A limit on the size of files stands for a full disk: to Neo4j both are a write that fails.
test.runIf(process.platform === "linux")(
  "its Neo4j cannot write and panics: UNAVAILABLE, /health says why, and it is restarted by itself with all that was acknowledged (5)",
  async () => {
    const before = await stored();
    const [panicked] = ownNeo4j();
    execFileSync("prlimit", ["--pid", String(panicked), "--fsize=1000:unlimited"]);
    const refused = { status: 503, errors: [{ extensions: { code: "UNAVAILABLE", retriable: true } }] };
    expect(await move(actors[0]!, "panic")).toMatchObject(refused);
    expect(await ask('{ ecosystem(key: "sysco") { name } }')).toMatchObject(refused);
    const reasons = new Set<string | undefined>();
    const status = async () => {
      const state = await health();
      if (state.status !== "ok") reasons.add(state.reason);
      return state.status;
    };
    const timeout = Math.max(60_000, 2 * firstStart);
    await expect.poll(status, { timeout, interval: 100, message: "not ready again within 60 s" }).toBe("ok");
    expect([...reasons]).toContainEqual(expect.stringMatching(/^Neo4j could not write its files/));
    expect(ownNeo4j()).not.toContain(panicked);
    expect(await stored()).toEqual(before);
    expect((await move(actors[0]!, "panic")).errors).toBeUndefined();
  },
  240_000,
);

test("both killed, and Neo4j started by hand: the next start finds it on the store and ends it, never two on one store (4)", async () => {
  const before = await stored();
  const [old] = ownNeo4j();
  app.child.kill("SIGKILL");
  process.kill(old!, "SIGKILL");
  await app.ended;
  expect(await waitUntilGone(old!, 60_000)).toBe(true);

  const uri = await startByHand();
  // With settings of its own, which let queries read what they should not.
  const password = readFileSync(join(home, "password"), "utf8").trim();
  expect(await loadCsvWarning({ uri, username: "neo4j", password })).toMatch(
    /read files on its machine and addresses in its network \(LOAD CSV\).*dbms\.security\.allow_csv.*ip_blocklist/,
  );
  expect(holdersOf(storeLock)).toEqual([byHand]);

  app = await start();
  await app.link;
  expect(app.output()).toContain(`started manually (process ${byHand})`);
  expect(isAlive(byHand!)).toBe(false);
  expect(holdersOf(storeLock)).toEqual(ownNeo4j());
  expect(ownNeo4j()).toHaveLength(1);
  expect(await stored()).toEqual(before);

  app.child.kill("SIGTERM");
  expect(await app.ended).toBe(0);
  expect(ownNeo4j()).toEqual([]);
}, 360_000);

/** Neo4j on the app's store with another configuration, named by another path: by its words nobody would know it. */
async function startByHand(): Promise<string> {
  const elsewhere = mkdtempSync(join(data, "by-hand-"));
  const link = join(elsewhere, "home");
  symlinkSync(home, link);
  mkdirSync(join(elsewhere, "conf"));
  const port = await sparePort();
  writeFileSync(
    join(elsewhere, "conf", "neo4j.conf"),
    `server.bolt.listen_address=127.0.0.1:${port}\nserver.http.enabled=false\ndb.tx_log.preallocate=false\n`,
  );
  const jars = await jarsIn(join(NEO4J_CACHE, "lib"));
  const names = [`--home-dir=${link}`, `--config-dir=${join(elsewhere, "conf")}`];
  const { args } = classData(NEO4J_CACHE, await findJava(), jars);
  const child = spawn(
    "java",
    ["-Xmx512m", ...args, "-cp", jars.join(delimiter), "org.neo4j.server.CommunityEntryPoint", ...names],
    {
      stdio: "ignore",
      detached: true,
    },
  );
  byHand = child.pid;
  const uri = `bolt://127.0.0.1:${port}`;
  const password = readFileSync(join(home, "password"), "utf8").trim();
  const answers = async () => {
    if (child.exitCode !== null) return "ended";
    return (await checkServer({ uri, username: "neo4j", password }).catch(() => null)) ? "answers" : "starts";
  };
  await expect.poll(async () => (await answers()) !== "starts", { timeout: 120_000 }).toBe(true);
  expect(await answers(), "the Neo4j started by hand").toBe("answers");
  return uri;
}
