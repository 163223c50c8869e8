import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { inviteTo } from "../support/app.ts";
import { axe } from "../support/axe.ts";
import { desk, type MapStage, mapStage, patience, phone } from "../support/map-page.ts";

let stage: MapStage;
let page: Page;

beforeAll(async () => {
  stage = await mapStage();
  page = stage.page.page;
  await stage.context.grantPermissions(["clipboard-read", "clipboard-write"]);
});
afterAll(() => stage?.end());

/** What the API is asked until it is so, within what one person may ask in a minute. */
const asking = { ...patience, interval: 1_000 };
const grid = () => page.getByRole("grid");
/** A cell of a row of the open grid, by the name of the row and the place of the column. */
const cell = (row: string, column: number) =>
  grid()
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: row, exact: true }) })
    .locator(`[aria-colindex="${column + 2}"]`);
const open = async (path: string) => {
  await page.goto(`${stage.origin}${path}`);
  await grid().waitFor();
  await stage.page.idle();
};
const copy = (text: string) => page.evaluate((block) => navigator.clipboard.writeText(block), text);
const records = async (key: string, kind: string) => {
  const { ecosystem } = await stage.api(
    `query ($key: String!, $kind: RecordKind!) {
      ecosystem(key: $key) { records(kind: $kind, first: 100) { totalCount edges { node { data } } } }
    }`,
    { key, kind },
  );
  // biome-ignore lint/suspicious/noExplicitAny: each test reads the fields of its kind.
  return ecosystem.records.edges.map(({ node }: { node: { data: any } }) => node.data);
};

const key = "pumps-as-a-service";
const key2 = `/e/${key}`;

test("an ecosystem is set up from nothing to a judged map, without a file and without a mouse", async () => {
  await page.goto(stage.origin);
  await page.getByRole("button", { name: "New ecosystem" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Pumps as a service");
  await page.getByLabel("Value proposition").focus();
  await page.keyboard.type("A mill pays for the water that is pumped.");
  await page.getByRole("button", { name: "Create", exact: true }).focus();
  await page.keyboard.press("Enter");

  await page.getByRole("heading", { name: "Focal firm" }).waitFor();
  // Each step has the focus in its first field, and its heading in sight.
  const focal = page.getByRole("region", { name: "Focal firm" }).locator("input");
  await expect.poll(() => focal.evaluate((it) => it === document.activeElement), patience).toBe(true);
  // The palette opens from a field, and gives the focus back.
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  const isPaletteReady = () => palette.locator("input").evaluate((it) => it === document.activeElement);
  await expect.poll(isPaletteReady, patience).toBe(true);
  await page.keyboard.press("Escape");
  await palette.waitFor({ state: "detached" });
  await expect.poll(() => focal.evaluate((it) => it === document.activeElement), patience).toBe(true);
  await page.keyboard.type("Rotor AG");
  await page.keyboard.press("Enter");

  const names = page.getByLabel("Names, one per line");
  await expect.poll(() => names.evaluate((it) => it === document.activeElement), patience).toBe(true);
  await names.fill("Grey Mill\nBlue Paper\nFlow Analytics\nGiant Cloud, technology firm\nRotor AG\nPlain Pump Co");
  // What is typed survives a reload.
  await page.reload();
  await names.waitFor();
  expect(await names.inputValue()).toContain("Giant Cloud, technology firm");
  const kinds = page.getByRole("table", { name: "Actors to add" });
  expect(await kinds.getByLabel("Kind of Blue Paper").inputValue()).toBe("CUSTOMER");
  await kinds.getByText("Recorded already").waitFor();
  await kinds.getByLabel("Kind of Plain Pump Co").selectOption("Manufacturer");
  await page.getByRole("button", { name: "Add 5 actors and continue" }).press("Enter");

  await page.getByLabel("Predict failures", { exact: true }).check();
  await page.getByLabel("Monitor equipment remotely", { exact: true }).check();
  await page.getByLabel("Name of “Monitor equipment remotely”").fill("Watch pumps");
  await page.getByLabel("Others, one per line").fill("Bill by cubic metre");
  await page.screenshot({ path: "tests/browser/output/setup-activities.png" });
  await page.getByRole("button", { name: "Add 3 activities and continue" }).press("Enter");

  await grid().waitFor();
  await expect.poll(() => page.evaluate(() => scrollY), patience).toBe(0);
  // Rows and columns by name: Flow Analytics predicts failures (second column).
  await cell("Blue Paper", 0).click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("0,5 lead");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("0.3 no lead");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await records(key, "CLAIMS")).length, asking).toBe(2);
  expect(await records(key, "CLAIMS")).toEqual([
    { by: "flow-analytics", about: "flow-analytics", activity: "predict-failures", extent: 0.5, lead: true },
    { by: "flow-analytics", about: "flow-analytics", activity: "watch-pumps", extent: 0.3, lead: false },
  ]);
  const score = page.getByRole("complementary", { name: "Progress" });
  await score.getByRole("img", { name: /^Coherence: \d/ }).waitFor();
  await score
    .getByRole("listitem")
    .filter({ hasText: "Boundaries" })
    .getByText(/% known/)
    .first()
    .waitFor();
  await stage.page.idle();
  await page.screenshot({ path: "tests/browser/output/setup-claims.png" });
  expect(await axe(page, "light", "setup")).toEqual([]);

  // An open question leads to its cell.
  await score.getByRole("link", { name: "Bill by cubic metre" }).click();
  await grid().waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-colindex")), patience)
    .toBe("2");
  await page.goto(`${stage.origin}${key2}/map`);
  await page.getByText("Flow Analytics").first().waitFor();
  const { ecosystem } = await stage.api(`{ ecosystem(key: "${key}") { focal { name } coherence { score coverage } } }`);
  expect(ecosystem.focal.name).toBe("Rotor AG");
  expect(ecosystem.coherence.score).not.toBeNull();
});

