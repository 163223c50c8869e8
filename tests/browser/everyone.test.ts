import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe } from "../support/axe.ts";
import { desk, type MapStage, mapStage, patience, phone } from "../support/map-page.ts";

let stage: MapStage;
beforeAll(async () => {
  stage = await mapStage({ hasTouch: true });
});
afterAll(() => stage?.end());

const panels = ["filter", "focus", "group", "read", "what-if", "share", "difference", "views"];

for (const [device, viewport, colorScheme] of [
  ["desk", desk, "light"],
  ["desk", desk, "dark"],
  ["phone", phone, "light"],
] as const)
  test(`axe finds no violation on a ${device} in the ${colorScheme} theme: panels, table, legend, palette, help`, async () => {
    const { page } = stage.page;
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const found: string[] = [];
    const check = async (where: string, part?: string) => found.push(...(await axe(page, colorScheme, where, part)));
    await stage.page.open("?against=2023-01-10");
    await check("map");
    for (const panel of panels) {
      await page.keyboard.press(keyOf[panel]!);
      await page.locator(".map-panel").waitFor();
      await expect.poll(() => stage.page.param("panel"), patience).toBe(panel);
      await stage.page.idle();
      await check(panel, ".map-panel");
    }
    await page.keyboard.press("v");
    await page.keyboard.press("t");
    await page.locator(".map-table").waitFor();
    await check("table", ".map-table");
    await page.keyboard.press("t");
    const legend = page.locator("details.map-legend");
    if (!(await legend.evaluate((element) => (element as HTMLDetailsElement).open)))
      await legend.locator("summary").click();
    await check("legend", "details.map-legend");
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Search records and commands").waitFor();
    await settled();
    await check("palette", "[role=dialog]");
    await page.keyboard.press("Escape");
    await page.getByPlaceholder("Search records and commands").waitFor({ state: "detached" });
    await page.keyboard.press("Shift+?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await settled();
    await check("help", "[role=dialog]");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor({ state: "detached" });
    expect(found).toEqual([]);
  });

const keyOf: Record<string, string> = {
  filter: "f",
  focus: "o",
  group: "g",
  read: "r",
  "what-if": "w",
  share: "e",
  difference: "d",
  views: "v",
};

/** Waits until no animation runs: half-transparent text fails the contrast check. */
const settled = () =>
  stage.page.page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));

test("Tab reaches every control in one round", async () => {
  const { page } = stage.page;
  await page.setViewportSize(desk);
  await page.emulateMedia({ colorScheme: "light" });
  await stage.page.open("?panel=filter&table=nodes");
  await page.locator(".map-table tbody tr").first().waitFor();
  await page.evaluate(() => {
    const pressable = "button, a[href], input, select, textarea, summary, [role=slider], [role=application]";
    const isSeen = (element: HTMLElement) =>
      element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
    const wanted = [...document.querySelectorAll<HTMLElement>(pressable)].filter(
      // Roving tabindex: the list of records and each radio group are one tab stop, and arrow keys move inside.
      (element) =>
        isSeen(element) &&
        !element.closest("[aria-label='Records on the map']") &&
        !(element as HTMLInputElement).disabled &&
        (element as HTMLInputElement).type !== "radio" &&
        element.tabIndex >= 0 &&
        (element as HTMLInputElement).type !== "file",
    );
    const reached = new Set<Element>();
    document.addEventListener("focusin", ({ target }) => reached.add(target as Element));
    Object.assign(window, {
      missed: () => wanted.filter((element) => !reached.has(element)).map((element) => element.outerHTML.slice(0, 140)),
    });
    (document.activeElement as HTMLElement | null)?.blur();
  });
  await page.keyboard.press("Tab");
  const outline = () => page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
  expect(await outline(), "the focus is visible").toBe("solid");
  const count = await page.locator("button, a[href], input, select, summary").count();
  for (let i = 0; i < count + 20; i++) await page.keyboard.press("Tab");
  expect(await page.evaluate(() => (window as unknown as { missed(): string[] }).missed())).toEqual([]);
});

