import neo4j from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startApi, type TestApi } from "../support/api.ts";
import { adminToken } from "../support/app.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

// What a caller may put into an operation to have it read as something else (docs/operations.md, faults 29, 40, 42, 43,
// 51, 52).

const key = `hostile-${process.pid}`;
const importText =
  "mutation ($input: ImportEcosystemInput!) { importEcosystem(input: $input) { created errors { path message } } }";
const { uri, username, password } = inject("neo4j");
const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
const bearer = `Bearer ${adminToken}`;
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  const input = { format: "ECOSYSTEM", content: JSON.stringify(smallEcosystem(key)) };
  expect((await api.query(importText, { input })).data.importEcosystem.errors).toEqual([]);
});
afterAll(async () => {
  await driver.close();
  await api?.close();
});
const records = async () =>
  (await driver.executeQuery("MATCH (r:Record {ecosystem: $key}) RETURN count(r) AS n", { key })).records[0]!.get("n");

const cypher = [
  "`x`) DETACH DELETE n //",
  "'}) MATCH (n) DETACH DELETE n //",
  '" OR 1=1 RETURN 1 //',
  "$key",
  "\\u0027) DETACH DELETE n //",
];

describe("Cypher in a text is text (51)", () => {
  const places: [where: string, text: string, fields: (value: string) => object][] = [
    ["a search", "search(text: $x) { label }", (x) => ({ x })],
    ["a filter", "actors(filter: {text: $x}) { totalCount }", (x) => ({ x })],
    ["a key", "actor(key: $x) { name }", (x) => ({ x })],
    ["a focal actor", "threats(focal: $x) { firstMoverShare }", (x) => ({ x })],
  ];
  test.each(places)("in %s", async (_where, fields, variables) => {
    const before = await records();
    for (const value of cypher) {
      const text = `query ($key: String!, $x: String!) { ecosystem(key: $key) { ${fields} } }`;
      const { status, errors } = await api.query(text, { key, ...variables(value) });
      expect([200, 400]).toContain(status);
      for (const error of errors ?? []) expect(error.extensions.code).toBe("BAD_USER_INPUT");
    }
    expect(await records()).toBe(before);
  });

  test("in the key of an ecosystem or a record: refused by what a key may be", async () => {
    for (const value of cypher) {
      expect(
        (await api.query("query ($x: String!) { ecosystem(key: $x) { name } }", { x: value })).data.ecosystem,
      ).toBeNull();
      const actors = [{ key: value, name: "A", kinds: ["OTHER"] }];
      for (const document of [{ ...smallEcosystem(value) }, { ...smallEcosystem(key), actors }]) {
        const input = { format: "ECOSYSTEM", content: JSON.stringify(document) };
        const { data } = await api.query(importText, { input });
        expect(data.importEcosystem.errors[0].message).toMatch(/^Invalid (ecosystem )?key/);
      }
    }
  });

  test("in labels, names, a view, a reason and an idempotency key: kept letter by letter", async () => {
    const before = await records();
    for (const [at, value] of cypher.entries()) {
      const actors = [{ key: `cypher-${at}`, name: value, kinds: ["OTHER"], labels: [value], description: value }];
      const content = JSON.stringify({ format: "ecosystem/1", ecosystem: { key, name: "Small works" }, actors });
      const input = { format: "ECOSYSTEM", content, why: value, idempotencyKey: value };
      expect((await api.query(importText, { input })).data.importEcosystem).toEqual({ created: 1, errors: [] });
      const view = { ecosystem: key, key: `view-${at}`, name: value, caption: value, state: "{}" };
      const saved = await api.query(
        "mutation ($input: SaveViewInput!) { saveView(input: $input) { view { name caption } } }",
        { input: view },
      );
      if (!saved.errors) expect(saved.data.saveView.view).toEqual({ name: value, caption: value });
      else expect(saved.errors[0]!.extensions.code).toBe("BAD_USER_INPUT");
      const text =
        "query ($key: String!, $actor: String!) { ecosystem(key: $key) { actor(key: $actor) { name } changes(first: 9) { why } } }";
      const { data } = await api.query(text, { key, actor: `cypher-${at}` });
      expect(data.ecosystem.actor.name).toBe(value);
      expect(data.ecosystem.changes.map(({ why }: { why: string | null }) => why)).toContain(value);
    }
    expect(await records()).toBe(before + cypher.length);
  });
});

test.each(["(a+)+$", "*", "*:*", "name:[a TO z]", "sys~0.1", 'sysco" AND "', "a".repeat(200), "(".repeat(200)])(
  "a search for %s is a plain search (52)",
  async (x) => {
    const text =
      "query ($key: String!, $x: String!) { ecosystem(key: $key) { search(text: $x) { label } actors(filter: {text: $x}) { totalCount } } }";
    const { data, errors } = await api.query(text, { key, x });
    expect(errors).toBeUndefined();
    expect(data.ecosystem.search).toBeInstanceOf(Array);
  },
);

test("names that objects have by nature are no way into them, as variable, input or alias (29)", async () => {
  const body = `{"query": "query ($key: String!) { __proto__: ecosystem(key: $key) { constructor: name } }",
    "variables": {"key": "${key}", "__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}},
    "__proto__": {"polluted": true}}`;
  const response = await fetch(`${api.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: bearer },
    body,
  });
  expect(response.status).toBeLessThan(500);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  const input = JSON.parse('{"format": "ECOSYSTEM", "content": "{}", "__proto__": {"polluted": true}}');
  expect((await api.query(importText, { input })).errors![0]!.extensions.code).toBe("BAD_USER_INPUT");
});

// Whoever spread them one by one would come to no end of 2 to the 40th.
test.each([12, 40])(
  "fragments that each spread the next one twice, %i times over, are refused (40)",
  async (levels) => {
    const fragments = Array.from(
      { length: levels },
      (_, at) => `fragment F${at} on Me { ...F${at + 1} ...F${at + 1} }`,
    );
    const text = `{ me { ...F0 } } ${fragments.join(" ")} fragment F${levels} on Me { a: name b: name }`;
    const { status, errors } = await api.query(text);
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, "BAD_USER_INPUT"]);
  },
);

describe("what a browser sends for a page of another site (42, 43)", () => {
  const mutation = 'mutation { importEcosystem(input: {format: ECOSYSTEM, content: "{}"}) { created } }';
  const kinds: [type: string, body: string][] = [
    ["text/plain", JSON.stringify({ query: mutation })],
    ["application/x-www-form-urlencoded", `query=${encodeURIComponent(mutation)}`],
    [
      "multipart/form-data; boundary=x",
      `--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n${mutation}\r\n--x--\r\n`,
    ],
    ["application/graphql", mutation],
  ];
  test.each(kinds)("a body of %s changes nothing", async (type, body) => {
    const cookie = await api.signIn("Ada");
    const post = (headers: Record<string, string>) =>
      fetch(`${api.origin}/graphql`, { method: "POST", headers: { "content-type": type, ...headers }, body });
    expect((await post({ cookie })).status).toBe(403);
    const asAdmin = await post({ authorization: bearer });
    expect(asAdmin.status).toBe(415);
  });

  test("there is no page to try operations on", async () => {
    for (const who of [{}, { authorization: bearer }]) {
      const headers = { accept: "text/html", ...who } as Record<string, string>;
      const response = await fetch(`${api.origin}/graphql`, { headers });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toMatch(/<html|graphiql/i);
    }
  });
});
