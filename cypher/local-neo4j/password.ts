import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { type Java, OPENED } from "./java.ts";
import { LocalNeo4jProblem, OR_USE_A_SERVER } from "./problem.ts";
import { run } from "./run.ts";

/** Stored password; null before the first start. */
export async function readPassword(file: string): Promise<string | null> {
  try {
    const text = (await readFile(file, "utf8")).trim();
    if (text === "") return null;
    await chmod(file, 0o600);
    return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** 32 random bytes as text that never needs quoting. */
export function newPassword(): string {
  return randomBytes(32).toString("hex");
}

/** Stores the password readable by this user only. */
export async function keepPassword(file: string, password: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${password}\n`, { mode: 0o600 });
}

/** Password of the store; a new store's is set before its first start, the only time when it can be set. */
export async function preparePassword(
  home: string,
  java: Java,
  jars: string[],
  onProgress: (text: string) => void,
): Promise<string> {
  const file = join(home, "password");
  const kept = await readPassword(file);
  const store = join(home, "data", "databases", "system");
  const initialised = existsSync(store) && (await readdir(store)).length > 0;
  if (kept !== null && (initialised || existsSync(join(home, "data", "dbms", "auth.ini")))) return kept;
  if (initialised) {
    throw new LocalNeo4jProblem(
      `The data folder holds a Neo4j store but its password file is missing (${file}): restore the file, or move ${home} away to start with an empty database.`,
    );
  }
  onProgress("Preparing a new database");
  const password = kept ?? newPassword();
  await keepPassword(file, password);
  // Passed in a private file: command lines are visible to every user of the machine.
  const argsFile = join(home, `set-password-${process.pid}`);
  await mkdir(join(home, "conf"), { recursive: true });
  await writeFile(join(home, "conf", "neo4j.conf"), "");
  const words = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", ...OPENED, "-cp", jars.join(delimiter)];
  words.push("org.neo4j.server.startup.Neo4jAdminCommand", "dbms", "set-initial-password", password);
  try {
    const quoted = words.map((word) => `"${word.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`);
    await writeFile(argsFile, quoted.join("\n"), { mode: 0o600 });
    const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") };
    const outcome = await run(java.command, [`@${argsFile}`], { env });
    if (outcome?.code !== 0) {
      const output = outcome?.output.replaceAll(password, "…").trim().split("\n").at(-1) ?? "Java could not be started";
      throw new LocalNeo4jProblem(`Neo4j's password could not be set in ${home} (${output}), ${OR_USE_A_SERVER}.`);
    }
  } finally {
    await rm(argsFile, { force: true });
  }
  return password;
}
