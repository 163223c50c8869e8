import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe } from "../support/axe.ts";
import { desk, type MapStage, mapStage, patience, phone } from "../support/map-page.ts";

let stage: MapStage;
let page: Page;

beforeAll(async () => {
  stage = await mapStage();
  page = stage.page.page;
});
afterAll(() => stage?.end());

const threats = async (search = "") => {
  await page.goto(`${stage.origin}/e/sysco/threats${search}`);
  await page.getByRole("region", { name: "Moves and responses" }).waitFor();
  await stage.page.idle();
};
const unansweredCount = async () =>
  Number(await page.locator("dt", { hasText: "Unanswered moves" }).locator("xpath=../dd").textContent());
const focusedRival = () =>
  page.evaluate(() => document.activeElement?.closest("[data-rival]")?.getAttribute("data-rival"));
const isOnRow = () => page.evaluate(() => document.activeElement?.tagName === "SUMMARY");

test("three rivals are tagged by keys alone, and the focus stays on the row", async () => {
  await threats();
  const order: string[] = [];
  for (const reason of ["Sells the same lines.", "Buys analysts.", "Grows in services."]) {
    await page.keyboard.press("j");
    const rival = await focusedRival();
    order.push(rival!);
    await page.keyboard.press("t");
    await page.getByRole("combobox", { name: "Competitor type" }).waitFor();
    await page.keyboard.type("Other");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(reason);
    await page.keyboard.press("Enter");
    await page.getByText(/^Tagged: /).waitFor();
    expect([await focusedRival(), await isOnRow()]).toEqual([rival, true]);
  }
  expect(new Set(order).size).toBe(3);
  const { ecosystem } = await stage.api(
    `{ ecosystem(key: "sysco") { records(kind: TAGS, first: 100) { edges { node { data } } } } }`,
  );
  const tags = ecosystem.records.edges.map(({ node }: { node: { data: Record<string, string> } }) => node.data);
  const stored = order.map((rival) => tags.find(({ actor, type }: Record<string, string>) => actor === rival && type));
  expect(stored.map(({ type, reason }) => [type, reason])).toEqual([
    ["OTHER", "Sells the same lines."],
    ["OTHER", "Buys analysts."],
    ["OTHER", "Grows in services."],
  ]);
});

test("K goes back, E shows the evidence below the row without leaving it, and Escape closes it", async () => {
  const from = await focusedRival();
  await page.keyboard.press("k");
  const to = await focusedRival();
  expect(to).not.toBe(from);
  await page.keyboard.press("e");
  await page
    .getByRole("region", { name: /^Evidence for / })
    .getByRole("listitem")
    .first()
    .waitFor();
  expect([await focusedRival(), await isOnRow()]).toEqual([to, true]);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByRole("region", { name: /^Evidence for / }).count(), patience).toBe(0);
});

test("the keys are in the list of shortcuts, and off where single keys are", async () => {
  await page.keyboard.press("Shift+?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await help.getByText("Tag the rival").waitFor();
  await help.getByRole("switch", { name: "Single-key shortcuts" }).click();
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "detached" });
  await page.keyboard.press("t");
  expect(await page.getByRole("combobox", { name: "Competitor type" }).count()).toBe(0);
  expect(await page.locator(".key-hints").count()).toBe(0);
  await page.evaluate(() => localStorage.removeItem("ecotone-single-keys"));
});

