import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startApi, type TestApi } from "../support/api.ts";
import { smallEcosystem } from "../support/small-ecosystem.ts";

const root = resolve(import.meta.dirname, "../..");
let api: TestApi;
let folder: string;
const key = "exports";
beforeAll(async () => {
  api = await startApi();
  folder = await mkdtemp(join(tmpdir(), "ecotone-exports-"));
  const { uri, password } = inject("neo4j");
  await mkdir(join(folder, "neo4j", "conf"), { recursive: true });
  await writeFile(
    join(folder, "neo4j", "conf", "neo4j.conf"),
    `server.bolt.listen_address=${uri.replace("bolt://", "")}\n`,
  );
  await writeFile(join(folder, "neo4j", "password"), `${password}\n`, { mode: 0o600 });
  const content = JSON.stringify(smallEcosystem(key));
  const { data } = await api.query(
    "mutation ($c: String!) { importEcosystem(input: {format: ECOSYSTEM, content: $c}) { errors { message } } }",
    { c: content },
  );
  expect(data.importEcosystem.errors).toEqual([]);
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

async function exported(format: string, more: object = {}) {
  const answer = await api.query(
    `query E($key: String!, $format: ExportFormat!, $kind: RecordKind, $nodes: [ID!], $asOf: Date) {
      ecosystem(key: $key) { exportFile(format: $format, kind: $kind, nodes: $nodes, asOf: $asOf) { name mediaType contentBase64 } } }`,
    { key, format, ...more },
  );
  if (answer.errors) return { errors: answer.errors };
  const { name, mediaType, contentBase64 } = answer.data.ecosystem.exportFile;
  return { name, mediaType, bytes: Buffer.from(contentBase64, "base64") };
}

test("every format is exported under a name of its own, and says what of these facts it loses", async () => {
  const { data } = await api.query(
    `{ ecosystem(key: "${key}") { exportOptions { format label about isOfOneKind losses } } }`,
  );
  const options: { format: string; isOfOneKind: boolean; losses: string[] }[] = data.ecosystem.exportOptions;
  expect(options.map(({ format }) => format)).toEqual(["XLSX", "CSV", "GRAPHML", "GEXF", "KUMU", "STIX"]);
  const names: string[] = [];
  for (const { format, isOfOneKind } of options) {
    const file = await exported(format, isOfOneKind ? { kind: "ACTORS" } : {});
    expect(file.bytes!.length).toBeGreaterThan(100);
    names.push(file.name);
  }
  expect(names).toEqual([
    "exports.xlsx",
    "exports-actors.csv",
    "exports.graphml",
    "exports.gexf",
    "exports.kumu.xlsx",
    "exports.stix.json",
  ]);
  const losses = Object.fromEntries(options.map((option) => [option.format, option.losses]));
  expect(losses.XLSX).toEqual([]);
  expect(losses.GEXF![0]).toMatch(/4 claims/);
});

test("a part is exported as the view shows it, and a table without its kind is refused in words", async () => {
  const { data } = await api.query(`{ ecosystem(key: "${key}") { actors(first: 10) { edges { node { id key } } } } }`);
  const nodes = data.ecosystem.actors.edges
    .map(({ node }: { node: { id: string; key: string } }) => node)
    .filter(({ key: one }: { key: string }) => ["sysco", "mill"].includes(one))
    .map(({ id }: { id: string }) => id);
  const text = (await exported("GEXF", { nodes, asOf: "2023-01-01" })).bytes!.toString();
  expect([...text.matchAll(/<node id="([^"]+)"/g)].map(([, id]) => id).sort()).toEqual(["mill", "sysco"]);
  expect([...text.matchAll(/weight="([^"]+)"/g)].map(([, weight]) => weight)).toEqual(["20"]);
  const { errors } = await exported("CSV");
  expect(errors![0]!.message).toBe("A file of Table (CSV) holds one kind of record: name it as kind.");
});

const imported = async (name: string, bytes: Buffer, ecosystem: string) => {
  const { data, errors } = await api.query(
    `mutation I($input: ImportFileInput!) { importFile(input: $input) {
      created errors { message } skipped { message } leftOut { what count } } }`,
    { input: { ecosystem, name, contentBase64: bytes.toString("base64") } },
  );
  expect(errors).toBeUndefined();
  const stored = await api.query(`{ ecosystem(key: "${ecosystem}") { document } }`);
  return { ...data.importFile, document: stored.data.ecosystem.document };
};

test("what went out comes back through the API as the same actors and relations", async () => {
  const { actors, relations } = smallEcosystem(key);
  const ends = (records: { from: string; to: string; type: string; validFrom?: string }[] = []) =>
    records.map(({ from, to, type, validFrom }) => `${from} ${type} ${to} ${validFrom ?? ""}`).sort();
  for (const format of ["GRAPHML", "GEXF", "KUMU", "STIX"]) {
    const { name, bytes } = await exported(format);
    const back = await imported(name, bytes!, `back-${format.toLowerCase()}`);
    expect(back).toMatchObject({ errors: [], skipped: [] });
    const names = (records: { key: string; name: string }[]) => records.map((it) => `${it.key} ${it.name}`).sort();
    expect(names(back.document.actors)).toEqual(names(actors!));
    expect(ends(back.document.relations)).toEqual(ends(relations));
  }
});

test("a Kumu backup comes with its positions, and a STIX bundle with its evidence, each by what is in the file", async () => {
  const golden = (name: string) => readFile(join(root, "tests/cases/formats", name));
  const kumu = await imported("harbour.json", await golden("kumu-backup.json"), "harbour");
  expect(kumu.document.layout).toMatchObject([
    { lens: "NETWORK", kind: "ACTOR", key: "crane-works", x: 200, y: -10 },
    { lens: "NETWORK", kind: "ACTOR", key: "quay-operator", x: -120, y: 40.5 },
  ]);
  expect(kumu.skipped.map(({ message }: { message: string }) => message)).toContain(
    "A relation must join two different actors.",
  );
  const stix = await imported("drives.json", await golden("bundle.stix.json"), "drives");
  expect(stix.document.evidence.map(({ title }: { title: string }) => title)).toContain("Drives at sea");
  expect(stix.leftOut).toContainEqual({ what: "Objects of type “malware”", count: 1 });
  // A document is still one.
  const { document } = await imported("small.json", Buffer.from(JSON.stringify(smallEcosystem("small"))), "small");
  expect(document.actors).toHaveLength(4);
});

const run = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((done) => {
    const { NEO4J_URI: _, NEO4J_PASSWORD: __, ...rest } = process.env;
    const env = { ...rest, ECOTONE_DATA: folder };
    execFile(process.execPath, ["api/run.js", "export", ...args], { env, cwd: root }, (error, out, err) =>
      done({ code: Number(error?.code ?? 0), out, err }),
    );
  });

test("the command prints the document, writes each format, and says what is lost", async () => {
  const printed = await run(key);
  expect(printed.code, printed.err).toBe(0);
  expect(JSON.parse(printed.out).ecosystem.key).toBe(key);
  const file = join(folder, "out.gexf");
  const gexf = await run(key, "--format", "gexf", "--file", file);
  expect(gexf.code, gexf.err).toBe(0);
  expect(gexf.err).toMatch(/Left out: .*4 claims/);
  expect(await readFile(file, "utf8")).toMatch(/^<\?xml .*<gexf /s);
  const book = join(folder, "out.xlsx");
  expect((await run(key, "--xlsx", book)).code).toBe(0);
  expect((await readXlsx(await readFile(book))).sheets.map(({ name }) => name)).toContain("Actors");
  const tables = join(folder, "tables");
  expect((await run(key, "--format", "csv", "--file", tables)).code).toBe(0);
  expect(await readdir(tables)).toEqual(expect.arrayContaining(["actors.csv", "claims.csv", "relations.csv"]));
  const unknown = await run(key, "--format", "pdf", "--file", file);
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringMatching(/^There is no format "pdf"/)]);
  expect((await run(key, "--format", "gexf")).err).toMatch("Give both --format and --file.");
}, 120_000);
