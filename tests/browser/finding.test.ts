import type { NodeSingular } from "cytoscape";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Label } from "../../web/map/canvas/labels/choose-labels.ts";
import { desk, type MapStage, mapStage, patience, phone } from "../support/map-page.ts";

let stage: MapStage;
let page: Page;
beforeAll(async () => {
  stage = await mapStage({ hasTouch: true, reducedMotion: "reduce" });
  page = stage.page.page;
});
afterAll(() => stage?.end());

const records = () => stage.page.records();
const recordCount = () => stage.page.recordCount();
const param = (name: string) => stage.page.param(name);
const placeOf = (name: string) => stage.page.pixelOf(name);

for (const [device, viewport] of [
  ["desk", desk],
  ["phone", phone],
] as const) {
  test(`on a ${device} the filter narrows the map, and its chips and undo revert it`, async () => {
    await page.setViewportSize(viewport);
    await stage.page.open();
    const all = await recordCount();
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    const panel = page.getByRole("region", { name: "Filter" });
    const customer = panel.getByRole("checkbox", { name: /^Customer, \d+$/ });
    const customers = Number((await customer.getAttribute("aria-label"))?.split(", ")[1]);
    await customer.check();
    await expect.poll(() => param("kinds"), patience).toEqual(["CUSTOMER"]);
    // The filter by kind of actor does not apply to standards.
    await expect.poll(recordCount, patience).toBe(customers + 8);
    await page.getByRole("button", { name: "Remove: Customer" }).click();
    await expect.poll(recordCount, patience).toBe(all);
    await page.keyboard.press("Control+z");
    await expect.poll(recordCount, patience).toBe(customers + 8);
  });
}

test("a filter without matches says so, and one button resets it", async () => {
  await page.setViewportSize(desk);
  await stage.page.open();
  const all = await recordCount();
  await page.goto(`${stage.page.origin}/e/sysco/map?lens=positions&countries=["AQ"]`);
  const note = page.locator(".map-nothing");
  await note.getByText("No matches for this filter").waitFor();
  await note.getByRole("button", { name: "Reset filters" }).click();
  await note.waitFor({ state: "detached" });
  expect(param("countries")).toBeNull();
  await page.getByText("Network", { exact: true }).first().click();
  await expect.poll(recordCount, patience).toBe(all);
});

test("the keyboard alone opens a record, selects several, hides them, and undoes it", async () => {
  await page.setViewportSize(desk);
  await stage.page.open();
  const all = await recordCount();
  await records().locator("button[tabindex='0']").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.getByRole("region", { name: "Selection" }).getByText("2 selected").waitFor();
  expect(param("many")).toHaveLength(2);
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Hide" }).press("Enter");
  await expect.poll(recordCount, patience).toBe(all - 2);
  await page.keyboard.press("Control+z");
  await expect.poll(recordCount, patience).toBe(all);
  await records().locator("button[tabindex='0']").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("complementary", { name: "Inspector" }).waitFor();
});

test("a right click opens the node's menu: its neighbourhood, and the path to another node", async () => {
  await stage.page.open();
  const all = await recordCount();
  const sysco = await placeOf("SysCo");
  await page.mouse.click(sysco.x, sysco.y, { button: "right" });
  await page.getByRole("menuitem", { name: "Path from here" }).click();
  const other = await placeOf("Haldenmark Board");
  await page.mouse.click(other.x, other.y, { button: "right" });
  await page.getByRole("menuitem", { name: "Path to here from SysCo" }).click();
  await page.getByText(/^SysCo .*supplies.* Haldenmark Board\.$/).waitFor();
  await page.screenshot({ path: "tests/browser/output/path.png" });
  const again = await placeOf("SysCo");
  await page.mouse.click(again.x, again.y, { button: "right" });
  await page.getByRole("menuitem", { name: "Show neighbourhood only" }).click();
  await expect.poll(recordCount, patience).toBeLessThan(all);
  await page.getByRole("button", { name: /^Remove: 1 step around SysCo/ }).click();
  await expect.poll(recordCount, patience).toBe(all);
});

