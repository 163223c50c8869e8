import { cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, expect, test } from "vitest";
import { AsKnown } from "../../../web/as-known/AsKnown.tsx";
import { changesOf } from "../../../web/changes/use-changes.ts";
import { useFactChanges } from "../../../web/pages/map/use-fact-changes.ts";
import { useMayEdit } from "../../../web/shared/use-may-edit.ts";

afterEach(cleanup);

/** The map of a person, on what is recorded now or on what was known by the end of a day. */
const opened = (isEditor: boolean, knownOn: string | null) => {
  const client = new Client({
    url: "/graphql",
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetch: async () =>
      new Response(JSON.stringify({ data: { me: { __typename: "Me", name: "Pat", isEditor } } }), {
        headers: { "content-type": "application/json" },
      }),
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <AsKnown on={knownOn}>
      <Provider value={client}>{children}</Provider>
    </AsKnown>
  );
  const asked: boolean[] = [];
  const { result } = renderHook(
    () => {
      asked.push(useMayEdit());
      return useFactChanges("x");
    },
    { wrapper },
  );
  return { client, result, asked };
};

test("an editor's changes of facts are undone on the map of now", async () => {
  const { client, result } = opened(true, null);
  await waitFor(() => expect(result.current).toBe(changesOf(client, "x")));
});

test("on the map of what was known earlier, today's facts are not undone; nor by a reader", async () => {
  const maps = [opened(true, "2026-03-01"), opened(false, null)];
  // Once it is known who asks, the changes of an editor are there at once.
  await waitFor(() => expect(maps.map(({ asked }) => asked.length > 1)).toEqual([true, true]));
  await new Promise((done) => setTimeout(done, 50));
  expect(maps.map(({ result }) => result.current)).toEqual([null, null]);
});
