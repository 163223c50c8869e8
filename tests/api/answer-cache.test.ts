import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { storeView } from "../../cypher/views/views.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

// Two processes before one database, as far as the database can tell: each has a cache of its own.
let api: TestApi;
let other: TestApi;
beforeAll(async () => {
  // What is computed is watched in this one.
  api = await startApi({ inThisThread: true });
  other = await startApi();
});
afterAll(async () => {
  await api?.close();
  await other?.close();
});

const keyOf = (name: string) => `kept-${name}-${process.pid}`;
const store = async (on: TestApi, document: object) => {
  const { data } = await on.query(
    "mutation ($input: ImportEcosystemInput!) { importEcosystem(input: $input) { errors { path message } } }",
    { input: { format: "ECOSYSTEM", content: JSON.stringify(document) } },
  );
  expect(data.importEcosystem.errors).toEqual([]);
};
const asOf = "2025-01-01";
const both = `query Both($key: String!, $asOf: Date) { ecosystem(key: $key) {
  revision coherence(asOf: $asOf) { score revision } threats(asOf: $asOf) { revision rivals { rival { name } threat } }
} }`;
const ask = async (on: TestApi, key: string, text = both, day = asOf) => {
  const { data, errors } = await on.query(text, { key, asOf: day });
  expect(errors).toBeUndefined();
  return data.ecosystem;
};
const headOf = ({ format, ecosystem }: EcosystemDocument) => ({ format, ecosystem });

test("an answer asked for again is the same, byte for byte, and is not computed again", async () => {
  const key = keyOf("same");
  await store(api, smallEcosystem(key));
  const raw = async () => {
    const response = await fetch(`${api.origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer the-tests-own-admin-token" },
      body: JSON.stringify({ query: both, variables: { key, asOf } }),
    });
    return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
  };
  const first = await raw();
  const stringify = vi.spyOn(JSON, "stringify");
  const again = await raw();
  const sizes = stringify.mock.results.map(({ value }) => String(value).length);
  stringify.mockRestore();
  expect(first.text).toContain('"name":"RivalCo"');
  expect(again).toEqual(first);
  expect(Math.max(...sizes)).toBeLessThan(first.text.length + both.length);
});

test("a change through one API is seen by the next query of the other, kept answers included", async () => {
  const key = keyOf("two");
  const document = smallEcosystem(key);
  await store(api, document);
  const before = await ask(other, key);
  expect(await ask(other, key)).toEqual(before);
  expect(before.threats.rivals).toMatchObject([{ rival: { name: "RivalCo" } }]);

  await store(api, { ...headOf(document), actors: [{ ...document.actors![1]!, name: "RivalCo AB" }] });
  const after = await ask(other, key);
  expect(after.revision).toBe(before.revision + 1);
  expect([after.coherence.revision, after.threats.revision]).toEqual([after.revision, after.revision]);
  expect(after.threats.rivals).toMatchObject([{ rival: { name: "RivalCo AB" } }]);

  await store(other, {
    ...headOf(document),
    initiatives: [{ key: "peace", name: "Peace", participants: ["sysco", "rivalco"] }],
  });
  const tied = await ask(api, key);
  expect(tied.threats.rivals[0].threat).toBeLessThan(after.threats.rivals[0].threat);
  expect(tied.coherence.score).toBeGreaterThan(after.coherence.score);
  expect(await ask(other, key)).toEqual(tied);
});

test("other variables, another selection and another ecosystem are other questions", async () => {
  const key = keyOf("asked");
  await store(api, smallEcosystem(key));
  await store(api, { format: "ecosystem/1", ecosystem: { key: keyOf("bare"), name: "Bare" } });
  const labels =
    "query Labels($key: String!, $asOf: Date) { ecosystem(key: $key) { map(asOf: $asOf) { nodes { label } } } }";
  const nodes = async (day: string, text = labels, of = key) => (await ask(api, of, text, day)).map.nodes;
  const early = await nodes("2018-06-01");
  expect(early).toContainEqual({ label: "Gone Ltd" });
  expect(await nodes("2024-06-01")).not.toContainEqual({ label: "Gone Ltd" });
  expect(await nodes("2018-06-01")).toEqual(early);
  expect(await nodes("2018-06-01", labels.replace("label", "key"))).toContainEqual({ key: "gone" });
  expect(await nodes("2018-06-01", labels, keyOf("bare"))).toEqual([]);
  expect(await ask(api, key, "query ($key: String!) { ecosystem(key: $key) { name } }")).toEqual({
    name: "Small works",
  });
});

test("what the revision says nothing of is asked of the database each time", async () => {
  const key = keyOf("beside");
  await store(api, smallEcosystem(key));
  const names = async () =>
    (await ask(api, key, "query ($key: String!) { ecosystem(key: $key) { views { name } } }")).views;
  expect(await names()).toEqual([]);
  const rest = { caption: null, state: "", version: 1, by: "T", at: "2026-01-01", position: 0 };
  await api.db.transaction((tx) => storeView(tx, key, { key: "v", name: "The start", ...rest }));
  expect(await names()).toEqual([{ name: "The start" }]);
});

test("an error is told anew each time, and so is what comes beside it", async () => {
  const key = keyOf("wrong");
  await store(api, smallEcosystem(key));
  const wrong = () =>
    api.query('query ($key: String!) { ecosystem(key: $key) { name threats(focal: "mill") { firstMoverShare } } }', {
      key,
    });
  const first = await wrong();
  expect(first.errors).toMatchObject([{ message: expect.stringContaining('"mill" has no position') }]);
  expect(await wrong()).toMatchObject({ status: first.status, errors: first.errors });
});

test("who asks is told to each as themselves, beside a question of an ecosystem too", async () => {
  const key = keyOf("me");
  await store(api, smallEcosystem(key));
  const text = "query ($key: String!) { ecosystem(key: $key) { name } me { name isAdmin } }";
  const admin = await api.query(text, { key });
  expect(admin.data.me).toEqual({ name: "admin", isAdmin: true });
  expect((await api.query(text, { key }, {})).status).toBe(401);
});
