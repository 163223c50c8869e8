import { afterAll, beforeAll, expect, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { adminToken } from "../support/app.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

let api: TestApi;
let other: TestApi;
let count = 0;
beforeAll(async () => {
  api = await startApi();
  other = await startApi({ sessionCheckInterval: 200 });
});
afterAll(async () => {
  await api?.close();
  await other?.close();
});

async function small(): Promise<string> {
  const key = `live-${process.pid}-${count++}`;
  const content = JSON.stringify(smallEcosystem(key));
  expect((await importEcosystem(api.db, { format: "ECOSYSTEM", content, who: "Tester" })).errors).toEqual([]);
  return key;
}
const rename = async (key: string, version: number, name: string, at: TestApi = api) => {
  const { data } = await at.query(
    "mutation ($input: ChangeRecordsInput!) { changeRecords(input: $input) { revision errors { message } } }",
    { input: { ecosystem: key, changes: [{ actor: { key: "mill", expectedVersion: version, name } }] } },
  );
  expect(data.changeRecords.errors).toEqual([]);
  return data.changeRecords.revision as number;
};

/** Events of a subscription as they come. */
async function subscribe(
  key: string,
  after?: number,
  headers: Record<string, string> = { authorization: `Bearer ${adminToken}` },
  at: TestApi = api,
) {
  const leave = new AbortController();
  const response = await fetch(`${at.origin}/graphql`, {
    method: "POST",
    signal: leave.signal,
    headers: { "content-type": "application/json", accept: "text/event-stream", ...headers },
    body: JSON.stringify({
      query:
        "subscription ($key: String!, $after: Int) { ecosystemChanged(key: $key, after: $after) { revision who changed { kind key version before after } } }",
      variables: { key, after },
    }),
  });
  const events: { type: string; data: string }[] = [];
  let beats = 0;
  const reading = (async () => {
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const parts = text.split("\n\n");
      text = parts.pop()!;
      for (const part of parts) {
        const type = /^event: (.*)$/m.exec(part)?.[1];
        if (type === undefined) beats++;
        else events.push({ type, data: /^data: ?(.*)$/m.exec(part)?.[1] ?? "" });
      }
    }
  })().catch(() => undefined);
  const changes = () =>
    events
      .filter(({ type }) => type === "next")
      .map(({ data }) => JSON.parse(data).data?.ecosystemChanged ?? JSON.parse(data));
  return { response, events, changes, beats: () => beats, ended: reading, leave: () => leave.abort() };
}

test("a change is told of as it is stored, made through this process or another one", async () => {
  const key = await small();
  const stream = await subscribe(key);
  expect(stream.response.headers.get("content-type")).toContain("text/event-stream");
  expect(stream.response.headers.get("x-accel-buffering")).toBe("no");
  await expect.poll(() => stream.beats()).toBeGreaterThan(0);
  await rename(key, 1, "One");
  await expect.poll(() => stream.changes().length).toBe(1);
  await rename(key, 2, "Two", other);
  await expect.poll(() => stream.changes().length).toBe(2);
  expect(stream.changes()).toMatchObject([
    { revision: 2, who: "admin", changed: [{ kind: "ACTORS", key: "mill", version: 2, after: { name: "One" } }] },
    { revision: 3, changed: [{ version: 3, before: { name: "One" }, after: { name: "Two" } }] },
  ]);
  stream.leave();
});

test("what was missed since a revision comes first, and the stream completes when the ecosystem is deleted", async () => {
  const key = await small();
  for (let version = 1; version < 4; version++) await rename(key, version, `Name ${version}`);
  const stream = await subscribe(key, 2);
  await expect.poll(() => stream.changes().map(({ revision }) => revision)).toEqual([3, 4]);
  await api.query("mutation ($input: DeleteEcosystemInput!) { deleteEcosystem(input: $input) { revision } }", {
    input: { key, expectedRevision: 4 },
  });
  await stream.ended;
  expect(stream.events.at(-1)?.type).toBe("complete");
});

test("nobody follows what does not exist, without signing in, or anything but a subscription", async () => {
  const nothing = await subscribe("no-such");
  await nothing.ended;
  expect(JSON.stringify([nothing.events, nothing.changes()])).toContain("There is no ecosystem");
  const anonymous = await subscribe("no-such", undefined, {});
  expect(anonymous.response.status).toBe(401);
  const response = await fetch(`${api.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream", authorization: `Bearer ${adminToken}` },
    body: JSON.stringify({ query: "{ me { name } }" }),
  });
  expect(await response.text()).toContain("Only subscriptions");
});

test("a reader reads and follows, changes nothing, and signs out", async () => {
  const key = await small();
  const cookie = await api.signIn("Rita", "reader");
  const headers = { cookie, "x-csrf": "1" };
  const { data } = await api.query(`{ me { name isEditor isAdmin } ecosystem(key: "${key}") { name } }`, {}, headers);
  expect(data).toEqual({ me: { name: "Rita", isEditor: false, isAdmin: false }, ecosystem: { name: "Small works" } });
  const { data: schema } = await api.query('{ __type(name: "Mutation") { fields { name } } }');
  expect(schema.__type.fields.length).toBeGreaterThan(10);
  for (const text of [
    'mutation ($key: String!) { changeRecords(input: { ecosystem: $key, changes: [{ topic: { name: "T" } }] }) { revision } }',
    'mutation ($key: String!) { setEcosystem(input: { key: $key, expectedRevision: 1, name: "T" }) { revision } }',
    'mutation ($key: String!) { removeTag(input: { ecosystem: $key, actor: "a", focal: "b" }) { revision } }',
    "mutation ($key: String!) { orderViews(input: { ecosystem: $key, keys: [] }) { revision } }",
  ]) {
    const refused = await api.query(text, { key }, headers);
    expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([403, "FORBIDDEN"]);
  }
  const stream = await subscribe(key, undefined, headers);
  await rename(key, 1, "Seen");
  await expect.poll(() => stream.changes().length).toBe(1);
  stream.leave();
  const out = await fetch(`${api.origin}/session/end`, { method: "POST", headers });
  expect([out.status, out.headers.get("set-cookie")]).toEqual([200, expect.stringContaining("Max-Age=0")]);
  expect((await api.query("{ me { name } }", {}, headers)).status).toBe(401);
});

test("a stream ends when its session has ended, and tells nothing that is changed later; others go on", async () => {
  const key = await small();
  const cookie = await other.signIn("Sam");
  const headers = { cookie, "x-csrf": "1" };
  const [stream, admins] = [
    await subscribe(key, undefined, headers, other),
    await subscribe(key, undefined, undefined, other),
  ];
  await rename(key, 1, "Before");
  await expect.poll(() => stream.changes().length).toBe(1);
  expect((await fetch(`${other.origin}/session/end`, { method: "POST", headers })).status).toBe(200);
  await stream.ended;
  // Cut off and not completed: a page asks why, and learns that it is signed out.
  expect(stream.events.map(({ type }) => type)).toEqual(["next"]);
  await rename(key, 2, "After");
  await expect.poll(() => admins.changes().length).toBe(2);
  expect(stream.changes()).toHaveLength(1);
  expect((await subscribe(key, 2, headers, other)).response.status).toBe(401);
  admins.leave();
});
