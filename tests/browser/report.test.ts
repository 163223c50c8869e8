import { afterAll, beforeAll, expect, test } from "vitest";
import { axe } from "../support/axe.ts";
import { desk, type MapStage, mapStage, patience, phone } from "../support/map-page.ts";

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

test("the report has a small map of its boundaries, and a sentence about a topic opens to who says what", async () => {
  const { page } = stage.page;
  await page.goto(`${stage.origin}/e/sysco/coherence?date=2026-11-25`);
  const { ecosystem } =
    await stage.api(`{ ecosystem(key: "sysco") { boundaries(asOf: "2026-11-25") { activity { name } }
    expectations(asOf: "2026-11-25", topic: "customer-contact") { stances { actor { name } } } } }`);
  const picture = page
    .getByRole("region", { name: "Boundaries" })
    .getByRole("img", { name: /^Boundaries of \d+ activities/ });
  await picture.locator("svg").first().waitFor();
  const words = (await picture.locator("text").allTextContents()).join(" ").replaceAll(/\s+/g, " ");
  for (const { activity } of ecosystem.boundaries) expect(words).toContain(activity.name.split(" ")[0]);
  const brief = page.getByRole("region", { name: "In brief" });
  const about = brief.getByRole("listitem").filter({ hasText: "Owning the customer (expectations) costs" });
  await about.getByText("Who says what").click();
  for (const { actor } of ecosystem.expectations[0].stances)
    await about.getByRole("link", { name: actor.name }).first().waitFor();
});

