import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sheetSizes } from "../../web/map/output/sheet.ts";
import { type MapPage, type MapStage, mapStage, patience } from "../support/map-page.ts";

let stage: MapStage;
beforeAll(async () => {
  stage = await mapStage({ acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"] });
});
afterAll(() => stage?.end());

const filtered = '?lens=network&kinds=["MANUFACTURER","SOFTWARE_PROVIDER"]&date=2026-10-01&panel=share';

/** Saves the map as one of the files that the panel offers. */
async function saved(label: string): Promise<{ name: string; bytes: Buffer }> {
  const { page } = stage.page;
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: label, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const rowsOf = async (): Promise<string[]> => {
  const table = stage.page.page.getByRole("region", { name: "Table of the map" });
  return (await table.locator("tbody th").allTextContents()).sort();
};

test("the picture is a sheet of its own with its legend, at twice its size, whatever is open beside the map", async () => {
  await stage.page.open(filtered);
  const { name, bytes } = await saved("Image (PNG)");
  expect(name).toBe("sysco-network-2026-10-01.png");
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect([width, height % 2]).toEqual([2 * (sheetSizes.wide.width + 232), 0]);
  expect(height).toBeGreaterThanOrEqual(2 * sheetSizes.wide.height);
  // Drawn, not blank: a page without the app's rules on what may be fetched finds many colours in it.
  const blank = await stage.context.newPage();
  const colours = await blank.evaluate(
    async (data) => {
      const picture = await createImageBitmap(await (await fetch(data)).blob());
      const sheet = new OffscreenCanvas(picture.width, picture.height).getContext("2d")!;
      sheet.drawImage(picture, 0, 0);
      const pixels = new Uint32Array(sheet.getImageData(0, 0, picture.width, picture.height).data.buffer);
      return new Set(pixels).size;
    },
    `data:image/png;base64,${bytes.toString("base64")}`,
  );
  await blank.close();
  expect(colours).toBeGreaterThan(50);
});

test("the drawing has names and legend as text, and needs nothing from elsewhere", async () => {
  await stage.page.open(filtered);
  const { bytes } = await saved("Vector drawing (SVG)");
  const found = await stage.page.page.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, "image/svg+xml");
    const texts = [...svg.querySelectorAll("text")].map(({ textContent }) => textContent ?? "");
    return { isSvg: svg.documentElement.nodeName, texts, images: svg.querySelectorAll("image").length };
  }, bytes.toString());
  expect([found.isSvg, found.images]).toEqual(["svg", 0]);
  const labels = await stage.page.canvas(
    (cy) =>
      cy
        .nodes()
        .filter((node) => node.scratch("_label") !== undefined)
        .map((node) => String(node.data("label")).split("\n")[0]),
    null,
  );
  expect(labels.length).toBeGreaterThan(3);
  for (const label of labels) expect(found.texts).toContain(label);
  const legend = await stage.page.page.locator("details.map-legend li").allTextContents();
  expect(legend.length).toBeGreaterThan(3);
  for (const item of legend) expect(found.texts).toContain(item);
  expect(found.texts).toContain("SysCo and the fleet of fibre lines");
  expect(bytes.toString()).not.toMatch(/(href|src)="https?:/);
});

test("the CSV has the rows of the table, and so has the one of relations", async () => {
  const { page } = stage.page;
  await stage.page.open(`${filtered}&table=nodes`);
  await expect.poll(async () => (await rowsOf()).length, patience).toBeGreaterThan(10);
  const records = parse((await saved("Shown records (CSV)")).bytes, { bom: true, columns: true }) as {
    name: string;
    key: string;
  }[];
  expect(records.map(({ name }) => name).sort()).toEqual(await rowsOf());
  await page.getByRole("region", { name: "Table of the map" }).getByText("Relations", { exact: true }).first().click();
  await expect.poll(() => stage.page.param("table"), patience).toBe("relations");
  const relations = parse((await saved("Shown relations (CSV)")).bytes, { bom: true, columns: true });
  const counted = await page
    .getByText(/^\d+ relations?/)
    .first()
    .textContent();
  expect(relations.length).toBe(Number.parseInt(counted!, 10));
});

test("the document of what is shown is one that an import takes, and holds what is shown", async () => {
  await stage.page.open(filtered);
  const { bytes } = await saved("Shown records as a document (JSON)");
  const content = bytes.toString();
  const document = JSON.parse(content);
  const keys = (await stage.page.nodes()).map(({ name }) => name).sort();
  const names = [...document.actors, ...(document.standards ?? [])].map(({ name }: { name: string }) => name);
  expect(names.sort()).toEqual(keys);
  document.ecosystem.key = "part-of-sysco";
  const { importEcosystem } = await stage.api(
    `mutation ($content: String!) { importEcosystem(input: { format: ECOSYSTEM, content: $content, dryRun: true }) {
      created errors { path message } warnings { message } } }`,
    { content: JSON.stringify(document) },
  );
  expect(importEcosystem.errors).toEqual([]);
  expect(importEcosystem.created).toBeGreaterThan(names.length);
});

test("a file for another program holds what the view shows, or everything, and what is lost is said before", async () => {
  const { page } = stage.page;
  await stage.page.open(filtered);
  const files = page.getByRole("region", { name: "Files for other programs" });
  const nodesOf = (bytes: Buffer) => [...bytes.toString().matchAll(/<node id="/g)].length;
  const gexf = files.getByRole("listitem").filter({ has: page.getByRole("button", { name: "GEXF 1.3" }) });
  await gexf.getByText("What it cannot hold").click();
  await gexf.getByText(/^Left out: .*claims/).waitFor();
  const part = await saved("GEXF 1.3");
  expect(part.name).toBe("sysco-network-2026-10-01.gexf");
  await files.getByText("Everything", { exact: true }).click();
  await files.getByText("All facts of all dates, whatever is filtered.").waitFor();
  const whole = await saved("GEXF 1.3");
  expect(whole.name).toBe("sysco-all.gexf");
  expect(nodesOf(part.bytes)).toBeGreaterThan(0);
  expect(nodesOf(whole.bytes)).toBeGreaterThan(nodesOf(part.bytes));
  const book = await saved("Workbook (XLSX)");
  expect([book.name, book.bytes.subarray(0, 2).toString()]).toEqual(["sysco-all.xlsx", "PK"]);
});

test("a copied link opens the same filter, date, zoom and places in a browser that has never seen the map", async () => {
  const { page } = stage.page;
  // Laid out as a whole: what a filter leaves of it stands elsewhere than if only that had been laid out.
  await page.evaluate(() => localStorage.clear());
  await stage.page.open("?lens=network&date=2026-10-01");
  await stage.page.open(filtered);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("application").focus();
  await page.keyboard.press("ArrowDown");
  await stage.page.rest();
  // The canvas without the panel is wider: it has the same middle, at the same zoom.
  const middleOf = (of: MapPage) =>
    of.canvas((cy) => {
      const { x1, y1, w, h } = cy.extent();
      return { x: x1 + w / 2, y: y1 + h / 2 };
    }, null);
  const seen = [await stage.page.viewport(), await stage.page.places()] as const;
  const middle = await middleOf(stage.page);
  await page.getByRole("button", { name: "Copy a link to this view" }).click();
  await page.getByText("Link copied.").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.has("panel"), "whoever opens it wants to see the map").toBe(false);
  const { page: other, end } = await stage.elsewhere();
  await other.page.goto(link);
  await other.ready();
  await expect.poll(async () => (await other.viewport()).zoom, patience).toBeCloseTo(seen[0].zoom, 2);
  expect(await middleOf(other)).toEqual({ x: expect.closeTo(middle.x, -1), y: expect.closeTo(middle.y, -1) });
  expect(await other.places()).toEqual(seen[1]);
  // From then on the view is the reader's.
  expect(["kinds", "date", "at", "places"].map(other.param, other)).toEqual([
    ["MANUFACTURER", "SOFTWARE_PROVIDER"],
    "2026-10-01",
    null,
    null,
  ]);
  await end();
});

test("no page logged an error or a warning", () => expect(stage.troubles).toEqual([]));
