import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

const key = `log-${process.pid}`;
const small = smallEcosystem(key);
let api: TestApi;

const store = async (document: object, more: object = {}) => {
  const content = JSON.stringify({ format: "ecosystem/1", ecosystem: small.ecosystem, ...document });
  expect((await importEcosystem(api.db, { format: "ECOSYSTEM", content, who: "Tester", ...more })).errors).toEqual([]);
};
const ask = async (fields: string, variables: object = {}, declare = "") => {
  const answer = await api.query(`query ($key: String! ${declare}) { ecosystem(key: $key) { ${fields} } }`, {
    key,
    ...variables,
  });
  expect(answer.errors).toBeUndefined();
  return answer.data.ecosystem;
};
/** How often the database is asked for what the fields say, besides the ecosystem's revision and size. */
async function countAsks(fields: string): Promise<number> {
  const read = vi.spyOn(api.db, "read");
  try {
    await ask(fields);
    return read.mock.calls.filter(([{ name }]) => !["read-revision", "count-records"].includes(name)).length;
  } finally {
    read.mockRestore();
  }
}
const actor = (at: number, name = `Actor ${at}`) => ({
  key: `a${String(at).padStart(3, "0")}`,
  name,
  kinds: ["OTHER"],
});
const many = Array.from({ length: 150 }, (_, at) => actor(at));

beforeAll(async () => {
  // Calls to the database are counted.
  api = await startApi({ inThisThread: true });
  await store(small);
  await store({ actors: many }, { why: "More of them" });
  for (let at = 0; at < 6; at++) await store({ actors: [actor(7, `Renamed ${at}`)] });
});
afterAll(() => api?.close());

test("the histories of a page are read by one query, however many rows it has", async () => {
  const page = (rows: number) => `
    actors(first: ${rows}) { edges { node { history(first: 2) { revision before after } } } }
    records(kind: ACTORS, first: ${rows}) { edges { node { history { revision } } } }`;
  expect([await countAsks(page(2)), await countAsks(page(60))]).toEqual([1, 1]);
});

test("a history comes latest first, each row its own, as many as are asked for, and goes on", async () => {
  const { records } = await ask("records(kind: ACTORS, first: 30) { edges { node { key history { revision } } } }");
  const revisions = Object.fromEntries(
    records.edges.map(({ node }: { node: { key: string; history: { revision: number }[] } }) => [
      node.key,
      node.history.map(({ revision }) => revision),
    ]),
  );
  expect(revisions).toMatchObject({ a006: [2], a007: [8, 7, 6, 5, 4, 3, 2], a008: [2] });
  const { actor: one } = await ask(`actor(key: "a007") {
    first: history(first: 2) { revision before after why } then: history(first: 2, before: 7) { revision } none: history(first: 0) { revision }
  }`);
  expect(one.first.map(({ revision }: { revision: number }) => revision)).toEqual([8, 7]);
  expect(one.first[0]).toMatchObject({ before: { name: "Renamed 4" }, after: { name: "Renamed 5" } });
  expect(one.then).toEqual([{ revision: 6 }, { revision: 5 }]);
  expect(one.none).toEqual([]);
});

test("the change log goes on before a revision, to its beginning", async () => {
  const { changes } = await ask("changes(first: 3) { revision }");
  expect(changes.map(({ revision }: { revision: number }) => revision)).toEqual([8, 7, 6]);
  const next = await ask("changes(first: 4, before: 6) { revision why }");
  expect(next.changes.map(({ revision }: { revision: number }) => revision)).toEqual([5, 4, 3, 2]);
  expect((await ask("changes(before: 2) { revision }")).changes).toEqual([{ revision: 1 }]);
  expect((await ask("changes(before: 1) { revision }")).changes).toEqual([]);
});

test("what changes did to their records is read by one query, a page of each", async () => {
  const records = "records(first: 2) { totalCount edges { node { kind key label before after } } }";
  expect([await countAsks(`changes(first: 1) { ${records} }`), await countAsks(`changes { ${records} }`)]).toEqual([
    2, 2,
  ]);
  const { changes } = await ask(`changes { revision ${records} }`);
  expect(changes[0]).toEqual({
    revision: 8,
    records: {
      totalCount: 1,
      edges: [
        {
          node: {
            kind: "ACTORS",
            key: "a007",
            label: "Renamed 5",
            before: actor(7, "Renamed 4"),
            after: actor(7, "Renamed 5"),
          },
        },
      ],
    },
  });
  expect(changes.at(-1).records.edges.map(({ node }: { node: object }) => node)).toMatchObject([
    { kind: "ACTIVITIES", key: "make", label: "Make presses", before: null },
    { kind: "ACTIVITIES", key: "run", before: null },
  ]);
});

