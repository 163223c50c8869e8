import type { Core, NodeSingular } from "cytoscape";
import { afterAll, beforeAll, expect, test } from "vitest";
import { desk, MapPage, type MapStage, mapStage, patience, phone } from "../support/map-page.ts";

let stage: MapStage;
const dragged = "Haldenmark Board";
beforeAll(async () => {
  stage = await mapStage();
});
afterAll(() => stage?.end());

const stored = async (view: string | null = null): Promise<{ key: string; x: number; y: number }[]> =>
  (
    await stage.api(
      `query ($view: String) { ecosystem(key: "sysco") { layout(lens: NETWORK, view: $view) { key x y } } }`,
      { view },
    )
  ).ecosystem.layout;
const views = async (): Promise<{ key: string; name: string; caption: string | null; state: string }[]> =>
  (await stage.api(`{ ecosystem(key: "sysco") { views { key name caption state } } }`)).ecosystem.views;
const keyOf = async (name: string): Promise<string> =>
  (await stage.api(`{ ecosystem(key: "sysco") { map { nodes { key label } } } }`)).ecosystem.map.nodes.find(
    ({ label }: { label: string }) => label === name,
  ).key;

test("a dragged node is pinned and stored; undo and redo revert and restore it", async () => {
  const { page } = stage.page;
  await stage.page.open();
  const key = await keyOf(dragged);
  const isStored = async () => (await stored()).some((pin) => pin.key === key);
  expect(await isStored()).toBe(false);
  const before = await stage.page.places();
  const at = await stage.page.pixelOf(dragged);
  await stage.page.drag(at, { x: at.x + 90, y: at.y + 60 });
  await expect.poll(isStored, patience).toBe(true);
  const after = await stage.page.places();
  const pin = (await stored()).find((one) => one.key === key)!;
  expect([Math.round(pin.x), Math.round(pin.y)]).toEqual([after[dragged]!.x, after[dragged]!.y].map(Math.round));
  expect(after).toEqual({ ...before, [dragged]: after[dragged] });
  expect(after[dragged]).not.toEqual(before[dragged]);
  await page.keyboard.press("Control+z");
  await expect.poll(isStored, patience).toBe(false);
  expect(await stage.page.places()).toEqual(before);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(isStored, patience).toBe(true);
  expect(await stage.page.places()).toEqual(after);
});

