import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { readDocument } from "../../cypher/ecosystems/ecosystems.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { type AppProcess, adminToken, sparePort, spawnApp } from "../support/app.ts";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy.ts";

// The app as a process of its own on the run's Neo4j, ended in the midst of its work (docs/operations.md, faults 2, 3,
// 15). The line to the database is a proxy, which slows the work down or tells when it is half done.

const { uri, username, password } = inject("neo4j");
const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
const data = mkdtempSync(join(tmpdir(), "ecotone-killed-"));
let line: TcpProxy;
/** Another API on the same database: what is seen after the end of the first. */
let api: TestApi;
let app: AppProcess;

beforeAll(async () => {
  line = await startTcpProxy(uri);
  api = await startApi();
  // Into a database that has an ecosystem the app loads no example.
  await store(many("killed-first", 1));
});
afterEach(async () => {
  app?.child.kill("SIGKILL");
  await app?.ended;
  line.pass();
});
afterAll(async () => {
  await api?.close();
  await line?.shut();
  await driver.close();
  rmSync(data, { recursive: true, force: true });
});

const many = (key: string, count: number) => ({
  format: "ecosystem/1",
  ecosystem: { key, name: key },
  actors: Array.from({ length: count }, (_, at) => ({
    key: `actor-${at}`,
    name: `Actor ${at}`,
    kinds: ["OTHER"],
    description: `It is the actor of number ${at}. `.repeat(10),
  })),
});
async function store(document: object): Promise<void> {
  const request = { format: "ECOSYSTEM", content: JSON.stringify(document), who: "Tester" } as const;
  expect((await importEcosystem(api.db, request)).errors).toEqual([]);
}
async function start(): Promise<void> {
  app = await spawnApp({
    NEO4J_URI: line.uri,
    NEO4J_PASSWORD: password,
    ECOTONE_ADMIN_TOKEN: adminToken,
    ECOTONE_DATA: data,
    // As while developing: no page is built here.
    ECOTONE_DEV_ORIGIN: "http://127.0.0.1:9",
  });
  await app.link;
}
/** What the app answers; rejects when it is killed meanwhile. */
async function ask(query: string, variables: object) {
  const response = await fetch(`${app.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${adminToken}` },
    body: JSON.stringify({ query, variables }),
  });
  return {
    status: response.status,
    ...((await response.json()) as Pick<Awaited<ReturnType<TestApi["query"]>>, "data">),
  };
}
const moveText = "mutation ($input: SaveLayoutInput!) { saveLayout(input: $input) { revision created } }";
const move = (ecosystem: string, at: number) => ({
  input: {
    ecosystem,
    lens: "NETWORK",
    pins: [{ kind: "ACTOR", key: `actor-${at}`, x: at, y: 0 }],
    idempotencyKey: `move-${at}`,
  },
});
const importText =
  "mutation ($input: ImportEcosystemInput!) { importEcosystem(input: $input) { created errors { message } } }";

