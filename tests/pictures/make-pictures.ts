import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page, Request } from "playwright-core";
import { startApp } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { signInAt } from "../support/sign-in.ts";
import { palettePng } from "./palette-png.ts";

// npm run pictures: the pictures of README and docs, made from the example in the browser that the tests use. Dates,
// size and colours are fixed, so that a picture changes only when the product does.

const folder = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const date = "2026-11-25";
const maxBytes = 300_000;
/** Milliseconds a page may take to come to rest on a slow machine. */
const patience = 90_000;

const lens = (name: string) => ({
  name,
  path: `/e/sysco/map?lens=${name}&date=${date}`,
  ready: (page: Page) => page.getByRole("application").waitFor(),
});

const pictures: { name: string; path: string; ready: (page: Page) => Promise<void> }[] = [
  lens("network"),
  lens("positions"),
  lens("boundaries"),
  lens("rivals"),
  {
    name: "coherence-report",
    path: `/e/sysco/coherence?date=${date}&since=2025-11-25`,
    ready: (page) => page.getByRole("region", { name: "In brief" }).getByRole("listitem").first().waitFor(),
  },
];

/** A screenshot of a page that has come to rest: no request is open, and two in a row are the same. */
async function atRest(page: Page, isLoading: () => boolean): Promise<Buffer> {
  const end = Date.now() + patience;
  let before = await page.screenshot();
  while (Date.now() < end) {
    await page.waitForTimeout(2_000);
    const now = await page.screenshot();
    if (!isLoading() && now.equals(before)) return now;
    before = now;
  }
  throw new Error(`${page.url()} did not come to rest in ${patience / 1000} s.`);
}

const app = await startApp();
const browser = await launchChromium();
try {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "UTC",
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const open = new Set<Request>();
  page.on("request", (request) => open.add(request));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  await signInAt(page, app.link);
  await page.getByText("SysCo and the fleet of fibre lines").first().waitFor();
  await mkdir(folder, { recursive: true });
  for (const { name, path, ready } of pictures) {
    await page.goto(`${app.origin}${path}`);
    await ready(page);
    const png = await palettePng(page, await atRest(page, () => open.size > 0));
    if (png.length > maxBytes) throw new Error(`${name}.png has ${png.length} bytes; ${maxBytes} is the limit.`);
    await writeFile(`${folder}${name}.png`, png);
    console.log(`docs/pictures/${name}.png: ${Math.round(png.length / 1000)} kB`);
  }
} finally {
  await browser.close();
  await app.stop();
}
