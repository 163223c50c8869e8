import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { withDatabase } from "../../api/cli/with-database.ts";
import { newInvite } from "../../api/server/sessions/sessions.ts";
import { documentOf } from "../bench/ecosystems.ts";
import { adminToken, startApp } from "../support/app.ts";
import { importOverHttp } from "../support/import-over-http.ts";
import { addTimes, type Line, printLines } from "./report.ts";

// npm run load [-- --seconds 120 --readers 50 --editors 5]: people who use the page of the whole app, each in a session
// of their own, on the example, on 5,000 and on 50,000 records. Prints what they waited for each answer.

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "120" },
    readers: { type: "string", default: "50" },
    editors: { type: "string", default: "5" },
  },
});
const bounded = (name: keyof typeof values, max: number): number => {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1 || number > max)
    throw new Error(`--${name} must be a whole number from 1 to ${max}.`);
  return number;
};
const [seconds, readers, editors] = [bounded("seconds", 600), bounded("readers", 200), bounded("editors", 50)];

const asOf = "2026-06-30";
/** What a reader asks for, in turn, as the pages of an ecosystem do. */
const readings: [operation: string, variables: object][] = [
  ["Ecosystems", {}],
  ["EcosystemHeader", {}],
  ["Map", { asOf }],
  ["PositionsAndBoundaries", { asOf }],
  ["ViewsAndPins", {}],
  ["Coherence", { asOf }],
  ["Search", { text: "a0" }],
  ["Rivals", { asOf }],
  ["Changes", { first: 20 }],
];

const ecosystems = [
  { key: "sysco", actor: "sysco", name: "the example" },
  { key: "load-5000", actor: "a0", name: "5,000 records" },
  { key: "load-50000", actor: "a0", name: "50,000 records" },
];

const app = await startApp({ ECOTONE_ADMIN_TOKEN: adminToken });
try {
  for (const records of [5_000, 50_000])
    await importOverHttp(app.origin, adminToken, documentOf(records, `load-${records}`));
  const hashes = operationHashes();
  const tokens = await withDatabase(
    (db) => Promise.all(Array.from({ length: readers + editors }, (_, at) => newInvite(db, `Person ${at}`))),
    { ECOTONE_DATA: app.data },
  );
  const cookies = await Promise.all(tokens.map(signIn));
  const lines = new Map<string, Line>();
  const end = Date.now() + seconds * 1_000;
  console.log(`${readers} readers and ${editors} editors for ${seconds} s at ${app.origin}`);

  async function ask(cookie: string, who: string, place: string, operation: string, variables: object): Promise<void> {
    const started = performance.now();
    const extensions = { persistedQuery: { version: 1, sha256Hash: hashes.get(operation) } };
    let error: string | null = null;
    try {
      const response = await fetch(`${app.origin}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie, "x-csrf": "1" },
        body: JSON.stringify({ variables, extensions }),
      });
      const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
      error = errors?.[0]?.extensions.code ?? null;
    } catch (failure) {
      error = (failure as Error).name;
    }
    addTimes(lines, `${who}, ${place}`, performance.now() - started, error);
  }

  /** A person looks at something for a second or two before the next question. */
  const think = (at: number) => pause(1_000 + ((at * 397) % 1_000));

  async function read(at: number): Promise<void> {
    const { key, name } = ecosystems[at % ecosystems.length]!;
    await think(at);
    for (let turn = at; Date.now() < end; turn++) {
      const [operation, variables] = readings[turn % readings.length]!;
      await ask(cookies[at]!, "readers", name, operation, { key, ...variables });
      await think(turn);
    }
  }

  async function edit(at: number): Promise<void> {
    const { key, actor, name } = ecosystems[at % ecosystems.length]!;
    for (let turn = 0; Date.now() < end; turn++) {
      const pins = [{ kind: "ACTOR", key: actor, x: turn, y: at }];
      await ask(cookies[readers + at]!, "editors", name, "SaveLayout", {
        input: { ecosystem: key, lens: "NETWORK", pins },
      });
      await pause(2_000);
    }
  }

  await Promise.all([
    ...Array.from({ length: readers }, (_, at) => read(at)),
    ...Array.from({ length: editors }, (_, at) => edit(at)),
  ]);
  const machine = {
    node: process.version,
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1e9),
    load: loadavg()[0],
  };
  printLines(lines, machine);
  mkdirSync(".cache", { recursive: true });
  writeFileSync(".cache/load.json", `${JSON.stringify({ machine, lines: [...lines.values()] }, null, 2)}\n`);
} finally {
  await app.stop();
}

/** Hashes of the built page's operations, by name. */
function operationHashes(): Map<string, string> {
  const operations: Record<string, string> = JSON.parse(readFileSync("dist/page/operations.json", "utf8"));
  return new Map(
    Object.entries(operations).map(([hash, text]) => [/^(?:query|mutation) (\w+)/.exec(text)?.[1] ?? "", hash]),
  );
}

async function signIn(token: string): Promise<string> {
  const response = await fetch(`${app.origin}/session/${token}`, { method: "POST", redirect: "manual" });
  return response.headers.get("set-cookie")!.split(";")[0]!;
}
