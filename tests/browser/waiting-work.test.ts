import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { adminToken } from "../support/app.ts";
import { generatedEcosystem } from "../support/generated-ecosystem.ts";
import { importOverHttp } from "../support/import-over-http.ts";
import { type MapStage, mapStage, patience } from "../support/map-page.ts";

let stage: MapStage;
let page: Page;

beforeAll(async () => {
  stage = await mapStage({ reducedMotion: "reduce" });
  page = stage.page.page;
  await importOverHttp(stage.origin, adminToken, generatedEcosystem({ key: "busy", actors: 600 }));
  await page.goto(`${stage.origin}/e/busy/changes`);
  await stage.page.idle();
});
afterAll(() => stage?.end());

/** The page's own query of the frames of 60 days, six times at once, as one person sends them from several machines. */
async function beginHeavyWork(): Promise<() => Promise<number[]>> {
  const operations: Record<string, string> = JSON.parse(readFileSync("dist/page/operations.json", "utf8"));
  const [hash] = Object.entries(operations).find(([, text]) => text.startsWith("query Frames("))!;
  const day = (at: number) => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
  const bodies = Array.from({ length: 6 }, (_, nth) => ({
    variables: { key: "busy", dates: Array.from({ length: 60 }, (_, at) => day(12 * at + nth)) },
    extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
  }));
  // Not by the browser, which opens six connections to an address at most, and the page needs some of them.
  const request = page.context().request;
  const headers = { "x-csrf": "1" };
  const ask = (data: object) =>
    request
      .post(`${stage.origin}/graphql`, { headers, data, timeout: patience.timeout })
      .then((answer) => answer.status());
  const answered = Promise.all(bodies.map(ask));
  answered.catch(() => {}); // awaited by the caller
  const state = async () => (await request.get(`${stage.origin}/work`, { headers })).json();
  await expect.poll(state, patience).toEqual({ running: 2, waiting: 4 });
  return () => answered;
}

test("a page that waits for a heavy computation says so with progress; Cancel takes it out of the queue and nothing else", async () => {
  const heavy = await beginHeavyWork();
  await page.getByRole("link", { name: "Coherence", exact: true }).first().click();
  const notice = page.getByRole("status").filter({ hasText: "Calculating." });
  await notice.getByText(/2 calculations running, [1-9] waiting: two of yours run at once\./).waitFor();
  // Another person is answered meanwhile.
  expect((await stage.api('{ ecosystem(key: "sysco") { name } }')).ecosystem.name).toContain("SysCo");
  expect(await notice.isVisible()).toBe(true);
  await page.screenshot({ path: "tests/browser/output/waiting-work.png" });

  await notice.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("You have cancelled it.").first().waitFor();
  await notice.waitFor({ state: "detached" });
  expect(await heavy(), "what was asked for elsewhere goes on").toEqual(Array(6).fill(200));
  await page.getByRole("button", { name: "Try again" }).first().click();
  await page
    .getByRole("heading", { name: /coherence/i })
    .first()
    .waitFor();
  expect(stage.troubles).toEqual([]);
});
