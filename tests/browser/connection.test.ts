import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ownMapStage, patience } from "../support/map-page.ts";

let stage: Awaited<ReturnType<typeof ownMapStage>>;
beforeAll(async () => {
  stage = await ownMapStage();
  expect(stage.page.page.url(), "the one-time link leads to the ecosystems").toBe(`${stage.origin}/`);
});
afterAll(() => stage?.end());
beforeEach(async () => {
  await stage.context.setOffline(false);
  await stage.page.open();
  await stage.page.page.getByRole("slider", { name: "Date", exact: true }).waitFor();
});

const notice = () => stage.page.page.locator(".connection");
const pins = async (): Promise<Record<string, { x: number; y: number }>> => {
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { layout(lens: NETWORK) { id x y } } }`);
  return Object.fromEntries(
    ecosystem.layout.map(({ id, x, y }: { id: string; x: number; y: number }) => [id, { x, y }]),
  );
};

async function dragAway(name: string) {
  const from = await stage.page.pixelOf(name);
  await stage.page.drag(from, { x: from.x + 70, y: from.y + 50 });
  const places = await stage.page.places();
  const node = (await stage.page.nodes()).find((one) => one.name === name)!;
  return { id: node.id, place: places[name]! };
}

test("offline the map stays usable, a notice says since when, and dragged nodes are stored once online", async () => {
  const { page } = stage.page;
  const all = await stage.page.recordCount();
  await expect
    .poll(() => page.getByRole("slider", { name: "Date", exact: true }).getAttribute("aria-valuetext"), patience)
    .toContain("coherence");
  await stage.context.setOffline(true);
  await notice()
    .getByText(/^No connection since \d\d:\d\d\.$/)
    .waitFor();
  await page.screenshot({ path: "tests/browser/output/offline.png" });
  await page.keyboard.press("2");
  await page.getByRole("heading", { name: "Map, Positions lens" }).waitFor({ state: "attached" });
  await stage.page.rest();
  await page.keyboard.press("1");
  await page.getByRole("heading", { name: "Map, Network lens" }).waitFor({ state: "attached" });
  await page.keyboard.press("f");
  await stage.page
    .panel("Filter")
    .getByRole("checkbox", { name: /^Customer, / })
    .check();
  await expect.poll(stage.page.recordCount, patience).toBeLessThan(all);
  await page.keyboard.press("Control+z");
  await expect.poll(stage.page.recordCount, patience).toBe(all);
  await page.getByRole("slider", { name: "Date", exact: true }).focus();
  await page.keyboard.press("PageDown");
  await expect.poll(() => stage.page.param("date"), patience).not.toBeNull();
  await page.keyboard.press("End");
  await expect.poll(() => stage.page.param("date"), patience).toBeNull();

  const { id, place } = await dragAway("Haldenmark Board");
  await page.getByText("1 position is not saved yet.").waitFor();
  expect(await pins()).not.toHaveProperty([id]);
  await stage.context.setOffline(false);
  await notice().waitFor({ state: "detached" });
  await expect.poll(async () => (await pins())[id], patience).toEqual(place);
  await page.getByText("1 position is not saved yet.").waitFor({ state: "detached" });
});

test("after a server restart the page reconnects and stores what was dragged meanwhile", async () => {
  const { page } = stage.page;
  const all = await stage.page.recordCount();
  await stage.app.pause();
  const { id, place } = await dragAway("Loomtally Software");
  await notice()
    .getByText(/^No connection since/)
    .waitFor();
  await page.keyboard.press("3");
  await page.getByRole("heading", { name: "Map, Boundaries lens" }).waitFor({ state: "attached" });
  await page.keyboard.press("1");
  await stage.app.resume();
  await notice().waitFor({ state: "detached" });
  await expect.poll(async () => (await pins())[id], patience).toEqual(place);
  expect(await stage.page.recordCount()).toBe(all);
}, 300_000);

test("an ended session says what to do; after signing in again in another tab the page continues", async () => {
  const { page } = stage.page;
  const cookies = await stage.context.cookies();
  await stage.context.clearCookies();
  const { id, place } = await dragAway("SysCo");
  await notice()
    .getByText(/^You were signed out at \d\d:\d\d\.$/)
    .waitFor();
  await notice().getByText('npm run invite -- "Your name"').waitFor();
  await page.getByRole("application").waitFor();
  const refused = page.waitForResponse((response) => response.status() === 401);
  await notice().getByRole("button", { name: "Try again" }).click();
  await refused;
  expect(await notice().textContent()).toContain("You were signed out at");
  await stage.context.addCookies(cookies);
  await notice().waitFor({ state: "detached" });
  await expect.poll(async () => (await pins())[id], patience).toEqual(place);
});

// The browser itself logs each request without an answer, and each 401 and 503.
const loggedByBrowser = /^Failed to load resource: (net::ERR_|the server responded with a status of (401|503))/;
test("no page logged an error or a warning, except the browser's own about lost requests", () =>
  expect(stage.troubles.filter((text) => !loggedByBrowser.test(text))).toEqual([]));
