import { cleanup, renderHook } from "@testing-library/react";
import { type ReactNode, useMemo } from "react";
import { Client, cacheExchange, fetchExchange, Provider, stringifyDocument, useQuery } from "urql";
import { afterEach, expect, test, vi } from "vitest";
import { endOfDay } from "../../web/as-known/AsKnown.tsx";
import { askedAsKnown } from "../../web/as-known/as-known-client.ts";
import { asKnownOperation } from "../../web/as-known/as-known-operation.ts";
import { collectOperations } from "../../web/build/page-operations.ts";
import { byHash } from "../../web/graphql/by-hash.ts";
import { ecosystemHeaderQuery } from "../../web/graphql/ecosystem-header.graphql.ts";
import { meQuery } from "../../web/graphql/me.graphql.ts";
import { nodeQuery } from "../../web/inspector/inspector.graphql.ts";
import { changeToView, stateText } from "../../web/map/model/search-params/view-state.ts";
import { searchQuery } from "../../web/search/search.graphql.ts";

afterEach(cleanup);
const at = endOfDay("2026-03-01");
type AnyDocument = Parameters<typeof asKnownOperation>[0];
const earlier = (document: unknown) => asKnownOperation(document as AnyDocument);

test("each query of an ecosystem or a record can be asked as known; names are searched as of now", () => {
  const text = stringifyDocument(earlier(ecosystemHeaderQuery)!).replace(/\s+/g, " ");
  expect(text).toContain("query EcosystemHeaderAsKnown($key: String!, $asKnownAt: DateTime)");
  expect(text).toContain("ecosystem(key: $key, asKnownAt: $asKnownAt)");
  expect(stringifyDocument(earlier(nodeQuery)!)).toContain("asKnownAt: $asKnownAt");
  expect([earlier(meQuery), earlier(searchQuery)]).toEqual([null, null]);
  expect(earlier(ecosystemHeaderQuery)).toBe(earlier(ecosystemHeaderQuery));
});

test("a component that asks is answered as known, by the hash that the build lists, and sees its own variables", async () => {
  const sent: { variables: object; extensions: { persistedQuery: { sha256Hash: string } } }[] = [];
  const client = new Client({
    url: "http://nowhere/graphql",
    preferGetMethod: false,
    exchanges: [askedAsKnown(at), cacheExchange, byHash, fetchExchange],
    fetch: async (_url, init) => {
      sent.push(JSON.parse(String(init?.body)));
      const ecosystem = { __typename: "Ecosystem", id: "e", key: "e", name: "Then", revision: 3 };
      return new Response(JSON.stringify({ data: { ecosystem } }), { headers: { "content-type": "application/json" } });
    },
  });
  const Around = ({ children }: { children: ReactNode }) => (
    <Provider value={useMemo(() => client, [])}>{children}</Provider>
  );
  const { result } = renderHook(() => useQuery({ query: ecosystemHeaderQuery, variables: { key: "e" } })[0], {
    wrapper: Around,
  });
  await vi.waitFor(() => expect(result.current.data?.ecosystem?.name).toBe("Then"));
  expect(result.current.operation?.variables).toEqual({ key: "e" });
  expect(sent.map(({ variables }) => variables)).toEqual([{ key: "e", asKnownAt: "2026-03-01T23:59:59.999Z" }]);
  const listed = await collectOperations();
  expect(listed[sent[0]!.extensions.persistedQuery.sha256Hash]).toContain("query EcosystemHeaderAsKnown");
});

test("the day of what was known is no part of a view, and opening a view stays on it", () => {
  const now = { lens: "rivals", asKnownAt: "2026-03-01" } as const;
  expect(stateText(now)).toBe("lens=rivals");
  expect(changeToView({ key: "v", state: "lens=positions" }, now)).toMatchObject({
    lens: "positions",
    asKnownAt: "2026-03-01",
  });
});
