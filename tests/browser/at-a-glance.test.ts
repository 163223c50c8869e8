import type { NodeSingular } from "cytoscape";
import { afterAll, beforeAll, expect, test } from "vitest";
import { adminToken } from "../support/app.ts";
import { importOverHttp } from "../support/import-over-http.ts";
import { desk, type MapStage, mapStage, patience } from "../support/map-page.ts";

let stage: MapStage;
beforeAll(async () => {
  stage = await mapStage();
});
afterAll(() => stage?.end());

const legend = () => stage.page.page.locator("details.map-legend");
const isLegendOpen = () => legend().evaluate((element) => (element as HTMLDetailsElement).open);
/** Names of nodes without a label, in the window at rest. */
const unnamed = () =>
  stage.page.canvas(
    (cy) =>
      cy
        .nodes()
        .filter((node) => node.scratch("_label") === undefined)
        .map((node) => node.data("name") as string),
    null,
  );
const many = async () => (await stage.page.nodes()).length;

/** How far the middle of what is drawn lies from the middle of the room that legend and buttons leave, in parts of the room. */
const offCentre = () =>
  stage.page.canvas((cy) => {
    const { x1, x2, y1, y2 } = cy.nodes().renderedBoundingBox({ includeLabels: false });
    const open = document.querySelector<HTMLDetailsElement>("details.map-legend[open]");
    const left = open ? open.offsetWidth + 28 : 28;
    const room = cy.width() - left - 60;
    return { x: ((x1 + x2) / 2 - left - room / 2) / room, y: ((y1 + y2) / 2 - cy.height() / 2) / cy.height() };
  }, null);

test("in the network at rest every actor is named, and the drawing is in the middle of the room, also beside a panel", async () => {
  const { page } = stage.page;
  await page.setViewportSize(desk);
  await stage.page.open();
  await expect.poll(unnamed, patience).toEqual([]);
  const centred = async () => {
    await stage.page.rest();
    const { x, y } = await offCentre();
    return Math.abs(x) < 0.03 && Math.abs(y) < 0.05;
  };
  await expect.poll(centred, patience).toBe(true);
  await page.keyboard.press("f");
  await stage.page.panel("Filter").waitFor();
  expect(await isLegendOpen(), "the legend closes beside a panel").toBe(false);
  await expect.poll(centred, patience).toBe(true);
  await page.screenshot({ path: "tests/browser/output/glance-panel.png" });
  await page.keyboard.press("f");
  await expect.poll(isLegendOpen, patience).toBe(true);
  await expect.poll(centred, patience).toBe(true);
  await legend().locator("summary").click();
  await expect.poll(centred, patience).toBe(true);
  await page.reload();
  await stage.page.ready();
  expect(await isLegendOpen(), "closed by the reader it stays closed").toBe(false);
  await legend().locator("summary").click();
});

test("one side panel is open at a time, and the rail shows its labels once that is chosen", async () => {
  const { page } = stage.page;
  await stage.page.open("?panel=filter");
  const at = await stage.page.pixelOf("SysCo");
  await page.mouse.click(at.x, at.y);
  await page.getByRole("complementary", { name: "Inspector" }).waitFor();
  expect(stage.page.param("panel")).toBeNull();
  await page.keyboard.press("s");
  const rail = page.getByRole("navigation", { name: "Map panels" });
  await rail.getByRole("button", { name: "Group" }).click();
  await stage.page.panel("Group").waitFor();
  expect(await page.getByRole("complementary", { name: "Inspector" }).count()).toBe(0);
  await page.keyboard.press("Control+z");
  await page.getByRole("complementary", { name: "Inspector" }).waitFor();
  await rail.getByRole("button", { name: "Labels of the panels" }).click();
  await rail.getByText("Share and export").waitFor();
  await page.reload();
  await stage.page.ready();
  await rail.getByText("Share and export").waitFor();
  await rail.getByRole("button", { name: "Labels of the panels" }).click();
  expect(await rail.getByText("Share and export").count()).toBe(0);
});

