import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import type { EcosystemDocument } from "../../cypher/model/document.ts";
import { adminToken, inviteTo } from "../support/app.ts";
import { axe } from "../support/axe.ts";
import { importOverHttp } from "../support/import-over-http.ts";
import { desk, type MapStage, mapStage, patience, phone } from "../support/map-page.ts";
import { signInAt } from "../support/sign-in.ts";

let stage: MapStage;
let page: Page;

/** An ecosystem in which every check finds something. */
const untidy: EcosystemDocument = {
  format: "ecosystem/1",
  ecosystem: { key: "untidy", name: "Untidy works", focal: "sysco" },
  evidence: [{ key: "old-report", title: "Annual report 2019", publishedOn: "2019-03-01" }],
  actors: [
    { key: "sysco", name: "SysCo", kinds: ["MANUFACTURER"] },
    { key: "rotor", name: "Rotor", kinds: ["MANUFACTURER"], country: "FI" },
    { key: "rotor-oy", name: "Rotor Oy", kinds: ["START_UP"], country: "SE" },
    { key: "mill", name: "Mill Nine", kinds: ["CUSTOMER"] },
    { key: "lone", name: "Lone Wolf", kinds: ["OTHER"] },
  ],
  standards: [{ key: "old", name: "Old Bus", status: "WITHDRAWN" }],
  adoptions: [{ actor: "sysco", standard: "old", extent: 1 }],
  activities: [{ key: "run", name: "Run the mill", layer: "OPERATION", serviceness: 1 }],
  claims: [
    { by: "sysco", about: "sysco", activity: "run", extent: 0.6, lead: true, evidence: ["old-report"] },
    { by: "rotor-oy", about: "rotor-oy", activity: "run", extent: 0.4, lead: false },
  ],
  agreements: [{ key: "data", provider: "sysco", customer: "mill", security: true, validTo: "2024-01-01" }],
  relations: [{ from: "sysco", to: "mill", type: "SUPPLIES", volume: 10 }],
};

beforeAll(async () => {
  stage = await mapStage();
  page = stage.page.page;
});
beforeEach(() => importOverHttp(stage.origin, adminToken, untidy, true));
afterAll(() => stage?.end());

const documentOf = async (key: string): Promise<EcosystemDocument> =>
  (await stage.api(`query ($key: String!) { ecosystem(key: $key) { document } }`, { key })).ecosystem.document;
const actorNames = async () => (await documentOf("untidy")).actors!.map(({ name }) => name);
const openTidy = async () => {
  await page.goto(`${stage.origin}/e/untidy/tidy`);
  await page.getByRole("heading", { name: "Tidy", exact: true }).waitFor();
  await page.locator("[data-tidy]").first().waitFor();
};
const focusedItem = () =>
  page.evaluate(() => document.activeElement?.closest("[data-tidy]")?.getAttribute("data-tidy") ?? null);
const items = () =>
  page.locator("[data-tidy]").evaluateAll((all) => all.map((item) => item.getAttribute("data-tidy")!));