test("an analyst tags a rival with type and reason, and the change log says who did", async () => {
  const { page } = stage.page;
  await page.goto(`${stage.origin}/e/sysco/threats?rival=everspool`);
  const tags = page.getByRole("region", { name: "Tags of Everspool" });
  await tags.getByText("Six people and a model.").waitFor();
  expect(await tags.isVisible()).toBe(true);
  const before = await tagsAndRevision();
  await tags.getByRole("button", { name: "Change competitor type" }).click();
  await tags.getByLabel("Competitor type").selectOption({ label: "Diversified technology firm" });
  await tags.getByLabel("Reason").fill("Part of a platform company by now.");
  await page.keyboard.press("Enter");
  await tags.getByText("Part of a platform company by now.").waitFor();
  // The focus stays in the row: the next key goes on from there.
  await expect.poll(() => tags.evaluate((section) => section.contains(document.activeElement)), patience).toBe(true);
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

async function tagsAndRevision(key = "everspool") {
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { revision name valueProposition
    records(kind: TAGS) { totalCount }
    threats { rivals { rival { key } type typeSource tagOutdated } } } }`);
  const rivals = ecosystem.threats.rivals as { rival: { key: string } }[];
  return {
    revision: ecosystem.revision as number,
    name: [ecosystem.name, ecosystem.valueProposition],
    tags: ecosystem.records.totalCount as number,
    threat: rivals.find(({ rival }) => rival.key === key),
  };
}

test("a tag that was given by mistake is taken back, the facts speak again, and the change log says who, what and why", async () => {
  const { page } = stage.page;
  await page.goto(`${stage.origin}/e/sysco/threats?rival=draglund`);
  const tags = page.getByRole("region", { name: "Tags of Draglund" });
  const before = await tagsAndRevision("draglund");
  await tags.getByRole("button", { name: "Remove tag Diversified technology firm" }).click();
  await page.keyboard.type("Read in the wrong report.");
  await page.keyboard.press("Enter");
  await tags.getByRole("button", { name: "Set competitor type" }).waitFor();
  expect(await tags.textContent()).not.toContain("Bearings are the smaller half");
  const after = await tagsAndRevision("draglund");
  expect([after.tags, after.revision]).toEqual([before.tags - 1, before.revision + 1]);
  expect(after.threat).toMatchObject({ typeSource: "INFERRED", tagOutdated: false });
  await page.goto(`${stage.origin}/e/sysco/changes`);
  const latest = page.getByRole("table").getByRole("row").nth(1);
  await latest.getByText("1 removed").waitFor();
  expect(await latest.textContent()).toMatch(
    /Removed the tag “Diversified technology firm” from Draglund Bearings: Read in the wrong/,
  );
  await latest.getByRole("button", { name: "1 removed" }).click();
  const records = page.getByRole("list", { name: `Records of revision ${after.revision}` });
  await records.getByText("Fields before removal").click();
  await records.getByText("Bearings are the smaller half", { exact: false }).waitFor();
  expect(await axe(page, "light", "changes, opened", "main")).toEqual([]);
  const tagged = page.getByRole("row").filter({ hasText: "1 updated" }).first();
  await tagged.getByRole("button", { name: "1 updated" }).click();
  await page.getByText("Six people and a model. → Part of a platform company by now.", { exact: false }).waitFor();
});

test("weights are set by keys, judged at once, kept in the link, refused at all 0, and made equal again", async () => {
  const { page } = stage.page;
  await page.goto(`${stage.origin}/e/sysco/coherence?date=2026-11-25`);
  await page.getByRole("button", { name: "Change weights" }).click();
  const weight = (name: string) => page.getByRole("slider", { name: `Weight of ${name}` });
  const status = page.getByRole("region", { name: "Weights" }).getByRole("status");
  await weight("standards").focus();
  await page.keyboard.press("End");
  await weight("data sharing").focus();
  await page.keyboard.press("Home");
  const weights = "[{dimension: STANDARDS, weight: 5}, {dimension: DATA_SHARING, weight: 0}]";
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") {
    weighed: coherence(asOf: "2026-11-25", weights: ${weights}) { score }
    equal: coherence(asOf: "2026-11-25") { score }
    interventions(asOf: "2026-11-25", first: 1, weights: ${weights}) { label }
    explainCoherence(asOf: "2026-11-25", weights: ${weights}) { text } } }`);
  const inPoints = (share: number) => String(Math.round(share * 100));
  expect(inPoints(ecosystem.weighed.score)).not.toBe(inPoints(ecosystem.equal.score));
  const said = new RegExp(`is ${inPoints(ecosystem.weighed.score)}; .* is ${inPoints(ecosystem.equal.score)} `);
  await expect.poll(() => status.textContent(), patience).toMatch(said);
  await expect
    .poll(() => JSON.parse(stage.page.param("weights") ?? "{}"), patience)
    .toEqual({ STANDARDS: 5, DATA_SHARING: 0 });

  await page.reload();
  await expect.poll(() => status.textContent(), patience).toMatch(said);
  expect(await weight("standards").getAttribute("aria-valuetext")).toBe("5, 50\u00a0% of the total");
  await expect
    .poll(() => page.getByRole("region", { name: "In brief" }).textContent(), patience)
    .toContain(ecosystem.explainCoherence[0].text);
  expect(
    await page.getByRole("region", { name: "Interventions" }).getByRole("listitem").first().textContent(),
  ).toContain(ecosystem.interventions[0].label);

  const names = ["expectations", "boundaries", "installed base", "standards", "control systems", "joint development"];
  for (const name of names) {
    await weight(name).focus();
    await page.keyboard.press("Home");
  }
  await page.getByRole("alert").getByText("At least one dimension needs a weight above 0.").waitFor();
  expect(await axe(page, "light", "weights", "main")).toEqual([]);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect.poll(() => stage.page.param("weights"), patience).toBe(null);
  await status.getByText("With the default weights, coherence is").waitFor();
});

