import { afterAll, beforeAll, expect, test } from "vitest";
import { type MapStage, mapStage, patience } from "../support/map-page.ts";
import { type Traffic, trafficOf } from "../support/traffic.ts";

let stage: MapStage;
let traffic: Traffic;

beforeAll(async () => {
  stage = await mapStage();
  traffic = trafficOf(stage.page.page);
});
afterAll(() => stage?.end());

const slider = () => stage.page.page.getByRole("slider", { name: "Date", exact: true });
const shownDay = async () => Number(await slider().getAttribute("aria-valuenow"));
const dayOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
/** Waits until all frames are loaded: from then on changing the date sends no request. */
async function framesLoaded() {
  await expect.poll(() => slider().getAttribute("aria-valuetext"), patience).toContain("coherence");
  await traffic.quiet();
}

test("the map sends each query once; lenses and panels query only what they alone show", async () => {
  const { page } = stage.page;
  const { sent } = traffic;
  // What the overview still asks when a card comes into sight is not the map's.
  await page.goto("about:blank");
  sent.length = 0;
  await stage.page.open("?date=2026-11-01");
  await framesLoaded();
  expect(sent.splice(0).sort()).toEqual([
    "EcosystemHeader",
    // First the frames around the date, then the others.
    "Frames",
    "Frames",
    "Map",
    // Whether the person may edit: the controls that change facts are shown by it.
    "Me",
    "PositionsAndBoundaries",
    "Rivals",
    "Timeline",
    "ViewsAndPins",
  ]);
  for (const [key, lens] of [
    ["2", "Positions"],
    ["3", "Boundaries"],
    ["4", "Rivals"],
    ["1", "Network"],
  ] as const) {
    await page.keyboard.press(key);
    await page.getByRole("heading", { name: `Map, ${lens} lens` }).waitFor({ state: "attached" });
    await traffic.quiet();
  }
  expect(sent, "switching the lens sends no query").toEqual([]);
  // Each panel is opened twice: the second time its answer comes from the cache.
  const asks: Readonly<Record<string, string>> = { w: "Interventions", e: "ExportOptions" };
  for (const key of "fogrwevfogrwev") {
    await page.keyboard.press(key);
    // While its module is loaded the page seems idle: the next key would close the panel, and take back its query.
    if (asks[key]) await expect.poll(() => sent, patience).toContain(asks[key]);
    await traffic.quiet();
  }
  expect(sent, "What if and Share need another query").toEqual(["Interventions", "ExportOptions"]);
});

