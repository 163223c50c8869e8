import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseAllowedSources } from "../../api/sources/allowed-sources.ts";
import { readDueSources } from "../../api/sources/import-sources.ts";
import { hasDueSource, removeSource, storeSource } from "../../cypher/sources/sources.ts";
import { startApi, type TestApi } from "../support/api.ts";

let api: TestApi;
/** A folder of the server's disk from which it may read. */
const folder = "/srv/exports";
let origin: string;
let rows = "Bolts,DE\nMill,FI\n";
let etag: string | null = null;
/** A document of which one relation names an actor that there is not. */
const facts = {
  format: "ecosystem/1",
  ecosystem: { key: "dangling", name: "Dangling" },
  actors: [{ key: "mill", name: "Mill", kinds: ["OTHER"] }],
  relations: [{ from: "mill", to: "nobody", type: "OWNS" }],
};
/** Requests that were answered with the file. */
let sent = 0;
/** What happens while a file is asked for. */
let meanwhile: () => Promise<void> = async () => {};
const server = createServer(async (request, response) => {
  await meanwhile();
  if (request.url === "/facts.json") return void response.end(JSON.stringify(facts));
  if (request.url !== "/firms.csv") return void response.writeHead(404).end();
  if (etag !== null && request.headers["if-none-match"] === etag) return void response.writeHead(304).end();
  sent++;
  response.writeHead(200, etag === null ? {} : { ETag: etag }).end(`Name,Country\n${rows}`);
});
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  api = await startApi({ inThisThread: true, sources: `${origin},${folder}` });
});
afterAll(async () => {
  await api.close();
  server.close();
});

const source = "key address daily stores readAt outcome message";
const save = `mutation S($input: ImportSourceInput!) { saveImportSource(input: $input) { ${source} } }`;
const read = `mutation R($ecosystem: String!, $source: String!, $store: Boolean) {
  readImportSource(ecosystem: $ecosystem, source: $source, store: $store) {
    source { ${source} }
    preview { revision previewedRevision created updated unchanged removed upload mapping noLongerSaid { id outcome } errors { message } }
  }
}`;
async function ask(text: string, variables: object) {
  const { data, errors } = await api.query(text, variables);
  expect(errors).toBeUndefined();
  return data;
}
const readNow = async (ecosystem: string, store?: boolean) =>
  (await ask(read, { ecosystem, source: "firms", store })).readImportSource;
const document = async (key: string) =>
  (await ask("query D($key: String!) { ecosystem(key: $key) { document } }", { key })).ecosystem.document;
const begin = (key: string) =>
  ask("mutation I($input: ImportEcosystemInput!) { importEcosystem(input: $input) { created } }", {
    input: { format: "ECOSYSTEM", content: JSON.stringify({ format: "ecosystem/1", ecosystem: { key, name: key } }) },
  });

test("a source is read again: the difference is shown, stored on demand, and the same file changes nothing", async () => {
  await begin("sources");
  const input = { ecosystem: "sources", name: "Firms", address: `${origin}/firms.csv` };
  const saved = (await ask(save, { input })).saveImportSource;
  expect(saved).toEqual({
    ...{ key: "firms", address: input.address, daily: false, stores: false },
    ...{ readAt: null, outcome: null, message: null },
  });
  const first = await readNow("sources");
  expect(first.source).toMatchObject({ outcome: "CHANGED", message: "3 new, 0 updated, 0 removed" });
  expect(first.preview).toMatchObject({ revision: null, created: 3, errors: [] });
  expect((await document("sources")).actors ?? []).toEqual([]);
  await ask(save, { input: { ...input, mapping: first.preview.mapping } });
  expect((await readNow("sources", true)).source).toMatchObject({ outcome: "STORED" });
  expect((await readNow("sources")).source.outcome).toBe("UNCHANGED");

  rows = "Bolts,AT\n";
  const stale = await api.query(
    'mutation { readImportSource(ecosystem: "sources", source: "firms", store: true, expectedHash: "0") { source { key } } }',
  );
  expect(stale.errors![0]!.extensions.code).toBe("CONFLICT");
  const next = await readNow("sources");
  expect(next.preview.noLongerSaid).toEqual([{ id: "actors|mill", outcome: "ENDED" }]);
  expect((await document("sources")).actors).toMatchObject([{ country: "DE" }, { key: "mill" }]);
  await readNow("sources", true);
  expect((await document("sources")).actors).toMatchObject([
    { key: "bolts", country: "AT" },
    { key: "mill", validTo: new Date().toISOString().slice(0, 10) },
  ]);
});

test("a file with the same ETag is not sent again, and a difference that waits is", async () => {
  [etag, rows] = ['"v2"', "Gears,SE\n"];
  const input = { ecosystem: "etags", name: "Firms", address: `${origin}/firms.csv` };
  await begin("etags");
  await ask(save, { input });
  await readNow("etags");
  const before = sent;
  await readNow("etags", true);
  expect(sent).toBe(before + 1);
  expect((await readNow("etags")).source.outcome).toBe("UNCHANGED");
  expect(sent).toBe(before + 1);
  etag = null;
});

