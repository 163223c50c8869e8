import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe } from "../support/axe.ts";
import { desk, type MapStage, mapStage, patience, phone } from "../support/map-page.ts";

let stage: MapStage;
let page: Page;
let origin: string;
const pages = [
  "/",
  ...["map", "coherence", "threats", "customers", "table", "changes"].map((name) => `/e/sysco/${name}`),
];

beforeAll(async () => {
  stage = await mapStage();
  page = stage.page.page;
  origin = stage.origin;
});
afterAll(() => stage?.end());

test("each lens of the map opens from its URL and lists its records", async () => {
  for (const lens of ["network", "positions", "boundaries", "rivals"]) {
    await page.goto(`${origin}/e/sysco/map?lens=${lens}`);
    await page.getByRole("application").waitFor();
    const records = page.getByRole("list", { name: "Records on the map" }).locator("button");
    await expect.poll(() => records.count(), patience).toBeGreaterThan(20);
    await page.screenshot({ path: `tests/browser/output/${lens}.png` });
  }
});

test("on a phone no page is wider than the screen", async () => {
  await page.setViewportSize(phone);
  for (const path of pages) {
    await page.goto(origin + path);
    await page.locator("h1").first().waitFor({ state: "attached" });
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 390]);
  }
  await page.setViewportSize(desk);
});

test("axe finds no violation on any page, in either theme", async () => {
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of pages) {
      await page.goto(origin + path);
      await page.locator("h1").first().waitFor({ state: "attached" });
      await stage.page.idle();
      expect(await axe(page, scheme, path)).toEqual([]);
    }
  }
});

test("no page logged an error or a warning", () => {
  expect(stage.troubles).toEqual([]);
});
