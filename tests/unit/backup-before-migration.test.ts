import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backUpBefore, isUpToDate, keepMigrations } from "../../cypher/local-neo4j/backup.ts";

// A backup before a migration (docs/operations.md, Backup and restore); tests/cypher/local-neo4j.test.ts restores one.

let dataFolder: string;
let home: string;
let said: string[];
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "ecotone-backup-"));
  home = join(dataFolder, "neo4j");
  said = [];
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

const backUp = (migrations: string[], free?: () => Promise<number>) =>
  backUpBefore(migrations, { dataFolder, home, onProgress: (text) => said.push(text), ...(free && { free }) });
const backups = () => (existsSync(join(dataFolder, "backups")) ? readdirSync(join(dataFolder, "backups")).sort() : []);
const store = join("data", "databases", "neo4j");
function newStore(text = "facts"): void {
  mkdirSync(join(home, store), { recursive: true });
  writeFileSync(join(home, store, "neostore"), text);
  writeFileSync(join(home, "password"), "secret", { mode: 0o600 });
}

test("a new store needs none, and neither does one that has had every migration", async () => {
  expect(await backUp(["001"])).toBeNull();
  newStore();
  await keepMigrations(home, ["001", "002"]);
  expect(await backUp(["001", "002"])).toBeNull();
  expect(await backUp(["001"])).toBeNull();
  expect(backups()).toEqual([]);
});

test("a store is up to date that has had these migrations and no others", async () => {
  mkdirSync(home, { recursive: true });
  await keepMigrations(home, ["001", "002"]);
  expect(await isUpToDate(["001", "002"], home)).toBe(false);
  newStore();
  expect(await isUpToDate(["001", "002"], home)).toBe(true);
  expect(await isUpToDate(["001"], home)).toBe(false);
  expect(await isUpToDate(["001", "002", "003"], home)).toBe(false);
});

test.each([
  ["has not had one of them", JSON.stringify(["001"])],
  ["an earlier version has left", null],
  ["a crash has left with half a record of them", '["001", "00'],
])("a store that %s is copied whole, and private", async (_what, record) => {
  newStore();
  if (record !== null) writeFileSync(join(home, "migrations.json"), record);
  const folder = await backUp(["001", "002"]);
  expect(backups().map((name) => join(dataFolder, "backups", name))).toEqual([folder]);
  expect(readFileSync(join(folder!, "neo4j", store, "neostore"), "utf8")).toBe("facts");
  expect(readFileSync(join(folder!, "neo4j", "password"), "utf8")).toBe("secret");
  expect(statSync(join(dataFolder, "backups")).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder!, "neo4j", "password")).mode & 0o777).toBe(0o600);
  expect(said).toEqual([expect.stringMatching(/^Backing up the database/)]);
});

test("the three newest are kept, and nothing of one that a crash has cut off", async () => {
  newStore();
  const old = ["2024-01-01T00-00-00.000Z", "2024-01-02T00-00-00.000Z", "2024-01-03T00-00-00.000Z"];
  for (const name of [...old, "2025-01-01T00-00-00.000Z.partial", "my own"])
    mkdirSync(join(dataFolder, "backups", name), { recursive: true });
  const folder = await backUp(["001"]);
  expect(backups()).toEqual([...old.slice(1), folder!.split("/").at(-1), "my own"]);
});

test("one that fails is removed and ends the start; those before it stay", async () => {
  newStore();
  const earlier = await backUp(["001"]);
  rmSync(join(home, "password"));
  await expect(backUp(["001"])).rejects.toThrow(
    /^The database could not be backed up .*ENOENT.*Nothing has been changed\.$/s,
  );
  expect(backups()).toEqual([earlier!.split("/").at(-1)]);
});

test("without room for it the start ends with how much is missing", async () => {
  newStore("x".repeat(3_000_000));
  await expect(backUp(["001"], async () => 102_000_000)).rejects.toThrow(/103 MB must be free \(102 MB are\)/);
  expect(backups()).toEqual([]);
  expect(await backUp(["001"], async () => 103_000_000)).not.toBeNull();
});