test("what cannot be read is kept with the source in words, and what is not allowed is refused", async () => {
  await begin("failing");
  await ask(save, { input: { ecosystem: "failing", name: "Firms", address: `${origin}/none.csv` } });
  const { source: found, preview } = await readNow("failing");
  expect(found).toMatchObject({ outcome: "FAILED", message: `${origin}/none.csv answered with status 404.` });
  expect(preview).toBeNull();
  await ask(save, { input: { ecosystem: "failing", name: "Firms", address: `${origin}/none.csv`, daily: true } });
  const same = await ask('{ ecosystem(key: "failing") { importSources { outcome } } }', {});
  expect(same.ecosystem.importSources).toEqual([{ outcome: "FAILED" }]);
  const moved = { ecosystem: "failing", name: "Firms", address: `${origin}/other.csv` };
  expect((await ask(save, { input: moved })).saveImportSource).toMatchObject({
    readAt: null,
    outcome: null,
    message: null,
  });
  await readNow("failing");
  for (const address of ["http://169.254.169.254/firms.csv", "/etc/passwd", `${folder}/../passwd`, "nonsense"]) {
    const { errors } = await api.query(save, { input: { ecosystem: "failing", name: "Other", address } });
    expect(errors![0]!.extensions.code).toBe("BAD_USER_INPUT");
  }
  const listed = await ask('{ ecosystem(key: "failing") { importSources { key outcome } } }', {});
  expect(listed.ecosystem.importSources).toEqual([{ key: "firms", outcome: "FAILED" }]);
  await ask('mutation { removeImportSource(ecosystem: "failing", source: "firms") }', {});
  const none = await ask('{ ecosystem(key: "failing") { importSources { key } } }', {});
  expect(none.ecosystem.importSources).toEqual([]);
});

test("a file with an error is shown with the error, and counts nothing that only a file without one would store", async () => {
  await begin("dangling");
  await ask(save, { input: { ecosystem: "dangling", name: "Firms", address: `${origin}/facts.json` } });
  const { source: found, preview } = await readNow("dangling", true);
  expect(found.outcome).toBe("FAILED");
  expect(preview).toMatchObject({
    ...{ created: 0, updated: 0, unchanged: 0, removed: 0 },
    ...{ revision: null, previewedRevision: 1, errors: [{ message: found.message }] },
  });
  expect((await document("dangling")).actors ?? []).toEqual([]);
});

test("of several processes one reads what is due, and what a person has allowed is stored", async () => {
  rows = "Axles,NO\n";
  await begin("daily");
  const input = { ecosystem: "daily", name: "Firms", address: `${origin}/firms.csv`, daily: true, stores: true };
  await ask(save, { input });
  await storeSource(api.db, { ecosystem: "daily", key: "firms" }, { dueAt: "2020-01-01T00:00:00.000Z" });
  const isDue = () => hasDueSource(api.db, new Date().toISOString());
  expect(await isDue()).toBe(true);
  const before = sent;
  const failed: unknown[] = [];
  const allowed = parseAllowedSources(origin);
  await Promise.all([1, 2, 3].map(() => readDueSources(api.db, allowed, (_source, error) => void failed.push(error))));
  expect(failed).toEqual([]);
  expect(sent).toBe(before + 1);
  expect(await isDue()).toBe(false);
  expect((await document("daily")).actors).toMatchObject([{ key: "axles", country: "NO" }]);
});

test("a source that is removed while it is read stays removed, and the sources after it are read", async () => {
  await begin("removed");
  const input = { ecosystem: "removed", name: "Firms", address: `${origin}/firms.csv` };
  const due = { dueAt: "2020-01-01T00:00:00.000Z" };
  const failed: unknown[] = [];
  const allowed = parseAllowedSources(origin);
  meanwhile = () => removeSource(api.db, { ecosystem: "removed", key: "firms" });
  await ask(save, { input });
  expect((await readNow("removed")).source).toMatchObject({ key: "firms", outcome: "CHANGED" });
  await ask(save, { input });
  await storeSource(api.db, { ecosystem: "removed", key: "firms" }, due);
  await ask(save, { input: { ...input, name: "Other" } });
  await storeSource(api.db, { ecosystem: "removed", key: "other" }, due);
  await readDueSources(api.db, allowed, (_source, error) => void failed.push(error));
  meanwhile = async () => {};
  expect(failed).toEqual([]);
  const listed = await ask('{ ecosystem(key: "removed") { importSources { key outcome } } }', {});
  expect(listed.ecosystem.importSources).toEqual([{ key: "other", outcome: "CHANGED" }]);
});
