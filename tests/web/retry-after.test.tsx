import { MantineProvider } from "@mantine/core";
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ConnectionNotice } from "../../web/app/ConnectionNotice.tsx";
import { client, rateLimit } from "../../web/graphql/client.ts";
import { meQuery } from "../../web/graphql/me.graphql.ts";
import { RateLimitWatch, retryAfterMillis } from "../../web/graphql/retry-after.ts";
import { saveLayoutMutation } from "../../web/map/pins/layout.graphql.ts";

const start = Date.parse("2026-11-25T10:00:00Z");
/** What the server answers, in order, and when it was asked, in seconds from the start. */
let answers: (() => Response)[];
let askedAt: number[];
beforeEach(() => {
  vi.useFakeTimers({ now: start });
  answers = [];
  askedAt = [];
  vi.stubGlobal("fetch", async () => {
    askedAt.push((Date.now() - start) / 1_000);
    return answers.shift()!();
  });
});
afterEach(() => {
  cleanup();
  expect(answers, "answers that were not fetched").toEqual([]);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const later = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000));

const json = (body: object, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), { ...init, headers: { "content-type": "application/json", ...init.headers } });
const tooMany = (retryAfter?: string) => () =>
  json(
    { errors: [{ message: "Too many requests in a minute.", extensions: { code: "TOO_MANY_REQUESTS" } }] },
    { status: 429, headers: retryAfter === undefined ? {} : { "retry-after": retryAfter } },
  );
const name = () => json({ data: { me: { __typename: "Me", name: "Pat" } } });

test("Retry-After holds seconds or a date; anything else is no answer", () => {
  const of = (text?: string) => retryAfterMillis(new Headers(text === undefined ? {} : { "retry-after": text }));
  expect(
    ["37", "0", "Wed, 25 Nov 2026 10:00:12 GMT", "Wed, 25 Nov 2026 09:00:00 GMT", "soon", undefined].map(of),
  ).toEqual([37_000, 0, 12_000, 0, null, null]);
});

test("a query that is refused waits as long as the server says, is asked again by itself, and fails nobody", async () => {
  answers = [tooMany("37"), tooMany("5"), name];
  const seen: object[] = [];
  const { unsubscribe } = client
    .query(meQuery, {}, { requestPolicy: "network-only" })
    .subscribe(({ data, error }) => seen.push({ data, error }));
  await later(36.9);
  expect([askedAt, seen]).toEqual([[0], []]);
  await later(0.2);
  expect([askedAt, seen]).toEqual([[0, 37], []]);
  await later(5);
  expect(askedAt).toEqual([0, 37, 42]);
  expect(seen).toMatchObject([{ data: { me: { name: "Pat" } }, error: undefined }]);
  expect(rateLimit.now()).toBeNull();
  unsubscribe();
});

test("a change that is refused is not lost: it is sent again once the server takes it", async () => {
  answers = [tooMany("12"), () => json({ data: { saveLayout: { __typename: "SavedLayout", revision: 7 } } })];
  const saved = client.mutation(saveLayoutMutation, { input: { ecosystem: "e", lens: "NETWORK" } }).toPromise();
  await later(12);
  expect(askedAt).toEqual([0, 12]);
  expect(await saved).toMatchObject({ error: undefined, data: { saveLayout: { revision: 7 } } });
});

test("what nobody awaits any longer is not asked again", async () => {
  answers = [tooMany("37")];
  const { unsubscribe } = client.query(meQuery, {}, { requestPolicy: "network-only" }).subscribe(() => {});
  await later(1);
  expect(rateLimit.now()).toBe(start + 37_000);
  unsubscribe();
  await later(60);
  expect(askedAt).toEqual([0]);
  expect(rateLimit.now()).toBeNull();
});

test.each([
  ["without a Retry-After", undefined],
  ["with one of a quarter of an hour", "900"],
])("a refusal %s is told to whoever asked", async (_, retryAfter) => {
  answers = [tooMany(retryAfter)];
  const response = await new RateLimitWatch().fetch("/graphql", { method: "POST" });
  expect(response.status).toBe(429);
  expect(await response.json()).toHaveProperty("errors");
});

test("while requests wait, a line above the page says until when; it is no alert and has nothing to press", async () => {
  answers = [tooMany("37"), name];
  render(
    <MantineProvider>
      <ConnectionNotice />
    </MantineProvider>,
  );
  expect(screen.queryByRole("status")).toBeNull();
  const answer = client.query(meQuery, {}, { requestPolicy: "network-only" }).toPromise();
  await later(1);
  const until = new Date(start + 37_000).toLocaleTimeString("en-GB");
  expect(screen.getByRole("status").textContent).toBe(
    `Request limit reached. The server asked this page to wait. It continues by itself at ${until}.`,
  );
  expect(screen.queryByRole("button")).toBeNull();
  await later(36);
  expect((await answer).error).toBeUndefined();
  expect(screen.queryByRole("status")).toBeNull();
});
