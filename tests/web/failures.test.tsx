import { MantineProvider } from "@mantine/core";
import { act, cleanup, render, screen } from "@testing-library/react";
import { GraphQLError } from "graphql";
import { CombinedError } from "urql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { describeFailure } from "../../web/graphql/client.ts";
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

test("while the database is away the page shows why, and goes on by itself once it is back", async () => {
  const retry = vi.fn();
  const show = (code: string) => (
    <MantineProvider>
      <Failed error={failure(code, "The database does not answer. Try again in a moment.")} onRetry={retry} />
    </MantineProvider>
  );
  const { rerender } = render(show("UNAVAILABLE"));
  expect(screen.getByRole("alert").textContent).toContain("Try again in a moment.");
  health = null;
  await wait();
  expect(screen.getByRole("alert").textContent).toContain("This page goes on by itself.");
  const reason = "Neo4j ended unexpectedly; it is being started again.";
  health = { status: 503, body: { status: "unavailable", reason } };
  await wait();
  expect(screen.getByRole("alert").textContent).toContain(reason);
  expect(retry).not.toHaveBeenCalled();
  health = { status: 200, body: { status: "ok" } };
  await wait();
  expect(retry).toHaveBeenCalledTimes(1);

  rerender(show("BAD_USER_INPUT"));
  await wait();
  expect(retry, "what was refused is not asked again").toHaveBeenCalledTimes(1);
});
