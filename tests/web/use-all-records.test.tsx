import { cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { Client, cacheExchange, fetchExchange, Provider } from "urql";
import { afterEach, expect, test } from "vitest";
import { useAllRecords } from "../../web/shared/use-all-records.ts";

afterEach(cleanup);

test("records are loaded once they are wanted, and not before", async () => {
  const asked: object[] = [];
  const records = { __typename: "RecordConnection", totalCount: 0, edges: [] };
  const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
  const client = new Client({
    url: "http://nowhere/graphql",
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: async (_url, init) => {
      asked.push(JSON.parse(String(init?.body)).variables);
      const data = { ecosystem: { __typename: "Ecosystem", id: "e", records: { ...records, pageInfo } } };
      return new Response(JSON.stringify({ data }), { headers: { "content-type": "application/json" } });
    },
  });
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>;
  const { result, rerender } = renderHook(({ pause }) => useAllRecords("e", "TAGS", { pause }), {
    wrapper,
    initialProps: { pause: true },
  });
  expect([result.current.rows, result.current.fetching, asked]).toEqual([[], false, []]);
  rerender({ pause: false });
  expect(result.current.fetching).toBe(true);
  await waitFor(() => expect(result.current).toMatchObject({ rows: [], total: 0, fetching: false }));
  expect(asked).toEqual([{ key: "e", kind: "TAGS", first: 100, after: null, asOf: null }]);
});
