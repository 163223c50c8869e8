import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { adminToken } from "../support/app.ts";
import {
  equalRivals,
  groupOfSiblings,
  noDimensionKnown,
  noFocalFirm,
  oneDimensionKnown,
  thirteenEqualRivals,
} from "../support/few-facts.ts";
import { importOverHttp } from "../support/import-over-http.ts";
import { type MapStage, mapStage, patience } from "../support/map-page.ts";

// What the pages say of ecosystems of which little is known, or in which much is equal.

const documents = {
  oneDimension: oneDimensionKnown("little-known-one"),
  noDimension: noDimensionKnown("little-known-none"),
  equal: thirteenEqualRivals("little-known-equal"),
  siblings: groupOfSiblings("little-known-siblings"),
  noFocal: noFocalFirm("little-known-no-focal"),
};
type Which = keyof typeof documents;
const actorsOnly = {
  format: "ecosystem/1",
  ecosystem: { key: "little-known-actors-only", name: "Actors only" },
  actors: [{ key: "works", name: "Works", kinds: ["MANUFACTURER"] }],
};

let stage: MapStage;
let page: Page;
beforeAll(async () => {
  stage = await mapStage();
  page = stage.page.page;
  for (const document of Object.values(documents)) await importOverHttp(stage.origin, adminToken, document, true);
});
afterAll(() => stage?.end());

const open = async (which: Which, path: string) => {
  await page.goto(`${stage.origin}/e/${documents[which].ecosystem.key}/${path}`);
  await page.locator("h1").first().waitFor({ state: "attached" });
  await stage.page.idle();
};
/** The card on the first page, brought into view: it asks for its figures only then. */
const cardOf = async (which: Which) => {
  const link = page.locator(`a[href="/e/${documents[which].ecosystem.key}/map"]`);
  const card = page.locator("li.card").filter({ has: link });
  await card.scrollIntoViewIfNeeded();
  return card;
};
/** Text as it is read: spaces of every kind are one space. */
const textOf = async (locator: Locator) => ((await locator.textContent()) ?? "").replace(/\s+/g, " ");
const score = (of: Locator | Page, label: string) => of.getByRole("img", { name: new RegExp(`^${label}: `) }).first();
const ticks = (of: Locator) => of.locator(".score-axis").first().locator("span").allTextContents();

/** Coherence as the API says it, in whole points. */
async function coherenceOf(which: Which) {
  const { ecosystem } = await stage.api(
    "query ($key: String!) { ecosystem(key: $key) { coherence { score low high coverage isIndicative } } }",
    { key: documents[which].ecosystem.key },
  );
  const points = (share: number) => Math.round(share * 100);
  const { score, low, high, coverage, isIndicative } = ecosystem.coherence;
  expect(isIndicative).toBe(true);
  return { range: `${points(low)}–${points(high)}`, known: `${points(coverage)} %`, score };
}

test("where too little is known the range comes first, with how little, on the card, the report and the map", async () => {
  const { range, known } = await coherenceOf("oneDimension");
  await page.goto(stage.origin);
  const card = await cardOf("oneDimension");
  await score(card, "Coherence").waitFor();
  expect(await card.locator(".score-points").first().textContent()).toBe(range);
  expect(await textOf(score(card, "Coherence"))).toContain(`too little is known: ${known}`);
  expect(await ticks(card)).toEqual(["0", "25", "50", "75", "100"]);
  expect(await textOf(card)).toContain("Lowest of what is known: boundaries");

  await open("oneDimension", "coherence");
  const head = page.locator(".coherence-head");
  expect(await head.locator(".score-points").textContent()).toBe(range);
  expect(await textOf(head)).toContain(`too little is known: ${known}`);
  expect(await page.locator(".score-large .score-points").allTextContents()).toEqual([range]);
  for (const name of ["Losses", "Interventions"]) {
    const parts = await page.getByRole("region", { name }).locator(".ranked-number").allTextContents();
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(part).toMatch(/^\+?\d+\.\d–\d+\.\d$/);
  }

  await open("oneDimension", "map");
  await expect
    .poll(
      async () => (await textOf(page.locator("body"))).includes(`Coherence ${range} (too little is known: ${known})`),
      patience,
    )
    .toBe(true);
});

test("an ecosystem of which no dimension is known shows a dash, never a number", async () => {
  await open("noDimension", "coherence");
  const large = page.locator(".score-large");
  expect(await large.locator(".score-points").allTextContents()).toEqual(["–"]);
  expect(await large.locator(".score-value").count()).toBe(0);
  const brief = page.getByRole("region", { name: "In brief" });
  await brief.getByRole("listitem").first().waitFor();
  expect(await textOf(brief)).toContain("Coherence cannot be scored yet");
});

