import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import type { Log } from "../../api/server/log.ts";
import { DeadlineExceeded, type Execution } from "../../api/server/workers/executor.ts";
import type { Job } from "../../api/server/workers/messages.ts";
import { WorkerPool } from "../../api/server/workers/worker-pool.ts";
import { lockEcosystem } from "../../cypher/records/change-records.ts";
import { listStaged, stageRecords } from "../../cypher/records/staged-records.ts";
import { type Answer, startApi, type TestApi } from "../support/api.ts";
import { generatedEcosystem } from "../support/generated-ecosystem.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

// Work beside the thread that answers people (docs/operations.md, Work and workers).

const [large, small] = [`workers-large-${process.pid}`, `workers-small-${process.pid}`];
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  for (const document of [generatedEcosystem({ key: large, actors: 1_500 }), smallEcosystem(small)]) {
    const content = JSON.stringify(document);
    expect((await importEcosystem(api.db, { format: "ECOSYSTEM", content, who: "Tester" })).errors).toEqual([]);
  }
});
afterAll(() => api?.close());

const trendOf = (key: string) =>
  `{ ecosystem(key: "${key}") { coherenceTrend(from: "2020-01-01", to: "2026-01-01", step: MONTH) { score } } }`;
const nameOf = (key: string) => `{ ecosystem(key: "${key}") { name } }`;
const importText =
  "mutation ($input: ImportEcosystemInput!) { importEcosystem(input: $input) { created errors { path message } } }";
const importing = (on: TestApi, content: string, more: object = {}) =>
  on.query(importText, { input: { format: "ECOSYSTEM", content, ...more } });