test("a lasso drawn with Shift selects the nodes in it, Ctrl adds one, and the selection collapses into one node and expands", async () => {
  await stage.page.open();
  const all = await recordCount();
  const canvas = (await page.getByRole("application").boundingBox())!;
  const sysco = await placeOf("SysCo");
  const reach = 70;
  await page.keyboard.down("Shift");
  await page.mouse.move(sysco.x - reach, sysco.y - reach);
  await page.mouse.down();
  for (const [dx, dy] of [
    [reach, -reach],
    [reach, reach],
    [-reach, reach],
  ] as const)
    await page.mouse.move(sysco.x + dx, sysco.y + dy, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  await expect.poll(() => param("many")?.length ?? 0, patience).toBeGreaterThan(1);
  const held = param("many").length;
  await page.screenshot({ path: "tests/browser/output/lasso.png" });
  const far = await placeOf("Loomtally Software");
  await page.mouse.move(far.x, far.y);
  await page.keyboard.down("Control");
  await page.mouse.click(far.x, far.y);
  await page.keyboard.up("Control");
  await expect.poll(() => param("many")?.length, patience).toBe(held + 1);
  const places = async () => placeOf("Haldenmark Board");
  const before = await places();
  await page.getByRole("button", { name: "Collapse into one" }).click();
  await expect.poll(recordCount, patience).toBe(all - held);
  await page.screenshot({ path: "tests/browser/output/collapsed.png" });
  await page.getByRole("button", { name: /^Remove: Collapsed/ }).click();
  await expect.poll(recordCount, patience).toBe(all);
  expect(await places()).toEqual(before);
  expect(canvas.width).toBeGreaterThan(500);
});

test("a long press on a node opens its menu", async () => {
  await page.setViewportSize(phone);
  await stage.page.open();
  const { x, y } = await placeOf("SysCo");
  const session = await page.context().newCDPSession(page);
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  await page.getByRole("menu").waitFor();
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await stage.page.idle();
  // Lifting the finger does not count as a tap: nothing else opens.
  expect(await page.getByRole("complementary", { name: "Inspector" }).count()).toBe(0);
  await page.screenshot({ path: "tests/browser/output/phone-menu.png" });
  await page.getByRole("menuitem", { name: "Isolate" }).click();
  await expect.poll(() => param("only"), patience).toHaveLength(1);
  await page.setViewportSize(desk);
});

test("hovering a node labels its neighbours without overlaps, and restores all labels afterwards", async () => {
  await stage.page.open();
  const labels = () =>
    stage.page.canvas((cy) => {
      const pen = document.createElement("canvas").getContext("2d")!;
      return cy
        .nodes()
        .filter((node) => node.scratch("_label") !== undefined)
        .map((element) => {
          const node = element as NodeSingular;
          const { lines, place, size, weight } = node.scratch("_label") as Label;
          pen.font = `${weight} ${size}px "Inter Variable"`;
          const width = Math.max(...lines.map((line) => pen.measureText(line).width));
          const height = lines.length * size;
          const { x, y } = node.renderedPosition();
          const reach = node.renderedWidth() / 2;
          const left = { right: x + reach, left: x - reach - width }[place as string] ?? x - width / 2;
          const top = { top: y - reach - height, bottom: y + reach }[place as string] ?? y - height / 2;
          const box = { left, top, right: left + width, bottom: top + height };
          return { name: node.data("name") as string, near: node.hasClass("near"), ...box };
        });
    }, null);
  await page.mouse.move(700, 130);
  await stage.page.rest();
  const before = await labels();
  const { x, y } = await stage.page.pixelOf("Helioquant");
  await page.mouse.move(x, y, { steps: 3 });
  await expect.poll(async () => (await labels()).filter(({ near }) => near).length, patience).toBeGreaterThan(8);
  await expect.poll(async () => (await labels()).every((label) => label.near), patience).toBe(true);
  await stage.page.rest();
  const near = await labels();
  expect(near.map(({ name }) => name)).toContain("Helioquant");
  const upon = near.flatMap((a, i) =>
    near
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.name} and ${b.name}`),
  );
  expect(upon).toEqual([]);
  await page.mouse.move(700, 130);
  await expect.poll(labels, patience).toEqual(before);
});

test("Enter in the search box opens the first result, however soon it is pressed", async () => {
  await stage.page.open("?lens=network");
  await page.keyboard.press("/");
  await page.keyboard.type("Haldenmark Board");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Haldenmark Board" }).waitFor();
  expect(param("selected")).toBeTruthy();
});

test("the palette finds records and actions; a record that is filtered out says so and is shown on demand", async () => {
  await stage.page.open('?kinds=["ANALYST"]');
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Search records and commands").fill("Haldenmark Board");
  const hit = page.getByRole("button", { name: /^Haldenmark Board/ });
  await hit.waitFor();
  expect(await hit.textContent()).toContain("not on the map: filtered out (kind)");
  await hit.click();
  await page.getByText("Haldenmark Board is not on the map: filtered out (kind).").waitFor();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.locator(".canvas-pulse").first().waitFor();
  expect(param("kinds")).toBeNull();

  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Search records and commands").fill("lens rivals");
  await page.getByRole("button", { name: /^Lens: Rivals/ }).click();
  await expect.poll(() => param("lens"), patience).toBe("rivals");
});

test("? lists the shortcuts, and single-key shortcuts can be turned off", async () => {
  await stage.page.open();
  await page.keyboard.press("t");
  await page.getByRole("region", { name: "Table of the map" }).waitFor();
  await page.keyboard.press("Shift+?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await help.getByText("Table below the map").waitFor();
  await page.screenshot({ path: "tests/browser/output/help.png" });
  await help.getByRole("switch", { name: "Single-key shortcuts" }).press("Space");
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "detached" });
  await page.keyboard.press("t");
  await stage.page.idle();
  expect(await page.getByRole("region", { name: "Table of the map" }).count()).toBe(1);
  await page.evaluate(() => localStorage.removeItem("ecotone-single-keys"));
});

test("the table shares the map's filter and selection, sorts, and opens records in the inspector", async () => {
  await stage.page.open('?table=nodes&kinds=["ANALYST"]');
  const table = page.getByRole("region", { name: "Table of the map" });
  const kinds = table.locator("tbody tr td:nth-of-type(2)");
  await expect.poll(() => kinds.count(), patience).toBeGreaterThan(5);
  const analysts = (await kinds.allTextContents()).filter((text) => text.includes("Data analytics firm"));
  expect(analysts.length).toBeGreaterThan(4);
  await table.getByRole("button", { name: "Confidence" }).click();
  await expect.poll(() => param("by"), patience).toBe("sure");
  const row = table.locator("tbody tr").first();
  await row.getByRole("checkbox").check();
  await expect.poll(() => param("many"), patience).toHaveLength(1);
  await row.getByRole("button").click();
  await page.getByRole("complementary", { name: "Inspector" }).waitFor();
  await table.getByText("Relations", { exact: true }).first().click();
  await expect.poll(() => param("table"), patience).toBe("relations");
});

test("no page logged an error or a warning", () => {
  expect(stage.troubles).toEqual([]);
});