test("keys move the date by a day, by a month and to the ends of the axis; undo reverts the move as one command", async () => {
  const { page } = stage.page;
  await stage.page.open("?date=2025-06-15");
  await framesLoaded();
  await slider().focus();
  for (const key of ["PageDown", "ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
  await expect.poll(() => stage.page.param("date"), patience).toBe("2025-05-13");
  expect(await slider().getAttribute("aria-valuetext")).toMatch(/^13 May 2025, .*coherence \d+$/);
  await slider().blur();
  await page.keyboard.press("Control+z");
  await expect.poll(() => stage.page.param("date"), patience).toBe("2025-06-15");
  await slider().focus();
  await page.keyboard.press("Home");
  const first = dayOf(Number(await slider().getAttribute("aria-valuemin")));
  await expect.poll(() => stage.page.param("date"), patience).toBe(first);
  await page.keyboard.press("End");
  await expect.poll(shownDay, patience).toBe(Number(await slider().getAttribute("aria-valuemax")));
});

test("dragging the date along the axis removes actors that entered later, and the readout follows", async () => {
  const { page } = stage.page;
  await stage.page.open();
  await framesLoaded();
  const now = await stage.page.recordCount();
  const axis = (await page.locator(".time-axis").boundingBox())!;
  const y = axis.y + axis.height / 2;
  const handle = (await slider().boundingBox())!;
  await page.mouse.move(handle.x + handle.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(axis.x + axis.width / 2, y, { steps: 5 });
  await page.mouse.move(axis.x + 8, y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => stage.page.param("date"), patience).not.toBeNull();
  const date = stage.page.param("date");
  const { ecosystem } = await stage.api(
    `query ($asOf: Date!) { ecosystem(key: "sysco") { map(asOf: $asOf) { nodes { kind } } coherence(asOf: $asOf) { score low high isIndicative } } }`,
    { asOf: date },
  );
  const drawn = ecosystem.map.nodes.filter(({ kind }: { kind: string }) => ["ACTOR", "STANDARD"].includes(kind));
  await expect.poll(stage.page.recordCount, patience).toBe(drawn.length);
  expect(drawn.length).toBeLessThan(now);
  const { score, low, high, isIndicative } = ecosystem.coherence;
  const inPoints = (value: number) => Math.round(value * 100);
  const shown = score === null ? "–" : isIndicative ? `${inPoints(low)}–${inPoints(high)}` : String(inPoints(score));
  await page.locator(".time-coherence").getByText(shown).waitFor();
});

test("playback sends no request, whatever panel is open, and the space bar pauses it", async () => {
  const { page } = stage.page;
  await stage.page.open('?lens=positions&date=2023-01-10&size=loss&panel=what-if&what=["SETTLE_BOUNDARY no-such"]');
  await framesLoaded();
  await stage.page.idle();
  await slider().focus();
  const [begin, before] = [await shownDay(), traffic.sent.length];
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Pause" }).waitFor();
  await expect.poll(shownDay, patience).toBeGreaterThan(begin + 150);
  expect(traffic.sent.slice(before)).toEqual([]);
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  const stood = await shownDay();
  await expect.poll(() => stage.page.param("date"), patience).toBe(dayOf(stood));
  await traffic.quiet();
  expect(await shownDay()).toBe(stood);
  // At rest the measures of that date are queried, each once.
  const atRest = traffic.sent.slice(before);
  expect(atRest.sort()).toEqual([...new Set(atRest)]);
  expect(atRest).toContain("PositionsAndBoundaries");
});

test("marks show events: hovering lists them, and the step buttons go from mark to mark", async () => {
  const { page } = stage.page;
  await stage.page.open("?date=2024-06-01");
  await framesLoaded();
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { timeline { marks { date events { label } } } } }`);
  const marks: { date: string; events: { label: string }[] }[] = ecosystem.timeline.marks;
  const next = marks.find(({ date }) => date > "2024-06-01")!;
  await page.getByRole("button", { name: "Next event" }).click();
  await expect.poll(() => stage.page.param("date"), patience).toBe(next.date);
  const handle = (await slider().boundingBox())!;
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.locator(".time-card").getByText(next.events[0]!.label).first().waitFor();
  await page.mouse.move(700, 300);
  await page.getByRole("button", { name: "Previous event" }).click();
  const previous = marks.findLast(({ date }) => date < next.date)!;
  await expect.poll(() => stage.page.param("date"), patience).toBe(previous.date);
});

test("the inspector shows the measures of the date, also while the date changes", async () => {
  const { page } = stage.page;
  const { ecosystem } = await stage.api(
    `{ ecosystem(key: "sysco") { then: positions(asOf: "2023-01-10") { actor { id name } servitization } now: positions(asOf: "2026-11-01") { actor { id } servitization } } }`,
  );
  type Row = { actor: { id: string; name: string }; servitization: number | null };
  const points = (row: Row | undefined) => Math.round((row?.servitization ?? Number.NaN) * 100);
  const moved = ecosystem.then.find((row: Row) => {
    const later = ecosystem.now.find(({ actor }: Row) => actor.id === row.actor.id);
    return Math.abs(points(row) - points(later)) > 2;
  });
  const later = ecosystem.now.find(({ actor }: Row) => actor.id === moved.actor.id);
  await stage.page.open(`?lens=positions&date=2023-01-10&selected=${encodeURIComponent(moved.actor.id)}`);
  await framesLoaded();
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await inspector
    .getByText(String(points(moved)), { exact: true })
    .first()
    .waitFor();
  const placeThen = (await stage.page.places())[moved.actor.name]!;
  await slider().focus();
  await page.keyboard.press("End");
  await inspector
    .getByText(String(points(later)), { exact: true })
    .first()
    .waitFor();
  expect((await stage.page.places())[moved.actor.name]).not.toEqual(placeThen);
});

test("comparing two dates lists who entered, left and moved, which boundaries changed, and what changed the score", async () => {
  const { page } = stage.page;
  await stage.page.open("?lens=boundaries&date=2026-11-01");
  await framesLoaded();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect.poll(() => stage.page.param("against"), patience).toBe("2025-11-01");
  await stage.page.open("?lens=boundaries&date=2026-11-01&against=2023-01-10&panel=difference");
  const panel = stage.page.panel("Compare dates");
  await panel.getByText(/^Between 10 Jan 2023 and 1 Nov 2026: /).waitFor();
  const dates = `after: map(asOf: "2026-11-01") { nodes { id } } before: map(asOf: "2023-01-10") { nodes { id } }`;
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { ${dates}
    now: boundaries(asOf: "2026-11-01") { activity { id name } status leads { id } }
    then: boundaries(asOf: "2023-01-10") { activity { id name } status leads { id } }
    coherenceChange(from: "2023-01-10", to: "2026-11-01") { items { label change } } } }`);
  const ids = (side: { nodes: { id: string }[] }) => new Set(side.nodes.map(({ id }) => id));
  const [before, after] = [ids(ecosystem.before), ids(ecosystem.after)];
  const rows = (title: string) =>
    panel
      .locator("details")
      .filter({ has: page.locator("summary", { hasText: title }) })
      .locator("li");
  expect(await rows("Entered").count()).toBe([...after].filter((id) => !before.has(id)).length);
  expect(await rows("Left").count()).toBe([...before].filter((id) => !after.has(id)).length);
  expect(await rows("Moved").count()).toBeGreaterThan(0);
  type Side = { activity: { id: string; name: string }; status: string; leads: { id: string }[] };
  const stateOf = ({ status, leads }: Side) => [status, ...leads.map(({ id }) => id).sort()].join(" ");
  const changed = ecosystem.now.filter((row: Side) => {
    const was = ecosystem.then.find(({ activity }: Side) => activity.id === row.activity.id);
    return was && stateOf(was) !== stateOf(row);
  });
  expect(changed.length).toBeGreaterThan(0);
  expect(await rows("Boundary changed").count()).toBe(changed.length);
  // A territory with a changed boundary states its former status, to screen readers as well.
  const first = changed[0].activity.name;
  await stage.page
    .records()
    .getByRole("button", { name: new RegExp(`^${first}, was .*, boundary `) })
    .waitFor({ state: "attached" });
  const score = panel.getByRole("region", { name: "Coherence" });
  await score.getByText(ecosystem.coherenceChange.items[0].label).first().waitFor();
  await page.screenshot({ path: "tests/browser/output/difference.png" });
});

test("on a date on which the focal firm has no position, the Rivals lens says so and sends no failing query", async () => {
  const { page } = stage.page;
  const before = traffic.sent.length;
  await page.goto(`${stage.origin}/e/sysco/map?lens=rivals&date=2014-01-01`);
  await page.getByText("SysCo has no position on 1 Jan 2014").waitFor();
  await page.goto(`${stage.origin}/e/sysco/threats?date=2014-01-01`);
  await page.getByText("SysCo has no position on 1 Jan 2014").waitFor();
  expect(traffic.sent.slice(before).filter((name) => ["Rivals", "Threats"].includes(name))).toEqual([]);
});

test("no page logged an error or a warning", () => expect(stage.troubles).toEqual([]));