/** Answers to somebody else's small questions, one after another, until `work` has been answered. */
async function answeredDuring<T>(work: Promise<T>, ask: () => Promise<Answer>): Promise<[T, number]> {
  let isOver = false;
  void work.finally(() => {
    isOver = true;
  });
  let answered = 0;
  while (!isOver) {
    const { status } = await ask();
    expect(status).toBe(200);
    if (!isOver) answered++;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return [await work, answered];
}

test("others are answered while a heavy question is computed", async () => {
  const cookie = await api.signIn("Somebody else");
  const ask = () => api.query(nameOf(small), {}, { cookie, "x-csrf": "1" });
  await ask();
  const [answer, answered] = await answeredDuring(api.query(trendOf(large)), ask);
  expect(answer.data.ecosystem.coherenceTrend.length).toBeGreaterThan(70);
  expect(answered).toBeGreaterThan(3);
});

function logged(): { log: Log; entries: unknown[] } {
  const entries: unknown[] = [];
  const keep = (...entry: unknown[]) => void entries.push(entry);
  return { log: { info: keep, warn: keep, error: keep, debug: keep }, entries };
}
const jobOf = (query: string, ecosystem: string, more: Partial<Job> = {}): Job => ({
  caller: { id: "tester", name: "Tester", isAdmin: true, isEditor: true },
  query,
  production: false,
  method: "POST",
  url: "/graphql",
  headers: { "content-type": "application/json", accept: "application/json" },
  body: Buffer.from(JSON.stringify({ query })),
  ecosystem,
  isChange: false,
  ...more,
});
const execution = (more: Partial<Execution> = {}): Execution => ({
  lane: "reading",
  maxMillis: 200_000,
  isRepeatable: true,
  signal: new AbortController().signal,
  ...more,
});
const textOf = ({ body }: { body: Uint8Array }) => Buffer.from(body).toString();

async function withPool(work: (pool: WorkerPool, entries: unknown[]) => Promise<void>, workers = 1): Promise<void> {
  const { log, entries } = logged();
  const pool = new WorkerPool({ workers, heapMegabytes: 512, log });
  pool.open(inject("neo4j"));
  try {
    await work(pool, entries);
  } finally {
    await pool.close();
  }
}

const replaced = "A worker computes beyond its time limit and is replaced.";

test("work ends at its deadline: its worker is replaced, and what else it ran is run again", () =>
  withPool(async (pool, entries) => {
    // Loaded first, so that what follows computes and does not wait for the database.
    await pool.execute(jobOf(`{ ecosystem(key: "${large}") { positions { breadth } } }`, large), execution());
    // On a busy machine the time may be over before the work has begun, and then no worker has to end.
    const afterDeadline = async () => {
      const heavy = pool.execute(jobOf(trendOf(large), large), execution({ maxMillis: 100 }));
      const beside = pool.execute(jobOf(nameOf(small), small), execution());
      await expect(heavy).rejects.toThrow(DeadlineExceeded);
      expect(textOf(await beside)).toContain("Small works");
      return entries.flat();
    };
    await expect.poll(afterDeadline).toContain(replaced);
    expect(textOf(await pool.execute(jobOf(nameOf(small), small), execution()))).toContain("Small works");
  }));

test("many small answers at once arrive whole", () =>
  withPool(async (pool, entries) => {
    const ask = () => pool.execute(jobOf(nameOf(small), small), execution());
    const answers = await Promise.all(Array.from({ length: 60 }, ask));
    expect(new Set(answers.map(textOf))).toEqual(new Set([expect.stringContaining("Small works")]));
    expect(entries).toEqual([]);
  }));

test("work that nobody waits for any more is ended too", () =>
  withPool(async (pool, entries) => {
    await pool.execute(jobOf(`{ ecosystem(key: "${large}") { positions { breadth } } }`, large), execution());
    // Left after a little longer each time, until it was computing by then.
    let patienceMillis = 100;
    const afterLeaving = async () => {
      const gone = new AbortController();
      const heavy = pool.execute(jobOf(trendOf(large), large), execution({ signal: gone.signal }));
      setTimeout(() => gone.abort(new Error("gone")), patienceMillis);
      patienceMillis *= 2;
      await expect(heavy).rejects.toThrow("gone");
      return entries.flat();
    };
    await expect.poll(afterLeaving).toContain(replaced);
  }));

test("work that was cancelled before it is given to a worker does not begin", () =>
  withPool(async (pool) => {
    const cancelled = execution({ cancel: AbortSignal.abort(new Error("cancelled")) });
    await expect(pool.execute(jobOf(nameOf(small), small), cancelled)).rejects.toThrow("cancelled");
  }));

test("what an import has staged is cleared after a change that has ended early, and not after a read", () =>
  withPool(async (pool) => {
    const key = `workers-staged-${process.pid}`;
    const died = new Error("the process has died");
    const topics = [{ kind: "topics" as const, key: "t", after: { key: "t", name: "Topic" } }];
    const staging = api.db.transaction(async (tx) => {
      await lockEcosystem(tx, key);
      await stageRecords(api.db, tx, key, topics, 1);
      throw died;
    });
    await expect(staging).rejects.toThrow(died);
    const endEarly = async (isChange: boolean) => {
      const gone = new AbortController();
      const work = pool.execute(jobOf(nameOf(small), small, { isChange }), execution({ signal: gone.signal }));
      gone.abort(new Error("gone"));
      await expect(work).rejects.toThrow("gone");
    };
    // The worker is loaded, so that what follows begins at once.
    await pool.execute(jobOf(nameOf(small), small), execution());
    await endEarly(false);
    await new Promise((resolve) => setTimeout(resolve, 2_000)); // clearing takes some milliseconds
    expect(await listStaged(api.db)).toContain(key);
    await endEarly(true);
    await expect.poll(() => listStaged(api.db), { timeout: 10_000 }).not.toContain(key);
  }));

test("a worker that runs out of memory is replaced; its requests may be made again, and nobody else notices", async () => {
  const own = await startApi({ workers: 3, heapMegabytes: 120 });
  try {
    const cookie = await own.signIn("Somebody else");
    const ask = () => own.query(nameOf(small), {}, { cookie, "x-csrf": "1" });
    expect((await ask()).status).toBe(200);
    const topics = Array.from({ length: 90_000 }, (_, at) => ({ key: `t${at}`, name: `${"Topic ".repeat(60)}${at}` }));
    const content = JSON.stringify({ format: "ecosystem/1", ecosystem: { key: "too-large", name: "X" }, topics });
    const [answer, answered] = await answeredDuring(importing(own, content, { dryRun: true }), ask);
    expect([answer.status, answer.errors![0]!.extensions]).toEqual([503, { code: "UNAVAILABLE", retriable: true }]);
    expect(answered).toBeGreaterThan(0);
    // The lane takes imports again.
    const after = await importing(own, JSON.stringify(smallEcosystem(small)));
    expect(after.data.importEcosystem).toEqual({ created: 0, errors: [] });
  } finally {
    await own.close();
  }
});

test("heavy computations of one person leave a worker to others", () =>
  withPool(async (pool) => {
    const gone = new AbortController();
    const tester = jobOf("", large).caller;
    const compute = (id: string, query: string) =>
      pool.execute(
        jobOf(query, large, { caller: { ...tester, id } }),
        execution({ lane: "computing", signal: gone.signal }),
      );
    const trends = Array.from(
      { length: 12 },
      (_, at) => `trend${at}: coherenceTrend(from: "${2000 + at}-01-01", to: "2026-01-01", step: MONTH) { score }`,
    );
    const long = `{ ecosystem(key: "${large}") { ${trends.join(" ")} } }`;
    const settled: string[] = [];
    const own = ["first", "second"].map((name) => compute("busy", long).finally(() => settled.push(name)));
    const answer = await compute("somebody else", `{ ecosystem(key: "${large}") { coherence { score } } }`);
    expect(textOf(answer)).toContain('"score"');
    expect(settled).toEqual([]);
    gone.abort(new Error("gone"));
    for (const one of own) await expect(one).rejects.toThrow("gone");
  }, 3));

test("a person has two heavy computations at once: a third one waits, and leaves the queue with its connection", async () => {
  const own = await startApi({ workers: 3 });
  try {
    const cookie = await own.signIn("Busy");
    const ask = (year: number, signal?: AbortSignal) =>
      fetch(`${own.origin}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie, "x-csrf": "1" },
        body: JSON.stringify({ query: trendOf(large).replace("2020", String(year)) }),
        ...(signal && { signal }),
      });
    const state = async () => (await fetch(`${own.origin}/work`, { headers: { cookie, "x-csrf": "1" } })).json();
    const gone = new AbortController();
    const first = [ask(2010), ask(2011)];
    await expect.poll(state).toEqual({ running: 2, waiting: 0 });
    const more = [ask(2012), ask(2013, gone.signal)];
    more[1]!.catch(() => {});
    await expect.poll(state).toEqual({ running: 2, waiting: 2 });
    gone.abort();
    await expect.poll(state).toEqual({ running: 2, waiting: 1 });
    for (const response of await Promise.all([...first, more[0]!])) expect(response.status).toBe(200);
    await expect.poll(state).toEqual({ running: 0, waiting: 0 });
  } finally {
    await own.close();
  }
});
