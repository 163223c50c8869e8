import { MantineProvider } from "@mantine/core";
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WorkNotice } from "../../web/app/WorkNotice.tsx";
import { client, connection, describeFailure, work } from "../../web/graphql/client.ts";
import { meQuery } from "../../web/graphql/me.graphql.ts";

let state = { running: 2, waiting: 1 };
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", (input: string, init?: RequestInit) => {
    if (input === "/work") return Promise.resolve(new Response(JSON.stringify(state)));
    return new Promise((_, reject) => {
      init!.signal!.addEventListener("abort", () => reject(init!.signal!.reason));
    });
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const later = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000));

test("a slow query says how many calculations run and wait; cancelled, it is neither lost nor an error of the connection", async () => {
  render(
    <MantineProvider>
      <WorkNotice />
    </MantineProvider>,
  );
  const answer = client.query(meQuery, {}, { requestPolicy: "network-only" }).toPromise();
  await later(1);
  expect(screen.queryByRole("status")).toBeNull();
  await later(2);
  expect(screen.getByRole("status").textContent).toMatch(/2 calculations running, 1 waiting/);
  state = { running: 1, waiting: 0 };
  await later(2);
  expect(screen.getByRole("status").textContent).toMatch(/1 calculation running\./);
  act(() => screen.getByRole("button", { name: "Cancel" }).click());
  const { error } = await answer;
  await later(0);
  expect(describeFailure(error!)).toEqual({ kind: "later", title: "Cancelled", detail: "You have cancelled it." });
  expect(connection.now().kind).toBe("well");
  expect(screen.queryByRole("status")).toBeNull();
  expect(work.now()).toBeNull();
});
