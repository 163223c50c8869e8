import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { newInvite } from "../../api/server/sessions/sessions.ts";
import { freeBytes } from "../../cypher/free-space.ts";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

// A disk that is nearly full (docs/operations.md, fault 5): what is said of it here is all that the API knows of the
// disk.

const key = `storage-${process.pid}`;
let api: TestApi;
let free = 2_000_000_000;
beforeAll(async () => {
  api = await startApi({ freeBytes: async () => free });
  const content = JSON.stringify(smallEcosystem(key));
  expect((await importEcosystem(api.db, { format: "ECOSYSTEM", content, who: "Tester" })).errors).toEqual([]);
});
afterAll(() => api?.close());

const changes: [what: string, text: string, input: object][] = [
  [
    "saveLayout",
    "mutation ($input: SaveLayoutInput!) { saveLayout(input: $input) { revision } }",
    { ecosystem: key, lens: "NETWORK", pins: [{ kind: "ACTOR", key: "sysco", x: 7, y: 7 }] },
  ],
  [
    "importEcosystem",
    "mutation ($input: ImportEcosystemInput!) { importEcosystem(input: $input) { unchanged } }",
    { format: "ECOSYSTEM", content: JSON.stringify(smallEcosystem(key)) },
  ],
];

test.each(changes)(
  "with less than 1 GB free %s is refused with the way out, and taken again by itself",
  async (name, text, input) => {
    const reading = `{ ecosystem(key: "${key}") { revision layout(lens: NETWORK) { key x } coherence { score } } }`;
    const before = (await api.query(reading)).data;
    free = 999_000_000;
    const { status, headers, data, errors } = await api.query(text, { input });
    expect([status, data, errors![0]!.extensions]).toEqual([507, null, { code: "STORAGE_FULL", retriable: true }]);
    expect(errors![0]!.message).toMatch(
      /^Nothing was saved: only 999 MB are free .* and 1 GB is required\. Free some space/,
    );
    expect(headers.get("retry-after")).toBe("60");
    // Reading goes on, and signing in.
    const read = await api.query(reading, {}, { cookie: await api.signIn("Ada"), "x-csrf": "1" });
    expect(read.errors).toBeUndefined();
    expect(read.data).toEqual(before);

    free = 1_000_000_000;
    const again = await api.query(text, { input });
    expect(again.errors).toBeUndefined();
    expect(again.data[name]).toBeTruthy();
  },
);

test("with less than 100 MB free nobody signs in, which would have the database fail; a link stays good for later", async () => {
  const link = `${api.origin}/session/${await newInvite(api.db, "Ben")}`;
  const signIn = () => fetch(link, { method: "POST", redirect: "manual" });
  free = 0;
  const refused = await signIn();
  expect([refused.status, await refused.text()]).toEqual([
    507,
    expect.stringMatching(/^Nobody can sign in: only 0 MB/),
  ]);
  free = 1_000_000_000;
  expect((await signIn()).status).toBe(303);
});

test("/health says that changes are refused, and why", async () => {
  const health = async () => {
    const response = await fetch(`${api.origin}/health`);
    return [response.status, await response.json()];
  };
  free = 999_000_000;
  const reason = expect.stringContaining("only 999 MB are free");
  expect(await health()).toEqual([200, { status: "ok", writes: "refused", reason }]);
  free = 1_000_000_000;
  expect(await health()).toEqual([200, { status: "ok" }]);
});

test("the room of a real folder is told in bytes", async () => {
  expect(await freeBytes(tmpdir())).toBeGreaterThan(1_000_000);
  await expect(freeBytes("/nowhere/at/all")).rejects.toThrow(/ENOENT/);
});
