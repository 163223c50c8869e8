import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { saveLayout } from "../../api/changes/layout/save-layout.ts";
import type { Database } from "../../cypher/database.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

let api: TestApi;
let count = 0;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

// Not through the API, which lets one person change something 60 times a minute.
const store = async (document: object) => {
  const request = { format: "ECOSYSTEM", content: JSON.stringify(document), who: "Tester" } as const;
  expect((await importEcosystem(api.db, request)).errors).toEqual([]);
};
/** A small ecosystem of this test's own. */
async function ecosystem(): Promise<string> {
  const key = `layout-${process.pid}-${count++}`;
  await store(smallEcosystem(key));
  return key;
}
const ask = async (key: string, fields: string) => {
  const answer = await api.query(`query ($key: String!) { ecosystem(key: $key) { ${fields} } }`, { key });
  expect(answer.errors).toBeUndefined();
  return answer.data.ecosystem;
};
const mutate = (name: string, fields: string) => (input: object) =>
  api.query(
    `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} } }`,
    { input },
  );
const saveByApi = mutate("saveLayout", "revision created updated unchanged removed");
const saveView = mutate("saveView", "revision view { key name caption position state version by }");
const removeView = mutate("removeView", "revision pins views { key position }");
const orderViews = mutate("orderViews", "revision views { key position }");
const refusal = ({ errors }: Awaited<ReturnType<TestApi["query"]>>) => ({
  code: errors?.[0]?.extensions.code,
  message: errors?.[0]?.message,
});

