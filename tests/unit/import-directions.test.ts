import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const settings = readFileSync(join(root, "biome.json"), "utf8");
const rules: { includes: string[] }[] = JSON.parse(settings).overrides;

/** What each folder may import from the others, and which packages of those that tell layers apart. */
const directions: Record<string, readonly string[]> = {
  "cypher/model": [],
  cypher: ["cypher/model", "neo4j-driver", "node:fs"],
  "api/shared": ["cypher/model"],
  "api/time": ["cypher/model", "api/shared"],
  "api/measures": ["cypher/model", "api/shared", "api/time"],
  "api/map": ["cypher/model", "api/shared", "api/time"],
  "api/ecosystems": ["cypher/model", "cypher", "api/shared", "api/time", "node:fs"],
  "api/changes": ["cypher/model", "cypher", "api/shared", "api/time", "node:fs"],
  "api/exports": ["cypher/model", "api/shared", "api/time", "api/changes"],
  "api/sources": ["cypher/model", "cypher", "api/shared", "api/changes", "node:fs"],
  "api/schema": [
    ...["cypher/model", "cypher", "api/shared", "api/time", "api/measures", "api/map", "api/ecosystems", "api/changes"],
    ...["api/exports", "api/sources", "graphql"],
  ],
  "api/server": [
    ...["cypher/model", "cypher", "api/shared", "api/ecosystems", "api/changes", "api/sources", "api/schema", "seed"],
    ...["graphql", "node:fs"],
  ],
  "api/cli": [
    ...["cypher/model", "cypher", "api/shared", "api/changes", "api/exports", "api/schema", "api/server"],
    ...["graphql", "node:fs"],
  ],
  seed: ["cypher/model", "cypher", "api/changes", "graphql", "node:fs"],
  web: ["graphql", "react", "node:fs"],
};
const folders = [...Object.keys(directions), "tests"];
const packages = ["neo4j-driver", "graphql", "react", "node:fs"];

test("every folder of the API has its rule in the linter's settings, and every rule names a folder that exists", () => {
  const named = rules.flatMap(({ includes }) => includes.map((path) => path.replace(/\/\*\*$/, "")));
  const ofApi = readdirSync(join(root, "api"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(ofApi.map(({ name }) => `api/${name}`).filter((folder) => !named.includes(folder))).toEqual([]);
  expect(named.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  expect(ofApi.map(({ name }) => `api/${name}`).filter((folder) => !(folder in directions))).toEqual([]);
});

test("the linter refuses every import that runs against the direction, and no other", () => {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "ecotone-directions-")));
  try {
    writeFileSync(join(project, "biome.json"), settings);
    const expected: string[] = [];
    for (const [folder, may] of Object.entries(directions)) {
      // A subfolder of its own name, and a file in it: rules hold at any depth.
      const file = join(project, folder, "inner", "deep", "probe.ts");
      mkdirSync(dirname(file), { recursive: true });
      const targets = [...folders.filter((other) => other !== folder), ...packages];
      const specifier = (target: string) =>
        packages.includes(target) ? target : relative(dirname(file), join(project, target, "database.ts"));
      writeFileSync(file, targets.map((target) => `import "${specifier(target)}";\n`).join(""));
      for (const target of targets) if (!may.includes(target)) expected.push(`${folder} -> ${target}`);
    }
    const found = diagnosticsIn(project).map(({ path, line }) => {
      const folder = path.slice(0, path.indexOf("/inner/"));
      return `${folder} -> ${[...folders.filter((other) => other !== folder), ...packages][line - 1]}`;
    });
    expect(found.sort()).toEqual(expected.sort());
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});

/** Generated descriptions that the page reads as it reads the schema: data of the API, and none of its code. */
const descriptions = ["api/words.json", "api/records.json"];

test("the page may read the generated descriptions, and no other file of the API", () => {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "ecotone-descriptions-")));
  try {
    writeFileSync(join(project, "biome.json"), settings);
    const file = join(project, "web", "shared", "probe.ts");
    mkdirSync(dirname(file), { recursive: true });
    const targets = [
      ...descriptions,
      ...["api/ecosystem.schema.json", "api/schema/schema.ts", "api/schema/words.json", "cypher/words.json"],
    ];
    writeFileSync(file, targets.map((to) => `import "${relative(dirname(file), join(project, to))}";\n`).join(""));
    expect(descriptions.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(diagnosticsIn(project).map(({ line }) => targets[line - 1])).toEqual(targets.slice(descriptions.length));
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});

function diagnosticsIn(project: string): { path: string; line: number }[] {
  const biome = join(root, "node_modules", ".bin", "biome");
  const args = ["lint", "--only=style/noRestrictedImports", "--reporter=github", "--max-diagnostics=none"];
  let output = "";
  try {
    output = execFileSync(biome, args, { cwd: project, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    output = (error as { stdout: string }).stdout; // the linter ends with an error because it has found some
  }
  return [...output.matchAll(/::error title=lint\/style\/noRestrictedImports,file=([^,]+),line=(\d+)/g)].map(
    ([, path, line]) => ({ path: relative(project, resolve(project, path!)), line: Number(line) }),
  );
}
