import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy.ts";

// The network between the API and a real Neo4j, faults and all. Numbers in brackets: docs/operations.md, faults.

let api: TestApi;
let line: TcpProxy;
const key = `network-${process.pid}`;
/** Seconds that the slowest of some answers took while all was well. */
let usual: number;
beforeAll(async () => {
  line = await startTcpProxy(inject("neo4j").uri);
  api = await startApi({ uri: line.uri });
  await store(2_100, "It is there to make a long answer. ");
  const well = [await timed(facts()), await timed(facts()), await timed(facts())];
  usual = Math.max(...well.map(({ seconds }) => seconds));
});
afterEach(() => line.pass());
afterAll(async () => {
  await api?.close();
  await line?.shut();
});

/** So many actors that their facts come as an answer of hundreds of kilobytes. */
async function store(many: number, words: string): Promise<void> {
  const small = smallEcosystem(key);
  const actors = Array.from({ length: many }, (_, at) => ({
    key: `many-${at}`,
    name: `Of many, number ${at}`,
    kinds: ["OTHER"],
    description: words.repeat(8),
  }));
  const content = JSON.stringify({ ...small, actors: [...small.actors!, ...actors] });
  const request = { format: "ECOSYSTEM", content, who: "Tester" } as const;
  expect((await importEcosystem(api.db, request)).errors).toEqual([]);
}
const facts = () => api.query(`{ ecosystem(key: "${key}") { actors { edges { node { key } } } } }`);
const move = (x: number, idempotencyKey: string) =>
  api.query(`mutation ($input: SaveLayoutInput!) { saveLayout(input: $input) { revision } }`, {
    input: { ecosystem: key, lens: "NETWORK", pins: [{ kind: "ACTOR", key: "sysco", x, y: 0 }], idempotencyKey },
  });
/**
 * A bound in seconds as it is promised, with what this machine may add to it, busy as it may be: many times what an answer
 * takes while all is well. Without limits of our own it would be the driver's minutes.
 */
const within = (promised: number) => promised + 50 * usual;
async function timed<T>(work: Promise<T>): Promise<{ answer: T; seconds: number }> {
  const start = performance.now();
  const answer = await work;
  return { answer, seconds: (performance.now() - start) / 1000 };
}
const unavailable = { status: 503, errors: [{ extensions: { code: "UNAVAILABLE", retriable: true } }] };
const sentence = /^The database (does not answer|is busy)\. Try again( in a moment)?\.$/;
async function health() {
  const response = await fetch(`${api.origin}/health`);
  return [response.status, await response.json()];
}
const notWell = [503, { status: "unavailable", reason: expect.stringMatching(/^The database d/) }];
const well = [200, { status: "ok" }];

test("a closed port: UNAVAILABLE within 5 s, /health says so, and all is well within 5 s of its opening (7)", async () => {
  const whole = (await facts()).data;
  expect(whole.ecosystem.actors.edges.length).toBeGreaterThan(3);
  const cookie = await api.signIn("Ada");
  await line.shut();
  const inSession = api.query("{ me { name } }", {}, { cookie, "x-csrf": "1" });
  const asked = [facts(), move(1, "closed"), inSession].map(timed);
  const [answers, state] = await Promise.all([Promise.all(asked), health()]);
  for (const { answer, seconds } of answers) {
    expect(answer).toMatchObject(unavailable);
    expect(answer.errors![0]!.message).toMatch(sentence);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(seconds).toBeLessThan(within(5));
  }
  expect(state).toEqual(notWell);
  await line.open();
  const { answer, seconds } = await timed(facts());
  expect(answer.data).toEqual(whole);
  expect(seconds).toBeLessThan(within(5));
  expect((await move(1, "closed")).errors).toBeUndefined();
  expect(await health()).toEqual(well);
});

test("answers that come 1.5 s late: slow but right, over a new connection too (8)", async () => {
  const whole = (await facts()).data;
  line.reset(); // so that a connection must be made over the slow line
  line.delay(1_500);
  const { answer, seconds } = await timed(facts());
  expect(answer).toMatchObject({ status: 200, data: whole });
  expect(seconds).toBeGreaterThan(1.5);
});

test("a connection that is reset is tried again, unseen (9)", async () => {
  const whole = (await facts()).data;
  line.reset();
  const made = line.connections();
  const answer = facts();
  await expect.poll(line.connections, { interval: 5 }).toBeGreaterThan(made);
  line.pass();
  expect(await answer).toMatchObject({ status: 200, data: whole });
  expect(line.connections()).toBeGreaterThan(made + 1);
});

test("connections that go on being reset: UNAVAILABLE within 7 s, after another try (9)", async () => {
  line.reset();
  const made = line.connections();
  const { answer, seconds } = await timed(facts());
  expect(answer).toMatchObject(unavailable);
  expect(seconds).toBeLessThan(within(7));
  expect(line.connections()).toBeGreaterThan(made + 1);
});

// Of some hundred changes they alone are read, of thousands all facts: either answer is many times longer than the cut.
test.each([500, 2_100])(
  "an answer of %i changes cut after 2,000 bytes: an error, never a part as if it were whole (11)",
  async (many) => {
    await facts();
    await store(many, `So that ${many} have changed. `);
    for (const bytes of [2_000, 50_000]) {
      line.cutAfter(bytes);
      const answer = await facts();
      expect(answer).toMatchObject(unavailable);
      expect(answer.data?.ecosystem ?? null).toBeNull();
    }
    line.pass();
    expect((await facts()).data.ecosystem.actors.edges.length).toBeGreaterThan(3);
  },
);

test("a change whose acknowledgement is cut off is stored once, however often it is sent (9, 11)", async () => {
  const before = (await move(3, "the one before")).data.saveLayout.revision;
  line.cutAfter(600);
  const first = await move(4, "cut off");
  line.pass();
  const again = await move(4, "cut off");
  expect(again.errors).toBeUndefined();
  expect(again.data.saveLayout.revision).toBe(before + 1);
  if (!first.errors) expect(first.data).toEqual(again.data);
  expect((await move(4, "cut off")).data).toEqual(again.data);
});

test("a line that swallows everything: UNAVAILABLE by our own deadline of 10 s, and well at once on new connections (10)", async () => {
  const whole = (await facts()).data;
  line.swallow();
  const state = await timed(health());
  expect(state.answer).toEqual(notWell);
  expect(state.seconds).toBeLessThan(within(4));
  // As many as may ask at once, and some more: those need not wait for the deadline of the others.
  const asked = await Promise.all(Array.from({ length: 60 }, () => timed(facts())));
  for (const { answer } of asked) {
    expect(answer).toMatchObject(unavailable);
    expect(answer.errors![0]!.message).toMatch(sentence);
  }
  const isBusy = ({ answer }: (typeof asked)[number]) => answer.errors![0]!.message.includes("busy");
  const seconds = (of: typeof asked) => of.map((one) => one.seconds);
  const busy = asked.filter(isBusy);
  const silent = asked.filter((one) => !isBusy(one));
  expect(busy.length).toBeGreaterThanOrEqual(10);
  expect(Math.max(...seconds(busy))).toBeLessThan(Math.min(...seconds(silent)));
  expect(Math.max(...seconds(silent))).toBeLessThan(within(14));
  // What is lost stays lost, as when a firewall forgets its connections; whoever asks now is not held up by that.
  line.swallow(true);
  const after = await timed(facts());
  expect(after.answer).toMatchObject({ status: 200, data: whole });
  expect(after.seconds).toBeLessThan(within(5));
  expect(await health()).toEqual(well);
});