test("arrow keys and dragging move the whole selection, each as one command", async () => {
  const { page } = stage.page;
  const names = ["Tarnby Tissue", "Kuusivirta Mills"];
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { map { nodes { id label } } } }`);
  const ids: string[] = names.map(
    (name) => ecosystem.map.nodes.find((node: { label: string }) => node.label === name).id,
  );
  await stage.page.open(`?many=${encodeURIComponent(JSON.stringify(ids))}`);
  const before = await stage.page.places();
  const movedBy = async () => {
    const now = await stage.page.places();
    const changed = Object.keys(now).filter(
      (name) => now[name]!.x !== before[name]!.x || now[name]!.y !== before[name]!.y,
    );
    const by = changed.map((name) => [now[name]!.x - before[name]!.x, now[name]!.y - before[name]!.y].map(Math.round));
    return { changed: changed.sort(), by };
  };
  const zoom = (await stage.page.viewport()).zoom;
  await page.locator(".canvas-keys").focus();
  // One right after the other, as a held key does: after a pause they would be another command.
  await Promise.all([1, 2, 3].map(() => page.keyboard.press("Shift+ArrowRight")));
  // Places read from the canvas are rounded: a distance near a half comes out as either whole number.
  const isKeyed = async () => {
    const { changed, by } = await movedBy();
    return changed.join() === [...names].sort().join() && by.every(([x, y]) => Math.abs(x! - 36 / zoom) < 1 && y === 0);
  };
  await expect.poll(isKeyed, patience).toBe(true);
  await page.keyboard.press("Control+z");
  await expect.poll(movedBy, patience).toEqual({ changed: [], by: [] });

  const at = await stage.page.pixelOf(names[0]!);
  await stage.page.drag(at, { x: at.x - 60, y: at.y + 40 });
  const dragged = [-60 / zoom, 40 / zoom].map(Math.round);
  // The canvas follows the pointer frame by frame.
  const isDragged = async () => {
    const { changed, by } = await movedBy();
    const near = by.every(([x, y]) => Math.abs(x! - dragged[0]!) < 4 && Math.abs(y! - dragged[1]!) < 4);
    return near && changed.join() === [...names].sort().join() && by[0]!.join() === by[1]!.join();
  };
  await expect.poll(isDragged, patience).toBe(true);
  await page.keyboard.press("Control+z");
  await expect.poll(movedBy, patience).toEqual({ changed: [], by: [] });
});

test("nodes keep their places on a reload, a filter, another date, and an import with a new actor", async () => {
  const { page } = stage.page;
  const before = await stage.page.places();
  const stayed = async () => {
    // A pinned node glides to its place when the pins have come.
    const elsewhere = async () =>
      Object.entries(await stage.page.places()).filter(
        ([name, { x, y }]) => before[name] && (before[name].x !== x || before[name].y !== y),
      );
    await expect.poll(elsewhere, patience).toEqual([]);
    return Object.keys(await stage.page.places()).filter((name) => !before[name]);
  };
  await stage.page.open('?kinds=["ANALYST"]');
  expect(Object.keys(await stage.page.places()).length).toBeLessThan(Object.keys(before).length);
  await stayed();
  await page
    .getByRole("button", { name: /^Remove: / })
    .first()
    .click();
  await expect.poll(stage.page.recordCount, patience).toBe(Object.keys(before).length);
  await stayed();
  await stage.page.open("?date=2022-01-01");
  await stayed();
  await stage.page.open();
  const document = {
    format: "ecosystem/1",
    ecosystem: { key: "sysco" },
    actors: [{ key: "newcomer", name: "Newcomer Works", kinds: ["OTHER"] }],
    relations: [{ from: "newcomer", to: "sysco", type: "SUPPLIES" }],
  };
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { name valueProposition focal { key } } }`);
  Object.assign(document.ecosystem, { ...ecosystem, focal: ecosystem.focal.key });
  const content = Buffer.from(JSON.stringify(document));
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "newcomer.json", mimeType: "application/json", buffer: content });
  const panel = page.getByRole("region", { name: "Import of newcomer.json" });
  await panel.getByRole("button", { name: "Import", exact: true }).click();
  await panel.getByText("Imported").waitFor();
  await panel.getByRole("button", { name: "Close" }).click();
  await expect.poll(stage.page.recordCount, patience).toBe(Object.keys(before).length + 1);
  expect(await stayed()).toEqual(["Newcomer Works"]);
  const all = await stage.page.places();
  await stage.page.open();
  expect(await stage.page.places()).toEqual(all);
});

/** The zoom, and the point in the middle of the canvas in world units. */
const inMiddle = () =>
  stage.page.canvas((cy) => {
    const { x1, y1, w, h } = cy.extent();
    return { zoom: cy.zoom(), x: x1 + w / 2, y: y1 + h / 2 };
  }, null);

test("views are saved with caption and zoom, reordered, and presented with the arrow keys", async () => {
  const { page } = stage.page;
  const save = async (name: string, caption: string) => {
    await page.getByRole("button", { name: "Save current view" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("textbox", { name: "Caption" }).fill(caption);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: `Edit ${name}`, exact: true }).waitFor();
  };
  await stage.page.open("?lens=boundaries&panel=views");
  await save("Who leads", "The boundaries of today.");
  await page.keyboard.press("1");
  await expect.poll(() => stage.page.param("lens"), patience).toBeNull();
  await stage.page.rest();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("application").focus();
  await page.keyboard.press("ArrowLeft");
  await stage.page.rest();
  const seen = await inMiddle();
  await save("Where we stand", "SysCo in its network.");
  expect((await views()).map(({ name }) => name)).toEqual(["Who leads", "Where we stand"]);
  await page.getByRole("button", { name: "Move Where we stand up" }).click();
  await expect
    .poll(async () => (await views()).map(({ key }) => key), patience)
    .toEqual(["where-we-stand", "who-leads"]);

  await page.getByRole("button", { name: /^1 ?Where we stand/ }).click();
  await page.getByRole("button", { name: "Present", exact: true }).click();
  const card = page.getByRole("region", { name: "Presentation" });
  await card.getByText("SysCo in its network.").waitFor();
  await page.keyboard.press("ArrowRight");
  await card.getByText("The boundaries of today.").waitFor();
  await expect.poll(() => stage.page.param("lens"), patience).toBe("boundaries");
  await page.keyboard.press("ArrowLeft");
  await card.getByText("1 of 2").waitFor();
  await stage.page.rest();
  await page.screenshot({ path: "tests/browser/output/present.png" });
  // The presentation has a larger canvas: same centre, same zoom.
  expect(await inMiddle()).toEqual({
    zoom: expect.closeTo(seen.zoom, 2),
    x: expect.closeTo(seen.x, 0),
    y: expect.closeTo(seen.y, 0),
  });
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
});

