import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { checkServer, isSupported } from "../../cypher/check-server.ts";
import { neo4jConf } from "../../cypher/local-neo4j/configuration.ts";
import { findJava, javaRelease } from "../../cypher/local-neo4j/java.ts";
import { fetchLibraries } from "../../cypher/local-neo4j/libraries.ts";
import { type LocalNeo4j, startLocalNeo4j } from "../../cypher/local-neo4j/local-neo4j.ts";
import { isAlive, processesWith, startedAt, waitUntilGone } from "../../cypher/local-neo4j/processes.ts";
import { fakeProgram as makeFakeProgram } from "../support/fake-program.ts";
import { NEO4J_CACHE } from "../support/neo4j.ts";

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ecotone-local-"));
  folders.push(folder);
  return folder;
}
function fakeProgram(name: string, prints: string, code = 0): string {
  const folder = makeFakeProgram(name, prints, code);
  folders.push(folder);
  return folder;
}
const path = process.env.PATH;
afterEach(() => {
  process.env.PATH = path;
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const ask = async <T>(server: LocalNeo4j, text: string): Promise<T[]> => {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password));
  try {
    return (await driver.executeQuery(text)).records.map((record) => record.get(0) as T);
  } finally {
    await driver.close();
  }
};

const foreverOnTheDatabase = `
  import { withDatabase } from "./api/cli/with-database.ts";
  await withDatabase(() => {
    console.error("It runs.");
    return new Promise(() => {});
  });`;

describe("the app's own Neo4j", () => {
  const dataFolder = newFolder();
  const said: string[] = [];
  const start = (folder = dataFolder, more: { migrations?: string[] } = {}) =>
    startLocalNeo4j({ dataFolder: folder, cacheFolder: NEO4J_CACHE, onProgress: (text) => said.push(text), ...more });
  let server: LocalNeo4j;
  /** Milliseconds that the first start took on this machine, busy as it may be. */
  let firstStart: number;

  beforeAll(async () => {
    const begun = performance.now();
    server = await start();
    firstStart = performance.now() - begun;
    await ask(server, "CREATE (:Kept {name: 'Ecotone'})");
  });
  afterAll(() => server?.stop());

  test("the password is 32 random bytes that only this user may read", () => {
    const file = join(dataFolder, "neo4j", "password");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(file, "utf8").trim(), "hex")).toHaveLength(32);
  });

  test("the store is for this user only", () => {
    expect(statSync(join(dataFolder, "neo4j")).mode & 0o777).toBe(0o700);
  });

  test("another password is refused", async () => {
    await expect(checkServer({ ...server, password: "wrong" })).rejects.toThrow(/NEO4J_PASSWORD/);
  });

  test("a database that does not exist is named", async () => {
    await expect(checkServer({ ...server, database: "elsewhere" })).rejects.toThrow(/no database named "elsewhere"/);
  });

  test("it is of a version that Ecotone supports", async () => {
    expect(await checkServer(server)).toBe("5.26.30");
  });

  test("it reads neither local files nor addresses", async () => {
    for (const from of ["file:///etc/passwd", "http://127.0.0.1:9/x.csv", "http://[::1]:9/x.csv"]) {
      await expect(ask(server, `LOAD CSV FROM '${from}' AS row RETURN row`)).rejects.toThrow(
        /blocked|not allowed|disallowed|denied|configuration/i,
      );
    }
  });

  test("a second start on the same data folder gets one clear sentence and harms nothing", async () => {
    await expect(start()).rejects.toThrow(/already using the data folder.*ECOTONE_DATA/);
    expect(await ask(server, "MATCH (k:Kept) RETURN k.name")).toEqual(["Ecotone"]);
  });

  test("killed in mid-run it is back on the same port within 30 seconds, facts and all", async () => {
    const before = server.pid();
    process.kill(before!, "SIGKILL");
    const kept = () => ask(server, "MATCH (k:Kept) RETURN k.name").catch(() => null);
    await expect.poll(kept, { timeout: Math.max(30_000, 2 * firstStart) }).toEqual(["Ecotone"]);
    expect(server.pid()).not.toBe(before);
  });

  test("stopped and started again it keeps every fact, and what a crash left behind is dealt with", async () => {
    await server.stop();
    // The owner's file of a process that is gone, though its id was given to another one: to this very process.
    writeFileSync(join(dataFolder, "neo4j", "owner.json"), JSON.stringify({ pid: process.pid, started: "long ago" }));
    server = await start();
    expect(await ask(server, "MATCH (k:Kept) RETURN k.name")).toEqual(["Ecotone"]);
  });

  test("before migrations that the store has not had it is backed up, and the backup is a store to start from", async () => {
    await server.stop();
    server = await start(dataFolder, { migrations: ["001-new"] });
    const { backup } = server;
    await server.keepMigrations();
    await ask(server, "MATCH (k:Kept) DELETE k");
    await server.stop();
    server = await start(dataFolder, { migrations: ["001-new"] });
    expect(server.backup).toBeNull();
    await server.stop();

    const home = join(dataFolder, "neo4j");
    renameSync(home, `${home}.after`);
    cpSync(join(backup!, "neo4j"), home, { recursive: true });
    server = await start();
    expect(await ask(server, "MATCH (k:Kept) RETURN k.name")).toEqual(["Ecotone"]);
  });

  test("a Neo4j that outlived an Ecotone killed by kill -9 is ended by the next start", async () => {
    await server.stop();
    const holder = spawn(
      process.execPath,
      ["--import", "tsx", "tests/support/hold-neo4j.ts", dataFolder, NEO4J_CACHE],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const orphan = await new Promise<number>((resolve, reject) => {
      holder.once("exit", (code) => reject(new Error(`The holder ended with ${code}.`)));
      holder.stdout.on("data", (chunk: Buffer) => resolve(Number(/neo4j (\d+)/.exec(chunk.toString())?.[1])));
    });
    await expect(start(), "while its owner lives, the folder is taken").rejects.toThrow(/already using/);
    holder.kill("SIGKILL");
    expect(await waitUntilGone(holder.pid!, 60_000)).toBe(true);
    expect(isAlive(orphan), "Neo4j outlives its owner").toBe(true);
    server = await start();
    expect(isAlive(orphan)).toBe(false);
    expect(said.some((text) => text.includes(`process ${orphan}`))).toBe(true);
    expect(await ask(server, "MATCH (k:Kept) RETURN k.name")).toEqual(["Ecotone"]);
  });

  test.each(["Starting Neo4j", "It runs."])(
    "a command that is told to end after %j leaves none behind",
    async (when) => {
      await server.stop();
      const command = spawn(
        process.execPath,
        ["--import", "tsx", "--input-type=module", "--eval", foreverOnTheDatabase],
        {
          env: { ...process.env, NEO4J_URI: "", ECOTONE_DATA: dataFolder, ECOTONE_CACHE: NEO4J_CACHE },
          stdio: ["ignore", "ignore", "pipe"],
        },
      );
      let told = "";
      command.stderr.on("data", (chunk: Buffer) => {
        if (!told.includes(when) && (told + chunk).includes(when)) command.kill("SIGINT");
        told += chunk;
      });
      const code = await new Promise((resolve) => command.once("close", resolve));
      expect([code, told]).toEqual([1, expect.stringContaining("Stopped by SIGINT.")]);
      expect(processesWith([`--home-dir=${join(dataFolder, "neo4j")}`])).toEqual([]);
      server = await start();
      expect(await ask(server, "MATCH (k:Kept) RETURN k.name")).toEqual(["Ecotone"]);
    },
    180_000, // two starts of Neo4j and two ends
  );

  test("one that ends again and again is given up, with one sentence that says where to look", async () => {
    expect(server.trouble()).toBeNull();
    process.env.PATH = `${join(fakeProgram("java", "Error: Could not create the Java Virtual Machine.", 1), "bin")}:${path}`;
    process.kill(server.pid()!, "SIGKILL");
    await expect.poll(server.trouble.bind(server), { interval: 20 }).toMatch(/is being restarted/);
    await expect
      .poll(server.trouble.bind(server))
      .toMatch(
        /^Neo4j has stopped 6 times within ten minutes and is not restarted: see its log in .*logs, fix the problem/,
      );
    expect(said.some((text) => text.includes("Could not create the Java Virtual Machine"))).toBe(true);
  });
});

