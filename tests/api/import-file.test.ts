import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApi, type TestApi } from "../support/api.ts";
import { adminToken } from "../support/app.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const fields = `upload revision previewedRevision mapping isRemembered created updated unchanged removed sample
  ecosystem { key name revision }
  sheets { sheet headerRow rows columns { name samples values filled } }
  matches { name score reason actor { key } } differences { id stored file replaced }
  skipped { sheet row column message } leftOut { what count reason } errors { path message } warnings { path message }`;
const preview = `mutation P($input: ImportFileInput!) { previewImport(input: $input) { ${fields} } }`;
const store = `mutation I($input: ImportFileInput!) { importFile(input: $input) { ${fields} } }`;
const base64 = (content: string | Uint8Array) => Buffer.from(content).toString("base64");

async function run(text: string, input: object) {
  const answer = await api.query(text, { input });
  expect(answer.errors).toBeUndefined();
  return answer.data.previewImport ?? answer.data.importFile;
}
async function document(key: string) {
  const { data } = await api.query("query D($key: String!) { ecosystem(key: $key) { revision document } }", { key });
  return data.ecosystem?.document ?? null;
}
const upload = (body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${api.origin}/uploads`, {
    method: "POST",
    headers: { authorization: `Bearer ${adminToken}`, "content-type": "application/octet-stream", ...headers },
    body,
  });

test("all values that a person has to say the meaning of are told of, and empty cells can mean one too", async () => {
  const types = ["likes", "funds", "knows", "advises", "lends to", "hosts", "trains", ""];
  const rows = types.map((type, at) => `Firm ${at},Firm ${at + 1},${type},${at}`);
  const content = `From,To,Type,Order\n${rows.join("\n")}\n`;
  const input = { ecosystem: "of-many-types", name: "links.csv", contentBase64: base64(content) };
  const seen = await run(preview, input);
  const columns = Object.fromEntries(seen.sheets[0].columns.map((column: { name: string }) => [column.name, column]));
  expect(columns.Type).toEqual({ name: "Type", samples: types.slice(0, 5), values: types.slice(0, 7), filled: 7 });
  expect(columns.From).toMatchObject({ samples: { length: 5 }, values: [] });

  const [sheet] = seen.mapping.sheets;
  const values = Object.fromEntries(types.slice(0, 7).map((type) => [type, "SUPPLIES"]));
  const type = { ...sheet.fields.type, values, constant: "PARTNERS_WITH" };
  const mapping = { ...seen.mapping, sheets: [{ ...sheet, fields: { ...sheet.fields, type } }] };
  expect((await run(store, { ...input, mapping })).skipped).toEqual([]);
  const { relations } = await document("of-many-types");
  expect(relations.map((relation: { type: string }) => relation.type)).toEqual([
    ...Array.from({ length: 7 }, () => "SUPPLIES"),
    "PARTNERS_WITH",
  ]);
});

test("a table is previewed, stored as one change with the file as evidence, and reverted as one", async () => {
  const csv = "Name;Country;Type\nBolts GmbH;Deutschland;Hersteller\nMill Oy;Finnland;Kunde\n";
  const input = { ecosystem: "tables", ecosystemName: "From tables", name: "firms.csv", contentBase64: base64(csv) };
  const seen = await run(preview, input);
  expect(seen).toMatchObject({
    revision: null,
    previewedRevision: 0,
    ecosystem: null,
    created: 3,
    isRemembered: false,
    skipped: [],
    errors: [],
    sheets: [{ sheet: null, headerRow: 1, rows: 2 }],
  });
  expect(seen.sample).toContain("Actor Bolts GmbH (manufacturer; Germany).");
  expect(await document("tables")).toBeNull();

  const { contentBase64: _, ...sent } = input;
  const stored = await run(store, { ...sent, upload: seen.upload, mapping: seen.mapping, expectedRevision: 0 });
  expect(stored).toMatchObject({
    revision: 1,
    created: 3,
    errors: [],
    ecosystem: { key: "tables", name: "From tables" },
  });
  const after = await document("tables");
  expect(after.actors).toEqual([
    { key: "bolts-gmbh", name: "Bolts GmbH", kinds: ["MANUFACTURER"], country: "DE", evidence: ["file-firms-csv"] },
    { key: "mill-oy", name: "Mill Oy", kinds: ["CUSTOMER"], country: "FI", evidence: ["file-firms-csv"] },
  ]);
  expect(after.evidence).toEqual([
    {
      key: "file-firms-csv",
      title: "firms.csv",
      retrievedOn: expect.any(String),
      excerpt: expect.stringMatching(/^SHA-256 [0-9a-f]{64}/),
    },
  ]);

  const again = await run(store, { ...sent, upload: seen.upload });
  expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 3, isRemembered: true, revision: 1 });

  const more = { ...input, name: "more.csv", contentBase64: base64("Name,Country\nGears AB,SE\n") };
  expect(await run(store, more)).toMatchObject({ revision: 2, created: 2 });
  const revert = await api.query(
    'mutation { revertChange(input: {ecosystem: "tables", revision: 2}) { revision errors { message } } }',
  );
  expect(revert.data.revertChange).toEqual({ revision: 3, errors: [] });
  expect(await document("tables")).toEqual(after);
});

