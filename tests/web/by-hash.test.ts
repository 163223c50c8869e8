// @vitest-environment node
import { Client, cacheExchange, fetchExchange, formatDocument, stringifyDocument, type TypedDocumentNode } from "urql";
import { expect, test } from "vitest";
import { operations } from "../../web/build/documents.ts";
import { collectOperations } from "../../web/build/page-operations.ts";
import { byHash } from "../../web/graphql/by-hash.ts";
import { streamOperation } from "../../web/live/read-changes.ts";
import { sha256Hex } from "../../web/shared/hash.ts";

/** Of urql's loose type of documents: no test needs their variables. */
const documents: readonly TypedDocumentNode<unknown, object>[] = operations;

test("the page sends every operation as the hash under which the build lists it, and no text", async () => {
  const sent: { query?: string; extensions: { persistedQuery: { sha256Hash: string } } }[] = [];
  const streamed: string[] = [];
  const client = new Client({
    url: "http://127.0.0.1/graphql",
    exchanges: [cacheExchange, byHash, fetchExchange],
    preferGetMethod: false,
    fetch: async (_url, init) => {
      sent.push(JSON.parse(String(init?.body)));
      return new Response('{"data":{}}', { headers: { "content-type": "application/json" } });
    },
  });
  for (const document of documents) {
    const kind = /"operation":"(\w+)"/.exec(JSON.stringify(document))![1];
    if (kind === "mutation") await client.mutation(document, {}).toPromise();
    else if (kind === "query") await client.query(document, {}).toPromise();
    else streamed.push(sha256Hex(stringifyDocument(formatDocument(document))));
  }
  const listed = await collectOperations();
  const hashes = sent.map(({ extensions }) => extensions.persistedQuery.sha256Hash);
  expect([...hashes, ...streamed].sort()).toEqual(Object.keys(listed).sort());
  // The one that the server streams is sent by no client of urql's.
  const { extensions } = streamOperation(true);
  expect(streamed).toContain(extensions?.persistedQuery.sha256Hash);
  expect(sent.filter(({ query }) => query !== undefined)).toEqual([]);
});
