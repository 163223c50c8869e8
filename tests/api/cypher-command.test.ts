import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { openDatabase } from "../../cypher/database.ts";
import { migrate } from "../../cypher/migrations/migrate.ts";

// The command as people run it, on a data folder whose own Neo4j is the tests' one.
let folder: string;
const { uri, password } = inject("neo4j");
const passwordFile = () => join(folder, "neo4j", "password");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ecotone-cypher-"));
  await mkdir(join(folder, "neo4j", "conf"), { recursive: true });
  const address = uri.replace("bolt://", "");
  await writeFile(join(folder, "neo4j", "conf", "neo4j.conf"), `server.bolt.listen_address=${address}\n`);
  await writeFile(passwordFile(), `${password}\n`, { mode: 0o600 });
  const db = openDatabase(inject("neo4j"));
  await migrate(db);
  const content = JSON.stringify({
    format: "ecosystem/1",
    ecosystem: { key: "cypher-command", name: "Pumps" },
    actors: [
      { key: "pumpco", name: "Pump \u001b[31m& Co", kinds: ["MANUFACTURER"] },
      { key: "mill", name: "Mill", kinds: ["CUSTOMER"] },
    ],
    relations: [{ from: "pumpco", to: "mill", type: "SUPPLIES", volume: 14.5 }],
  });
  expect((await importEcosystem(db, { format: "ECOSYSTEM", content, who: "Tester" })).errors).toEqual([]);
  await db.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Run {
  code: number;
  out: string;
  err: string;
}
const run = (args: string[], more: NodeJS.ProcessEnv = {}): Promise<Run> =>
  new Promise((resolve) => {
    const { NEO4J_URI: _, NEO4J_PASSWORD: __, ...rest } = process.env;
    const env = { ...rest, ECOTONE_DATA: folder, ...more };
    execFile(process.execPath, ["api/run.js", "cypher", ...args], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    );
  });
const supplies =
  "MATCH (a:Manufacturer {ecosystem: $e})-[s:SUPPLIES]->(c:Customer) RETURN a.name AS a, s.volume AS volume, s.confidence AS sure";

test("without a query it says where the graph is and where the password lies, never the password", async () => {
  const { code, out, err } = await run([]);
  expect(code, err).toBe(0);
  expect(out).toContain(uri);
  expect(out).toContain(`in ${passwordFile()}`);
  expect(err).toContain("Read only");
  expect(out + err).not.toContain(password);
  const ofServer = await run([], { NEO4J_URI: uri, NEO4J_PASSWORD: password });
  expect(ofServer.out).toContain("in the setting NEO4J_PASSWORD");
  expect(ofServer.out + ofServer.err).not.toContain(password);
});

test("a query with parameters is answered by a table, or by JSON", async () => {
  const { code, out, err } = await run([supplies, "--param", "e=cypher-command"]);
  expect(code, err).toBe(0);
  expect(out.trimEnd().split("\n")).toEqual([
    "a               volume  sure",
    "--------------  ------  ----",
    "Pump  [31m& Co    14.5  null",
  ]);
  expect(err).toContain("1 row");
  const json = await run([supplies, "--param", "e=cypher-command", "--json"]);
  expect(JSON.parse(json.out)).toEqual([{ a: "Pump \u001b[31m& Co", volume: 14.5, sure: null }]);
});

test.each([
  ["a query that writes", ["CREATE (n:Left)"], /does more than read/],
  ["a mistake in the query", ["MATCH (n RETURN n"], /^Invalid input 'RETURN'/],
  ["a parameter that is missing", ["RETURN $x"], /give it with --param NAME=VALUE/],
  ["a parameter without a value", ["RETURN 1", "--param", "x"], /--param must be NAME=VALUE/],
  ["a query without quotes", ["MATCH", "(n)"], /Put the query in quotes/],
  ["a time limit that is none", ["RETURN 1", "--seconds", "soon"], /--seconds must be more than 0/],
  ["an option that does not exist", ["RETURN 1", "--write"], /Usage: npm run cypher/],
])("%s ends with one message, without a stack", async (_, args, message) => {
  const { code, out, err } = await run(args);
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(err).toMatch(message);
  expect(err).not.toMatch(/\n\s+at /);
});

test("a graph that is not running is said to be so", async () => {
  await writeFile(join(folder, "neo4j", "conf", "neo4j.conf"), "server.bolt.listen_address=127.0.0.1:1\n");
  const { code, err } = await run([]);
  expect(code).toBe(1);
  expect(err).toContain("The graph is not running: start it with npm start");
});