/** Everything that is stored of an ecosystem, counted: its revision, pins, other records, and entries of the change log. */
async function counts(key: string): Promise<Record<string, number>> {
  const { records } = await driver.executeQuery(
    `OPTIONAL MATCH (e:Ecosystem {key: $key}) WITH coalesce(e.revision, 0) AS revision
     RETURN revision, COUNT { (p:Record {ecosystem: $key, recordKind: "layout"}) } AS pins,
       COUNT { (r:Record {ecosystem: $key}) WHERE r.recordKind <> "layout" } AS facts,
       COUNT { (c:Change {ecosystem: $key}) } AS changes, reduce(sum = 0, keys IN COLLECT { MATCH (c:RecordChange {ecosystem: $key}) RETURN c.keys } | sum + size(keys)) AS recordChanges`,
    { key },
  );
  return records[0]!.toObject() as Record<string, number>;
}
/** Transactions of the database, the question for them among them. */
const running = async () => (await driver.executeQuery("SHOW TRANSACTIONS YIELD transactionId")).records.length;
/** The same once the database has ended what a killed process left open: only the question for it is still running. */
async function settled(key: string): Promise<Record<string, number>> {
  await expect.poll(running).toBe(1);
  return counts(key);
}
/** Waits until the work that follows a start is over: nothing has run for a while. */
async function atRest(): Promise<void> {
  for (let calm = 0; calm < 20; ) {
    calm = (await running()) === 1 ? calm + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
/** Starts the app, makes all changes at once, and kills it once five have been answered; returns the answers that came. */
async function killedAmid(all: readonly number[], change: (at: number) => Promise<unknown>) {
  await start();
  line.delay(20);
  const acknowledged = new Map<number, unknown>();
  await Promise.allSettled(
    all.map(async (at) => {
      acknowledged.set(at, await change(at));
      if (acknowledged.size === 5) app.child.kill("SIGKILL");
    }),
  );
  expect(acknowledged.size).toBeGreaterThanOrEqual(5);
  expect(acknowledged.size).toBeLessThan(all.length);
  line.pass();
  return acknowledged;
}

test("kill -9 of the API amid changes: each is there whole with its entry or not at all, and sent again stored once (2)", async () => {
  const key = `killed-amid-changes-${process.pid}`;
  const all = Array.from({ length: 24 }, (_, at) => at);
  await store(many(key, all.length));
  const acknowledged = await killedAmid(all, async (at) => (await ask(moveText, move(key, at))).data.saveLayout);
  const left = await settled(key);
  expect(left.pins).toBeGreaterThanOrEqual(acknowledged.size);
  const whole = (pins: number) => ({
    revision: 1 + pins,
    pins,
    facts: all.length,
    changes: 1 + pins,
    // The name of the new ecosystem is in the log too.
    recordChanges: 1 + all.length + pins,
  });
  expect(left).toEqual(whole(left.pins!));
  for (const at of all) {
    const { data: answer, errors } = await api.query(moveText, move(key, at));
    expect(errors).toBeUndefined();
    expect(answer.saveLayout.created).toBe(1);
    if (acknowledged.has(at)) expect(answer.saveLayout).toEqual(acknowledged.get(at));
  }
  expect(await counts(key)).toEqual(whole(all.length));
});

test("kill -9 of the API amid changes of records: sent again with its key, each is stored once and answered as before", async () => {
  const key = `killed-amid-records-${process.pid}`;
  const all = Array.from({ length: 24 }, (_, at) => at);
  const text =
    "mutation ($input: ChangeRecordsInput!) { changeRecords(input: $input) { revision errors { message } } }";
  const change = (at: number) => ({
    input: {
      ecosystem: key,
      changes: [{ actor: { key: `actor-${at}`, expectedVersion: 1, name: `Renamed ${at}` } }],
      idempotencyKey: `rename-${at}`,
    },
  });
  await store(many(key, all.length));
  const acknowledged = await killedAmid(all, async (at) => (await ask(text, change(at))).data.changeRecords);
  const left = await settled(key);
  const stored = left.revision! - 1;
  expect(stored).toBeGreaterThanOrEqual(acknowledged.size);
  const whole = (changes: number) => ({
    revision: 1 + changes,
    pins: 0,
    facts: all.length,
    changes: 1 + changes,
    recordChanges: 1 + all.length + changes,
  });
  expect(left).toEqual(whole(stored));
  for (const at of all) {
    const { data: answer, errors } = await api.query(text, change(at));
    expect([errors, answer.changeRecords.errors]).toEqual([undefined, []]);
    if (acknowledged.has(at)) expect(answer.changeRecords).toEqual(acknowledged.get(at));
  }
  expect(await counts(key)).toEqual(whole(all.length));
});

test("kill -9 of the API amid an import: nothing of it is stored, and run again it is whole (3)", async () => {
  const key = `killed-amid-import-${process.pid}`;
  const size = 6_000;
  const input = (name: string) => ({
    input: { format: "ECOSYSTEM", content: JSON.stringify(many(name, size)), idempotencyKey: `import-${name}` },
  });
  await start();
  // Half of what it sends to the database.
  line.afterSent(1_500_000, () => app.child.kill("SIGKILL"));
  await expect(ask(importText, input(key))).rejects.toThrow();
  await app.ended;
  expect(await settled(key)).toEqual({ revision: 0, pins: 0, facts: 0, changes: 0, recordChanges: 0 });

  for (const _again of [1, 2]) {
    const { data: answer } = await api.query(importText, input(key));
    expect(answer.importEcosystem).toEqual({ created: size, errors: [] });
  }
  const undisturbed = `${key}-undisturbed`;
  await store(many(undisturbed, size));
  const [one, other] = await Promise.all([key, undisturbed].map((name) => readDocument(api.db, name)));
  expect(one!.document.actors).toEqual(other!.document.actors);
  expect(await counts(key)).toEqual(await counts(undisturbed));
});

test("SIGTERM: open requests are finished, new ones find nobody, and the exit code is 0 (15)", async () => {
  const key = `ended-amid-a-change-${process.pid}`;
  await store(many(key, 1));
  await start();
  await atRest();
  line.delay(150);
  // From here on the app asks its database for nothing by itself: the first bytes are those of the change.
  const isUnderWay = new Promise<void>((resolve) => line.afterSent(1, resolve));
  const open = ask(moveText, move(key, 0));
  await isUnderWay;
  const began = performance.now();
  app.child.kill("SIGTERM");
  await expect.poll(app.output).toContain("Stopping: finishing open requests");
  await expect(fetch(`${app.origin}/health`)).rejects.toThrow();
  expect(await open).toEqual({ status: 200, data: { saveLayout: { revision: 2, created: 1 } } });
  expect(await app.ended).toBe(0);
  // Promised to whoever runs it as a service; it takes a second.
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(app.output()).not.toMatch(/Error while stopping:|Unexpected error:/);
  expect((await counts(key)).revision).toBe(2);
});

test.each(["SIGTERM", "SIGKILL"] as const)(
  "%s to the process of npm start: the server ends with it",
  async (signal) => {
    const port = await sparePort();
    const npm = spawn("npm", ["start"], {
      env: {
        ...process.env,
        NODE_ENV: "",
        PORT: String(port),
        NEO4J_URI: line.uri,
        NEO4J_PASSWORD: password,
        ECOTONE_DATA: data,
        ECOTONE_DEV_ORIGIN: "http://127.0.0.1:9",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    npm.stdout.on("data", (chunk) => {
      output += chunk;
    });
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/health`).then(
        () => true,
        () => false,
      );
    await expect.poll(() => output, { timeout: 200_000 }).toContain("Open http");
    expect(await answers()).toBe(true);
    npm.kill(signal);
    await expect.poll(answers).toBe(false);
  },
);
