import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";

let app: RunningApp;
let browser: Browser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchChromium()]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  await page.goto(app.link);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

test("the one-time link signs in and shows the seed's ecosystem", async () => {
  await page.getByText("SysCo and the fleet of fibre lines").first().waitFor();
  expect(page.url()).toBe(`${app.origin}/`);
});

test("a stranger without a session is refused before the query is parsed", async () => {
  const answer = await fetch(`${app.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-csrf": "1" },
    body: JSON.stringify({ query: "this is no query" }),
  });
  expect(answer.status).toBe(401);
});

test("each lens of the map opens from its address and has the focal firm on it", async () => {
  for (const lens of ["network", "positions", "boundaries", "rivals"]) {
    await page.goto(`${app.origin}/e/sysco/map?lens=${lens}`);
    await page.getByRole("application").waitFor();
    const records = page.getByRole("list", { name: "Records on the map" }).locator("button");
    await expect.poll(() => records.count(), { timeout: 10_000 }).toBeGreaterThan(20);
    await page.screenshot({ path: `tests/browser/output/${lens}.png` });
  }
});

test("on a phone no page is wider than the screen", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["/", "/e/sysco/map", "/e/sysco/coherence", "/e/sysco/threats", "/e/sysco/customers"]) {
    await page.goto(app.origin + path);
    await page.locator("h1").first().waitFor({ state: "attached" });
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 390]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("axe finds nothing on any page, in either theme", async () => {
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of ["/", "/e/sysco/map", "/e/sysco/coherence", "/e/sysco/threats", "/e/sysco/customers"]) {
      await page.goto(app.origin + path);
      await page.locator("h1").first().waitFor({ state: "attached" });
      await page.waitForLoadState("networkidle");
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${scheme} ${path}: ${id} ${nodes[0]?.target}`)).toEqual([]);
    }
  }
});

test("the console stayed clean", () => {
  expect(troubles).toEqual([]);
});
