import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

// Plain JavaScript, as run.js is: this builds what makes JavaScript of all else.

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Folder of the built server and commands. */
export const SERVER = join(ROOT, "dist", "server");
/** Folder of the built page. */
export const PAGE = join(ROOT, "dist", "page");

/** What a person starts by its name. */
export const commands = {
  server: "api/server/start.ts",
  ...Object.fromEntries(
    ["cypher", "export", "import", "invite", "sessions"].map((name) => [name, `api/cli/${name}.ts`]),
  ),
};
const entries = { ...commands, worker: "api/server/workers/worker.ts" };

/**
 * Modification time in milliseconds of a file, or the latest in a folder; 0 when it does not exist.
 * @param {string} path
 * @returns {number}
 */
function lastChange(path) {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  // The folder's own time changes when a file in it is deleted.
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))));
}

/**
 * Whether one of the built files is missing, or older than one of the sources.
 * @param {readonly string[]} built
 * @param {readonly string[]} sources files and folders, from the root
 */
export function isStale(built, sources) {
  const since = Math.min(...built.map(lastChange));
  return sources.some((path) => lastChange(join(ROOT, path)) > since);
}

/**
 * Builds the server, its workers and the commands with their libraries into a few files, if these are older than what
 * they are built of. A thread loads them in a second, where it took five to find and translate two thousand. Several
 * processes may do so at once.
 */
export async function ensureServerIsBuilt() {
  const built = Object.keys(entries).map((name) => join(SERVER, `${name}.js`));
  if (!isStale(built, ["api", "cypher", "seed", "package-lock.json"])) return;
  const { build, stop } = await import("esbuild");
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: entries,
    outdir: SERVER,
    write: false,
    // Read only where Node is told to: a thread would take 20 MB more.
    sourcemap: "linked",
    sourcesContent: false,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // It ships as a program for this machine, and is needed where something has changed only.
    external: ["esbuild"],
    // Libraries in the older form of modules ask for Node's own modules by `require`.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "silent",
    plugins: [{ name: "own addresses", setup: ({ onLoad }) => onLoad({ filter: /\.(ts|js)$/ }, withOwnAddress) }],
  });
  // The service of esbuild would live as long as the server.
  await stop();
  mkdirSync(SERVER, { recursive: true });
  // Each file is replaced as a whole and the entries come last, for others may be loading them.
  const isEntry = (/** @type {string} */ path) => relative(SERVER, path).replace(/\.js$/, "") in entries;
  for (const { path, contents } of outputFiles.sort((a, b) => Number(isEntry(a.path)) - Number(isEntry(b.path)))) {
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, contents);
    renameSync(unfinished, path);
  }
  const current = new Set(outputFiles.map(({ path }) => relative(SERVER, path)));
  for (const name of readdirSync(SERVER))
    if (/\.js(\.map)?$/.test(name) && !current.has(name)) rmSync(join(SERVER, name));
}

/**
 * A module of ours that asks for its own address, by which it finds the files beside it, still gets that of its source.
 * @param {{ path: string }} module
 * @returns {Promise<import("esbuild").OnLoadResult | undefined>}
 */
async function withOwnAddress({ path }) {
  const place = relative(SERVER, path).replaceAll("\\", "/");
  const text = place.includes("node_modules/") ? "" : readFileSync(path, "utf8");
  if (!text.includes("import.meta.url")) return undefined;
  const { transform } = await import("esbuild");
  const { code } = await transform(text, {
    loader: path.endsWith(".ts") ? "ts" : "js",
    sourcefile: path,
    sourcemap: "inline",
    define: { "import.meta.url": "addressOfSource" },
    banner: `const addressOfSource = new URL(${JSON.stringify(place)}, import.meta.url).href;`,
  });
  return { contents: code, loader: "js" };
}