test("the report prints on one to three pages of A4 that stand alone, in the light colours, without what only a screen needs", async () => {
  const { page } = stage.page;
  await page.emulateMedia({ colorScheme: "dark" });
  const weights = encodeURIComponent('{"STANDARDS":2}');
  await page.goto(`${stage.origin}/e/sysco/coherence?date=2026-11-25&weights=${weights}&open=["STANDARDS"]`);
  await page.getByText("Since 25 Nov 2025", { exact: false }).waitFor();
  await page.getByRole("region", { name: "In brief" }).getByRole("listitem").first().waitFor();
  await page.locator(".report-picture svg").first().waitFor();
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length;
  expect(pages).toBeGreaterThanOrEqual(1);
  expect(pages).toBeLessThanOrEqual(3);
  // A4 in points.
  expect(pdf.match(/\/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)/)?.slice(1)).toEqual(["594", "841"]);

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  // As wide as what A4 leaves between its margins, so that rows wrap as they do on paper.
  await page.setViewportSize({ width: 688, height: 1000 });
  const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
  for (const part of [
    "SysCo and the fleet of fibre lines",
    "As of 25 Nov 2026",
    "Weights: standards × 2.",
    "% known",
    "Joint development",
    "Largest losses",
    "All others",
    "Boundaries of",
    "Best single actions",
    "Open questions",
    "What changed",
    "25 Nov 2022",
    "[1] ",
    "Scores run from 0 to 100.",
    "/e/sysco/coherence?",
  ])
    expect(text).toContain(part);
  for (const hidden of [page.getByRole("navigation"), page.getByRole("button"), page.getByLabel("Compare with")])
    for (const one of await hidden.all()) expect(await one.isVisible()).toBe(false);
  expect(
    await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      return { backgroundColor, color, cut: document.documentElement.scrollWidth > window.innerWidth };
    }),
  ).toEqual({ backgroundColor: "rgb(255, 255, 255)", color: "rgb(29, 33, 37)", cut: false });
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
  await page.setViewportSize(desk);
});

test("threats print with the ecosystem's name and page numbers, light from the dark theme", async () => {
  const { page } = stage.page;
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto(`${stage.origin}/e/sysco/threats?date=2026-11-25`);
  await page.getByRole("heading", { name: "Competitor map" }).waitFor();
  await page.locator(".competitor-map polygon[fill-opacity]").first().waitFor();
  const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
  for (const part of ["SysCo and the fleet of fibre lines", "As of 25 Nov 2026", "Online at"])
    expect(text).toContain(part);
  const margins = await page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .flatMap((rule) => (rule instanceof CSSPageRule ? [rule.cssText] : []))
      .join(" "),
  );
  expect(margins).toContain("SysCo and the fleet of fibre lines");
  expect(margins).toContain("counter(page)");
  // No heading is the last line of a page, and sources are not set larger than the moves that they belong to.
  const moves = page.getByRole("region", { name: "Moves and responses" });
  const style = (selector: string, name: "breakAfter" | "fontSize") =>
    moves
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element)[name], name);
  expect(await style("h3", "breakAfter")).toBe("avoid");
  expect(await style("div:has(> h2)", "breakAfter")).toBe("avoid");
  expect(await style(".evidence", "fontSize")).toBe(await style(".quiet", "fontSize"));
  const zones = page.locator(".competitor-map polygon[fill-opacity]");
  const fills = () => zones.evaluateAll((all) => all.map((zone) => getComputedStyle(zone).fill));
  const onPaper = await fills();
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
  expect(onPaper.length).toBeGreaterThan(0);
  await expect.poll(fills, patience).toEqual(onPaper);
});