test("a move is logged with M, answered with R, and its status changes with one click", async () => {
  await threats();
  const before = await unansweredCount();
  await page.keyboard.press("j");
  const rival = await focusedRival();
  await page.keyboard.press("m");
  const form = page.getByRole("form", { name: /^Log a move of / });
  await form.getByLabel("Title").waitFor();
  await page.keyboard.type("Opens a remote centre in Oulu");
  await form.getByLabel("Type").selectOption({ label: "Expansion" });
  await form.getByLabel("Activities", { exact: true }).fill("Support from remote");
  await page.getByRole("option", { name: "Support from remote centres" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("Logged: Opens a remote centre in Oulu.").waitFor();
  await expect.poll(unansweredCount, patience).toBe(before + 1);
  expect(await focusedRival()).toBe(rival);

  await page.keyboard.press("r");
  const answer = page.getByRole("form", { name: /^Respond to .*Opens a remote centre in Oulu$/ });
  await answer.getByLabel("Title").waitFor();
  await page.keyboard.type("A centre of our own");
  await page.keyboard.press("Enter");
  await page.getByText("Response recorded: A centre of our own.").waitFor();
  await expect.poll(unansweredCount, patience).toBe(before);

  const given = page.getByRole("group", { name: /^Response to .*Opens a remote centre in Oulu$/ });
  await given.getByRole("button", { name: "Planned" }).click();
  await expect.poll(unansweredCount, patience).toBe(before + 1);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(unansweredCount, patience).toBe(before);
  await expect
    .poll(() => given.getByRole("button", { name: "Done" }).getAttribute("aria-pressed"), patience)
    .toBe("true");
});

test("a response that was being written survives a reload", async () => {
  await page
    .getByRole("button", { name: /^Respond to / })
    .first()
    .click();
  await page
    .getByRole("form", { name: /^Respond to / })
    .getByLabel("Title")
    .fill("Half a thought");
  await page.reload();
  expect(
    await page
      .getByRole("form", { name: /^Respond to / })
      .getByLabel("Title")
      .inputValue(),
  ).toBe("Half a thought");
  await page
    .getByRole("form", { name: /^Respond to / })
    .getByRole("button", { name: "Discard" })
    .click();
});

test("the forms fit a phone, and axe finds nothing in either theme", async () => {
  await page.setViewportSize(phone);
  await threats();
  await page
    .getByRole("button", { name: /^Respond to / })
    .first()
    .click();
  await page
    .getByRole("form", { name: /^Respond to / })
    .getByLabel("Title")
    .waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: `tests/browser/output/moves-phone-${scheme}.png` });
    expect(await axe(page, scheme, "threats on a phone")).toEqual([]);
  }
  await page
    .getByRole("form", { name: /^Respond to / })
    .getByRole("button", { name: "Cancel" })
    .click();
  await page.setViewportSize(desk);
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await threats();
    await page.keyboard.press("j");
    await page.keyboard.press("t");
    await page.getByRole("combobox", { name: "Competitor type" }).waitFor();
    await page.screenshot({ path: `tests/browser/output/moves-desk-${scheme}.png` });
    expect(await axe(page, scheme, "threats")).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("region", { name: "Moves and responses" }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: `tests/browser/output/moves-list-${scheme}.png` });
  }
});

test("a relation is added in plain words, shown before it is stored, and undone", async () => {
  const relations = async () => {
    const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { records(kind: RELATIONS) { totalCount } } }`);
    return ecosystem.records.totalCount as number;
  };
  await page.emulateMedia({ colorScheme: "light" });
  await stage.page.open();
  const before = await relations();
  await page.keyboard.press("+");
  const dialog = page.getByRole("dialog", { name: "Quick add" });
  const box = dialog.getByLabel("Facts in plain words");
  await box.fill("Everspool supplies Helioqu since 12 Mar 2026");
  await dialog.getByText("since 12 Mar 2026").last().waitFor();
  const sentence = dialog.getByRole("list", { name: "Understood as" });
  await expect.poll(() => sentence.textContent(), patience).toBe("Everspool supplies Helioquant since 12 Mar 2026");
  expect(await relations()).toBe(before);
  await box.press("Enter");
  await dialog.getByText("Added Everspool supplies Helioquant since 12 Mar 2026.").waitFor();
  expect(await relations()).toBe(before + 1);
  expect(await box.inputValue()).toBe("");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(relations, patience).toBe(before);
});

test("of a pasted list what is understood is added, and the rest stays with its faults underlined", async () => {
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("Everspool partners with Quietbearing");
  await page.getByText("Add as a fact").waitFor();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Quick add" });
  const box = dialog.getByLabel("Facts in plain words");
  await box.waitFor();
  await expect.poll(() => box.inputValue(), patience).toBe("Everspool partners with Quietbearing");
  await box.fill("Everspool partners with Quietbearing\nEverspool likes Quietbearing\n+ Vibra Nord as start-up");
  await dialog.getByRole("button", { name: "Add 2 of 3" }).waitFor();
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({ path: `tests/browser/output/quick-add-${size.width}-${scheme}.png` });
      expect(await axe(page, scheme, "quick add")).toEqual([]);
    }
  }
  await page.setViewportSize(desk);
  await dialog.getByRole("button", { name: "Add 2 of 3" }).click();
  await dialog.getByText("Added 2 records.").waitFor();
  expect(await box.inputValue()).toBe("Everspool likes Quietbearing");
  expect(await dialog.locator("u").textContent()).toBe("Everspool likes Quietbearing");
  await dialog.getByRole("button", { name: "Clear" }).click();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  // The palette, from which it was opened, cannot have the focus back.
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  await expect.poll(focused, patience).toBe("Quick add");
});

test("no page logged an error or a warning", () => {
  expect(stage.troubles).toEqual([]);
});
