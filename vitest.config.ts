import { defineConfig } from "vitest/config";

// One run: pure rules; components; migrations of a real Neo4j; queries and API against it; the page in a real browser.
const suite = (name: string, more: object = {}) => ({
  extends: true as const,
  // Vite would take graphql's .mjs build where Node gives its other users the .js one: two graphqls, each refusing the
  // other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  // Modules are loaded once for all files of a worker: loading them took as long as many a test.
  test: {
    name,
    isolate: false,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    expect: { poll: { timeout: 60_000, interval: 50 } },
    ...more,
  },
});
// Times are there to end what hangs. Nothing is told of speed by them: a machine that does much else is many times slower.
// What waits for other processes is tried once more in a pipeline, and told of there. On a developer's machine nothing
// is: a test that fails now and then is to be seen and mended.
const retry = process.env.CI ? 1 : 0;
// Of the Neo4j that tests start and of the browser tests' app, not of the one for API and queries, which writes hundreds
// of thousands of records: they run for seconds or answer little, and C2, the compiler for long-running code, took a third
// of both cores.
const env = { JDK_JAVA_OPTIONS: "-XX:TieredStopAtLevel=1" };
const withNeo4j = {
  retry,
  env,
  globalSetup: ["tests/support/neo4j.ts"],
  testTimeout: 240_000,
  hookTimeout: 240_000,
  // One Neo4j for all; each test has ecosystems of its own. Many wait for what has been killed, while another works.
  maxWorkers: 2,
  sequence: { groupOrder: 2 },
};

/**
 * These apply migrations again, which concerns the whole database: nothing else works on it meanwhile. They come first,
 * since a migration takes the longer the more is stored.
 */
const migrating = ["tests/cypher/plain-relationships-migrated.test.ts", "tests/cypher/unfinished.test.ts"];

const onEveryCore = { testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: "100%", sequence: { groupOrder: 0 } };

export default defineConfig({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: ".cache/test-report.json" },
    projects: [
      suite("unit", onEveryCore),
      suite("web", { ...onEveryCore, environment: "happy-dom", setupFiles: ["tests/support/web-setup.ts"] }),
      suite("migrations", { ...withNeo4j, include: migrating, fileParallelism: false, sequence: { groupOrder: 1 } }),
      suite("cypher", { ...withNeo4j, exclude: migrating }),
      suite("api", withNeo4j),
      // One file at a time: each has an app, a database and a browser, which two cores have enough to do with.
      suite("browser", {
        env,
        globalSetup: ["tests/support/browser-setup.ts"],
        testTimeout: 300_000,
        hookTimeout: 240_000,
        fileParallelism: false,
        retry,
        sequence: { groupOrder: 3 },
      }),
    ],
  },
});
