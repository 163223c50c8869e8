import { afterAll, beforeAll, expect, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

let api: TestApi;
let count = 0;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const at = "2024-05-01T09:00:00Z";
const typed = { actor: "rivalco", focal: "sysco", type: "OTHER", reason: "Changed hands.", by: "Pat", at };
const watch = { actor: "rivalco", focal: "sysco", label: "watch" };

/** A small ecosystem of this test's own, at revision 1, with a tag of either kind on the same rival. */
async function ecosystem(): Promise<string> {
  const key = `tags-${process.pid}-${count++}`;
  const content = JSON.stringify({ ...smallEcosystem(key), tags: [typed, watch] });
  expect((await importEcosystem(api.db, { format: "ECOSYSTEM", content, who: "Tester" })).errors).toEqual([]);
  return key;
}
const removeTag = (input: object) =>
  api.query("mutation ($input: RemoveTagInput!) { removeTag(input: $input) { revision } }", { input });
const read = async (key: string) => {
  const { data, errors } = await api.query(
    `query ($key: String!) { ecosystem(key: $key) { revision
      records(kind: TAGS) { edges { node { data } } }
      threats(asOf: "2025-01-01") { rivals { rival { key } type typeSource } }
      changes(first: 1) { revision who why created updated removed } } }`,
    { key },
  );
  expect(errors).toBeUndefined();
  const { revision, records, threats, changes } = data.ecosystem;
  return {
    revision,
    tags: records.edges.map(({ node }: { node: { data: object } }) => node.data),
    rival: threats.rivals.find(({ rival }: { rival: { key: string } }) => rival.key === "rivalco"),
    latest: changes[0],
  };
};

test("a type that is taken back leaves the free tag alone, is told in the change log, and the facts speak again", async () => {
  const key = await ecosystem();
  expect((await read(key)).rival).toMatchObject({ type: "OTHER", typeSource: "TAGGED" });
  const answer = await removeTag({ ecosystem: key, actor: "rivalco", focal: "sysco", at, why: "It was a rumour." });
  expect(answer.data).toEqual({ removeTag: { revision: 2 } });
  const after = await read(key);
  expect(after.tags).toEqual([watch]);
  expect(after.rival).toMatchObject({ typeSource: "INFERRED" });
  expect(after.rival.type).not.toBe("OTHER");
  expect(after.latest).toEqual({
    revision: 2,
    who: "admin",
    why: "It was a rumour.",
    created: 0,
    updated: 0,
    removed: 1,
  });
});

test("a free tag is named by its label", async () => {
  const key = await ecosystem();
  await removeTag({ ecosystem: key, actor: "rivalco", focal: "sysco", label: "watch" });
  expect((await read(key)).tags).toEqual([typed]);
});

test("the same idempotency key takes back once; without it the second time finds nothing", async () => {
  const key = await ecosystem();
  const input = { ecosystem: key, actor: "rivalco", focal: "sysco" };
  const first = await removeTag({ ...input, idempotencyKey: "once" });
  expect(await removeTag({ ...input, idempotencyKey: "once" })).toMatchObject({ data: first.data });
  expect((await removeTag(input)).errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  expect((await read(key)).revision).toBe(2);
});

test("a tag that somebody has given anew is not taken back unseen", async () => {
  const key = await ecosystem();
  const { errors } = await removeTag({
    ecosystem: key,
    actor: "rivalco",
    focal: "sysco",
    at: "2023-01-01T00:00:00Z",
  });
  expect(errors?.[0]?.message).toMatch(/^Pat has changed the tag on "rivalco" since you read it/);
  expect(errors?.[0]?.extensions).toMatchObject({ code: "CONFLICT", current: typed });
  expect((await read(key)).tags).toHaveLength(2);
});

test.each([
  ["an unknown ecosystem", { ecosystem: "nowhere" }, /no ecosystem "nowhere"/],
  ["an actor without a tag", { actor: "mill" }, /no tag with a type on "mill"/],
  ["a label that nobody gave", { label: "friend" }, /no tag "friend" on "rivalco"/],
])("%s is refused by name", async (_what, other, message) => {
  const key = await ecosystem();
  const { errors } = await removeTag({ ecosystem: key, actor: "rivalco", focal: "sysco", ...other });
  expect(errors?.[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code: "NOT_FOUND" } });
  expect((await read(key)).revision).toBe(1);
});
