import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { maxImportBody } from "../../api/server/graphql/limits.ts";
import { pageOperations } from "../../api/server/graphql/page-operations.ts";
import { newInvite } from "../../api/server/sessions/sessions.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { adminToken } from "../support/app.ts";

const meText = "query Me { me { name isAdmin } }";
const importText = `mutation Import($input: ImportEcosystemInput!) {
  importEcosystem(input: $input) { created ecosystem { changes { who } } }
}`;

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ production: true, operations: [meText, importText] });
});
afterAll(() => api?.close());

const json = { "content-type": "application/json" };
const bearer = { authorization: `Bearer ${adminToken}`, ...json };
const post = (body: string, headers: Record<string, string> = bearer) =>
  fetch(`${api.origin}/graphql`, { method: "POST", headers, body });

async function signIn(name: string): Promise<{ link: string; cookie: string }> {
  const link = `${api.origin}/session/${await newInvite(api.db, name)}`;
  const response = await fetch(link, { method: "POST", redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([303, "/"]);
  const set = response.headers.get("set-cookie")!;
  const [secret, ...attributes] = set.split("; ");
  expect(secret).toMatch(/^session=[\w-]{43}$/);
  expect(attributes.sort()).toEqual(["HttpOnly", "Max-Age=2592000", "Path=/", "SameSite=Lax"]);
  return { link, cookie: set.split(";")[0]! };
}

describe("who may ask", () => {
  test.each([
    ["nobody", {}],
    ["a wrong token", { authorization: "Bearer wrong" }],
    ["a forged cookie", { cookie: "session=forged", "x-csrf": "1" }],
    ["a basic password", { authorization: "Basic YTpi" }],
  ])("%s is refused before the operation is parsed", async (_who, headers) => {
    const response = await post("this is not even JSON", { "content-type": "application/json", ...headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  });

  test("who guesses is refused without a look, and nobody else at their address who is signed in", async () => {
    const own = await startApi({ production: true, operations: [meText] });
    const read = vi.spyOn(own.db, "read");
    const forge = (at: number) => own.query("{ me { name } }", {}, { cookie: `session=forged-${at}`, "x-csrf": "1" });
    try {
      const cookie = await own.signIn("Ada");
      expect((await own.asPage(meText, {}, cookie)).status).toBe(200);
      // Without any, nothing is looked up and nothing counted.
      for (let at = 0; at < 70; at++) expect((await own.query("{ me { name } }", {}, {})).status).toBe(401);
      for (let at = 0; at < 59; at++) expect((await forge(at)).status).toBe(401);
      expect((await own.query("{ me { name } }", {}, { authorization: "Bearer wrong" })).status).toBe(401);
      const looks = read.mock.calls.length;
      const { status, headers, errors } = await forge(60);
      expect([status, errors?.[0]?.extensions.code]).toEqual([429, "TOO_MANY_REQUESTS"]);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      expect((await own.query("{ me { name } }", {}, { authorization: "Bearer wrong" })).status).toBe(429);
      expect(read.mock.calls.length).toBe(looks);
      expect((await own.asPage(meText, {}, cookie)).status).toBe(200);
      // Somebody who signs in now is let in as well.
      expect((await own.asPage(meText, {}, await own.signIn("Ben"))).status).toBe(200);
    } finally {
      await own.close();
    }
  });

  test("a one-time link signs a person in, once", async () => {
    const { link, cookie } = await signIn("Ada Analyst");
    const { data } = await api.asPage(meText, {}, cookie);
    expect(data.me).toEqual({ name: "Ada Analyst", isAdmin: false });
    expect((await fetch(link, { method: "POST", redirect: "manual" })).status).toBe(401);
  });

  test("a preview of a link does not use it up", async () => {
    const link = `${api.origin}/session/${await newInvite(api.db, "Ben")}`;
    expect((await fetch(link, { method: "HEAD" })).status).toBe(405);
    // Nor does a scanner that opens it: signing in takes a click.
    const page = await fetch(link, { redirect: "manual" });
    expect([page.status, page.headers.get("set-cookie")]).toEqual([200, null]);
    expect(await page.text()).toContain("<button");
    const fromElsewhere = await fetch(link, { method: "POST", headers: { origin: "https://evil.example" } });
    expect(fromElsewhere.status).toBe(403);
    expect((await fetch(link, { method: "POST", redirect: "manual" })).status).toBe(303);
  });

  test("a cookie without the header, or from another site, is refused", async () => {
    const { cookie } = await signIn("Cleo");
    expect((await api.query("{ me { name } }", {}, { cookie })).status).toBe(403);
    const foreign = { cookie, "x-csrf": "1", origin: "https://evil.example" };
    expect((await api.query("{ me { name } }", {}, foreign)).status).toBe(403);
  });

  test("an import in a session shows the person's name in the change log", async () => {
    const { cookie } = await signIn("Dora");
    const key = `signed-${process.pid}`;
    const content = JSON.stringify({
      format: "ecosystem/1",
      ecosystem: { key, name: "Signed" },
      topics: [{ key: "t", name: "T" }],
    });
    const { data } = await api.asPage(importText, { input: { format: "ECOSYSTEM", content } }, cookie);
    expect(data.importEcosystem).toEqual({ created: 1, ecosystem: { changes: [{ who: "Dora" }] } });
  });
});

describe("what is refused", () => {
  const deep = (levels: number) =>
    `{ ${"node(id: 1) { ... on Actor { evidence { ".repeat(levels)} id ${"} } }".repeat(levels)} }`;
  const cases: [what: string, text: string][] = [
    ["fourteen levels", deep(7)],
    ["5,000 braces", `${"{ a".repeat(5000)}${"}".repeat(5000)}`],
    ["16 aliases", `{ ${Array.from({ length: 16 }, (_, at) => `a${at}: me { name }`).join(" ")} }`],
    ["16 aliases of __typename", `{ ${Array.from({ length: 16 }, (_, at) => `a${at}: __typename`).join(" ")} }`],
    ["10,000 aliases", `{ ${Array.from({ length: 10_000 }, (_, at) => `a${at}: __typename`).join(" ")} }`],
    ["ten directives", `{ me { name ${"@include(if: true) ".repeat(10)} } }`],
    ["circular fragments", "{ me { ...A } } fragment A on Me { ...B } fragment B on Me { ...A }"],
    ["a field that does not exist", "{ me { nam } }"],
    ["text that does not parse", "{ me { "],
  ];
  test.each(cases)("%s: 400", async (_what, text) => {
    const { status, errors, data } = await api.query(text);
    expect({ status, data, code: errors?.[0]?.extensions.code }).toEqual({
      status: 400,
      data: undefined,
      code: "BAD_USER_INPUT",
    });
    expect(errors?.map(({ message }) => message).join()).not.toMatch(/Did you mean/);
  });

  test("a batch of two", async () => {
    const response = await post(JSON.stringify([{ query: "{ me { name } }" }, { query: "{ me { name } }" }]));
    expect(response.status).toBe(400);
  });

  test("broken JSON, with a sentence and no stack", async () => {
    const response = await post("{");
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).not.toMatch(/\bat .*\.(js|ts)/);
    expect(text).not.toContain("originalError");
    expect(JSON.parse(text).errors[0].extensions).toEqual({ code: "BAD_USER_INPUT" });
  });

  test("a body above 1 MB that is no import", async () => {
    const query = "query ($key: String!) { ecosystem(key: $key) { key } }";
    const response = await post(JSON.stringify({ query, variables: { key: "k".repeat(1_100_000) } }));
    expect(response.status).toBe(413);
  });

  const importing =
    "mutation ($input: ImportEcosystemInput!) { importEcosystem(input: $input) { errors { path message } } }";

  test("a file of 49 MB for what is in it, however much JSON adds to it", async () => {
    const content = "[".repeat(65) + '"\n'.repeat(24_500_000);
    const { data, errors } = await api.query(importing, { input: { format: "ECOSYSTEM", content } });
    expect(errors).toBeUndefined();
    expect(data.importEcosystem.errors).toEqual([
      { path: "line 1, column 65", message: expect.stringContaining("nested deeper than 64") },
    ]);
  });

  test.each([
    ["a reason of 1,001 letters", { why: "w".repeat(1_001) }, /^why has more than 1000 characters: shorten it\.$/],
    ["a reason with NUL", { why: "a\0b" }, /^why contains an invalid character/],
    ["an idempotency key of 201", { idempotencyKey: "k".repeat(201) }, /^idempotencyKey has more than 200 .*UUID\.$/],
    ["half a character in one", { idempotencyKey: "\ud83d" }, /^idempotencyKey contains an invalid character/],
  ])("%s, of an import as of any change", async (_what, more, message) => {
    const { errors } = await api.query(importing, { input: { format: "ECOSYSTEM", content: "{}", ...more } });
    expect(errors![0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  test("a body above 1 MB that names no import before it, while it is still being sent", async () => {
    const head = '{"query":"query ($key: String!) { ecosystem(key: $key) { key } }","variables":{"key":"';
    const { hostname, port } = new URL(api.origin);
    const status = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => {
        const headers = [
          `Host: ${hostname}`,
          "Content-Type: application/json",
          `Authorization: ${bearer.authorization}`,
        ];
        socket.write(`POST /graphql HTTP/1.1\r\n${headers.join("\r\n")}\r\nContent-Length: 50000000\r\n\r\n`);
        socket.write(head + "k".repeat(100_000)); // and no more
      });
      socket.once("data", (bytes) => resolve(bytes.toString().split("\r\n")[0]!));
      socket.once("error", reject);
    });
    expect(status).toMatch(/^HTTP\/1.1 413/);
  });

  test("a body above twice the largest file, from its length alone", async () => {
    const response = await post("x".repeat(maxImportBody + 1)).catch(() => null);
    // The server answers and hangs up without reading; a client still sending may see only the latter.
    if (response) expect(response.status).toBe(413);
  });

  test("a mutation by GET", async () => {
    const query = 'mutation { importEcosystem(input: {format: ECOSYSTEM, content: "{}"}) { created } }';
    const response = await fetch(`${api.origin}/graphql?query=${encodeURIComponent(query)}`, { headers: bearer });
    expect(response.status).toBe(405);
  });

  test("any operation of a session that is none of the built page's, and the schema's description of itself", async () => {
    const { cookie } = await signIn("Eve");
    for (const text of [meText, "{ __schema { types { name } } }", "no operation at all"]) {
      const { status, data, errors } = await api.query(text, {}, { cookie, "x-csrf": "1" });
      expect([status, data, errors?.[0]?.extensions.code]).toEqual([403, undefined, "FORBIDDEN"]);
    }
  });

  test("a hash that no operation of the page has, with the advice to reload", async () => {
    const { cookie } = await signIn("Gus");
    const { status, errors } = await api.asPage("query Other { me { name } }", {}, cookie);
    expect([status, errors?.[0]?.extensions.code]).toEqual([404, "PERSISTED_OPERATION_NOT_FOUND"]);
    expect(errors?.[0]?.message).toContain("reload");
  });

  test("a known hash that comes with another text", async () => {
    const { cookie } = await signIn("Hal");
    const [sha256Hash] = pageOperations([meText]).keys();
    const body = { query: "{ ecosystems { key } }", extensions: { persistedQuery: { version: 1, sha256Hash } } };
    const response = await post(JSON.stringify(body), { ...json, cookie, "x-csrf": "1" });
    expect(response.status).toBe(403);
  });

  test("more than 300 requests in a minute of one person", async () => {
    const { cookie } = await signIn("Fred in a hurry");
    const statuses: number[] = [];
    for (let batch = 0; batch < 31; batch++) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => api.asPage(meText, {}, cookie)));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(300);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    const { headers: more } = await api.asPage(meText, {}, cookie);
    expect(Number(more.get("retry-after"))).toBeGreaterThan(0);
  });
});

test("two operations in one document run each by its name", async () => {
  const query = "query One { me { name } } query Two { me { isAdmin } }";
  const run = async (operationName: string) => (await post(JSON.stringify({ query, operationName }))).json();
  expect(await run("One")).toEqual({ data: { me: { name: "admin" } } });
  expect(await run("Two")).toEqual({ data: { me: { isAdmin: true } } });
});

test("an import above 1 MB of the built page, which names its operation by a header", async () => {
  const { cookie } = await signIn("Gil");
  const [sha256Hash] = pageOperations([importText]).keys();
  const input = { format: "ECOSYSTEM", content: `{"x": "${"y".repeat(1_500_000)}"}`, dryRun: true };
  const body = JSON.stringify({ variables: { input }, extensions: { persistedQuery: { version: 1, sha256Hash } } });
  const send = (headers: Record<string, string>) => post(body, { ...json, cookie, "x-csrf": "1", ...headers });
  expect((await send({})).status).toBe(413);
  const answer = await send({ "x-operation": sha256Hash! });
  expect([answer.status, (await answer.json()).data.importEcosystem.created]).toEqual([200, 0]);
});

test("a failure on our side is masked with an id that the log has", async () => {
  const broken = await startApi({ inThisThread: true });
  await broken.db.close();
  const { status, errors } = await broken.query("{ ecosystems { key } }");
  expect(status).toBe(500);
  const { id, code } = errors![0]!.extensions;
  expect(code).toBe("INTERNAL_SERVER_ERROR");
  expect(errors![0]!.message).toContain(id);
  expect(broken.logged).toContainEqual(expect.objectContaining({ id }));
  await broken.close();
});