test("in a busy territory names stand wherever there is room; at the browser's zoom of 200 % they can be read", async () => {
  const { page } = stage.page;
  await stage.page.open("?lens=boundaries");
  await stage.page.rest();
  await expect.poll(async () => (await unnamed()).length / (await many()), patience).toBeLessThan(0.12);
  await page.screenshot({ path: "tests/browser/output/glance-boundaries.png" });
  await page.setViewportSize({ width: desk.width / 2, height: desk.height / 2 });
  await stage.page.open("?lens=boundaries");
  // Letters of a territory's name are 16 world units high in a drawing of this size, or more.
  await expect.poll(async () => 16 * (await stage.page.viewport()).zoom, patience).toBeGreaterThan(6.8);
  await page.screenshot({ path: "tests/browser/output/glance-200-percent.png" });
  await page.setViewportSize(desk);
});

test("nodes are laid out by group, with a legend, or stand as labelled tiles; by relations they stand where they stood", async () => {
  const { page } = stage.page;
  await stage.page.open();
  const before = await stage.page.places();
  await page.keyboard.press("g");
  const panel = stage.page.panel("Group");
  await panel.getByRole("combobox", { name: "Group by" }).click();
  await page.getByRole("option", { name: "Community" }).click();
  await expect.poll(() => stage.page.param("arrange"), patience).toBe("groups");
  await stage.page.rest();
  const outlines = () => stage.page.canvas((cy) => ((cy.scratch("_outlines") ?? []) as unknown[]).length, null);
  await expect.poll(outlines, patience).toBeGreaterThan(2);
  await legend().locator("summary").click();
  await legend()
    .getByText(/^Around .+ \(\d+\)$/)
    .first()
    .waitFor();
  await page.screenshot({ path: "tests/browser/output/glance-groups.png" });
  await panel.getByText("Tiles").click();
  await expect.poll(() => stage.page.param("arrange"), patience).toBe("tiles");
  expect(await stage.page.places()).not.toEqual(before);
  await page.screenshot({ path: "tests/browser/output/glance-tiles.png" });
  const isFixed = await stage.page.canvas((cy) => cy.autoungrabify(), null);
  expect(isFixed, "nobody is dragged out of a group").toBe(true);
  await panel.getByText("By relations").click();
  await expect.poll(() => stage.page.param("arrange"), patience).toBeNull();
  expect(await stage.page.places()).toEqual(before);
});

test("a relation that is pointed at shows its kind, at rest it has the line of its family", async () => {
  await stage.page.open();
  const styles = await stage.page.canvas((cy) => {
    const edge = cy.edges('[kind = "SUPPLIES"], [kind = "USES_EQUIPMENT_OF"]').first();
    const read = () => ["line-style", "line-color", "target-arrow-shape"].map((name) => edge.style(name) as string);
    const uses = cy.edges('[kind = "ADOPTS"]').first();
    const rest = [read(), uses.style("line-style") as string];
    uses.addClass("near");
    const pointed = uses.style("line-style") as string;
    uses.removeClass("near");
    return { rest, pointed };
  }, null);
  expect(styles).toEqual({ rest: [["solid", "rgb(79,127,176)", "triangle"], "dashed"], pointed: "dotted" });
});

test("Compare dates opens with two dates chosen", async () => {
  const { page } = stage.page;
  await stage.page.open("?date=2026-11-01");
  await page.keyboard.press("d");
  const panel = stage.page.panel("Compare dates");
  await panel.getByText(/^Between 1 Nov 2025 and 1 Nov 2026: /).waitFor();
  expect(stage.page.param("against")).toBe("2025-11-01");
  expect(await panel.getByLabel("Compared date").inputValue()).toBe("2025-11-01");
  // A link that names the panel alone too.
  await stage.page.open("?date=2026-11-01&panel=difference");
  await panel.getByText(/^Between 1 Nov 2025 and 1 Nov 2026: /).waitFor();
});

