import { Client, CombinedError, cacheExchange, type Exchange, mapExchange, type OperationResult } from "urql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ConnectionWatch } from "../../web/graphql/connection.ts";

const nameQuery = "query Name { name }";
const lost = () => new CombinedError({ networkError: new TypeError("Failed to fetch") });
const starting = () =>
  new CombinedError({
    networkError: new Error("Service Unavailable"),
    response: new Response(null, { status: 503, headers: { "retry-after": "5" } }),
  });
/** As a proxy says it, with a Retry-After or without. */
const tooMany = (retryAfter?: string) => () =>
  new CombinedError({
    networkError: new Error("Too Many Requests"),
    response: new Response(null, { status: 429, headers: retryAfter ? { "retry-after": retryAfter } : {} }),
  });
const signedOut = () =>
  new CombinedError({ graphQLErrors: ["Sign in."], response: { status: 401 } as unknown as Response });

beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-11-25T10:00:00Z") }));
afterEach(() => void vi.useRealTimers());

/** A client whose server says what `answers` says, without a network. */
function clientOf() {
  const server = { error: null as (() => CombinedError) | null, name: "first", asked: 0 };
  const watch = new ConnectionWatch();
  const fake: Exchange = ({ forward, ...rest }) =>
    mapExchange({
      onResult: (result): OperationResult => {
        server.asked += 1;
        const { error, ...answer } = result;
        return server.error
          ? { ...answer, data: undefined, error: server.error() }
          : { ...answer, data: { name: server.name, me: { name: "Pat" } } };
      },
    })({ ...rest, forward });
  const echo: Exchange = () => (operations) => (sink) =>
    operations((signal) => {
      if (typeof signal === "number" || signal.tag === 0) return sink(signal as never);
      const operation = signal[0];
      if (operation.kind !== "teardown")
        sink(Object.assign([{ operation, data: {}, stale: false, hasNext: false }], { tag: 1 }) as never);
    });
  const client = new Client({
    url: "http://nowhere",
    preferGetMethod: false,
    exchanges: [cacheExchange, watch.exchange, fake, echo],
  });
  return { client, watch, server };
}

const ask = (client: Client) => client.query(nameQuery, {}, { requestPolicy: "network-only" }).toPromise();

test("what was read stays when the server is lost; the time is said, and it is read anew once it answers", async () => {
  const { client, watch, server } = clientOf();
  const seen: (string | undefined)[] = [];
  client.query(nameQuery, {}).subscribe(({ data, error }) => seen.push(error ? error.message : data?.name));
  expect(seen).toEqual(["first"]);
  server.error = lost;
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await ask(client)).data).toEqual({ name: "first", me: { name: "Pat" } });
  expect(watch.now()).toEqual({ kind: "lost", since: Date.parse("2026-11-25T10:01:00Z") });
  const asked = server.asked;
  await vi.advanceTimersByTimeAsync(30_000);
  // After 2, 6, 14 and 29 seconds.
  expect(server.asked - asked).toBe(4);
  server.error = null;
  server.name = "second";
  watch.again();
  await vi.advanceTimersByTimeAsync(0);
  expect(watch.now()).toEqual({ kind: "well" });
  expect(seen.at(-1)).toBe("second");
});

test("a server that says when to come back is asked no sooner", async () => {
  const { client, server } = clientOf();
  await ask(client);
  server.error = starting;
  await ask(client);
  const asked = server.asked;
  await vi.advanceTimersByTimeAsync(4_900);
  expect(server.asked - asked).toBe(0);
  // After 5, 10, 18 and 33 seconds: at least what it says, and less and less often.
  await vi.advanceTimersByTimeAsync(28_200);
  expect(server.asked - asked).toBe(4);
});

test("a first question that fails is told to who asked, not over the page", async () => {
  const { client, watch, server } = clientOf();
  server.error = lost;
  expect((await ask(client)).error?.networkError?.message).toBe("Failed to fetch");
  expect(watch.now()).toEqual({ kind: "well" });
});

test("a session that has ended is another thing than a lost server", async () => {
  const { client, watch, server } = clientOf();
  await ask(client);
  server.error = signedOut;
  await ask(client);
  expect(watch.now()).toMatchObject({ kind: "signed-out" });
  server.error = lost;
  watch.again();
  await vi.advanceTimersByTimeAsync(0);
  expect(watch.now()).toMatchObject({ kind: "lost" });
});

test.each([
  // After 2, 6, 14, 29 and 44 seconds: less and less often.
  [undefined, 45, 5],
  // A wait that is too long for a request is one for the page.
  ["900", 901, 1],
])("a page that is refused by a limit (Retry-After: %s) asks again by itself", async (retryAfter, seconds, polls) => {
  const { client, watch, server } = clientOf();
  const seen: (string | undefined)[] = [];
  server.error = tooMany(retryAfter);
  client.query(nameQuery, {}).subscribe(({ data, error }) => seen.push(error ? error.message : data?.name));
  expect(seen).toEqual(["[Network] Too Many Requests"]);
  await vi.advanceTimersByTimeAsync(seconds * 1_000);
  expect(server.asked).toBe(1 + polls);
  server.error = null;
  watch.again();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.at(-1)).toBe("first");
  server.error = tooMany(retryAfter);
  await ask(client);
  expect(watch.now()).toEqual({ kind: "lost", since: Date.now(), isLimited: true });
  server.error = lost;
  watch.again();
  await vi.advanceTimersByTimeAsync(0);
  expect(watch.now()).toEqual({ kind: "lost", since: Date.now() });
});
