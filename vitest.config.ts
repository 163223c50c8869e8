import { defineConfig } from "vitest/config";

// Four suites, one run: pure rules; queries and API against a real Neo4j; components; the page in a real browser.
const suite = (name: string, more: object = {}) => ({
  extends: true as const,
  // Vite would take graphql's .mjs build where Node gives its other users the .js one: two graphqls, each refusing the
  // other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...more },
});
const withNeo4j = {
  globalSetup: ["tests/support/neo4j.ts"],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  fileParallelism: false,
};

export default defineConfig({
  test: {
    reporters: ["default", "json"],
    outputFile: { json: ".cache/test-report.json" },
    projects: [
      suite("unit", { testTimeout: 60_000 }),
      suite("web", { environment: "happy-dom", testTimeout: 60_000 }),
      suite("cypher", withNeo4j),
      suite("api", withNeo4j),
      // One file at a time: each has an app, a database and a browser, which two cores have enough to do with.
      suite("browser", {
        globalSetup: ["tests/support/browser-setup.ts"],
        testTimeout: 120_000,
        hookTimeout: 240_000,
        fileParallelism: false,
      }),
    ],
  },
});