test("a view stores its own node places, for everybody who opens its link", async () => {
  await stage.page.open("?view=where-we-stand");
  const at = await stage.page.pixelOf("SysCo");
  await stage.page.drag(at, { x: at.x - 80, y: at.y + 40 });
  const isStored = async (x: number) =>
    (await stored("where-we-stand")).some((pin) => pin.key === "sysco" && Math.abs(pin.x - x) < 1);
  const inView = await stage.page.places();
  await expect.poll(() => isStored(inView.SysCo!.x), patience).toBe(true);
  await stage.page.open();
  expect((await stage.page.places()).SysCo).not.toEqual(inView.SysCo);
  // A browser without stored places, which first lays the map out on another date.
  const { page: other, end } = await stage.elsewhere();
  await other.open("?date=2021-01-01");
  await other.open("?view=where-we-stand");
  await expect.poll(() => other.places(), patience).toEqual(inView);
  await end();
});

test("when two people edit a view, both values are shown, one click resolves the conflict, and typed text is kept", async () => {
  const { page } = stage.page;
  await stage.page.open("?panel=views");
  const other = new MapPage(await stage.context.newPage(), stage.origin);
  await other.open("?panel=views&lens=positions");
  await page.getByRole("button", { name: "Edit Who leads" }).click();
  await page.getByRole("textbox", { name: "Caption" }).fill("What I typed.");
  await other.page.getByRole("button", { name: "Edit Who leads" }).click();
  await other.page.getByRole("textbox", { name: "Caption" }).fill("What they typed.");
  await other.page.getByRole("button", { name: "Save", exact: true }).click();
  await other.page.getByText("What they typed.").first().waitFor();
  await other.page.locator(".view-open").filter({ hasText: "Who leads" }).click();
  await expect.poll(() => other.param("view"), patience).toBe("who-leads");
  await other.rest();
  // A page in the background draws no changes of others: it keeps the view as it has opened it.
  await other.page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const conflict = page.getByRole("alert").filter({ hasText: "This view has since been changed" });
  await conflict.getByText("What they typed.").waitFor();
  expect(await page.getByRole("textbox", { name: "Caption" }).inputValue()).toBe("What I typed.");
  await page.screenshot({ path: "tests/browser/output/conflict.png" });
  await conflict.getByRole("button", { name: "Save mine" }).click();
  await expect
    .poll(async () => (await views()).find(({ key }) => key === "who-leads")?.caption, patience)
    .toBe("What I typed.");

  // Updating a view that somebody else has changed since it was opened.
  await other.page.keyboard.press("2");
  await other.page.getByRole("button", { name: "Update view" }).click();
  const theirs = other.page.getByRole("alert").filter({ hasText: "This view has since been changed" });
  await theirs.getByText("lens: positions").waitFor();
  await theirs.getByText("What I typed.").waitFor();
  await theirs.getByRole("button", { name: "Save mine" }).click();
  await expect
    .poll(async () => (await views()).find(({ key }) => key === "who-leads"), patience)
    .toMatchObject({
      caption: "What I typed.",
      state: expect.stringContaining("lens=positions"),
    });
  await other.page.close();
});

test("a link to a removed view names the view and opens the rest", async () => {
  const { page } = stage.page;
  await stage.page.open("?panel=views");
  await page.getByRole("button", { name: "Remove Who leads" }).click();
  await expect.poll(async () => (await views()).length, patience).toBe(1);
  await stage.page.open("?view=who-leads&lens=rivals");
  await page.getByText("The view “who-leads” does not exist").waitFor();
  await page.getByRole("heading", { name: "Map, Rivals lens" }).waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect.poll(() => stage.page.param("view"), patience).toBeNull();
});

