import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { startApp } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { untilIdle, watchWork } from "../support/page-work.ts";
import { patience } from "../support/patience.ts";
import { signInAt } from "../support/sign-in.ts";
import { palettePng } from "./palette-png.ts";

// npm run pictures: the pictures of README and docs, made from the example in the browser that the tests use. Dates,
// size and colours are fixed, so that a picture changes only when the product does.

const folder = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
const date = "2026-11-25";
const maxBytes = 300_000;
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

/** A screenshot of a page that has come to rest: nothing is pending, and two in a row are the same. */
async function atRest(page: Page): Promise<Buffer> {
  const end = Date.now() + patience.timeout;
  let before: Buffer | null = null;
  while (Date.now() < end) {
    await untilIdle(page);
    const now = await page.screenshot();
    if (before && now.equals(before)) return now;
    before = now;
  }
  throw new Error(`${page.url()} did not come to rest in ${patience.timeout / 1000} s.`);
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
  context.setDefaultTimeout(patience.timeout);
  await context.addInitScript(watchWork);
  const page = await context.newPage();
  await signInAt(page, app.link);
  await page.getByText("SysCo and the fleet of fibre lines").first().waitFor();
  await mkdir(folder, { recursive: true });
  for (const { name, path, ready } of pictures) {
    await page.goto(`${app.origin}${path}`);
    await ready(page);
    const png = await palettePng(page, await atRest(page));
    if (png.length > maxBytes) throw new Error(`${name}.png has ${png.length} bytes; ${maxBytes} is the limit.`);
    await writeFile(`${folder}${name}.png`, png);
    console.log(`docs/pictures/${name}.png: ${Math.round(png.length / 1000)} kB`);
  }
} finally {
  await browser.close();
  await app.stop();
}