test("all records of a large change are told, a page after the other, each once", async () => {
  const keys: string[] = [];
  const pages: number[] = [];
  let after: string | null = null;
  do {
    const { changes } = await ask(
      `changes(first: 1, before: 3) { records(first: 60, after: $after) {
        pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { key } } } }`,
      { after },
      ", $after: String",
    );
    const { edges, pageInfo } = changes[0].records;
    keys.push(...edges.map(({ node }: { node: { key: string } }) => node.key));
    pages.push(edges.length);
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(pages).toEqual([60, 60, 30]);
  expect(keys).toEqual(many.map((it) => it.key));
});

test("what a removed record said is told, under the name it had", async () => {
  const key = `removed-${process.pid}`;
  const tag = { actor: "rivalco", focal: "sysco", type: "OTHER", reason: "Changed hands.", by: "Pat" };
  await store({ ...smallEcosystem(key), tags: [{ ...tag, at: "2024-05-01T09:00:00Z" }] });
  const removed = await api.query("mutation ($input: RemoveTagInput!) { removeTag(input: $input) { revision } }", {
    input: { ecosystem: key, actor: "rivalco", focal: "sysco" },
  });
  expect(removed.errors).toBeUndefined();
  const { data } = await api.query(
    `{ ecosystem(key: "${key}") { changes(first: 1) { removed records { edges { node { kind label before after node { id } } } } } } }`,
  );
  const [change] = data.ecosystem.changes;
  expect(change.removed).toBe(1);
  expect(change.records.edges[0].node).toEqual({
    kind: "TAGS",
    label: "RivalCo tagged other",
    before: { ...tag, at: "2024-05-01T09:00:00Z" },
    after: null,
    node: null,
  });
});

test("a record that is still there can be gone to from a change", async () => {
  const { changes } = await ask("changes(first: 1) { records { edges { node { node { __typename id } } } } }");
  const { actor: there } = await ask('actor(key: "a007") { id }');
  expect(changes[0].records.edges[0].node.node).toEqual({ __typename: "Actor", id: there.id });
});

test("a cursor that names no row is refused", async () => {
  for (const after of ["nonsense", Buffer.from("after:nothing here").toString("base64url")]) {
    const { errors } = await api.query(
      `{ ecosystem(key: "${key}") { changes(first: 1) { records(after: "${after}") { totalCount } } } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  }
});

test("the change log is filtered by person, kind of record and day", async () => {
  const filtered = `filtered-${process.pid}`;
  const put = async (who: string, document: object) => {
    const content = JSON.stringify({
      format: "ecosystem/1",
      ecosystem: { ...small.ecosystem, key: filtered },
      ...document,
    });
    expect((await importEcosystem(api.db, { format: "ECOSYSTEM", content, who })).errors).toEqual([]);
  };
  await put("Pat", { actors: small.actors, evidence: small.evidence });
  await put("Kim", { topics: [{ key: "t", name: "Topic" }] });
  await put("Pat", { topics: [{ key: "u", name: "Another topic" }] });
  const today = new Date().toISOString().slice(0, 10);
  const found = async (args: string) => {
    const { data, errors } = await api.query(
      `{ ecosystem(key: "${filtered}") { changes(first: 10${args}) { revision } } }`,
    );
    expect(errors).toBeUndefined();
    return data.ecosystem.changes.map(({ revision }: { revision: number }) => revision);
  };
  expect(await found("")).toEqual([3, 2, 1]);
  expect(await found(', who: "Pat"')).toEqual([3, 1]);
  expect(await found(", kind: TOPICS")).toEqual([3, 2]);
  expect(await found(', kind: TOPICS, who: "Pat"')).toEqual([3]);
  expect(await found(`, from: "${today}", to: "2099-01-01"`)).toEqual([3, 2, 1]);
  expect(await found(', to: "2020-01-01"')).toEqual([]);
  expect(await found(', from: "2099-01-01"')).toEqual([]);
  // Days in another time zone are given by the moments at which they begin and end.
  const { data } = await api.query(`{ ecosystem(key: "${filtered}") { changes(first: 10) { at } } }`);
  const [third, second] = data.ecosystem.changes.map(({ at }: { at: string }) => new Date(at).getTime());
  const inTokyo = (millis: number) => new Date(millis + 9 * 3_600_000).toISOString().replace("Z", "+09:00");
  expect(await found(`, until: "${inTokyo(second + 1)}"`)).toEqual([2, 1]);
  expect(await found(`, since: "${inTokyo(second)}", until: "${inTokyo(third)}"`)).toEqual([2]);
  expect(await found(`, from: "2020-01-01", since: "${inTokyo(third)}"`)).toEqual([3]);
});
