import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, test } from "vitest";
import { z } from "zod";
import { withDatabase } from "../../api/cli/with-database.ts";
import type { Query } from "../../cypher/database.ts";
import { loadCsvWarning } from "../../cypher/probe-load-csv.ts";
import { spawnApp } from "../support/app.ts";
import { startFakeBolt } from "../support/fake-bolt.ts";
import { fakeProgram } from "../support/fake-program.ts";

// The app as a person starts it: what it cannot work with is one sentence, exit 1, no stack (docs/operations.md, faults
// 12, 13).

const folders: string[] = [];
const ends: (() => unknown)[] = [];
function kept(folder: string): string {
  folders.push(folder);
  return folder;
}
const empty = () => kept(mkdtempSync(join(tmpdir(), "ecotone-refused-")));
afterAll(async () => {
  for (const end of ends) await end();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const real = inject("neo4j");
const external = { NEO4J_URI: real.uri, NEO4J_PASSWORD: real.password };
async function fake(agent: string) {
  const bolt = await startFakeBolt(agent);
  ends.push(bolt.stop);
  return { NEO4J_URI: bolt.uri, NEO4J_PASSWORD: "any" };
}
const java = (version: string) => kept(fakeProgram("java", `openjdk version "${version}" 2024-01-16`));

const cases: [what: string, environment: () => object | Promise<object>, sentence: RegExp][] = [
  [
    "the wrong password of a Neo4j",
    () => ({ ...external, NEO4J_USERNAME: "somebody" }),
    /^The Neo4j server at bolt:\S+ refuses the user "somebody" with the password in NEO4J_PASSWORD: correct .*\.$/,
  ],
  [
    "a database that is not there",
    () => ({ ...external, NEO4J_DATABASE: "elsewhere" }),
    /^The Neo4j server at bolt:\S+ has no database named "elsewhere": correct NEO4J_DATABASE, or .*\.$/,
  ],
  ["Neo4j 4.4", () => fake("Neo4j/4.4.41"), /^The server at bolt:\S+ is Neo4j 4\.4\.41, but Ecotone needs .*\.$/],
  [
    "Neo4j 2025",
    () => fake("Neo4j/2025.04.0"),
    /^The server at bolt:\S+ is Neo4j 2025\.04\.0, but Ecotone needs .*\.$/,
  ],
  [
    "nobody at the address",
    () => ({ ...external, NEO4J_URI: "bolt://127.0.0.1:9" }),
    /^No Neo4j server can be reached at bolt:\/\/127\.0\.0\.1:9 \(.*\): start it, .*\.$/,
  ],
  [
    "no Java",
    () => ({ PATH: empty() }),
    /^Ecotone runs its own Neo4j, which needs Java, but no .* install .*NEO4J_URI.*\.$/,
  ],
  [
    "Java 11",
    () => ({ JAVA_HOME: java("11.0.22") }),
    /^Ecotone runs .* is Java 11: install .*17 or 21.*NEO4J_URI.*\.$/,
  ],
  [
    "no Maven",
    () => ({ JAVA_HOME: java("21.0.2"), PATH: empty(), ECOTONE_CACHE: empty() }),
    /^Ecotone downloads its own Neo4j with Maven, but "mvn" was not found .* install Apache Maven, .*NEO4J_URI.*\.$/,
  ],
  [
    "a port that is taken",
    async () => {
      const other = createServer();
      ends.push(() => other.close());
      await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
      return { PORT: String((other.address() as AddressInfo).port) };
    },
    /^Port \d+ on 127\.0\.0\.1 is already in use: stop the other program, or choose another port, .*\.$/,
  ],
  ["a wrong setting", () => ({ ECOTONE_HEAP_MB: "lots" }), /^ECOTONE_HEAP_MB must be a whole number .*"lots"\.$/],
];

describe("a start that cannot succeed ends with one sentence and exit 1", () => {
  test.concurrent.each(cases)("%s", async (_what, environment, sentence) => {
    const app = await spawnApp({
      // As while developing: no page is built here.
      ECOTONE_DEV_ORIGIN: "http://127.0.0.1:9",
      ECOTONE_DATA: empty(),
      JAVA_HOME: "",
      ...((await environment()) as Record<string, string>),
    });
    expect(await app.ended).toBe(1);
    expect(app.output()).not.toMatch(/^\s+at |node_modules|Error:/m);
    const isProgress = (line: string) => /^(Ecotone is starting at| {2}[…✓✗] |$)/.test(line);
    const said = app
      .output()
      .split("\n")
      .filter((line) => !isProgress(line));
    expect(said).toEqual([expect.stringMatching(sentence)]);
  });
});

describe("a command on a Neo4j of one's own", () => {
  test.concurrent.each(cases.slice(0, 5))("%s is the same sentence", async (_what, environment, sentence) => {
    const run = withDatabase(async () => "it ran", (await environment()) as Record<string, string>);
    expect(((await run.catch((error: unknown) => error)) as Error).message).toMatch(sentence);
  });

  test("brings the graph up to date before it does anything", async () => {
    const query = (text: string): Query<object, { name: string }> => ({
      name: "migrations",
      text,
      parameters: [],
      row: z.object({ name: z.string() }),
    });
    // As on a server that has seen only an older Ecotone.
    await withDatabase(
      (db) => db.write(query("MATCH (m:Migration {name: '002-views.cypher'}) DELETE m"), {}),
      external,
    );
    const names = await withDatabase((db) => db.read(query("MATCH (m:Migration) RETURN m.name AS name"), {}), external);
    expect(names).toContainEqual({ name: "002-views.cypher" });
  });
});

test("a Neo4j that reads neither files nor addresses for a query needs no warning", async () => {
  expect(await loadCsvWarning(real)).toBeNull();
});