test("from the dark theme the map is printed light, on a sheet of its own with its legend", async () => {
  const { page } = stage.page;
  await page.emulateMedia({ colorScheme: "dark" });
  await stage.page.open("?panel=share");
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  const sheet = page.locator(".map-print");
  await sheet.waitFor();
  expect(await page.locator(".map-canvas").isVisible()).toBe(false);
  const corner = await sheet.locator("image").evaluate(async (element) => {
    const image = new Image();
    image.src = element.getAttribute("href")!;
    await image.decode();
    const pen = document.createElement("canvas").getContext("2d")!;
    pen.drawImage(image, 0, 0);
    return [...pen.getImageData(4, 100, 1, 1).data];
  });
  expect(corner).toEqual([255, 254, 251, 255]);
  expect(await sheet.locator("g").count()).toBeGreaterThan(6);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  // One page, A4 across, in points.
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(pdf.match(/\/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)/)?.slice(1)).toEqual(["841", "594"]);
  await page.emulateMedia({ colorScheme: "light", media: "screen" });
  await sheet.waitFor({ state: "detached" });
  // The canvas is as it was.
  expect(await stage.page.canvas((cy) => (cy.nodes().first() as NodeSingular).renderedWidth() > 0, null)).toBe(true);
});

test("a label as long as a sentence wraps in the inspector; the time axis ends where events end, not at an open end", async () => {
  const { page } = stage.page;
  const label = "Automotive, aerospace and rail supply chain digitalisation services and what belongs to them";
  await importOverHttp(stage.origin, adminToken, {
    format: "ecosystem/1",
    ecosystem: { key: "long-label", name: "A long label" },
    actors: [
      { key: "a", name: "A Works", kinds: ["OTHER"], labels: [label], validFrom: "2019-03-01", validTo: "9999-12-31" },
    ],
  });
  const id = Buffer.from("actors:long-label:a").toString("base64url");
  await page.goto(`${stage.origin}/e/long-label/map?selected=${id}`);
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await inspector.getByText(label).waitFor();
  const close = (await inspector.getByRole("button", { name: "Close inspector" }).boundingBox())!;
  expect(close.x + close.width).toBeLessThanOrEqual(desk.width);
  const slider = page.getByRole("slider", { name: "Date", exact: true });
  const end = Number(await slider.getAttribute("aria-valuemax"));
  expect(new Date(end * 86_400_000).getUTCFullYear()).toBeLessThan(2200);
});

test("a list of actors without relations stands as tiles by activity; its rivals are seen from a firm chosen on the map", async () => {
  const { page } = stage.page;
  const numbers = Array.from({ length: 66 }, (_, i) => i);
  const activities = ["Storage", "Networks", "Security"];
  await importOverHttp(stage.origin, adminToken, {
    format: "ecosystem/1",
    ecosystem: { key: "a-list", name: "A list" },
    actors: numbers.map((i) => ({ key: `a${i}`, name: `Works ${i}`, kinds: ["SOFTWARE_PROVIDER"] })),
    activities: activities.map((name) => ({ key: name.toLowerCase(), name })),
    offerings: numbers.map((i) => ({
      key: `o${i}`,
      name: `Product ${i}`,
      provider: `a${i}`,
      type: "SOFTWARE",
      activities: [activities[i % 3]!.toLowerCase()],
    })),
  });
  await page.goto(`${stage.origin}/e/a-list/map`);
  await stage.page.ready();
  expect((await stage.page.nodes()).length).toBe(66);
  expect(await stage.page.canvas((cy) => cy.autoungrabify(), null), "tiles keep their nodes").toBe(true);
  // In the legend, whether it is open or closed: which of both is remembered.
  await legend().getByText("Activity, with the number of its nodes").waitFor({ state: "attached" });
  await page.goto(`${stage.origin}/e/a-list/map?lens=rivals`);
  await page.getByText("The Rivals lens needs a focal firm").waitFor();
  await page.getByRole("combobox", { name: "Focal firm" }).click();
  await page.getByRole("option", { name: "Works 3", exact: true }).click();
  await stage.page.ready();
  expect(stage.page.param("focal")).toBe("a3");
  expect((await stage.page.nodes()).length, "those who do what it does").toBe(21);
  await page.getByRole("link", { name: "Threats" }).click();
  await page.getByRole("heading", { name: "Competitive threats to Works 3" }).waitFor();
});

test("no page logged an error or a warning", () => expect(stage.troubles).toEqual([]));