test("thirteen equal rivals share a rank, and neither headline nor map names one of them for all", async () => {
  await page.goto(stage.origin);
  const card = await cardOf("equal");
  await card.getByText(/13 rivals are equal at \d+/).waitFor();
  expect(await textOf(card)).not.toMatch(/Rival [A-M]\b/);

  await open("equal", "threats");
  const rivals = page.getByRole("region", { name: "Rivals" });
  const headline = await textOf(rivals.getByText(/^Highest threat:/));
  expect(headline).toMatch(/^Highest threat: 13 rivals are equal at \d+ of 100: high, could be severe\.$/);
  const ranks = await rivals.locator(".rival-rank").allTextContents();
  expect(ranks).toEqual([...Array.from({ length: 13 }, () => "1="), "14", "15"]);
  expect(await ticks(rivals)).toEqual(["0", "25", "50", "75", "100"]);
  const levels = await rivals.locator(".rival-level").allTextContents();
  expect(levels.at(-1)).toBe("Low could be high");

  const map = page.getByRole("region", { name: "Competitor map" });
  const names = await map.locator(".competitor-name").allTextContents();
  expect(names).toContain("13 rivals");
  expect(names.filter((name) => /^Rival [A-M]$/.test(name))).toEqual([]);
  expect(await map.locator(".edge-strip").count()).toBe(1);
  expect(await textOf(map)).toContain("Rivals beside an axis are known on that axis only.");
});

test("in the Rivals lens a rival of one known axis stands on that axis's edge, and nobody in the area of the unknown", async () => {
  await open("equal", "map?lens=rivals");
  await stage.page.ready();
  const places = await stage.page.places();
  const equal = equalRivals.map((key) => places[`Rival ${key.at(-1)!.toUpperCase()}`]!.x);
  for (const name of ["Newcomer One", "Newcomer Two"]) {
    expect(places[name]!.x).toBeLessThan(0);
    expect(places[name]!.x).toBeLessThan(Math.min(...equal));
  }
});

test("siblings are rivals only where they are said to compete, and rivals say their group", async () => {
  await open("siblings", "threats");
  const names = await page.locator(".rival-name").allTextContents();
  expect(names.map((name) => name.replace(/\s+/g, " ")).sort()).toEqual([
    "Northwind RentalSimilar manufacturer; group of Boreal Holding",
    "Solenne NorthSimilar manufacturer; group of Solenne",
    "Solenne SouthSimilar manufacturer; group of Solenne",
    "SolenneSimilar manufacturer",
  ]);
});

test("without a focal firm, the card leads to the choice of one", async () => {
  await page.goto(stage.origin);
  const card = await cardOf("noFocal");
  await card.getByRole("link", { name: "Choose a focal firm" }).click();
  await page.getByRole("heading", { name: "No focal firm set" }).waitFor();
  await page.getByRole("combobox", { name: "Focal firm" }).fill("Northwind");
  await page.getByRole("option", { name: "Northwind" }).click();
  await page.getByRole("heading", { name: "Competitive threats to Northwind" }).waitFor();
  expect(stage.page.param("focal")).toBe("northwind");
});

test("where nothing says who does what, every page that needs it leads to the set-up", async () => {
  await importOverHttp(stage.origin, adminToken, actorsOnly, true);
  for (const [path, title] of [
    ["threats", "No focal firm set"],
    ["map?lens=rivals", "The Rivals lens needs a focal firm"],
    ["map?lens=boundaries", /^No activities on /],
    ["coherence", "No coherence score yet"],
    ["customers", "No customers yet"],
  ] as const) {
    await page.goto(`${stage.origin}/e/${actorsOnly.ecosystem.key}/${path}`);
    await page.getByRole("heading", { name: title }).waitFor();
    await page.getByRole("link", { name: "Open set-up" }).click();
    await page.getByRole("heading", { name: "Set-up" }).waitFor();
  }
});

test("a topic opens to its stances by name on the scale, and the report names the camps", async () => {
  await open("equal", "coherence?open=[%22EXPECTATIONS%22]");
  const brief = page.getByRole("region", { name: "In brief" });
  await brief.getByRole("listitem").first().waitFor();
  expect(await textOf(brief)).toMatch(
    /Rival C and 4 others want “the maker's”, \S.* and 2 others “the owner's”, Newcomer One stands between them\./,
  );
  const row = page.getByRole("row").filter({ hasText: "Who says what" }).first();
  await row.getByText("Who says what").click();
  const scale = row.locator(".stance-scale");
  await scale.waitFor();
  const steps = (await scale.locator(".stance-step").allTextContents()).map((step) => step.replace(/\s+/g, " ").trim());
  expect(steps).toHaveLength(5);
  for (const [at, names] of [
    [0, ["Rival A", "Rival C", "Rival E"]],
    [1, ["Rival B", "Rival D"]],
    [2, ["Newcomer One"]],
    [3, []],
    [4, ["Northwind", "Harbour Heat", "Town Hall"]],
  ] as const)
    expect((await scale.locator(".stance-step").nth(at).getByRole("link").allTextContents()).sort()).toEqual(
      [...names].sort(),
    );
});

test("no page logged an error or a warning", () => expect(stage.troubles).toEqual([]));