describe("the layout", () => {
  const pinsOf = async (key: string, args: string) =>
    (await ask(key, `layout(${args}) { kind key x y view }`)).layout.map(Object.values);

  test("a drag is stored with its place, counted, and read again", async () => {
    const key = await ecosystem();
    const pins = [
      { kind: "ACTOR", key: "sysco", x: 3, y: 4 },
      { kind: "STANDARD", key: "opc", x: -1.25, y: 0 },
    ];
    const { data } = await saveByApi({ ecosystem: key, lens: "NETWORK", pins, why: "Tidied up" });
    expect(data.saveLayout).toEqual({ revision: 2, created: 1, updated: 1, unchanged: 0, removed: 0 });
    expect(await pinsOf(key, "lens: NETWORK")).toEqual([
      ["ACTOR", "sysco", 3, 4, null],
      ["STANDARD", "opc", -1.25, 0, null],
    ]);
    expect(await pinsOf(key, "lens: RIVALS")).toEqual([]);
    expect((await ask(key, "changes(first: 1) { revision who why created updated removed }")).changes).toEqual([
      { revision: 2, who: "admin", why: "Tidied up", created: 1, updated: 1, removed: 0 },
    ]);
  });

  test("what stands where it stood changes nothing, and unpinning forgets a place once", async () => {
    const key = await ecosystem();
    const sysco = { kind: "ACTOR", key: "sysco" };
    const same = await saveByApi({ ecosystem: key, lens: "NETWORK", pins: [{ ...sysco, x: 1.5, y: -2 }] });
    expect(same.data.saveLayout).toEqual({ revision: 1, created: 0, updated: 0, unchanged: 1, removed: 0 });
    const unpin = { ecosystem: key, lens: "NETWORK", unpin: [sysco] };
    expect((await saveByApi(unpin)).data.saveLayout).toMatchObject({ revision: 2, removed: 1 });
    expect((await saveByApi(unpin)).data.saveLayout).toMatchObject({ revision: 2, removed: 0 });
    expect(await pinsOf(key, "lens: NETWORK")).toEqual([]);
  });

  test("the same idempotency key moves nothing twice", async () => {
    const key = await ecosystem();
    const pin = (x: number) => ({
      ecosystem: key,
      lens: "RIVALS",
      pins: [{ kind: "ACTOR", key: "mill", x, y: 0 }],
      idempotencyKey: "drag-1",
    });
    const first = await saveByApi(pin(1));
    expect((await saveByApi(pin(1))).data).toEqual(first.data);
    expect((await saveByApi(pin(2))).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(await pinsOf(key, "lens: RIVALS")).toEqual([["ACTOR", "mill", 1, 0, null]]);
  });

  test("a layout survives an import that does not speak of it, and leaves with the document", async () => {
    const key = await ecosystem();
    await saveByApi({ ecosystem: key, lens: "POSITIONS", pins: [{ kind: "ACTOR", key: "mill", x: 7, y: 8 }] });
    const { layout: _, ...document } = smallEcosystem(key);
    await store(document);
    expect(await pinsOf(key, "lens: POSITIONS")).toEqual([["ACTOR", "mill", 7, 8, null]]);
    expect((await ask(key, "document")).document.layout).toContainEqual({
      lens: "POSITIONS",
      kind: "ACTOR",
      key: "mill",
      x: 7,
      y: 8,
    });
  });

  const actor = { kind: "ACTOR", key: "sysco", x: 0, y: 0 };
  test.each<[string, object, string, RegExp]>([
    ["an unknown record", { pins: [{ ...actor, key: "nobody" }] }, "BAD_USER_INPUT", /no actor "nobody"/],
    ["a key of another kind", { pins: [{ ...actor, kind: "OFFERING" }] }, "BAD_USER_INPUT", /no offering "sysco"/],
    ["an unknown view", { view: "gone", pins: [actor] }, "NOT_FOUND", /no view "gone"/],
    ["an unknown lens", { lens: "FISHEYE", pins: [actor] }, "BAD_USER_INPUT", /FISHEYE/],
    ["a place out of reach", { pins: [{ ...actor, x: 1e7 }] }, "BAD_USER_INPUT", /x of actor "sysco" is 10000000/],
    ["one record twice", { pins: [actor, actor] }, "BAD_USER_INPUT", /appears twice/],
    ["pinned and unpinned", { pins: [actor], unpin: [{ kind: "ACTOR", key: "sysco" }] }, "BAD_USER_INPUT", /both/],
    [
      "10,001 pins",
      { unpin: Array.from({ length: 10_001 }, (_, i) => ({ kind: "ACTOR", key: `a${i}` })) },
      "BAD_USER_INPUT",
      /10001 pins.*at most 10000/,
    ],
    ["an unknown ecosystem", { ecosystem: "nowhere", pins: [actor] }, "NOT_FOUND", /no ecosystem "nowhere"/],
  ])("%s is refused, and nothing is stored", async (_what, input, code, message) => {
    const key = await ecosystem();
    const answer = await saveByApi({ ecosystem: key, lens: "NETWORK", ...input });
    expect(refusal(answer)).toEqual({ code, message: expect.stringMatching(message) });
    expect((await ask(key, "revision")).revision).toBe(1);
    expect((await api.query('{ ecosystem(key: "nowhere") { key } }')).data).toEqual({ ecosystem: null });
  });

  test("1e400 is no number", async () => {
    const answer = await api.query(
      'mutation { saveLayout(input: {ecosystem: "x", lens: NETWORK, pins: [{kind: ACTOR, key: "a", x: 1e400, y: 0}]}) { revision } }',
    );
    expect(refusal(answer).code).toBe("BAD_USER_INPUT");
  });
});

describe("named views", () => {
  const views = async (key: string) => (await ask(key, "views { key name caption state version position }")).views;
  const view = { name: "The contest", caption: "Who runs the presses?", state: "lens=boundaries" };

  test("a story is told in the order in which it was saved, changed and put", async () => {
    const key = await ecosystem();
    const created = await saveView({ ecosystem: key, key: "contest", ...view });
    expect(created.data.saveView).toEqual({
      revision: 2,
      view: { key: "contest", ...view, position: 0, version: 1, by: "admin" },
    });
    await saveView({ ecosystem: key, key: "later", name: "Later", state: "asOf=2024-01-01" });
    const changed = await saveView({ ecosystem: key, key: "contest", ...view, caption: null, version: 1 });
    expect(changed.data.saveView.view).toMatchObject({ caption: null, version: 2, position: 0 });
    const ordered = await orderViews({ ecosystem: key, keys: ["later", "contest"] });
    expect(ordered.data.orderViews).toEqual({
      revision: 5,
      views: [
        { key: "later", position: 0 },
        { key: "contest", position: 1 },
      ],
    });
    expect(await views(key)).toEqual([
      { key: "later", name: "Later", caption: null, state: "asOf=2024-01-01", version: 1, position: 0 },
      { key: "contest", ...view, caption: null, version: 2, position: 1 },
    ]);
  });

  test("every change of a view is logged with who, when, before, after and why", async () => {
    const key = await ecosystem();
    await saveView({ ecosystem: key, key: "v", ...view, why: "For Monday" });
    await saveView({ ecosystem: key, key: "v", ...view, name: "Renamed", version: 1 });
    const { view: found, changes } = await ask(
      key,
      'view(key: "v") { history { revision who why at before after } } changes { revision created updated removed }',
    );
    expect(found.history).toEqual([
      {
        revision: 3,
        who: "admin",
        why: null,
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        before: expect.objectContaining({ name: "The contest", version: 1 }),
        after: expect.objectContaining({ name: "Renamed", version: 2 }),
      },
      {
        revision: 2,
        who: "admin",
        why: "For Monday",
        at: expect.any(String),
        before: null,
        after: expect.objectContaining({ key: "v", name: "The contest" }),
      },
    ]);
    expect(changes.slice(0, 2)).toEqual([
      { revision: 3, created: 0, updated: 1, removed: 0 },
      { revision: 2, created: 1, updated: 0, removed: 0 },
    ]);
  });

  test("a view has places of its own, which go with it", async () => {
    const key = await ecosystem();
    await saveView({ ecosystem: key, key: "v", ...view });
    await saveView({ ecosystem: key, key: "v2", ...view });
    const pin = (x: number) => [{ kind: "ACTOR", key: "sysco", x, y: 0 }];
    await saveByApi({ ecosystem: key, lens: "NETWORK", view: "v", pins: pin(10) });
    await saveByApi({ ecosystem: key, lens: "RIVALS", view: "v", pins: pin(11) });
    await saveByApi({ ecosystem: key, lens: "RIVALS", view: "v2", pins: pin(12) });
    const places = `own: layout(lens: NETWORK) { x } v: layout(lens: NETWORK, view: "v") { x view }
      other: layout(lens: RIVALS, view: "v2") { x }`;
    expect(await ask(key, places)).toEqual({ own: [{ x: 1.5 }], v: [{ x: 10, view: "v" }], other: [{ x: 12 }] });
    const { data } = await removeView({ ecosystem: key, key: "v" });
    expect(data.removeView).toMatchObject({ pins: 2, views: [{ key: "v2", position: 0 }] });
    expect(await ask(key, places)).toEqual({ own: [{ x: 1.5 }], v: [], other: [{ x: 12 }] });
    expect((await ask(key, "changes(first: 1) { removed }")).changes).toEqual([{ removed: 3 }]);
  });

  test("of two who change one view the second gets both values and nothing is lost", async () => {
    const key = await ecosystem();
    await saveView({ ecosystem: key, key: "v", ...view });
    const change = (name: string) => saveView({ ecosystem: key, key: "v", ...view, name, version: 1 });
    const answers = await Promise.all([change("One"), change("Two")]);
    const [won, lost] = answers[0]!.errors ? [answers[1]!, answers[0]!] : [answers[0]!, answers[1]!];
    const stored = won.data.saveView.view.name;
    expect(won.errors).toBeUndefined();
    expect({ status: lost.status, extensions: lost.errors![0]!.extensions }).toMatchObject({
      status: 409,
      extensions: {
        code: "CONFLICT",
        current: { name: stored, version: 2, by: "admin" },
        yours: { name: stored === "One" ? "Two" : "One", version: 1, caption: view.caption, state: view.state },
      },
    });
    expect((await views(key))[0].name).toBe(stored);
  });

  test("a new view under a key that is taken is a conflict, and the same key again with its idempotency key is not", async () => {
    const key = await ecosystem();
    const first = await saveView({ ecosystem: key, key: "v", ...view, idempotencyKey: "one" });
    expect(refusal(await saveView({ ecosystem: key, key: "v", ...view, name: "Other" })).code).toBe("CONFLICT");
    expect((await saveView({ ecosystem: key, key: "v", ...view, idempotencyKey: "one" })).data).toEqual(first.data);
  });

  test("a view that has gone is named, whatever is asked of it", async () => {
    const key = await ecosystem();
    const gone = { code: "NOT_FOUND", message: expect.stringContaining('"gone"') };
    expect(refusal(await removeView({ ecosystem: key, key: "gone" }))).toEqual(gone);
    expect(refusal(await saveView({ ecosystem: key, key: "gone", ...view, version: 3 }))).toEqual(gone);
    expect(refusal(await orderViews({ ecosystem: key, keys: ["gone"] }))).toEqual(gone);
    expect(await ask(key, 'view(key: "gone") { key }')).toEqual({ view: null });
  });

  test("an order must name every view once", async () => {
    const key = await ecosystem();
    await saveView({ ecosystem: key, key: "a", ...view });
    await saveView({ ecosystem: key, key: "b", ...view });
    expect(refusal(await orderViews({ ecosystem: key, keys: ["b"] })).message).toMatch(/leaves out "a"/);
    expect(refusal(await orderViews({ ecosystem: key, keys: ["b", "a", "b"] })).message).toMatch(/"b" appears twice/);
  });

  test.each([
    ["a name of 301 characters", { name: "n".repeat(301) }, /name has 301 characters: use at most 300/],
    ["no name", { name: " " }, /no name/],
    ["a caption of 10,001", { caption: "c".repeat(10_001) }, /caption has 10001/],
    ["a state of 20,001", { state: "s".repeat(20_001) }, /state has 20001/],
    ["half a character", { caption: "\ud800" }, /contains an invalid character/],
    ["a key that no link could carry", { key: "A b" }, /key "A b"/],
  ])("%s is refused", async (_what, more, message) => {
    const key = await ecosystem();
    expect(refusal(await saveView({ ecosystem: key, key: "v", ...view, ...more }))).toEqual({
      code: "BAD_USER_INPUT",
      message: expect.stringMatching(message),
    });
    expect(await views(key)).toEqual([]);
  });
});

describe("a part of the document", () => {
  const nodesOf = async (key: string, wanted: string[]) => {
    const { map } = await ask(key, "map { nodes { id key } }");
    return map.nodes.filter((node: { key: string }) => wanted.includes(node.key)).map(({ id }: { id: string }) => id);
  };
  const partOf = async (key: string, nodes: string[]) =>
    api.query("query ($key: String!, $nodes: [ID!]!) { ecosystem(key: $key) { documentOf(nodes: $nodes) } }", {
      key,
      nodes,
    });

  test("what is shown, exported, is taken by an empty ecosystem and comes back the same", async () => {
    const key = await ecosystem();
    const { data } = await partOf(key, await nodesOf(key, ["sysco", "mill", "run", "opc"]));
    const part = data.ecosystem.documentOf;
    const copy = `${key}-part`;
    await store({ ...part, ecosystem: { ...part.ecosystem, key: copy } });
    const { map, document } = await ask(copy, "map { nodes { key } } document");
    expect(map.nodes.map((node: { key: string }) => node.key)).toEqual(["mill", "sysco", "opc", "run"]);
    const again = await partOf(copy, await nodesOf(copy, ["sysco", "mill", "run", "opc"]));
    expect(again.data.ecosystem.documentOf).toEqual(document);
    expect(document.claims).toHaveLength(1);
  });

  test("a node that is not there is named", async () => {
    const key = await ecosystem();
    const [id] = await nodesOf(key, ["sysco"]);
    const other = Buffer.from(`actors:${key}:vanished`).toString("base64url");
    expect(refusal(await partOf(key, [id, other]))).toEqual({
      code: "BAD_USER_INPUT",
      message: expect.stringContaining('"vanished"'),
    });
  });
});

test("dragging one node reads its own pin and nothing of the rest, in a few short steps", async () => {
  const seed = JSON.parse(readFileSync("seed/sysco.json", "utf8"));
  const key = `layout-seed-${process.pid}`;
  await store({ ...seed, ecosystem: { ...seed.ecosystem, key } });
  const steps: string[] = [];
  const rows: unknown[] = [];
  const watched: Database = {
    ...api.db,
    transaction: (work, limit) =>
      api.db.transaction(
        (tx) =>
          work({
            run: async (query, parameters) => {
              steps.push(query.name);
              const found = await tx.run(query, parameters);
              rows.push(...found);
              return found;
            },
          }),
        limit,
      ),
  };
  const drag = (x: number) =>
    saveLayout(watched, {
      ecosystem: key,
      lens: "NETWORK",
      pins: [{ kind: "ACTOR", key: seed.actors[0].key, x, y: 0 }],
      unpin: [],
      who: "Tester",
    });
  await drag(1);
  steps.length = rows.length = 0;
  expect(await drag(2)).toMatchObject({ created: 0, updated: 1 });
  expect(steps).toEqual([
    "lock-ecosystem",
    "read-ecosystem",
    "find-records",
    "read-named",
    "update-records",
    "log-record-changes",
    "log-change",
  ]);
  // The lock, the head, the record's name, the pin.
  expect(rows).toHaveLength(4);
});
