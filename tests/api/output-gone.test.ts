import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { spawnApp } from "../support/app.ts";

const data = mkdtempSync(join(tmpdir(), "ecotone-output-gone-"));
afterAll(() => rmSync(data, { recursive: true, force: true }));

test("who read the output goes away: the app goes on answering, and SIGTERM ends it cleanly", async () => {
  const { uri, username, password, database } = inject("neo4j");
  const app = await spawnApp({
    ECOTONE_DATA: data,
    ECOTONE_DEV_ORIGIN: "http://127.0.0.1:9", // no page is built
    NEO4J_URI: uri,
    NEO4J_USERNAME: username,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database,
  });
  const health = () =>
    fetch(`${app.origin}/health`).then(
      ({ status }) => status,
      () => 0,
    );
  await expect.poll(health, { timeout: 60_000 }).toBeGreaterThan(0);
  app.child.stdout!.destroy();
  app.child.stderr!.destroy();
  await expect.poll(health, { timeout: 60_000 }).toBe(200);
  const ended = new Promise((resolve) => app.child.once("exit", resolve));
  app.child.kill("SIGTERM");
  expect(await ended).toBe(0);
});