test("threats are seen from the firm and with the half-life that are chosen, and a firm without a position is named", async () => {
  const { page } = stage.page;
  await page.goto(`${stage.origin}/e/sysco/threats?date=2026-11-25`);
  await page.getByRole("combobox", { name: "Focal firm" }).fill("Brandthal");
  await page.getByRole("option", { name: "Brandthal Maschinenbau" }).click();
  await page.getByRole("heading", { name: "Competitive threats to Brandthal Maschinenbau" }).waitFor();
  await page.getByLabel("Half-life of moves").selectOption({ label: "2 years" });
  await expect
    .poll(() => [stage.page.param("focal"), stage.page.param("halfLife")], patience)
    .toEqual(["brandthal", "730"]);
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") {
    threats(asOf: "2026-11-25", focal: "brandthal", halfLifeDays: 730) { rivals { rival { name } threat } }
    explainThreat(asOf: "2026-11-25", rival: "sysco", focal: "brandthal", halfLifeDays: 730) { text } } }`);
  const wanted = ecosystem.threats.rivals.map(
    ({ rival, threat }: { rival: { name: string }; threat: number }) => `${rival.name} ${Math.round(threat * 100)}`,
  );
  const shown = async () => {
    const names = await page.locator(".rival-name").evaluateAll((all) => all.map((e) => e.firstChild!.textContent));
    const numbers = await page.locator(".rival-points").allTextContents();
    return names.map((name, i) => `${name} ${numbers[i]}`);
  };
  await expect.poll(shown, patience).toEqual(wanted);
  await page.locator(".rival", { hasText: "SysCo" }).first().locator("summary").first().click();
  await page.getByText(ecosystem.explainThreat[0].text).waitFor();

  await page.goto(`${stage.origin}/e/sysco/threats?focal=tarnby&date=2026-11-25`);
  await page.getByRole("heading", { name: "Tarnby Tissue has no position on 25 Nov 2026" }).waitFor();
  await page.getByRole("combobox", { name: "Focal firm" }).fill("SysCo");
  await page.getByRole("option", { name: "SysCo", exact: true }).click();
  await page.getByRole("heading", { name: "Competitive threats to SysCo" }).waitFor();
  expect(stage.page.param("focal")).toBe(null);
  await page.goto(`${stage.origin}/e/sysco/threats?focal=nobody`);
  await page.getByRole("heading", { name: "Actor “nobody” not found" }).waitFor();
});

test("on a phone nothing runs off to the right, and customers and changes stand below each other", async () => {
  const { page } = stage.page;
  await page.setViewportSize(phone);
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { segments { customers { name } } } }`);
  const customers: string[] = ecosystem.segments.flatMap(({ customers: some }: { customers: { name: string }[] }) =>
    some.map(({ name }) => name),
  );
  for (const [name, ready] of [
    ["customers", "Fit for an advanced service"],
    ["changes", "Revision "],
    ["coherence?weigh=true", "Since "],
    ["threats?rival=everspool", "Tag"],
  ] as const) {
    await page.goto(`${stage.origin}/e/sysco/${name}`);
    await page.getByText(ready).first().waitFor();
    if (name === "changes") {
      await page
        .getByText(/^Revision /)
        .first()
        .click();
      await page
        .getByRole("list", { name: /^Records of revision/ })
        .first()
        .waitFor();
    }
    await stage.page.idle();
    const main = page.locator("main");
    expect([name, await main.evaluate((e) => e.scrollWidth - e.clientWidth)]).toEqual([name, 0]);
    expect(await axe(page, "light", name, "main")).toEqual([]);
    if (name === "customers")
      for (const customer of customers) {
        const box = await page.getByRole("link", { name: customer, exact: true }).first().boundingBox();
        expect(box!.x + box!.width).toBeLessThanOrEqual(phone.width);
      }
    if (name === "changes")
      expect(await page.getByRole("list", { name: "Change log" }).textContent()).toContain("Removed the tag");
  }
  await page.setViewportSize(desk);
});

test("what is typed while the palette opens is its text, and no key of the map", async () => {
  const { page } = stage.page;
  await stage.page.open();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("brandthal");
  const box = page.getByRole("textbox", { name: "Search records and commands" });
  await expect.poll(() => box.inputValue(), patience).toBe("brandthal");
  expect(["panel", "table"].map((name) => stage.page.param(name))).toEqual([null, null]);
  await page.locator(".palette-list [data-selected]").getByText("Brandthal Maschinenbau").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Brandthal Maschinenbau" }).waitFor();
});

test("no page logged an error or a warning", () => expect(stage.troubles).toEqual([]));