test("keys move, type, fill, clear and undo as in a spreadsheet, and edits go as one batch", async () => {
  await open(`${key2}/grids?view=own`);
  await cell("Blue Paper", 0).click();
  const batches: string[] = [];
  page.on("request", (request) => {
    if (request.postData()?.includes('"changes":')) batches.push(request.postData()!);
  });
  await page.keyboard.type("0.2");
  await page.keyboard.press("Tab");
  await page.keyboard.type("0.4");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await records(key, "CLAIMS")).length, asking).toBe(4);
  expect(batches).toHaveLength(1);

  // Fill down over three rows, of which the second has a claim already.
  await cell("Blue Paper", 1).click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.getByText("3 rows × 1 column").waitFor();
  await page.keyboard.press("Control+d");
  const extents = async (activity: string) =>
    Object.fromEntries(
      (await records(key, "CLAIMS"))
        .filter((claim: { activity: string }) => claim.activity === activity)
        .map(({ about, extent, lead }: { about: string; extent: number; lead?: boolean }) => [about, [extent, lead]]),
    );
  const filled = { "blue-paper": [0.4, undefined], "flow-analytics": [0.4, true], "giant-cloud": [0.4, undefined] };
  await expect.poll(() => extents("predict-failures"), asking).toEqual(filled);

  await page.keyboard.press("Delete");
  await expect.poll(() => extents("predict-failures"), asking).toEqual({});
  await page.keyboard.press("Control+z");
  await expect.poll(() => extents("predict-failures"), asking).toEqual(filled);
  await expect.poll(() => cell("Giant Cloud", 1).innerText(), patience).toContain("40%");

  // Copied cells come as a spreadsheet takes them; unknown is empty.
  await cell("Blue Paper", 0).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+c");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), patience).toBe("20%\t40%\t");
});

test("what is being typed stays when the answer to the cell before comes", async () => {
  await open(`${key2}/grids?view=own`);
  await cell("Blue Paper", 2).click();
  await page.keyboard.type("0.3");
  const answered = page.waitForResponse((response) => response.request().postData()?.includes('"changes":') === true);
  await page.keyboard.press("Enter");
  await page.keyboard.type("0.");
  await answered;
  await stage.page.idle();
  expect(await page.getByLabel("Flow Analytics, Watch pumps").inputValue()).toBe("0.");
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  const extents = async () =>
    Object.fromEntries(
      (await records(key, "CLAIMS"))
        .filter((claim: { activity: string }) => claim.activity === "watch-pumps")
        .map(({ about, extent }: { about: string; extent: number }) => [about, extent]),
    );
  await expect.poll(extents, asking).toEqual({ "blue-paper": 0.3, "flow-analytics": 0.7 });
});