test("two actors become one from the inspector, after every record is shown, and undo brings all of it back", async () => {
  const before = await documentOf("untidy");
  const { ecosystem } = await stage.api(`{ ecosystem(key: "untidy") { actor(key: "rotor") { id } } }`);
  await page.goto(`${stage.origin}/e/untidy/map?selected=${ecosystem.actor.id}`);
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await inspector.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Merge with…" }).click();
  const form = inspector.getByRole("form", { name: "Merge actor" });
  await form.getByLabel("The other actor").fill("rotor");
  // The actor itself is none of the choices.
  const found = page.getByRole("listbox", { name: "actors found" }).getByRole("option");
  await expect.poll(() => found.allTextContents(), patience).toEqual(["Rotor Oy"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");

  const values = form.getByRole("table", { name: "Values that differ" });
  await values.waitFor();
  await values
    .getByRole("row", { name: /^Country/ })
    .getByLabel("SE")
    .check();
  const changed = form.getByRole("list", { name: "Records that change" });
  await changed.getByText("SE").first().waitFor();
  await expect.poll(() => changed.getByRole("listitem").count(), patience).toBe(3);
  expect(await form.getByText("3 records change: 1 removed, 2 updated").count()).toBe(1);
  expect(await documentOf("untidy")).toEqual(before);

  await form.getByRole("button", { name: "Merge", exact: true }).click();
  await form.waitFor({ state: "detached" });
  const after = await documentOf("untidy");
  expect(after.actors!.find(({ key }) => key === "rotor")).toMatchObject({
    name: "Rotor",
    country: "SE",
    kinds: ["MANUFACTURER", "START_UP"],
    aliases: ["Rotor Oy"],
  });
  expect(after.claims!.map(({ about }) => about).sort()).toEqual(["rotor", "sysco"]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => documentOf("untidy"), patience).toEqual(before);
});

test("the tidy list is worked through by keys alone, and the focus stays in the list", async () => {
  await openTidy();
  const before = await documentOf("untidy");
  const [duplicate, withdrawn, expired] = await items();
  expect([duplicate, withdrawn, expired]).toEqual([
    "POSSIBLE_DUPLICATE actors/rotor/rotor-oy",
    "WITHDRAWN_STANDARD adoptions/sysco|old|",
    "EXPIRED_AGREEMENT agreements/data",
  ]);
  await page.keyboard.press("j");
  expect(await focusedItem()).toBe(duplicate);
  await page.keyboard.press("ArrowDown");
  expect(await focusedItem()).toBe(withdrawn);
  // Merging is no way to deal with a standard.
  await page.keyboard.press("m");
  expect(await page.getByRole("form").count()).toBe(0);

  await page.keyboard.press("e");
  await page.getByRole("form", { name: "End adoption" }).waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(items, patience).not.toContain(withdrawn);
  await expect.poll(focusedItem, patience).toBe(expired);
  const today = new Date().toISOString().slice(0, 10);
  expect((await documentOf("untidy")).adoptions![0]!.validTo).toBe(today);

  await page.keyboard.press("k");
  await expect.poll(items, patience).not.toContain(expired);
  await expect.poll(focusedItem, patience).toMatch(/^AGED_FACT /);
  expect((await documentOf("untidy")).reviews).toEqual([
    { check: "EXPIRED_AGREEMENT", subject: "agreements/data", on: today },
  ]);

  await page.keyboard.press("ArrowUp");
  expect(await focusedItem()).toBe(duplicate);
  await page.keyboard.press("m");
  const form = page.getByRole("form", { name: "Merge actor" });
  await form.getByRole("button", { name: "Merge", exact: true }).waitFor();
  await expect.poll(() => form.getByRole("button", { name: "Merge", exact: true }).isEnabled(), patience).toBe(true);
  // Letters are for the form now.
  expect(await page.evaluate(() => document.activeElement?.closest("form")?.ariaLabel)).toBe("Merge actor");
  await page.keyboard.press("k");
  expect((await documentOf("untidy")).reviews).toHaveLength(1);
  await page.keyboard.press("Enter");
  await expect.poll(items, patience).not.toContain(duplicate);
  // The one of which more is recorded stays.
  expect((await actorNames()).sort()).toEqual(["Lone Wolf", "Mill Nine", "Rotor Oy", "SysCo"]);
  await expect.poll(focusedItem, patience).toMatch(/^AGED_FACT /);

  for (let step = 0; step < 3; step++) await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => documentOf("untidy"), patience).toEqual(before);
  await expect.poll(async () => (await items()).slice(0, 3), patience).toEqual([duplicate, withdrawn, expired]);
});

test("one check is shown by itself, and a kept item stays away after a reload", async () => {
  await openTidy();
  const [lone, rotor] = ["ACTOR_WITHOUT_FACTS actors/lone", "ACTOR_WITHOUT_FACTS actors/rotor"];
  await page.getByText("Actors without facts 2", { exact: true }).click();
  await expect.poll(async () => (await items()).sort(), patience).toEqual([lone, rotor]);
  await page.getByRole("button", { name: "Keep: Lone Wolf" }).click();
  await expect.poll(items, patience).toEqual([rotor]);
  await page.reload();
  await expect.poll(items, patience).toEqual([rotor]);
  await page.getByRole("button", { name: "Keep: Rotor" }).click();
  await page.getByRole("heading", { name: "Nothing to tidy" }).waitFor();
  await page.getByRole("button", { name: "Show all checks" }).click();
  await page.locator("[data-tidy]").first().waitFor();
  expect((await items()).filter((item) => item === lone || item === rotor)).toEqual([]);
});

test("an expired agreement is renewed from the day on which it ended", async () => {
  await openTidy();
  await page.getByRole("button", { name: /^Renew: / }).click();
  const form = page.getByRole("form", { name: /^Renew / });
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect.poll(items, patience).not.toContain("EXPIRED_AGREEMENT agreements/data");
  expect((await documentOf("untidy")).agreements).toContainEqual(
    expect.objectContaining({ provider: "sysco", customer: "mill", security: true, validFrom: "2024-01-01" }),
  );
});

test("an ecosystem is made, renamed, undone, copied, deleted by its key and restored", async () => {
  await page.goto(stage.origin);
  await page.getByRole("button", { name: "New ecosystem" }).click();
  const making = page.getByRole("form", { name: "New ecosystem" });
  await making.getByLabel("Name").fill("Passing works");
  await making.getByRole("button", { name: "Create", exact: true }).click();
  await page.getByRole("heading", { name: "Set-up" }).waitFor();

  await page.getByRole("button", { name: "Set-up", exact: true }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  const head = page.getByRole("form", { name: "Name and focal firm" });
  await head.getByRole("textbox", { name: "Name" }).fill("Lasting works");
  await head.getByLabel("Value proposition").fill("Presses that never stop");
  await head.getByRole("button", { name: "Save" }).click();
  await head.getByText("Saved.").waitFor();
  const nameNow = async () => (await documentOf("passing-works")).ecosystem.name;
  expect(await nameNow()).toBe("Lasting works");
  await page.getByRole("heading", { name: "Settings" }).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(nameNow, patience).toBe("Passing works");
  // It is said where it can be seen, not to screen readers alone.
  const notice = await page.getByText(/^Undone: /).boundingBox();
  expect(notice!.width).toBeGreaterThan(50);

  await page.getByRole("button", { name: "Copy ecosystem…" }).click();
  await page.getByRole("form", { name: "Copy ecosystem" }).getByRole("button", { name: "Create copy" }).click();
  await page.waitForURL(/\/e\/copy-of-passing-works\/map/);
  expect((await documentOf("copy-of-passing-works")).ecosystem.name).toBe("Copy of Passing works");

  await page.goto(`${stage.origin}/e/passing-works/settings`);
  await page.getByRole("button", { name: "Delete ecosystem…" }).click();
  const form = page.getByRole("form", { name: "Delete ecosystem" });
  await form.getByLabel("Key of Passing works").fill("passing");
  await page.keyboard.press("Enter");
  await form.getByText("Type the key, passing-works, to confirm.").waitFor();
  expect(await nameNow()).toBe("Passing works");
  await form.getByLabel("Key of Passing works").fill("passing-works");
  await page.keyboard.press("Enter");
  await page.getByText("Deleted ecosystems (1)").click();
  expect(await page.getByRole("link", { name: "Passing works", exact: true }).count()).toBe(0);
  await page.getByRole("button", { name: "Restore Passing works" }).click();
  await page.getByRole("link", { name: "Passing works", exact: true }).waitFor();
  await expect.poll(() => page.getByText(/^Deleted ecosystems/).count(), patience).toBe(0);
  expect(await nameNow()).toBe("Passing works");
  for (const key of ["passing-works", "copy-of-passing-works"]) {
    const { ecosystem } = await stage.api(`query ($key: String!) { ecosystem(key: $key) { revision } }`, { key });
    await stage.api(`mutation ($input: DeleteEcosystemInput!) { deleteEcosystem(input: $input) { revision } }`, {
      input: { key, expectedRevision: ecosystem.revision },
    });
  }
});

test("only the creator may delete an ecosystem, and is told so where it is tried", async () => {
  await page.goto(`${stage.origin}/e/untidy/settings`);
  await page.getByRole("button", { name: "Delete ecosystem…" }).click();
  const form = page.getByRole("form", { name: "Delete ecosystem" });
  await form.getByLabel("Key of Untidy works").fill("untidy");
  await page.keyboard.press("Enter");
  await form.getByText(/^Only the person who created an ecosystem may delete it/).waitFor();
  expect((await documentOf("untidy")).ecosystem.name).toBe("Untidy works");
});

test("a reader has no way to any of it", async () => {
  const context = await stage.browser.newContext({ viewport: desk });
  const reader = await context.newPage();
  reader.setDefaultTimeout(patience.timeout);
  await signInAt(reader, await inviteTo({ origin: stage.origin, data: inject("app").data }, "Rita", "reader"));
  await reader.getByText("Untidy works").first().waitFor();
  expect(await reader.getByText(/^Deleted ecosystems|^Settings$/).count()).toBe(0);
  for (const name of ["Tidy", "Settings"]) {
    await reader.goto(`${stage.origin}/e/untidy/${name.toLowerCase()}`);
    await reader.getByRole("heading", { name, exact: true }).waitFor();
    await reader.getByText("You can read this ecosystem but not change it.").waitFor();
    expect(await reader.getByRole("navigation", { name: "Pages" }).getByRole("button").count()).toBe(0);
  }
  await context.close();
});

test("the pages fit desk and phone, and axe finds nothing in either theme", async () => {
  for (const [name, size] of Object.entries({ desk, phone })) {
    await page.setViewportSize(size);
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await openTidy();
      await page.getByRole("button", { name: /^Merge: / }).click();
      await page.getByRole("list", { name: "Records that change" }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
      await page.screenshot({ path: `tests/browser/output/tidy-${name}-${scheme}.png`, fullPage: true });
      expect(await axe(page, scheme, `tidy, ${name}`)).toEqual([]);
      await page.goto(`${stage.origin}/e/untidy/settings`);
      await page.getByRole("button", { name: "Delete ecosystem…" }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
      await page.screenshot({ path: `tests/browser/output/settings-${name}-${scheme}.png`, fullPage: true });
      expect(await axe(page, scheme, `settings, ${name}`)).toEqual([]);
    }
  }
  expect(stage.troubles).toEqual([]);
});
