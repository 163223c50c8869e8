import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { inviteTo } from "../support/app.ts";
import { desk, MapPage, type MapStage, mapStage, patience } from "../support/map-page.ts";
import { watchWork } from "../support/page-work.ts";
import { signInAt } from "../support/sign-in.ts";

let stage: MapStage;
let page: Page;
/** Streams of the browser that are open. */
const streams = new Set<object>();

function watchStreams(context: BrowserContext): void {
  context.on("request", (request) => {
    if (request.headers().accept === "text/event-stream") streams.add(request);
  });
  for (const end of ["requestfinished", "requestfailed"] as const)
    context.on(end as "requestfinished", (request) => void streams.delete(request));
}

beforeAll(async () => {
  stage = await mapStage();
  page = stage.page.page;
  watchStreams(stage.context);
});
afterAll(() => stage?.end());

/** Another person, who works through the API, changes the name of an actor. */
async function rename(key: string, name: string): Promise<void> {
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { actor(key: "${key}") { version } } }`);
  const { changeRecords } = await stage.api(
    "mutation ($input: ChangeRecordsInput!) { changeRecords(input: $input) { errors { message } } }",
    {
      input: {
        ecosystem: "sysco",
        changes: [{ actor: { key, expectedVersion: ecosystem.actor.version, name } }],
        why: "Live",
      },
    },
  );
  expect(changeRecords.errors).toEqual([]);
}
async function actorNamed(name: string): Promise<{ id: string; key: string }> {
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { map { nodes { id key label } } } }`);
  return ecosystem.map.nodes.find(({ label }: { label: string }) => label === name);
}
const notice = (of: Page) => of.locator(".change-notice");

test("tabs share one stream; a change by another person appears in both, and the map stays as it was", async () => {
  const { id, key } = await actorNamed("Haldenmark Board");
  await stage.page.open(`?selected=${encodeURIComponent(id)}`);
  const other = await stage.context.newPage();
  await other.goto(`${stage.origin}/e/sysco/table?tab=ACTORS&q=Haldenmark`);
  await other.getByText("Haldenmark Board").first().waitFor();
  await expect.poll(() => streams.size, patience).toBe(1);

  await page.getByRole("button", { name: "Zoom in" }).click();
  const places = await stage.page.places();
  const view = await stage.page.viewport();
  await rename(key, "Haldenmark Group");
  await notice(page)
    .getByText(/changed Haldenmark Group\./)
    .waitFor();
  await page.screenshot({ path: "tests/browser/output/live.png" });
  await expect
    .poll(async () => (await stage.page.nodes()).map(({ name }) => name), patience)
    .toContain("Haldenmark Group");
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await inspector.locator("dd").filter({ hasText: "Haldenmark Group" }).first().waitFor();
  await other.getByText("Haldenmark Group").first().waitFor();
  await notice(other).getByText("admin").waitFor();
  const { "Haldenmark Board": place, ...others } = places;
  expect(await stage.page.places()).toEqual({ ...others, "Haldenmark Group": place });
  expect([await stage.page.viewport(), stage.page.param("selected")]).toEqual([view, id]);
  expect(streams.size).toBe(1);

  // The tab that held the stream is closed: the other one takes over.
  await page.goto("about:blank");
  await expect.poll(() => streams.size, patience).toBe(1);
  await rename(key, "Haldenmark Board");
  await other.getByText("Haldenmark Board").first().waitFor();
  await other.close();
});

test("a node that is being dragged stays in the hand, and a form that is open keeps what was typed", async () => {
  const { key } = await actorNamed("Haldenmark Board");
  await stage.page.open();
  const from = await stage.page.pixelOf("SysCo");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 40, { steps: 5 });
  await rename(key, "Haldenmark Works");
  await notice(page)
    .getByText(/changed Haldenmark Works\./)
    .waitFor();
  await stage.page.idle();
  const held = (await stage.page.nodes()).find(({ name }) => name === "SysCo")!;
  const { zoom, pan } = await stage.page.viewport();
  const box = (await page.locator(".canvas-core").boundingBox())!;
  expect(Math.round(box.x + held.x * zoom + pan.x)).toBe(from.x + 60);
  expect(Math.round(box.y + held.y * zoom + pan.y)).toBe(from.y + 40);
  await page.mouse.up();

  const { ecosystem } = await stage.api(
    `{ ecosystem(key: "sysco") { threats(first: 1) { rivals { rival { key name } } } } }`,
  );
  const { rival } = ecosystem.threats.rivals[0];
  await page.goto(`${stage.origin}/e/sysco/threats?rival=${rival.key}`);
  await page.getByRole("button", { name: "Add label" }).click();
  await page.getByLabel("Reason").fill("Half a sentence");
  await rename(key, "Haldenmark Board");
  await notice(page).getByText("admin").waitFor();
  await stage.page.idle();
  expect(await page.getByLabel("Reason").inputValue()).toBe("Half a sentence");
});

test("a reader reads everything, sees no control that changes facts, and signs out", async () => {
  const context = await stage.browser.newContext({ viewport: desk });
  await context.addInitScript(watchWork);
  const reader = await context.newPage();
  reader.setDefaultTimeout(patience.timeout);
  await signInAt(reader, await inviteTo({ origin: stage.origin, data: inject("app").data }, "Rita", "reader"));
  const map = new MapPage(reader, stage.origin);
  await reader.getByText("SysCo and the fleet of fibre lines").first().waitFor();
  await map.idle();
  const names = () =>
    reader.getByRole("button").evaluateAll((all) => all.map((one) => one.textContent || one.ariaLabel));
  const changing =
    /^(import|new ecosystem|create|add label|set competitor|change competitor|save current|remove|edit|revert|delete)\b/i;
  const offered = async () => (await names()).filter((name) => changing.test(name ?? ""));
  expect(await offered()).toEqual([]);
  await map.open("?panel=views");
  expect(await offered()).toEqual([]);
  await reader.goto(`${stage.origin}/e/sysco/threats`);
  await reader.locator("summary").first().click();
  await reader.getByRole("region", { name: /^Tags of/ }).waitFor();
  await map.idle();
  expect(await offered()).toEqual([]);
  await reader.goto(`${stage.origin}/e/sysco/changes`);
  await reader.getByRole("heading", { name: "Changes" }).waitFor();
  await map.idle();
  expect(await offered()).toEqual([]);

  await reader.getByRole("button", { name: "Account of Rita" }).click();
  await reader.getByText("Rita, reader").waitFor();
  await reader.getByRole("menuitem", { name: "Sign out" }).click();
  await reader.getByRole("heading", { name: "You are not signed in" }).waitFor();
  await reader.goto(`${stage.origin}/e/sysco/map`);
  await reader.getByRole("heading", { name: "You are not signed in" }).waitFor();
  await context.close();
});

test("no page logged an error or a warning", () => {
  expect(stage.troubles).toEqual([]);
});
