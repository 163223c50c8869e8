import { afterAll, beforeAll, expect, test } from "vitest";
import { axe } from "../support/axe.ts";
import { type MapStage, mapStage } from "../support/map-page.ts";

let stage: MapStage;
beforeAll(async () => {
  stage = await mapStage({});
});
afterAll(() => stage?.end());

const csv = `Supplier list 2026;;;
Supplier;Country;Purchase volume;Since
Bolts GmbH;Deutschland;1.200.000,50;03/04/2021
Gears AB;Schweden;30.000,00;05/06/2022
SysCo;Finnland;1,00;05/06/2022
`;

test("a Kumu backup is told from a document, and its positions can be taken or left", async () => {
  const { page } = stage.page;
  await stage.page.open("?lens=network");
  await page.locator('input[type="file"]').setInputFiles("tests/cases/formats/kumu-backup.json");
  const dialog = page.getByRole("dialog", { name: "Import of kumu-backup.json" });
  await dialog.getByText("The first records").waitFor();
  const positions = dialog.getByRole("region", { name: "Layout positions" });
  expect(await positions.getByLabel("Each row is").inputValue()).toBe("layout");
  await positions.getByLabel("Each row is").selectOption("");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await dialog.getByText(/^Imported: \d+ records created/).waitFor();
});

test("a list of suppliers becomes relations: looked at, changed, stored, and seen on the map", async () => {
  const { page } = stage.page;
  await stage.page.open("?lens=network");
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "suppliers.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  const dialog = page.getByRole("dialog", { name: "Import of suppliers.csv" });
  await dialog.getByText("The first records").waitFor();
  expect(await dialog.getByLabel("Each row is").inputValue()).toBe("relations");
  expect(await dialog.getByLabel("Supplier becomes").inputValue()).toBe("from");
  expect(await dialog.getByLabel("Country becomes").inputValue()).toBe("from.country");
  expect(await dialog.getByLabel("Type of all rows").inputValue()).toBe("SUPPLIES");
  await dialog.getByText("Bolts GmbH supplies SysCo (volume 1,200,000.5).").waitFor();
  await dialog.getByText("A relation must join two different actors.").waitFor({ state: "attached" });

  // The order of day and month is asked, not guessed.
  await dialog.getByLabel(/^Dates such as “03\/04\/2021” are/).selectOption("DMY");
  await dialog.getByText("valid from 3 Apr 2021", { exact: false }).first().waitFor();

  if (process.env.PICTURES) await page.screenshot({ path: ".cache/table-import.png" });
  expect(await axe(page, "light", "import of a table", '[role="dialog"]')).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  const width = await dialog.evaluate((it) => it.scrollWidth - it.clientWidth);
  expect(width).toBeLessThanOrEqual(0);
  if (process.env.PICTURES) await page.screenshot({ path: ".cache/table-import-phone.png" });
  await page.setViewportSize({ width: 1280, height: 800 });

  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await dialog.getByText(/^Imported: \d+ records created/).waitFor();
  await dialog.getByRole("link", { name: /on the map$/ }).click();
  await dialog.waitFor({ state: "hidden" });
});

test("live sources open from the palette; an address that the operator has not allowed is refused at its field", async () => {
  const { page } = stage.page;
  await stage.page.open("?lens=network");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("textbox", { name: "Search records and commands" }).fill("live sources");
  await page.getByRole("button", { name: "Live sources" }).click();
  const sources = page.getByRole("region", { name: "Live sources" });
  await sources.getByText("Add a live source").click();
  await sources.getByLabel("Name").fill("Suppliers");
  await sources.getByLabel("Address").fill("http://169.254.169.254/suppliers.csv");
  await sources.getByRole("button", { name: "Add source" }).click();
  await sources.getByText("is not among the sources that this server may read (ECOTONE_SOURCES).").waitFor();
  await stage.page.idle();
  expect(await axe(page, "light", "live sources", '[role="dialog"]')).toEqual([]);
});
