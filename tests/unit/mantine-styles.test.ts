import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

// The page takes the styles of the components that it uses, not of all that Mantine has: 20 kB less of the first page.
const core = "node_modules/@mantine/core";
const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => ending.test(path))
    .map((path) => join(folder, path));
const read = (path: string) => readFileSync(path, "utf8");
const namesImported = (text: string): string[] =>
  [...text.matchAll(/import (type )?\{([^}]*)\} from "@mantine\/core"/g)].flatMap(([, isType, names]) =>
    isType ? [] : names!.split(",").map((name) => name.trim().split(" as ")[0]!),
  );

/** Modules of Mantine by the names that it exports. */
function modulesByName(): Map<string, string> {
  const modules = new Map<string, string>();
  for (const [, names, path] of read(`${core}/esm/index.mjs`).matchAll(/import \{([^}]*)\} from "([^"]+)"/g))
    for (const name of names!.split(",")) modules.set(name.trim().split(" as ").at(-1)!, join(core, "esm", path!));
  return modules;
}

/** Classes of a component are in a module of their own; the styles of the same classes are in one file. */
function classesOf(module: string, seen = new Set<string>()): string[] {
  if (seen.has(module)) return [];
  seen.add(module);
  const text = read(module);
  const own = module.endsWith(".module.mjs") ? [...text.matchAll(/"(m_[0-9a-f]+)"/g)].map(([, name]) => name!) : [];
  const imported = [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, path]) => join(dirname(module), path!));
  return [...own, ...imported.flatMap((path) => classesOf(path, seen))];
}

test("the page loads the styles of all components that it uses, in Mantine's order, and no others", () => {
  const modules = modulesByName();
  const sources = [...filesIn("web", /\.tsx?$/), ...filesIn("node_modules/@mantine/spotlight/esm", /\.mjs$/)];
  const used = new Set(sources.flatMap((path) => namesImported(read(path))).flatMap((name) => modules.get(name) ?? []));
  expect(used.size).toBeGreaterThan(30);
  const seen = new Set<string>();
  const classes = new Set([...used].flatMap((module) => classesOf(module, seen)));
  const whole = read(`${core}/styles.css`);
  const files = filesIn(`${core}/styles`, /(?<!\.layer)\.css$/);
  const wanted = files
    .map((path) => ({ name: path.split("/").at(-1)!, text: read(path).trim() }))
    .filter(({ text }) => {
      const own = [...text.matchAll(/\.(m_[0-9a-f]+)/g)].map(([, name]) => name!);
      return own.length === 0 || own.some((name) => classes.has(name));
    })
    .sort((a, b) => whole.indexOf(a.text) - whole.indexOf(b.text));
  const loaded = [...read("web/mantine.css").matchAll(/@import "@mantine\/core\/styles\/([^"]+)";/g)];
  expect(loaded.map(([, name]) => name)).toEqual(wanted.map(({ name }) => name));
});
