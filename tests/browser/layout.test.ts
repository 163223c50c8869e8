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
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("response", async (response) => {
    if (!response.url().endsWith("/graphql") || response.status() !== 200) return;
    const { data } = await response.json().catch(() => ({ data: null }));
    if (data?.ecosystem?.layout) stored = data.ecosystem.layout;
    if (data?.saveLayout) saves.push(data.saveLayout);
  });
  await page.goto(app.link);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

interface Pin {
  key: string;
  x: number;
  y: number;
}
// The server answers the page's own operations only: what is stored is read from the answers that the page gets.
let stored: Pin[] = [];
const saves: { created: number; updated: number; removed: number }[] = [];

async function openPositions() {
  await page.goto(`${app.origin}/e/sysco/map?lens=positions`);
  await page.getByRole("application").waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(600);
}

test("a node that is dragged by the mouse is stored, stands there after a reload, and undo stores that too", async () => {
  await openPositions();
  const box = (await page.getByRole("application").boundingBox())!;
  const before = stored.length;
  // Whatever node is met first on a walk over the canvas.
  const undo = page.getByRole("button", { name: /^Undo: Move/ });
  for (let i = 0; i < 60 && (await undo.count()) === 0; i++) {
    const x = box.x + box.width * (0.35 + 0.05 * (i % 12));
    const y = box.y + box.height * (0.25 + 0.1 * Math.floor(i / 12));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 30, { steps: 4 });
    await page.mouse.up();
  }
  const done = () => saves.map(({ created, updated, removed }) => [created, updated, removed]);
  await expect.poll(done, { timeout: 20_000 }).toEqual([[1, 0, 0]]);
  await undo.click();
  await expect.poll(done, { timeout: 20_000 }).toEqual([
    [1, 0, 0],
    [0, 0, 1],
  ]);
  await page.getByRole("button", { name: /^Redo: Move/ }).click();
  await expect.poll(done, { timeout: 20_000 }).toEqual([
    [1, 0, 0],
    [0, 0, 1],
    [1, 0, 0],
  ]);
  await openPositions();
  await expect.poll(() => stored.length, { timeout: 20_000 }).toBe(before + 1);
  await page.screenshot({ path: "tests/browser/output/layout-dragged.png" });
});

test("a view is saved with its places, is there after a reload, and is presented", async () => {
  await openPositions();
  await page.getByRole("button", { name: "Views" }).click();
  for (const [name, caption] of [
    ["Where we stand", "SysCo among its rivals."],
    ["Who moves", "The same, a second time."],
  ] as const) {
    await page.getByRole("button", { name: "Save what is shown" }).click();
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Caption").fill(caption);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("list", { name: "Named views" }).getByText(name).waitFor();
  }
  expect(saves.slice(-2).map(({ created }) => created)).toEqual([1, 1]);
  await page.getByRole("button", { name: "Move Who moves up" }).click();
  await page.waitForTimeout(800);
  await page.reload();
  const list = page.getByRole("list", { name: "Named views" });
  await list.waitFor();
  expect(await list.locator("strong").allTextContents()).toEqual(["Who moves", "Where we stand"]);
  await page.screenshot({ path: "tests/browser/output/layout-views.png" });
  await page.getByRole("button", { name: "Present", exact: true }).click();
  const story = page.getByRole("region", { name: "Presentation" });
  await story.getByText("1 of 2").waitFor();
  await page.keyboard.press("ArrowRight");
  await story.getByText("2 of 2").waitFor();
  await story.getByText("SysCo among its rivals.").waitFor();
  await page.waitForTimeout(600);
  await page.screenshot({ path: "tests/browser/output/layout-present.png" });
  await page.keyboard.press("Escape");
  await story.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Remove Who moves" }).click();
  await expect.poll(() => list.locator("strong").allTextContents()).toEqual(["Where we stand"]);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => list.locator("strong").allTextContents()).toEqual(["Who moves", "Where we stand"]);
});

test("a link to a view that has gone opens what is left and says so", async () => {
  await page.goto(`${app.origin}/e/sysco/map?view=gone`);
  await page.getByText("There is no view “gone”, or no longer.").waitFor();
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: "tests/browser/output/layout-network.png" });
});

test("the console stayed clean", () => expect(troubles).toEqual([]));
