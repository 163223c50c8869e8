import { afterAll, beforeAll, expect, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { startApi, type TestApi } from "../support/api.ts";

let api: TestApi;
const key = `search-${process.pid}`;
beforeAll(async () => {
  api = await startApi();
  const { errors } = await importEcosystem(api.db, {
    format: "ECOSYSTEM",
    content: JSON.stringify({
      format: "ecosystem/1",
      ecosystem: { key, name: "Names" },
      actors: [
        { key: "dots", name: "Ferro S.p.A.", kinds: ["OTHER"], description: "Gießt Stähle für Züge" },
        { key: "accents", name: "Générale Łódź", kinds: ["OTHER"], aliases: ["O'Brien"] },
        { key: "cjk", name: "東方機械", kinds: ["OTHER"], description: "上海的水泵制造商" },
        { key: "hindi", name: "यंत्र", kinds: ["OTHER"], description: "हिन्दी में एक विवरण" },
        { key: "steel", name: "Stahlhandel", kinds: ["OTHER"] },
        { key: "hub", name: "Hub", kinds: ["OTHER"], description: "Repairs turbines" },
      ],
      standards: [{ key: "opc", name: "OPC UA", code: "IEC 62541", status: "PUBLISHED" }],
      topics: [
        { key: "rows", name: "Rows of turbines" },
        { key: "wheels", name: "Wheels of turbines" },
      ],
      evidence: [{ key: "report", title: "Rapport annuel", excerpt: "Une société bien gérée" }],
    }),
    who: "Tester",
  });
  expect(errors).toEqual([]);
});
afterAll(() => api?.close());

const found = async (text: string, first = 8, kind?: string): Promise<string[]> => {
  const { data, errors } = await api.query(
    "query ($key: String!, $text: String!, $first: Int, $kind: RecordKind) { ecosystem(key: $key) { search(text: $text, first: $first, kind: $kind) { score node { ... on Actor { key } ... on Evidence { key } ... on Record { key } } } } }",
    { key, text, first, kind },
  );
  expect(errors).toBeUndefined();
  const hits: { score: number; node: { key: string } }[] = data.ecosystem.search;
  expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  return hits.map(({ node }) => node.key);
};

test.each([
  ["spa", "dots"],
  ["generale lodz", "accents"],
  ["brien", "accents"],
  ["機", "cjk"],
  ["62541", "opc"],
  ["nnuel", "report"],
])("a search for “%s” finds the record by a part of its name, at once", async (text, expected) => {
  expect((await found(text))[0]).toBe(expected);
});

test.each([
  ["stahle", "dots"],
  ["STÄHLE Züge", "dots"],
  ["水泵", "cjk"],
  ["हिन्दी", "hindi"],
  ["societe geree", "report"],
])(
  "a search for “%s” finds the record by words of its description or excerpt, without accents",
  async (text, expected) => {
    // The full-text index follows a moment after the transaction.
    await expect.poll(() => found(text)).toContain(expected);
  },
);

test("a name comes before a description, each record once, and as many as were asked for", async () => {
  await expect.poll(() => found("stahl")).toEqual(["steel", "dots"]);
  expect(await found("stahl", 1)).toEqual(["steel"]);
  expect(await found("泵水")).toEqual([]);
});

test("a search for one kind finds it below better matches of others, and as many as were asked for", async () => {
  await expect.poll(() => found("turbines")).toEqual(["rows", "wheels", "hub"]);
  expect(await found("turbines", 1, "ACTORS")).toEqual(["hub"]);
});

test("the list of actors is filtered by any part of a name, too", async () => {
  const { data } = await api.query(
    'query ($key: String!) { ecosystem(key: $key) { actors(filter: {text: "generale"}) { edges { node { key } } } } }',
    { key },
  );
  expect(data.ecosystem.actors.edges).toEqual([{ node: { key: "accents" } }]);
});