test("a newer version updates what only the file said, as one change that one revert takes back", async () => {
  const file = (rows: string) => ({
    ecosystem: "newer",
    name: "supply.csv",
    contentBase64: base64(`From,To,Type,Volume\n${rows}`),
  });
  const more = `earlierVersionAt noLongerSaid { id said outcome reason } noLongerSaidCounts { ended removed released kept }`;
  const look = `mutation P($input: ImportFileInput!) { previewImport(input: $input) { ${fields} ${more} } }`;
  await run(store, file("Bolts,Mill,Supplies,5\nGears,Mill,Supplies,7\n"));
  expect(await run(look, file("Bolts,Mill,Supplies,5\nGears,Mill,Supplies,7\n"))).toMatchObject({
    earlierVersionAt: null,
    noLongerSaid: [],
  });
  const before = await document("newer");
  const next = file("Bolts,Mill,Supplies,6\n");
  const first = await run(look, next);
  expect(first).toMatchObject({ earlierVersionAt: expect.stringMatching(/^20/), noLongerSaid: [], isRemembered: true });
  const mapping = { ...first.mapping, newerVersion: true, noLonger: { "actors|gears": "REMOVE" } };
  const seen = await run(look, { ...next, mapping });
  expect(seen).toMatchObject({ errors: [], noLongerSaidCounts: { ended: 2, removed: 0, released: 0, kept: 0 } });
  expect(seen.noLongerSaid).toEqual([
    {
      id: "actors|gears",
      said: "Actor Gears (other).",
      outcome: "ENDED",
      reason: "A relation (gears|mill|SUPPLIES|) refers to it.",
    },
    {
      id: "relations|gears|mill|SUPPLIES|",
      said: "Gears supplies Mill (volume 7).",
      outcome: "ENDED",
      reason: null,
    },
  ]);
  const removing = { ...mapping, noLongerSaid: "REMOVE" };
  expect(await run(store, { ...next, mapping: removing })).toMatchObject({ revision: 2, removed: 2, errors: [] });
  const after = await document("newer");
  expect(after.relations).toMatchObject([{ from: "bolts", volume: 6 }]);
  expect(after.actors.map(({ key }: { key: string }) => key)).toEqual(["bolts", "mill"]);
  // What was said of one version does not hold for the next one: a person is asked again.
  const again = await run(store, next);
  expect(again).toMatchObject({ created: 0, updated: 0, removed: 0, mapping: { newerVersion: false } });
  const revert = await api.query(
    'mutation { revertChange(input: {ecosystem: "newer", revision: 2}) { revision errors { message } } }',
  );
  expect(revert.data.revertChange.errors).toEqual([]);
  expect(await document("newer")).toEqual(before);
  // A revert gives the facts back to the file: the newer version can be stored again.
  expect(await run(store, { ...next, mapping: removing })).toMatchObject({ removed: 2, errors: [] });
});

test("the mapping of a file's shape is offered again, with what was decided of names", async () => {
  const file = (rows: string) => ({
    ecosystem: "shapes",
    name: "list.csv",
    contentBase64: base64(`Firm;Land\n${rows}`),
  });
  await run(store, file("Siemens AG;DE\n"));
  const first = await run(preview, file("Simens;DE\n"));
  expect(first.matches).toEqual([
    { name: "Simens", score: expect.any(Number), reason: "Similar name: “Siemens AG”", actor: { key: "siemens-ag" } },
  ]);
  expect(first.created).toBe(1);
  const mapping = { ...first.mapping, names: { Simens: "siemens-ag" } };
  await run(store, { ...file("Simens;DE\n"), mapping });
  const next = await run(preview, file("Simens;DE\nKone;FI\n"));
  expect(next.isRemembered).toBe(true);
  expect(next.matches).toContainEqual({ name: "Simens", score: 1, reason: "As decided", actor: { key: "siemens-ag" } });
  expect(next.created).toBe(1);
});