test("what is typed stays in its row while changes are stored and somebody else adds a row above", async () => {
  await open(`${key2}/grids?view=own`);
  await cell("Giant Cloud", 2).click();
  await page.keyboard.type("0.7");
  await page.keyboard.press("Enter");
  // The grid goes down by itself: Grey Mill is the next row.
  await page.keyboard.type("0.1");
  const own = async (about: string) =>
    (await records(key, "CLAIMS")).find((claim: { about: string; activity: string }) => {
      return claim.about === about && claim.activity === "watch-pumps";
    });
  await expect.poll(async () => (await own("giant-cloud"))?.extent, asking).toBe(0.7);
  await stage.api(`mutation ($input: ChangeRecordsInput!) { changeRecords(input: $input) { errors { message } } }`, {
    input: { ecosystem: key, changes: [{ actor: { key: "aqua", name: "Aqua", kinds: ["OTHER"] } }] },
  });
  await page
    .getByText(/^\d+ rows/)
    .filter({ hasText: "7 rows" })
    .waitFor();
  await stage.page.idle();
  await page.keyboard.type("5 lead");
  await page.keyboard.press("Enter");
  await expect.poll(() => own("grey-mill"), asking).toMatchObject({ extent: 0.15, lead: true });
  await grid().getByRole("rowheader", { name: "Aqua" }).waitFor();
  const active = () => page.evaluate(() => document.activeElement?.closest("[role=row]")?.textContent ?? "");
  await expect.poll(active, patience).toContain("Plain Pump Co");
});

test("a pasted block shows its wrong cells in place and stores nothing before it is told to", async () => {
  const names = Array.from({ length: 90 }, (_, at) => ({
    actor: { key: `firm-${at}`, name: `Firm ${String(at).padStart(3, "0")}`, kinds: ["OTHER"] },
  }));
  const activities = Array.from({ length: 57 }, (_, at) => ({
    activity: { key: `work-${at}`, name: `Work ${String(at).padStart(2, "0")}` },
  }));
  await stage.api(`mutation ($input: ChangeRecordsInput!) { changeRecords(input: $input) { errors { message } } }`, {
    input: { ecosystem: key, changes: [...names, ...activities] },
  });
  const before = (await records(key, "CLAIMS")).length;
  await open(`${key2}/grids?view=own&q=Firm`);
  // 84 × 60: of 5,040 cells seven are wrong.
  const wrong = new Map([
    [0, "2"],
    [61, "much"],
    [1000, "-1"],
    [2000, "lead"],
    [3000, "1.5 lead"],
    [4000, "0.5.1"],
    [5039, "yes"],
  ]);
  const block = Array.from({ length: 84 }, (_, row) =>
    Array.from({ length: 60 }, (_, column) => wrong.get(row * 60 + column) ?? "0.5").join("\t"),
  );
  await copy(block.join("\r\n"));
  await cell("Firm 000", 0).click();
  await page.keyboard.press("Control+v");
  const notice = page.getByRole("region", { name: "Not stored" });
  await notice.getByText("7 cells have an error").waitFor();
  expect(await cell("Firm 000", 0).getAttribute("aria-invalid")).toBe("true");
  expect(await cell("Firm 000", 0).innerText()).toContain(
    "Extent: write 2% where 2 of 100 is meant, or a number from 0 to 1.",
  );
  expect((await records(key, "CLAIMS")).length).toBe(before);
  await page.screenshot({ path: "tests/browser/output/grids-pasted.png" });

  // Nothing of it is lost by a reload.
  await page.reload();
  await notice.getByText("7 cells have an error").waitFor();
  await notice.getByRole("button", { name: "Next error" }).click();
  await page.getByRole("status").filter({ hasText: "Extent: write 2%" }).first().waitFor();
  await notice.getByRole("button", { name: "Store 5,033 cells" }).click();
  const total = async () => {
    const { ecosystem } = await stage.api(
      `{ ecosystem(key: "${key}") { records(kind: CLAIMS, first: 1) { totalCount } } }`,
    );
    return ecosystem.records.totalCount;
  };
  await expect.poll(total, asking).toBe(before + 5_033);
  await notice.getByText("7 cells have an error").waitFor();
  // The first is corrected where it stands.
  await cell("Firm 000", 0).click();
  await page.keyboard.type("0.2");
  await page.keyboard.press("Enter");
  await expect.poll(total, asking).toBe(before + 5_034);
  await notice.getByText("6 cells have an error").waitFor();
  await notice.getByRole("button", { name: "Discard" }).click();
  await notice.waitFor({ state: "detached" });
});

test("a row of a plain grid becomes a record when it is complete", async () => {
  await stage.asAnother(await inviteTo(inject("app"), "Grid editor"));
  await open(`${key2}/grids?grid=all-offerings`);
  await page.getByRole("row").last().getByRole("gridcell").first().click();
  await page.keyboard.type("Pump watch");
  await page.keyboard.press("Tab");
  await page.getByText("Not stored yet: add Provider and Type.").first().waitFor();
  await page.keyboard.type("rotor ag");
  await page.keyboard.press("Tab");
  await page.keyboard.type("advanced");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => records(key, "OFFERINGS"), asking)
    .toEqual([{ key: "pump-watch", name: "Pump watch", provider: "rotor-ag", type: "ADVANCED_SERVICE" }]);
});