test("a link with unknown records, date and lens names them and opens the rest", async () => {
  const { page } = stage.page;
  const gone = encodeURIComponent(JSON.stringify(["nobody", "nothing"]));
  await stage.page.open(`?many=${gone}&around=nobody&date=2026-02-30&lens=sideways&group=kind`);
  await page.getByText("2 records in this link no longer exist in this ecosystem").waitFor();
  await page
    .getByText("This link contains invalid values, which were ignored: date “2026-02-30”, lens “sideways”.")
    .waitFor();
  await page.screenshot({ path: "tests/browser/output/gone.png" });
  expect([stage.page.param("date"), stage.page.param("lens"), stage.page.param("group")]).toEqual([null, null, "kind"]);
  for (const notice of [".app-notice", ".map-notice"])
    await page.locator(notice).getByRole("button", { name: "Dismiss" }).click();
  // Under its former and its current name.
  for (const name of ["around", "neighbourhood"]) await expect.poll(() => stage.page.param(name), patience).toBeNull();
  expect(await page.locator(".app-notice, .map-notice").count()).toBe(0);
});

for (const [device, viewport] of [
  ["desk", desk],
  ["phone", phone],
] as const)
  test(`on a ${device} notices cover no control and no node, and their buttons can be clicked`, async () => {
    const { page } = stage.page;
    await page.setViewportSize(viewport);
    const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { map { nodes { id label } } } }`);
    const id = (name: string) => ecosystem.map.nodes.find(({ label }: { label: string }) => label === name).id;
    const many = encodeURIComponent(JSON.stringify([id("Helioquant"), "nobody"]));
    const what = encodeURIComponent('["SETTLE_BOUNDARY no-such-activity"]');
    await stage.page.open(
      `?lens=sideways&view=no-such&many=${many}&what=${what}&kinds=["ANALYST"]&selected=${encodeURIComponent(id("SysCo"))}`,
    );
    const notices = page.locator(".app-notice, .map-notice");
    await expect.poll(() => notices.count(), patience).toBe(5);
    // The record that does not exist is not part of the selection.
    await page.getByRole("region", { name: "Selection" }).getByText("1 selected").waitFor();
    if (device === "phone") await page.getByRole("button", { name: "Close inspector" }).click();
    await stage.page.rest();
    await page.screenshot({ path: `tests/browser/output/notices-${device}.png` });
    const found = await page.evaluate(() => {
      const notice = ".app-notice, .map-notice";
      const shown = (one: Element) => one.checkVisibility({ visibilityProperty: true });
      const pressable = [...document.querySelectorAll("button, a[href], input, select, summary, [role=slider]")];
      const { cy } = (document.querySelector(".canvas-core") as unknown as { _cyreg: { cy: Core } })._cyreg;
      const { left, top } = cy.container()!.getBoundingClientRect();
      const controls = pressable.filter((one) => shown(one) && !one.closest(notice));
      const places = [
        ...controls.map((one) => {
          const box = one.getBoundingClientRect();
          return { name: one.textContent || one.ariaLabel, x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }),
        ...cy.nodes().map((node) => {
          const { x, y } = (node as NodeSingular).renderedPosition();
          return { name: node.data("name") as string, x: left + x, y: top + y };
        }),
      ];
      const covered = places.filter(({ x, y }) => document.elementFromPoint(x, y)?.closest(notice));
      return { places: places.length, covered: covered.map(({ name }) => name) };
    });
    expect(found.covered).toEqual([]);
    expect(found.places).toBeGreaterThan(20);
    // The bar over the canvas and the notices' buttons receive clicks. A trial checks that without clicking.
    for (const button of await page.locator(".selection-bar button, .map-notice button, .app-notice button").all())
      await button.click({ trial: true });
    await page.setViewportSize(desk);
  });

// The browser itself logs each answer 409.
test("no page logged another error or warning", () =>
  expect(stage.troubles.filter((text) => !/status of 409/.test(text))).toEqual([]));
