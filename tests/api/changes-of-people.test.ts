import { afterAll, beforeAll, expect, test } from "vitest";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

// Who changes what, and on what it rests (docs/operations.md, Limits).

const key = `people-${process.pid}`;
const small = smallEcosystem(key);
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  expect((await importing(small)).data.importEcosystem.errors).toEqual([]);
});
afterAll(() => api?.close());

const importText = `mutation ($input: ImportEcosystemInput!) {
  importEcosystem(input: $input) { revision created updated unchanged errors { message } }
}`;
const importing = (document: object, more: object = {}, headers?: Record<string, string>) =>
  api.query(importText, { input: { format: "ECOSYSTEM", content: JSON.stringify(document), ...more } }, headers);
const as = async (name: string) => ({ cookie: await api.signIn(name), "x-csrf": "1" });
const topic = (name: string) => ({
  format: small.format,
  ecosystem: small.ecosystem,
  topics: [{ key: name, name }],
});

test("an idempotency key that is used again for something else is refused", async () => {
  const first = await importing(topic("first"), { idempotencyKey: "one" });
  expect(first.data.importEcosystem).toMatchObject({ created: 1, errors: [] });
  expect((await importing(topic("first"), { idempotencyKey: "one" })).data).toEqual(first.data);
  const { status, errors } = await importing(topic("second"), { idempotencyKey: "one" });
  expect([status, errors![0]!.extensions.code]).toEqual([400, "BAD_USER_INPUT"]);
  expect(errors![0]!.message).toMatch(/^This idempotencyKey was used for another change/);
});

test("two people of one name have idempotency keys of their own", async () => {
  const [one, other] = [await as("Alex"), await as("Alex")];
  const first = await importing(topic("of-one"), { idempotencyKey: "shared" }, one);
  const second = await importing(topic("of-other"), { idempotencyKey: "shared" }, other);
  expect([first.data.importEcosystem.created, second.data.importEcosystem.created]).toEqual([1, 1]);
});

test("who gave a tag, and when, come from the session and the clock, whatever the document says", async () => {
  const before = new Date().toISOString();
  const tag = { actor: "rivalco", focal: "sysco", type: "OTHER", by: "The boss", at: "1999-01-01T00:00:00Z" };
  const document = { format: small.format, ecosystem: small.ecosystem, tags: [tag] };
  expect((await importing(document, {}, await as("Ada"))).data.importEcosystem.errors).toEqual([]);
  const stored = async () => {
    const { data } = await api.query("query ($key: String!) { ecosystem(key: $key) { document } }", { key });
    return data.ecosystem.document.tags.find((it: { type?: string }) => it.type === "OTHER");
  };
  const { by, at } = await stored();
  expect(by).toBe("Ada");
  expect(at >= before && at <= new Date().toISOString()).toBe(true);
  // A restored document keeps what it says: it is the operator's.
  expect((await importing(document)).data.importEcosystem.errors).toEqual([]);
  expect(await stored()).toMatchObject({ by: "The boss", at: "1999-01-01T00:00:00Z" });
});

test("an import rests on the revision of its preview: CONFLICT when somebody has changed the ecosystem since", async () => {
  const preview = await importing(topic("previewed"), { dryRun: true });
  const { revision } = preview.data.importEcosystem;
  await importing(topic("meanwhile"));
  const { status, errors } = await importing(topic("previewed"), { revision });
  expect([status, errors![0]!.extensions]).toEqual([
    409,
    { code: "CONFLICT", current: { revision: revision + 1 }, yours: { revision } },
  ]);
  const again = (await importing(topic("previewed"), { dryRun: true })).data.importEcosystem.revision;
  expect((await importing(topic("previewed"), { revision: again })).data.importEcosystem).toMatchObject({
    revision: again + 1,
    created: 1,
  });
  const fresh = { format: small.format, ecosystem: { key: `${key}-new`, name: "New" } };
  expect((await importing(fresh, { dryRun: true })).data.importEcosystem.revision).toBe(0);
});