test("the first claim is gone on with in the grid of all claims: the view that it makes the usual one waits", async () => {
  const first = "first-claim";
  await stage.api(`mutation { setEcosystem(input: { key: "${first}", name: "First claim" }) { errors { message } } }`);
  await stage.api(`mutation ($input: ChangeRecordsInput!) { changeRecords(input: $input) { errors { message } } }`, {
    input: {
      ecosystem: first,
      changes: [
        { actor: { key: "rotor", name: "Rotor", kinds: ["MANUFACTURER"] } },
        { activity: { key: "make", name: "Make pumps" } },
      ],
    },
  });
  await open(`/e/${first}/grids?grid=all-claims`);
  await cell("New", 0).click();
  const typeClaim = async (texts: readonly string[], lead: string) => {
    for (const text of texts) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type(lead);
    await page.keyboard.press("Enter");
  };
  await typeClaim(["Rotor", "Rotor", "Make pumps", "0.8"], "Yes");
  await expect
    .poll(() => records(first, "CLAIMS"), asking)
    .toEqual([{ by: "rotor", about: "rotor", activity: "make", extent: 0.8, lead: true }]);
  // A row that is not complete is left behind: what is typed on belongs to the record that the next one has become.
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("Rotor");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await typeClaim(["Rotor", "Make pumps", "0.3"], "No");
  await expect
    .poll(async () => (await records(first, "CLAIMS")).find(({ by }: { by?: string }) => by === undefined), asking)
    .toEqual({ about: "rotor", activity: "make", extent: 0.3, lead: false });
});

test("Enter goes from one new row to the next, and stays in the last row of a grid", async () => {
  await open(`${key2}/grids?grid=all-topics`);
  const active = () =>
    page.evaluate(() => {
      const row = document.activeElement?.closest("[role=row]");
      return [
        row?.querySelector("[role=rowheader]")?.textContent,
        document.activeElement?.getAttribute("aria-colindex"),
      ];
    });
  await cell("New", 0).click();
  await page.keyboard.type("Who owns the data");
  await page.keyboard.press("Enter");
  await expect.poll(active, patience).toEqual(["New", "2"]);
  await page.keyboard.type("Remote stop");
  await page.keyboard.press("Enter");
  await expect.poll(active, patience).toEqual(["New", "2"]);
  await expect.poll(async () => (await records(key, "TOPICS")).length, asking).toBe(2);
  // A row that is begun in its last field is gone on with in its first one.
  await page.keyboard.press("End");
  await page.keyboard.type("t-price");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("Price");
  await page.keyboard.press("Enter");
  await expect.poll(active, patience).toEqual(["New", "2"]);
  await expect.poll(async () => (await records(key, "TOPICS")).length, asking).toBe(3);
  expect((await records(key, "TOPICS")).map(({ name }: { name: string }) => name).sort()).toEqual([
    "Price",
    "Remote stop",
    "Who owns the data",
  ]);
  await open(`${key2}/grids?grid=topics&q=Rotor`);
  await cell("Rotor AG", 0).click();
  await page.keyboard.type("4");
  await page.keyboard.press("Enter");
  await expect.poll(active, patience).toEqual(["Rotor AG", "2"]);
});

test("grids and set-up fit a phone and pass axe in either theme", async () => {
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const [name, size] of [
      ["desk", desk],
      ["phone", phone],
    ] as const) {
      await page.setViewportSize(size);
      for (const path of [
        "/e/sysco/grids?view=own",
        "/e/sysco/grids?grid=data-sharing",
        "/e/sysco/setup?step=actors",
      ]) {
        await page.goto(stage.origin + path);
        await page.locator("h1").first().waitFor();
        if (path.includes("/grids")) await page.getByRole("grid").waitFor();
        await stage.page.idle();
        const shot = path.replace(/\W+/g, "-");
        await page.screenshot({ path: `tests/browser/output/grids${shot}-${name}-${scheme}.png` });
        expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, size.width]);
        if (name === "desk") expect(await axe(page, scheme, path)).toEqual([]);
      }
    }
  }
  await page.setViewportSize(desk);
});

test("no page logged an error or a warning", () => {
  expect(stage.troubles).toEqual([]);
});
