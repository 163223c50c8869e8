import { MantineProvider } from "@mantine/core";
import { act, cleanup, render, screen } from "@testing-library/react";
import { GraphQLError } from "graphql";
import { CombinedError } from "urql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ConnectionNotice } from "../../web/app/ConnectionNotice.tsx";
import { connection, describeFailure } from "../../web/graphql/client.ts";
import { Failed } from "../../web/shared/States.tsx";

const failure = (code: string, message = "A sentence.") =>
  new CombinedError({ graphQLErrors: [new GraphQLError(message, { extensions: { code } })] });

test.each([
  ["UNAVAILABLE", "unreachable"],
  ["STORAGE_FULL", "later"],
  ["TOO_MANY_REQUESTS", "later"],
  ["DEADLINE_EXCEEDED", "later"],
  ["BAD_USER_INPUT", "refused"],
  ["CONFLICT", "refused"],
])("%s is %s: what waits to be stored is kept and sent again unless it is refused", (code, kind) => {
  expect(describeFailure(failure(code))).toMatchObject({ kind, detail: "A sentence." });
});

test("a proxy's refusal by a limit is one that passes, and not a server that is starting", () => {
  const error = new CombinedError({
    networkError: new Error("Too Many Requests"),
    response: new Response(null, { status: 429 }),
  });
  expect(describeFailure(error)).toEqual({
    kind: "unreachable",
    title: "Too many requests",
    detail: "The server, or a proxy before it, limits how often it is asked.",
  });
});

let health: { status: number; body: object } | null;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", async () => {
    if (health === null) throw new TypeError("fetch failed");
    return new Response(JSON.stringify(health.body), { status: health.status });
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const wait = () => act(() => vi.advanceTimersByTimeAsync(3_100));

test("while the database is away the page says what the server says of itself", async () => {
  const show = (code: string) => (
    <MantineProvider>
      <Failed error={failure(code, "The database does not answer. Try again in a moment.")} />
    </MantineProvider>
  );
  health = null;
  const { rerender } = render(show("UNAVAILABLE"));
  await wait();
  expect(screen.getByRole("alert").textContent).toContain("Try again in a moment.This page reconnects automatically.");
  health = { status: 503, body: { status: "unavailable", reason: "Neo4j ended unexpectedly." } };
  await wait();
  expect(screen.getByRole("alert").textContent).toContain(
    "Neo4j ended unexpectedly.This page reconnects automatically.",
  );
  rerender(show("BAD_USER_INPUT"));
  expect(screen.getByRole("alert").textContent).not.toMatch(/ended unexpectedly|reconnects automatically/);
});

test("a page that was there stays, under a line that says since when and why", async () => {
  health = { status: 503, body: { status: "unavailable", reason: "Neo4j ended unexpectedly." } };
  const state = { kind: "lost", since: Date.parse("2026-11-25T10:00:00") } as const;
  vi.spyOn(connection, "now").mockReturnValue(state);
  render(
    <MantineProvider>
      <ConnectionNotice />
    </MantineProvider>,
  );
  await wait();
  expect(screen.getByRole("alert").textContent).toMatch(
    /^No connection since 10:00\. Neo4j ended unexpectedly\. You can/,
  );
  vi.restoreAllMocks();
});
