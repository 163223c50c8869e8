import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { adminToken } from "../support/app.ts";
import { importOverHttp } from "../support/import-over-http.ts";
import { largeEcosystem } from "../support/large-ecosystem.ts";
import { type MapStage, mapStage, patience } from "../support/map-page.ts";

let stage: MapStage;
let page: Page;
const nodes = 1_500;

beforeAll(async () => {
  stage = await mapStage({ reducedMotion: "reduce" });
  page = stage.page.page;
  await importOverHttp(stage.origin, adminToken, largeEcosystem(nodes, 3_000, "large"));
  await page.goto(`${stage.origin}/e/large/map`);
  await page.getByRole("application").waitFor();
});
afterAll(() => stage?.end());

const note = () => page.getByText("Shown by group: zoom in to see records");
/** Number of clusters and of single records on the canvas. */
const drawn = () =>
  page.locator(".canvas-core").evaluate((container) => {
    const { cy } = (container as unknown as { _cyreg: { cy: import("cytoscape").Core } })._cyreg;
    const clusters = cy.nodes().filter((node) => node.data("composition") !== undefined).length;
    return { clusters, records: cy.nodes().length - clusters };
  });

test("a large map shows clusters when zoomed out, records when zoomed in, and clusters again", async () => {
  await note().waitFor();
  await expect.poll(async () => (await drawn()).clusters).toBeGreaterThan(8);
  expect((await drawn()).records).toBeLessThan(nodes / 10);
  await page.getByText("Group: size by number of records, ring by kind").waitFor();
  // The list for keyboard and screen readers always has every record.
  const listed = page.getByRole("list", { name: "Records on the map" }).locator("li").first();
  expect(Number(await listed.getAttribute("aria-setsize"))).toBeGreaterThan(0.95 * nodes);
  await page.screenshot({ path: "tests/browser/output/large-far.png" });
  await page.getByRole("application").focus();
  for (let i = 0; i < 9; i++) await page.keyboard.press("+");
  await note().waitFor({ state: "detached" });
  await expect.poll(async () => (await drawn()).records).toBeGreaterThan(20);
  expect((await drawn()).records).toBeLessThan(nodes);
  await page.screenshot({ path: "tests/browser/output/large-near.png" });
  await page.keyboard.press("0");
  await note().waitFor();
  await expect.poll(async () => (await drawn()).records).toBeLessThan(nodes / 10);
});

test("jumping to a record in a cluster opens the cluster", async () => {
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Search records and commands").fill("777");
  await page.getByRole("button", { name: / 777/ }).first().click();
  await page.locator(".canvas-pulse").first().waitFor();
  await note().waitFor({ state: "detached" });
  const place = await page.locator(".canvas-core").evaluate((container) => {
    const { cy } = (container as unknown as { _cyreg: { cy: import("cytoscape").Core } })._cyreg;
    const node = cy.nodes(".chosen").first() as import("cytoscape").NodeSingular;
    const { x, y } = node.renderedPosition();
    return { name: node.data("name") as string, x: x - cy.width() / 2, y: y - cy.height() / 2 };
  });
  expect(place.name).toMatch(/ 777$/);
  expect(Math.hypot(place.x, place.y)).toBeLessThan(120);
  await page.screenshot({ path: "tests/browser/output/large-jump.png" });
});

test("a tap on a cluster opens it, and a lasso around a cluster selects its records", async () => {
  await page.getByRole("button", { name: "Close inspector" }).click();
  await page.getByRole("application").focus();
  await page.keyboard.press("0");
  await note().waitFor();
  await stage.page.rest();
  const largest = () =>
    page.locator(".canvas-core").evaluate((container) => {
      const { cy } = (container as unknown as { _cyreg: { cy: import("cytoscape").Core } })._cyreg;
      const node = cy.nodes().max((one) => (one.data("composition") as number) ?? 0)
        .ele as import("cytoscape").NodeSingular;
      const { left, top } = container.getBoundingClientRect();
      const { x, y } = node.renderedPosition();
      return { x: left + x, y: top + y, held: node.data("composition") as number, r: node.renderedWidth() / 2 };
    });
  const { x, y, held } = await largest();
  await page.keyboard.down("Shift");
  await page.mouse.move(x - 12, y - 12);
  await page.mouse.down();
  for (const [dx, dy] of [
    [12, -12],
    [12, 12],
    [-12, 12],
  ] as const)
    await page.mouse.move(x + dx, y + dy, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  await page.getByRole("region", { name: "Selection" }).getByText(`${held} selected`).waitFor();
  await page.keyboard.press("Control+z");
  await page.mouse.click(x, y);
  await note().waitFor({ state: "detached" });
  await expect.poll(async () => (await drawn()).records).toBeGreaterThanOrEqual(held);
});

test("the table has all records, drawn or not; no page logged an error or a warning", async () => {
  await page.getByRole("application").focus();
  await page.keyboard.press("0");
  await note().waitFor();
  await page.keyboard.press("t");
  const table = page.getByRole("region", { name: "Table of the map" });
  await table.locator("tbody tr").filter({ hasText: "Customer" }).first().getByRole("checkbox").check();
  await page.getByRole("region", { name: "Selection" }).getByText("1 selected").waitFor();
  const marked = () =>
    page.locator(".canvas-core").evaluate((container) => {
      const { cy } = (container as unknown as { _cyreg: { cy: import("cytoscape").Core } })._cyreg;
      return cy.nodes(".among").filter((node) => node.data("composition") !== undefined).length;
    });
  await expect.poll(marked, patience).toBe(1);
  expect(stage.troubles).toEqual([]);
});
