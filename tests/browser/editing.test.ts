import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { inviteTo } from "../support/app.ts";
import { axe } from "../support/axe.ts";
import { desk, type MapPage, type MapStage, mapStage, patience, phone } from "../support/map-page.ts";
import { signInAt } from "../support/sign-in.ts";

let stage: MapStage;
let map: MapPage;
let page: Page;
let selected: string;

interface Record {
  id: string;
  data: { [field: string]: unknown };
}

beforeAll(async () => {
  stage = await mapStage();
  map = stage.page;
  page = map.page;
  const { ecosystem } = await stage.api(
    `{ ecosystem(key: "sysco") { search(text: "Everspool", kind: ACTORS, first: 1) { node { id } } } }`,
  );
  selected = ecosystem.search[0].node.id;
});
afterAll(() => stage?.end());

const inspector = () => page.getByRole("complementary", { name: "Inspector" });
const open = async (id = selected) => {
  await map.open(`?selected=${encodeURIComponent(id)}`);
  await inspector().getByRole("button", { name: "Edit name" }).waitFor();
};
const stored = async (kind: string, test: (data: Record["data"]) => boolean): Promise<Record | undefined> => {
  for (let after: string | null = null; ; ) {
    const { ecosystem } = await stage.api(
      `query ($kind: RecordKind!, $after: String) { ecosystem(key: "sysco") {
        records(kind: $kind, first: 100, after: $after) { edges { node { id data } } pageInfo { endCursor hasNextPage } }
      } }`,
      { kind, after },
    );
    const { edges, pageInfo } = ecosystem.records;
    const found = edges.map(({ node }: { node: Record }) => node).find(({ data }: Record) => test(data));
    if (found || !pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
};
const everspool = async () => (await stored("ACTORS", ({ key }) => key === "everspool"))?.data;
const changeByAdmin = async (fields: object) => {
  const { node } = await stage.api(`query ($id: ID!) { node(id: $id) { ... on Fact { version } } }`, { id: selected });
  const { changeRecords } = await stage.api(
    `mutation ($input: ChangeRecordsInput!) { changeRecords(input: $input) { revision errors { message } } }`,
    {
      input: {
        ecosystem: "sysco",
        changes: [{ actor: { key: "everspool", expectedVersion: node.version, ...fields } }],
      },
    },
  );
  expect(changeRecords.errors).toEqual([]);
};

test("a value is edited where it is read, by keyboard alone; Escape leaves it; Ctrl Z and Ctrl Shift Z take it back and again", async () => {
  await open();
  await inspector().getByRole("button", { name: "Edit name" }).press("Enter");
  const field = inspector().getByRole("textbox", { name: "Name" });
  await field.fill("Something else");
  await field.press("Escape");
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Edit name");
  await page.keyboard.press("Enter");
  await field.fill("");
  await field.press("Enter");
  await inspector().getByText("Name is missing: add it.").waitFor();
  await field.fill("Everspool Group");
  await field.press("Enter");
  await expect.poll(async () => (await everspool())?.name, patience).toBe("Everspool Group");
  await inspector().getByRole("heading", { name: "Everspool Group" }).waitFor();
  await inspector().getByRole("button", { name: "Close inspector" }).focus();
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await everspool())?.name, patience).toBe("Everspool");
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(async () => (await everspool())?.name, patience).toBe("Everspool Group");
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await everspool())?.name, patience).toBe("Everspool");
});

test("a form left open is open after a reload with what was typed; what is missing is told at its field; the claim is added", async () => {
  await open();
  await inspector().getByRole("button", { name: "Add claim" }).click();
  const form = page.getByRole("form", { name: "Add claim" });
  await form.getByRole("textbox", { name: "Extent" }).fill("35");
  await page.reload();
  await map.ready();
  await form.getByText("What you had typed has been restored.").waitFor();
  expect(await form.getByRole("textbox", { name: "Extent" }).inputValue()).toBe("35");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await form.getByText("Activity is missing: add it.").waitFor();
  const activity = form.getByRole("textbox", { name: "Activity" });
  await activity.fill("quality");
  await form.getByRole("option", { name: "Optimise quality" }).click();
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await form.waitFor({ state: "detached" });
  const isOurs = ({ about, by, extent }: Record["data"]) =>
    about === "everspool" && by === undefined && extent === 0.35;
  expect((await stored("CLAIMS", isOurs))?.data).toMatchObject({ about: "everspool", extent: 0.35 });
  await inspector().getByRole("button", { name: "Close inspector" }).focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => stored("CLAIMS", isOurs), patience).toBeUndefined();
});

