import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { readParts, removeUnusedParts, storePart } from "../../api/changes/links/link-parts.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

let api: TestApi;
const key = `links-${process.pid}`;
beforeAll(async () => {
  api = await startApi();
  for (const one of [key, `${key}-other`]) {
    const content = JSON.stringify(smallEcosystem(one));
    expect((await importEcosystem(api.db, { format: "ECOSYSTEM", content, who: "Tester" })).errors).toEqual([]);
  }
});
afterAll(() => api?.close());

const store = (text: string, ecosystem = key) =>
  api.query("mutation ($input: StoreLinkPartInput!) { storeLinkPart(input: $input) { hash } }", {
    input: { ecosystem, text },
  });
const read = async (hashes: string[], ecosystem = key) =>
  api.query(
    "query ($key: String!, $hashes: [String!]!) { ecosystem(key: $key) { revision linkParts(hashes: $hashes) { hash text } changes { revision } } }",
    { key: ecosystem, hashes },
  );

test("a large part of a link is stored by the hash of its content, outside of revision and change log", async () => {
  const text = JSON.stringify(Array.from({ length: 10_000 }, (_, i) => `node-${i}`));
  const hash = createHash("sha256").update(text).digest("base64url");
  expect((await store(text)).data).toEqual({ storeLinkPart: { hash } });
  expect((await store(text)).data).toEqual({ storeLinkPart: { hash } });
  const { ecosystem } = (await read([hash, hash, "unknown"])).data;
  expect(ecosystem).toEqual({ revision: 1, linkParts: [{ hash, text }], changes: [{ revision: 1 }] });
  expect((await read([hash], `${key}-other`)).data.ecosystem.linkParts).toEqual([]);
});

test("what is too large, empty, broken or without an ecosystem is refused in words", async () => {
  const messageOf = async (text: string, ecosystem?: string) => (await store(text, ecosystem)).errors?.[0]?.message;
  expect(await messageOf("x".repeat(400_001))).toBe(
    "The part of the link has 400001 characters: divide it into parts of at most 400000.",
  );
  expect(await messageOf("")).toBe("The part of the link is empty.");
  expect(await messageOf("\ud800")).toContain("surrogate");
  expect(await messageOf("x", "nowhere")).toBe('There is no ecosystem "nowhere".');
  const many = (await read(Array.from({ length: 51 }, (_, i) => `${i}`))).errors?.[0]?.message;
  expect(many).toBe("These are 51 parts of links: ask for at most 50 at a time.");
});

test("a part goes a year after its last use, unless a view names it", async () => {
  const day = 24 * 3_600_000;
  const now = Date.now();
  const [unused, used, inView] = await Promise.all(
    ["unused", "used", "in a view"].map((text) => storePart(api.db, key, text, now - 366 * day)),
  );
  await readParts(api.db, key, [used!], now - 2 * day);
  const state = `lens=network&only=kept.${inView}`;
  const saved = await api.query("mutation ($input: SaveViewInput!) { saveView(input: $input) { revision } }", {
    input: { ecosystem: key, key: "large", name: "Large", state },
  });
  expect(saved.errors).toBeUndefined();
  expect(await removeUnusedParts(api.db, now)).toBe(1);
  const left = (await readParts(api.db, key, [unused!, used!, inView!])).map(({ text }) => text);
  expect(left.sort()).toEqual(["in a view", "used"]);
});