describe("what the own Neo4j needs", () => {
  test("the release is read from what Java says of itself", () => {
    expect(javaRelease('openjdk version "17.0.15" 2025-04-15')).toBe(17);
    expect(javaRelease('java version "1.8.0_392"')).toBe(8);
    expect(javaRelease('openjdk version "21" 2023-09-19')).toBe(21);
    expect(javaRelease("nonsense")).toBeNull();
  });

  test("no Java is one sentence with the ways out", async () => {
    const complaint = findJava({ PATH: newFolder() });
    await expect(complaint).rejects.toThrow(/needs Java.*install.*NEO4J_URI/);
  });

  test("Java 11 is too old, in one sentence with the ways out", async () => {
    const home = fakeProgram("java", 'openjdk version "11.0.22" 2024-01-16');
    await expect(findJava({ ...process.env, JAVA_HOME: home })).rejects.toThrow(/Java 11.*install.*17.*NEO4J_URI/);
  });

  test("no Maven is one sentence with the ways out", async () => {
    process.env.PATH = newFolder();
    await expect(fetchLibraries(newFolder(), () => {})).rejects.toThrow(/mvn.*install.*NEO4J_URI/);
  });

  test("a Maven that fails is one sentence with its reason, and leaves nothing half-fetched", async () => {
    process.env.PATH = `${join(fakeProgram("mvn", "[ERROR] Could not transfer artifact: no route to host", 1), "bin")}:${path}`;
    const cache = newFolder();
    await expect(fetchLibraries(cache, () => {})).rejects.toThrow(/no route to host.*NEO4J_URI/);
    expect(statSync(cache).nlink).toBe(2); // no folder in it
  });

  test("nobody at the address of a server is one sentence with the ways out", async () => {
    const nobody = { uri: "bolt://127.0.0.1:9", username: "neo4j", password: "x" };
    await expect(checkServer(nobody)).rejects.toThrow(/No Neo4j server can be reached.*NEO4J_URI/);
  });

  test.each([
    ["5.26.30", true],
    ["5.27-aura", true],
    ["5.20.0", false],
    ["4.4.41", false],
    ["2025.04.0", false],
  ])("Neo4j %s is supported: %s", (version, supported) => {
    expect(isSupported(version)).toBe(supported);
  });

  test("a smaller heap makes smaller limits for transactions, in the measured proportion", () => {
    expect(neo4jConf({ boltPort: 7687, heapMegabytes: 512 })).toContain("db.memory.transaction.max=300m");
    expect(neo4jConf({ boltPort: 7687, heapMegabytes: 1024 })).toContain("dbms.memory.transaction.total.max=700m");
  });

  test("a process is told from another that got its id later", () => {
    expect(startedAt(process.pid)).toBe(startedAt(process.pid));
    expect(startedAt(process.pid)).not.toBe(startedAt(process.ppid));
    expect(startedAt(2_147_483_646)).toBeNull();
  });
});