test("a change that somebody else makes to another field is kept; of the same field the person chooses", async () => {
  await open();
  await inspector().getByRole("button", { name: "Founded" }).click();
  await changeByAdmin({ employees: 321 });
  await inspector().getByRole("textbox", { name: "Founded" }).fill("1931");
  await page.keyboard.press("Enter");
  await expect.poll(everspool, patience).toMatchObject({ founded: 1931, employees: 321 });
  await inspector().getByText("321").waitFor();

  await inspector().getByRole("button", { name: "Edit founded" }).click();
  await changeByAdmin({ founded: 1940 });
  await inspector().getByRole("textbox", { name: "Founded" }).fill("1950");
  await page.keyboard.press("Enter");
  const conflict = page.getByRole("alert", { name: /^Conflict/ });
  await conflict.waitFor();
  expect((await everspool())?.founded).toBe(1940);
  await page.screenshot({ path: "tests/browser/output/conflict.png" });
  expect(await axe(page, "light", "a conflict")).toEqual([]);
  await conflict.getByRole("radio", { name: "1950" }).check();
  await conflict.getByRole("button", { name: "Save choice" }).click();
  await expect.poll(async () => (await everspool())?.founded, patience).toBe(1950);
  await conflict.waitFor({ state: "detached" });
});

test("without a connection a change waits, survives a closed page, and is sent when the connection is back", async () => {
  await open();
  const isGraphql = "**/graphql";
  await page.route(isGraphql, (route) => route.abort());
  await inspector()
    .getByRole("button", { name: /Website/ })
    .click();
  await inspector().getByRole("textbox", { name: "Website" }).fill("https://everspool.example/new");
  await page.keyboard.press("Enter");
  await page.getByText("1 change is not saved yet.").waitFor();
  await inspector().getByText("not saved yet").first().waitFor();
  await page.screenshot({ path: "tests/browser/output/offline.png" });
  expect((await everspool())?.website).not.toBe("https://everspool.example/new");
  await page.unroute(isGraphql);
  await page.reload();
  await expect.poll(async () => (await everspool())?.website, patience).toBe("https://everspool.example/new");
  // The browser tells of the requests that were cut off on purpose.
  stage.troubles.splice(0, stage.troubles.length, ...stage.troubles.filter((text) => !text.includes("ERR_FAILED")));
});

test("facts that are entered while one works from a source rest on it", async () => {
  await stage.asAnother(await inviteTo(inject("app"), "Another editor"));
  await open();
  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: "Search records and commands" }).fill("work from");
  await page.keyboard.press("Enter");
  const bar = page.getByRole("region", { name: "Source" });
  await bar.getByRole("textbox", { name: "Work from a source" }).fill("Annual report of Everspool");
  await bar.getByRole("option", { name: /^Create evidence/ }).click();
  await bar.getByRole("button", { name: "Stop" }).waitFor();
  await inspector()
    .getByRole("button", { name: /Other names/ })
    .click();
  await inspector().getByRole("combobox", { name: "Other names" }).fill("Ever Spool AB");
  await page.keyboard.press("Enter");
  await inspector().getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(everspool, patience).toMatchObject({
    aliases: expect.arrayContaining(["Ever Spool AB"]),
    evidence: expect.arrayContaining(["annual-report-of-everspool"]),
  });
  await bar.getByRole("button", { name: "Stop" }).click();
  await bar.waitFor({ state: "detached" });
});

test("deleting tells what refers to the record, and its history reverts a change", async () => {
  await open();
  await inspector().getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  const form = page.getByRole("form", { name: "Delete actor" });
  await form.getByRole("button", { name: "Delete", exact: true }).click();
  await form.getByRole("button", { name: "Delete with what refers to it" }).waitFor();
  expect(await form.innerText()).toContain('Other records refer to the actor "everspool"');
  await page.keyboard.press("Escape");
  await form.waitFor({ state: "detached" });
  expect(await everspool()).toBeDefined();

  await inspector().getByText("History", { exact: true }).click();
  const entry = inspector().getByRole("listitem").filter({ hasText: "Other names" }).first();
  await entry.getByRole("button", { name: /^Revert/ }).click();
  await expect.poll(async () => (await everspool())?.aliases ?? [], patience).not.toContain("Ever Spool AB");
});

test("on a phone and in either theme the form fits the screen, and axe finds no violation", async () => {
  for (const [size, name] of [
    [phone, "phone"],
    [desk, "desk"],
  ] as const)
    for (const scheme of ["light", "dark"] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: scheme });
      await open();
      await inspector().getByRole("button", { name: "Edit confidence" }).click();
      await inspector().getByRole("button", { name: "Add move" }).click();
      await page.getByRole("form", { name: "Add move" }).waitFor();
      await map.idle();
      await page.screenshot({ path: `tests/browser/output/editing-${name}-${scheme}.png` });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
      expect(await axe(page, scheme, `the inspector on a ${name}`)).toEqual([]);
    }
  await page.emulateMedia({ colorScheme: "light" });
});

test("a reader sees the facts and no control that would change them", async () => {
  const { origin, data } = inject("app");
  const reader = await stage.browser.newContext({ viewport: desk });
  const other = await reader.newPage();
  await signInAt(other, await inviteTo({ origin, data }, "A reader", "reader"));
  await other.goto(`${origin}/e/sysco/map?selected=${encodeURIComponent(selected)}`);
  const shown = other.getByRole("complementary", { name: "Inspector" });
  await shown.getByRole("heading", { name: "Evidence" }).waitFor();
  await shown.getByText("Employees").waitFor();
  expect(await shown.getByRole("button", { name: /^(Edit|Add|More)/ }).count()).toBe(0);
  await reader.close();
});

test("no page logged an error or a warning", () => {
  expect(stage.troubles).toEqual([]);
});
