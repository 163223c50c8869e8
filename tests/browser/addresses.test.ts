import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { adminToken, inviteTo, type RunningApp, sparePort, startApp } from "../support/app.ts";
import { launchChromium } from "../support/chromium.ts";
import { importOverHttp } from "../support/import-over-http.ts";
import { MapPage, patience } from "../support/map-page.ts";
import { watchWork } from "../support/page-work.ts";
import { signInAt } from "../support/sign-in.ts";

// The page as a colleague opens it from another machine: over plain http, under a name that is not localhost.

const key = "large-list";
const names = Array.from({ length: 600 }, (_, i) => `Firm ${String(i + 1).padStart(3, "0")} Works`);

let app: RunningApp;
let page: MapPage;
let browser: Awaited<ReturnType<typeof launchChromium>>;
let origin: string;
const troubles: string[] = [];

beforeAll(async () => {
  const port = await sparePort();
  origin = `http://ecotone.test:${port}`;
  app = await startApp({
    ECOTONE_ADMIN_TOKEN: adminToken,
    HOST: "0.0.0.0",
    PORT: String(port),
    PUBLIC_URL: origin,
  });
  const list: EcosystemDocument = {
    format: "ecosystem/1",
    ecosystem: { key, name: "A large list" },
    actors: names.map((name, i) => ({ key: `f${i}`, name, kinds: ["OTHER"] })),
  };
  await importOverHttp(app.origin, adminToken, list, true);
  await importOverHttp(app.origin, adminToken, JSON.parse(await readFile("seed/sysco.json", "utf8")), true);
  browser = await launchChromium(["--host-resolver-rules=MAP ecotone.test 127.0.0.1"]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(watchWork);
  page = new MapPage(await context.newPage(), origin);
  page.page.setDefaultTimeout(patience.timeout);
  page.page.on("pageerror", (error) => troubles.push(error.message));
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const isolated = "Isolated: 600 records";
const isStored = async (hash: string): Promise<boolean> => {
  const response = await fetch(`${app.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${adminToken}` },
    body: JSON.stringify({ query: `{ ecosystem(key: "${key}") { linkParts(hashes: ["${hash}"]) { hash } } }` }),
  });
  const { data } = (await response.json()) as { data: { ecosystem: { linkParts: object[] } } };
  return data.ecosystem.linkParts.length === 1;
};
const address = () => new URL(page.page.url());

test("the printed link signs in over plain http, where nothing of a secure context is there", async () => {
  expect(app.link).toMatch(new RegExp(`^${origin}/session/`));
  await signInAt(page.page, app.link);
  await page.page.getByText("SysCo and the fleet of fibre lines").first().waitFor();
  expect(await page.page.evaluate(() => [isSecureContext, "randomUUID" in crypto, "subtle" in crypto])).toEqual([
    false,
    false,
    false,
  ]);
});

test("an ecosystem is created, and a link copied", async () => {
  const { page: tab } = page;
  await tab.getByRole("button", { name: "New ecosystem" }).click();
  await tab.getByLabel("Name", { exact: false }).first().fill("Over plain http");
  await tab.getByRole("button", { name: "Create", exact: true }).click();
  await tab.getByText("Over plain http").first().waitFor();
  await page.open("?panel=share");
  await tab.getByRole("button", { name: "Copy a link to this view" }).click();
  await tab.getByText("Link copied.").first().waitFor();
});

test("six hundred records are selected, isolated, reloaded, shared and saved as a view", async () => {
  const { page: tab } = page;
  await tab.goto(`${origin}/e/${key}/map`);
  await page.ready();
  await tab.getByRole("application").focus();
  await tab.keyboard.press("Control+a");
  await expect.poll(() => address().searchParams.get("many"), patience).toMatch(/^kept\./);
  await tab.getByRole("region", { name: "Selection" }).getByRole("button", { name: "Isolate", exact: true }).click();
  await expect.poll(() => address().searchParams.get("only"), patience).toMatch(/^kept\./);
  expect(tab.url().length).toBeLessThan(4_200);
  const shared = tab.url();
  await tab.reload();
  await page.ready();
  await tab.getByText(isolated).first().waitFor();

  // Another browser knows nothing of it but the address.
  await expect.poll(() => isStored(address().searchParams.get("only")!.slice("kept.".length)), patience).toBe(true);
  const other = await browser.newContext();
  await other.addInitScript(watchWork);
  const colleague = new MapPage(await other.newPage(), origin);
  colleague.page.setDefaultTimeout(patience.timeout);
  await signInAt(colleague.page, await inviteTo({ origin, data: app.data }, "Colleague"));
  await colleague.page.getByText("A large list").first().waitFor();
  await colleague.page.goto(shared);
  await colleague.ready();
  await colleague.page.getByText(isolated).first().waitFor();
  expect(await colleague.page.getByText("This link contains invalid values").count()).toBe(0);

  await tab.getByRole("button", { name: "Views", exact: true }).click();
  await tab.getByRole("button", { name: "Save current view" }).click();
  await tab.getByLabel("Name", { exact: true }).fill("All of them");
  await tab.getByRole("button", { name: "Save", exact: true }).click();
  await tab.getByText("Saved as the view All of them.").first().waitFor();
  await colleague.page.goto(`${origin}/e/${key}/map?panel=views`);
  await colleague.ready();
  await colleague.page
    .getByRole("button", { name: /All of them/ })
    .first()
    .click();
  await expect.poll(() => new URL(colleague.page.url()).searchParams.get("only"), patience).toMatch(/^kept\./);
  await other.close();
});

test("a link whose content is not kept any more says so, and opens without it", async () => {
  const { page: tab } = page;
  await tab.goto(`${origin}/e/${key}/map?only=kept.${"x".repeat(43)}&lens=network`);
  await tab.getByText("Part of this link is no longer available").waitFor();
  await tab.getByRole("button", { name: "Open without it" }).click();
  await page.ready();
  expect(address().searchParams.get("only")).toBeNull();
  expect(troubles).toEqual([]);
});