test("commands of the map run from the palette without a mouse", async () => {
  const { page } = stage.page;
  await stage.page.open();
  const run = async (words: string) => {
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Search records and commands").fill(words);
    await page.locator("[data-action][data-selected]").filter({ hasText: words }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByPlaceholder("Search records and commands").waitFor({ state: "detached" });
  };
  for (const [words, name, value] of [
    ["Lens: Boundaries", "lens", "boundaries"],
    ["Panel: What if", "panel", "what-if"],
    ["Table below the map", "table", "nodes"],
    ["Undo", "table", null],
    ["Redo", "table", "nodes"],
    ["Lens: Network", "lens", null],
  ] as const) {
    await run(words);
    await expect.poll(() => stage.page.param(name), patience).toBe(value);
  }
  await run("Re-run layout");
  await page.getByText(/^Layout updated/).waitFor();
  await stage.page.rest();
});

test("with reduced motion a lens changes without animation, and playback steps from mark to mark", async () => {
  const { page } = stage.page;
  await page.emulateMedia({ reducedMotion: "reduce" });
  await stage.page.open("?date=2024-01-01");
  const slider = page.getByRole("slider", { name: "Date", exact: true });
  await slider.waitFor();
  await page.keyboard.press("2");
  await page.getByRole("heading", { name: "Map, Positions lens" }).waitFor({ state: "attached" });
  expect(await stage.page.canvas((cy) => cy.nodes(":animated").length, null)).toBe(0);
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { timeline { marks { date } } } }`);
  const later: string[] = ecosystem.timeline.marks
    .map(({ date }: { date: string }) => date)
    .filter((d: string) => d > "2024-01-01");
  await slider.focus();
  await page.keyboard.press("Space");
  await expect
    .poll(() => slider.getAttribute("aria-valuenow"), patience)
    .toBe(String(Date.parse(later[1]!) / 86_400_000));
  await page.keyboard.press("Space");
  await page.emulateMedia({ reducedMotion: "no-preference" });
});

const touch = (session: CDPSession, type: string, ...points: [number, number][]) =>
  session.send("Input.dispatchTouchEvent", {
    type: type as "touchStart",
    touchPoints: points.map(([x, y], id) => ({ x, y, id })),
  });

test("two fingers zoom the map, one pans it, and a long press opens the map's menu", async () => {
  const { page } = stage.page;
  await page.setViewportSize(phone);
  await stage.page.open();
  const session = await page.context().newCDPSession(page);
  const box = (await page.locator(".canvas-core").boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height * 0.3];
  const before = await stage.page.viewport();
  await touch(session, "touchStart", [x - 30, y], [x + 30, y]);
  for (let i = 1; i <= 6; i++) await touch(session, "touchMove", [x - 30 - 10 * i, y], [x + 30 + 10 * i, y]);
  await touch(session, "touchEnd");
  await expect.poll(async () => (await stage.page.viewport()).zoom, patience).toBeGreaterThan(1.5 * before.zoom);
  await stage.page.rest();
  const zoomed = await stage.page.viewport();
  const empty = await emptyPlace();
  await touch(session, "touchStart", empty);
  for (let i = 1; i <= 6; i++) await touch(session, "touchMove", [empty[0], empty[1] + 10 * i]);
  await touch(session, "touchEnd");
  await expect.poll(async () => (await stage.page.viewport()).pan.y, patience).toBeGreaterThan(zoomed.pan.y + 30);
  await stage.page.rest();
  await touch(session, "touchStart", await emptyPlace());
  await page.getByRole("menu").waitFor();
  await touch(session, "touchEnd");
  await page.getByRole("menuitem", { name: "Table below the map" }).waitFor();
  await page.keyboard.press("Escape");
});

/** A point on the canvas far from every node, in pixels of the page. */
async function emptyPlace(): Promise<[number, number]> {
  const box = (await stage.page.page.locator(".canvas-core").boundingBox())!;
  const { zoom, pan } = await stage.page.viewport();
  const nodes = (await stage.page.nodes()).map(({ x, y }) => ({ x: pan.x + zoom * x, y: pan.y + zoom * y }));
  const places = Array.from({ length: 48 }, (_, i) => ({ x: 60 + (i % 6) * 45, y: 80 + Math.floor(i / 6) * 40 }));
  const room = (place: { x: number; y: number }) =>
    Math.min(...nodes.map((node) => Math.hypot(node.x - place.x, node.y - place.y)));
  const best = places.filter(({ y }) => y < box.height - 140).sort((a, b) => room(b) - room(a))[0]!;
  return [box.x + best.x, box.y + best.y];
}

test("no page logged an error or a warning", () => expect(stage.troubles).toEqual([]));