test("a workbook of several sheets comes by POST /uploads, and only its sender can name it", async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: "Companies",
        rows: [
          ["Name", "Country"],
          ["A", "FI"],
          ["B", "SE"],
        ],
      },
      {
        name: "Connections",
        rows: [
          ["From", "To", "Type"],
          ["A", "B", "Supplies"],
        ],
      },
    ],
  });
  const response = await upload(bytes as Uint8Array<ArrayBuffer>);
  expect(response.status).toBe(201);
  const { upload: id } = (await response.json()) as { upload: string };
  const stored = await run(store, { ecosystem: "book", name: "book.xlsx", upload: id });
  expect(stored).toMatchObject({ created: 4, errors: [], skipped: [] });
  expect((await document("book")).relations).toMatchObject([{ from: "a", to: "b", type: "SUPPLIES" }]);

  const cookie = await api.signIn("Somebody", "editor");
  const other = await api.query(
    preview,
    { input: { ecosystem: "book", name: "book.xlsx", upload: id } },
    { cookie, "x-csrf": "1" },
  );
  expect(other.errors![0]!.message).toMatch("not kept any more");
});

test("uploads are refused without a session, from readers, in another form and beyond 50 MB", async () => {
  const status = async (headers: Record<string, string>, body: BodyInit = "a,b") =>
    (await upload(body, headers)).status;
  expect(await status({ authorization: "" })).toBe(401);
  const cookie = await api.signIn("Reader", "reader");
  expect(await status({ authorization: "", cookie, "x-csrf": "1" })).toBe(403);
  expect(await status({ "content-type": "text/plain" })).toBe(415);
  expect(await status({}, new Uint8Array(50_000_001))).toBe(413);
  expect((await fetch(`${api.origin}/uploads`, { headers: { authorization: `Bearer ${adminToken}` } })).status).toBe(
    405,
  );
});

test("rows that are wrong stop no others, unless all or nothing is asked for", async () => {
  const csv = "Name,Country,Founded\nA,FI,1999\nB,Nowhereland,2001\n";
  const input = { ecosystem: "rows", name: "rows.csv", contentBase64: base64(csv) };
  const strict = await run(store, { ...input, allOrNothing: true });
  expect(strict).toMatchObject({ revision: null, created: 0 });
  expect(strict.errors).toEqual([{ path: "row 3, Country", message: "“Nowhereland” is no country that is known." }]);
  expect(await document("rows")).toBeNull();
  const stored = await run(store, input);
  expect(stored.skipped).toEqual([
    { sheet: null, row: 3, column: "Country", message: "“Nowhereland” is no country that is known." },
  ]);
  expect((await document("rows")).actors).toHaveLength(2);
});

test("facts that have changed since the preview are a conflict, and a broken mapping says where", async () => {
  const input = { ecosystem: "stale", name: "a.csv", contentBase64: base64("Name,Country\nA,FI\n") };
  const { previewedRevision } = await run(preview, input);
  await run(store, input);
  const late = await api.query(store, { input: { ...input, expectedRevision: previewedRevision } });
  expect(late.errors![0]!.extensions.code).toBe("CONFLICT");
  const broken = await run(preview, {
    ...input,
    mapping: { sheets: [{ sheet: null, kind: "actors", fields: { colour: { columns: ["Name"] } } }] },
  });
  expect(broken.errors).toEqual([
    {
      path: "/mapping/sheets/0/fields/colour",
      message: expect.stringMatching(/^A actor has no field "colour"|^An actor has no field "colour"/),
    },
  ]);
});

test("a file that has changed between preview and import is refused, and nothing is stored", async () => {
  const file = (csv: string) => ({ ecosystem: "swapped", name: "a.csv", contentBase64: base64(csv) });
  const { data } = await api.query("mutation P($input: ImportFileInput!) { previewImport(input: $input) { hash } }", {
    input: file("Name,Country\nA,FI\n"),
  });
  const expectedHash = data.previewImport.hash;
  const other = await api.query(store, { input: { ...file("Name,Country\nB,SE\n"), expectedHash } });
  expect(other.errors![0]).toMatchObject({
    message: "The file has changed since the preview: preview the import again.",
    extensions: { code: "CONFLICT" },
  });
  expect(await document("swapped")).toBeNull();
  expect(await run(store, { ...file("Name,Country\nA,FI\n"), expectedHash })).toMatchObject({ created: 2, errors: [] });
});

test("a document is previewed and imported in the same way", async () => {
  const doc = {
    format: "ecosystem/1",
    ecosystem: { key: "doc", name: "Doc" },
    actors: [{ key: "a", name: "A", kinds: ["OTHER"] }],
  };
  const input = { ecosystem: "doc", name: "doc.json", contentBase64: base64(JSON.stringify(doc)) };
  expect(await run(preview, input)).toMatchObject({ created: 1, revision: null, errors: [] });
  expect(await run(store, input)).toMatchObject({ created: 1, revision: 1, errors: [] });
});
