import { afterAll, beforeAll, expect, test } from "vitest";
import { type MapStage, mapStage, patience } from "../support/map-page.ts";

let stage: MapStage;
beforeAll(async () => {
  stage = await mapStage();
});
afterAll(() => stage?.end());

test("the coherence report tells in sentences, and what changed since a day adds up to the difference", async () => {
  const { page } = stage.page;
  await page.goto(`${stage.origin}/e/sysco/coherence?date=2026-11-25&since=2022-11-25`);
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") {
    explainCoherence(asOf: "2026-11-25") { text }
    coherenceChange(from: "2022-11-25", to: "2026-11-25") { before after change items { change } } } }`);
  const brief = page.getByRole("region", { name: "In brief" }).getByRole("listitem");
  await brief.first().waitFor();
  expect(await page.getByRole("region", { name: "In brief" }).textContent()).toContain(
    ecosystem.explainCoherence[0].text,
  );
  const over = page.getByRole("region", { name: "Over time" });
  await over.getByText("Since 25 Nov 2022", { exact: false }).waitFor();
  const parts = await over.locator(".ranked-number").allTextContents();
  const sum = parts.reduce((all, part) => all + Number(part.replace("−", "-").replace("±", "")), 0);
  expect(parts.length).toBeGreaterThan(2);
  // Each part is rounded to a tenth of a point.
  expect(Math.abs(sum - ecosystem.coherenceChange.change * 100)).toBeLessThanOrEqual(0.05 * (parts.length + 1));
  await over.getByRole("link", { name: "25 Nov 2023" }).click();
  await expect.poll(() => stage.page.param("date"), patience).toBe("2023-11-25");
});

test("an analyst tags a rival with type and reason, and the change log says who did", async () => {
  const { page } = stage.page;
  await page.goto(`${stage.origin}/e/sysco/threats?rival=everspool`);
  const tags = page.getByRole("region", { name: "Tags of Everspool" });
  await tags.getByText("Six people and a model.").waitFor();
  expect(await tags.isVisible()).toBe(true);
  const before = await tagsAndRevision();
  await tags.getByRole("button", { name: "Change the type" }).click();
  await tags.getByLabel("Type of competitor").selectOption({ label: "Diversified technology firm" });
  await tags.getByLabel("Reason").fill("Part of a platform company by now.");
  await page.keyboard.press("Enter");
  await tags.getByText("Part of a platform company by now.").waitFor();
  const after = await tagsAndRevision();
  expect(after.tags).toBe(before.tags);
  expect(after.name).toEqual(before.name);
  expect(after.revision).toBe(before.revision + 1);
  expect(after.threat).toMatchObject({
    type: "DIVERSIFIED_TECHNOLOGY_FIRM",
    typeSource: "TAGGED",
    tagOutdated: false,
  });
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Changes" }).click();
  const latest = page.getByRole("table").getByRole("row").nth(1);
  await latest.getByText("1 updated").waitFor();
  expect(await latest.textContent()).toContain(String(after.revision));
});

async function tagsAndRevision() {
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { revision name valueProposition
    records(kind: TAGS) { totalCount }
    threats { rivals { rival { key } type typeSource tagOutdated } } } }`);
  const rivals = ecosystem.threats.rivals as { rival: { key: string } }[];
  return {
    revision: ecosystem.revision as number,
    name: [ecosystem.name, ecosystem.valueProposition],
    tags: ecosystem.records.totalCount as number,
    threat: rivals.find(({ rival }) => rival.key === "everspool"),
  };
}

test("what is typed while the palette opens is its text, and no key of the map", async () => {
  const { page } = stage.page;
  await stage.page.open();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("brandthal");
  const box = page.getByRole("textbox", { name: "A record or an action" });
  await expect.poll(() => box.inputValue(), patience).toBe("brandthal");
  expect(["panel", "table"].map((name) => stage.page.param(name))).toEqual([null, null]);
  await page.locator(".palette-list [data-selected]").getByText("Brandthal Maschinenbau").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Brandthal Maschinenbau" }).waitFor();
});

test("the console stayed clean", () => expect(stage.troubles).toEqual([]));
