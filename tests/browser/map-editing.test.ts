import type { NodeSingular } from "cytoscape";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { inviteTo } from "../support/app.ts";
import { axe } from "../support/axe.ts";
import { desk, MapPage, type MapStage, mapStage, patience, phone } from "../support/map-page.ts";
import { watchWork } from "../support/page-work.ts";
import { signInAt } from "../support/sign-in.ts";

let stage: MapStage;
let page: Page;

beforeAll(async () => {
  stage = await mapStage();
  page = stage.page.page;
});
afterAll(() => stage?.end());

/** Records of a kind as the document has them. */
async function stored(kind: string): Promise<Record<string, unknown>[]> {
  const { ecosystem } = await stage.api(
    `query ($kind: RecordKind!) {
      ecosystem(key: "sysco") { records(kind: $kind, first: 100) { totalCount edges { node { data } } } }
    }`,
    { kind },
  );
  return ecosystem.records.edges.map(({ node }: { node: { data: Record<string, unknown> } }) => node.data);
}
const countOf = async (kind: string) => {
  const { ecosystem } = await stage.api(
    `query ($kind: RecordKind!) { ecosystem(key: "sysco") { records(kind: $kind) { totalCount } } }`,
    { kind },
  );
  return ecosystem.records.totalCount as number;
};
const find = async (kind: string, key: string) => {
  const { ecosystem } = await stage.api(
    `query ($kind: RecordKind!, $text: String!) {
      ecosystem(key: "sysco") { search(text: $text, kind: $kind, first: 5) { node { ... on Fact { asRecord { key data } } } } }
    }`,
    { kind, text: key },
  );
  return ecosystem.search.map(({ node }: { node: { asRecord: { data: unknown } } }) => node.asRecord.data);
};
const pinsOf = async () => {
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { layout(lens: NETWORK) { key x y } } }`);
  return ecosystem.layout as { key: string; x: number; y: number }[];
};
// Requests per minute are limited: the API is not asked as often as the page.
const storedSoon = { ...patience, interval: 700 };
const form = (name: string) => page.getByRole("form", { name });
const undo = () => page.keyboard.press("ControlOrMeta+z");
const closed = (name: string) => form(name).waitFor({ state: "detached" });

/** A place of the canvas without a node near it, in pixels of the page. */
async function emptyPlace(map = stage.page): Promise<{ x: number; y: number }> {
  await map.rest();
  const box = (await map.page.locator(".canvas-core").boundingBox())!;
  const { x, y } = await map.canvas((cy) => {
    const nodes = cy.nodes().map((node) => node.renderedBoundingBox());
    let [best, most] = [{ x: 0, y: 0 }, -1];
    for (let x = 380; x < cy.width() - 120; x += 40)
      for (let y = 80; y < cy.height() - 80; y += 40) {
        const room = Math.min(
          ...nodes.map(({ x1, x2, y1, y2 }) => Math.hypot(Math.max(x1 - x, 0, x - x2), Math.max(y1 - y, 0, y - y2))),
        );
        if (room > most) [best, most] = [{ x, y }, room];
      }
    return best;
  }, null);
  return { x: Math.round(box.x + x), y: Math.round(box.y + y) };
}

test("a double click in Network adds an actor that is pinned there, and one undo takes back both", async () => {
  await stage.page.open();
  const [actors, pins] = [await countOf("ACTORS"), (await pinsOf()).length];
  const at = await emptyPlace();
  await page.mouse.dblclick(at.x, at.y);
  await form("Add actor").getByLabel("Name").waitFor();
  await form("Add actor").getByText("It will be pinned at this place.").waitFor();
  await form("Add actor").getByLabel("Name").fill("Zimmerdal Analytics");
  expect(await form("Add actor").getByLabel("Kind").inputValue()).toBe("ANALYST");
  await page.keyboard.press("Enter");
  await closed("Add actor");
  await expect
    .poll(() => find("ACTORS", "Zimmerdal"), storedSoon)
    .toMatchObject([{ key: "zimmerdal-analytics", name: "Zimmerdal Analytics", kinds: ["ANALYST"] }]);
  // Pixels between where it was added and where it is drawn.
  const apart = async () => {
    const drawn = await stage.page.pixelOf("Zimmerdal Analytics");
    return Math.hypot(drawn.x - at.x, drawn.y - at.y);
  };
  await expect.poll(apart, patience).toBeLessThan(4);
  const pinned = (await pinsOf()).find(({ key }) => key === "zimmerdal-analytics")!;
  const placed = async () => (await stage.page.places())["Zimmerdal Analytics"];
  await expect.poll(placed, patience).toEqual({ x: pinned.x, y: pinned.y });
  await undo();
  await expect.poll(() => countOf("ACTORS"), storedSoon).toBe(actors);
  await expect.poll(async () => (await pinsOf()).length, storedSoon).toBe(pins);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(() => countOf("ACTORS"), storedSoon).toBe(actors + 1);
  await expect.poll(apart, patience).toBeLessThan(4);
  await undo();
  await expect.poll(() => countOf("ACTORS"), storedSoon).toBe(actors);
});

test("N adds an actor where the pointer is, Escape leaves it, and what was typed survives both it and a reload", async () => {
  const at = await emptyPlace();
  await page.mouse.move(at.x, at.y);
  await page.keyboard.press("n");
  await form("Add actor").getByLabel("Name").waitFor();
  await page.keyboard.type("Half a na");
  await page.reload();
  await expect.poll(() => form("Add actor").getByLabel("Name").inputValue(), patience).toBe("Half a na");
  await form("Add actor").getByLabel("Name").focus();
  await page.keyboard.press("Escape");
  await closed("Add actor");
  await page.keyboard.press("n");
  await form("Add actor").getByText("What you had typed has been restored.").waitFor();
  await form("Add actor").getByRole("button", { name: "Discard" }).click();
  await closed("Add actor");
  await page.keyboard.press("n");
  expect(await form("Add actor").getByLabel("Name").inputValue()).toBe("");
  await page.keyboard.press("Enter");
  await form("Add actor").getByText("Name is missing: add it.").waitFor();
  await page.keyboard.press("Escape");
  await closed("Add actor");
});

test("in lenses where place is computed the form says where the actor will stand", async () => {
  for (const [lens, sentence] of [
    ["positions", "between manufacturer and service provider once claims"],
    ["rivals", "overlap and common customers with SysCo"],
  ] as const) {
    await stage.page.open(`?lens=${lens}`);
    await page.keyboard.press("n");
    await form("Add actor").getByText(sentence).waitFor();
    await page.keyboard.press("Escape");
    await closed("Add actor");
  }
});

/** Moves the pointer over a node and to its handle. */
async function handleOf(name: string) {
  const node = await stage.page.pixelOf(name);
  await page.mouse.move(node.x, node.y - 1);
  await page.mouse.move(node.x, node.y);
  const handle = page.locator(".canvas-handle");
  await handle.waitFor();
  const box = (await handle.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("a handle dragged from one actor to another relates them, in either direction, and undo takes it back", async () => {
  await stage.asAnother(await inviteTo(inject("app"), "Map editor 1"));
  await stage.page.open();
  const before = await countOf("RELATIONS");
  const to = await stage.page.pixelOf("Helioquant");
  await stage.page.drag(await handleOf("Everspool"), to);
  const asked = form("Add relation");
  await asked.getByRole("radio", { name: "Helioquant depends on Everspool" }).check();
  await page.screenshot({ path: "tests/browser/output/map-relation.png" });
  await page.keyboard.press("Enter");
  await closed("Add relation");
  const relation = (all: Record<string, unknown>[]) =>
    all.filter(({ from, to, type }) => from === "helioquant" && to === "everspool" && type === "DEPENDS_ON");
  await expect.poll(() => countOf("RELATIONS"), storedSoon).toBe(before + 1);
  expect(relation(await stored("RELATIONS"))).toHaveLength(1);
  await undo();
  await expect.poll(() => countOf("RELATIONS"), storedSoon).toBe(before);
  expect(relation(await stored("RELATIONS"))).toHaveLength(0);
});

test("C on an open record relates it by keys alone: the other end is found by its name", async () => {
  const before = await countOf("RELATIONS");
  const list = stage.page.records();
  await list.locator("button[tabindex='0']").focus();
  await page.keyboard.press("Home");
  await list.getByRole("button", { name: /^Everspool/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("complementary", { name: "Inspector" }).waitFor();
  await page.keyboard.press("c");
  const asked = form("Add relation");
  await asked.getByRole("textbox", { name: "To" }).waitFor();
  await page.keyboard.type("Helioq");
  await page.getByRole("option", { name: "Helioquant" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await asked.getByRole("radio", { name: "Everspool supplies Helioquant" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  expect(await asked.getByRole("radio", { name: "Everspool supplies Helioquant" }).isChecked()).toBe(true);
  await page.keyboard.press("Enter");
  await closed("Add relation");
  await expect.poll(() => countOf("RELATIONS"), storedSoon).toBe(before + 1);
  await undo();
  await expect.poll(() => countOf("RELATIONS"), storedSoon).toBe(before);
});

test("the context menus have the same: add an actor here, and relate one", async () => {
  await stage.page.open();
  const at = await emptyPlace();
  await page.mouse.click(at.x, at.y, { button: "right" });
  await page.getByRole("menuitem", { name: "Add actor here…" }).click();
  await form("Add actor").getByText("It will be pinned at this place.").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), patience).toBe("INPUT");
  await page.keyboard.press("Escape");
  await closed("Add actor");
  const node = await stage.page.pixelOf("Everspool");
  await page.mouse.click(node.x, node.y, { button: "right" });
  await page.getByRole("menuitem", { name: "Relate to…" }).click();
  await form("Add relation").getByRole("textbox", { name: "To" }).waitFor();
  // The first Escape closes the list of actors.
  await page.keyboard.press("Escape");
  await form("Add relation").getByRole("button", { name: "Cancel" }).click();
  await closed("Add relation");
});

/** Records on the Boundaries lens by name, and a place in a territory without a marker near it, in pixels of the page. */
async function placeIn(activity: string): Promise<{ x: number; y: number }> {
  await stage.page.rest();
  const box = (await page.locator(".canvas-core").boundingBox())!;
  const { x, y } = await stage.page.canvas((cy, key) => {
    const all = cy.nodes().map((node) => (node as NodeSingular).renderedPosition());
    const [{ zoom, pan }, marker] = [{ zoom: cy.zoom(), pan: cy.pan() }, cy.nodes(`[id $= "@${key}"]`).first()];
    const { x1, x2, y1, y2 } = marker.data("within");
    let [best, most] = [{ x: 0, y: 0 }, -1];
    // Borders slant: away from them.
    for (let across = 0.25; across <= 0.75; across += 0.05)
      for (let down = 0.3; down <= 0.9; down += 0.05) {
        const at = {
          x: (x1 + (x2 - x1) * across) * zoom + pan.x,
          y: (y1 + (y2 - y1) * down) * zoom + pan.y,
        };
        const room = Math.min(...all.map((node) => Math.hypot(node.x - at.x, node.y - at.y)));
        if (room > most) [best, most] = [at, room];
      }
    return best;
  }, activity);
  return { x: Math.round(box.x + x), y: Math.round(box.y + y) };
}
async function markerOf(name: string, activity: string): Promise<{ x: number; y: number }> {
  await stage.page.rest();
  const box = (await page.locator(".canvas-core").boundingBox())!;
  const { x, y } = await stage.page.canvas(
    (cy, [actor, key]) => {
      const own = cy.nodes().filter((node) => node.data("name") === actor);
      const here = own.filter((node) => node.id().endsWith(`@${key}`));
      return ((here.nonempty() ? here : own).first() as NodeSingular).renderedPosition();
    },
    [name, activity],
  );
  return { x: Math.round(box.x + x), y: Math.round(box.y + y) };
}
/** Claims about an actor. */
const claimsOf = async (actor: string) => {
  const { ecosystem } = await stage.api(
    `{ ecosystem(key: "sysco") { boundaries { activity { key } claims { id extent about { key } by { key } } } } }`,
  );
  type Row = {
    activity: { key: string };
    claims: { extent: number; about: { key: string }; by: { key: string } | null }[];
  };
  return (ecosystem.boundaries as Row[])
    .flatMap(({ activity, claims }) =>
      claims
        .filter(({ about }) => about.key === actor)
        .map(({ extent, by }) => `${activity.key} ${extent} ${by?.key ?? "ours"}`),
    )
    .sort();
};
const keyOf = async (name: string) => {
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") { boundaries { activity { key name } } } }`);
  return ecosystem.boundaries.find((row: { activity: { name: string } }) => row.activity.name === name).activity
    .key as string;
};

test("a double click in a territory adds an actor with a claim, whose extent is asked and never made up", async () => {
  await stage.asAnother(await inviteTo(inject("app"), "Map editor 2"));
  await stage.page.open("?lens=boundaries");
  const activity = await keyOf("Make older equipment measurable");
  const [actors, claims] = [await countOf("ACTORS"), await countOf("CLAIMS")];
  const at = await placeIn(activity);
  await page.mouse.dblclick(at.x, at.y);
  const asked = form("Add actor");
  await asked.getByText("Add actor in Make older equipment measurable").waitFor();
  await page.keyboard.type("Zimmerdal Retrofit");
  await page.keyboard.press("Enter");
  await asked.getByText("Extent is missing: add it.").waitFor();
  await expect
    .poll(
      () => asked.getByRole("textbox", { name: "Extent" }).evaluate((box) => box === document.activeElement),
      patience,
    )
    .toBe(true);
  await page.keyboard.type("40");
  await page.screenshot({ path: "tests/browser/output/map-territory.png" });
  await page.keyboard.press("Enter");
  await closed("Add actor");
  await expect.poll(() => claimsOf("zimmerdal-retrofit"), storedSoon).toEqual([`${activity} 0.4 ours`]);
  // What is stored is drawn soon after.
  const isDrawn = async () => (await stage.page.nodes()).some(({ name }) => name === "Zimmerdal Retrofit");
  await expect.poll(isDrawn, patience).toBe(true);
  await undo();
  await expect.poll(() => countOf("ACTORS"), storedSoon).toBe(actors);
  expect(await countOf("CLAIMS")).toBe(claims);
  await expect.poll(isDrawn, patience).toBe(false);
});

test("by keys an actor is added in the open territory", async () => {
  await stage.page
    .records()
    .getByRole("button", { name: /^Make older equipment measurable/ })
    .focus();
  await page.keyboard.press("Enter");
  await page.getByRole("complementary", { name: "Inspector" }).waitFor();
  await page.keyboard.press("n");
  await form("Add actor").getByText("Add actor in Make older equipment measurable").waitFor();
  await page.keyboard.press("Escape");
  await closed("Add actor");
  await page.getByRole("button", { name: "Close inspector" }).click();
});

test("a marker dragged to another territory asks what has happened, stores it, and is where it was after an undo", async () => {
  await stage.page.open("?lens=boundaries");
  const [from, to] = [await keyOf("Make older equipment measurable"), await keyOf("Connect other makers' equipment")];
  const before = await claimsOf("noova-loop");
  const markers = () =>
    stage.page.canvas(
      (cy) =>
        cy
          .nodes('[name = "Noova Loop"]')
          .map((node) => {
            const { x, y } = (node as NodeSingular).position();
            return `${node.id()} ${Math.round(x)} ${Math.round(y)}`;
          })
          .sort(),
      null,
    );
  const atFirst = await markers();
  const dragged = async () => {
    const place = await placeIn(to);
    await stage.page.drag(await markerOf("Noova Loop", from), place);
  };
  /** What is stored, and undone, is drawn soon after: the next drag starts from there. */
  const undone = async () => {
    await expect.poll(markers, patience).not.toEqual(atFirst);
    await undo();
    await expect.poll(() => claimsOf("noova-loop"), storedSoon).toEqual(before);
    await expect.poll(markers, patience).toEqual(atFirst);
  };
  const asked = form("Move claim");
  await dragged();
  await asked.getByText("Its part has moved to Connect other makers' equipment").waitFor();
  await page.screenshot({ path: "tests/browser/output/map-move-claim.png" });
  await page.getByRole("button", { name: "Cancel" }).click();
  await closed("Move claim");
  expect(await claimsOf("noova-loop")).toEqual(before);

  await dragged();
  await asked.getByRole("radio", { name: /as well$/ }).check();
  await asked.getByRole("textbox", { name: "Extent" }).fill("30");
  await page.keyboard.press("Enter");
  await closed("Move claim");
  await expect.poll(() => claimsOf("noova-loop"), storedSoon).toEqual([...before, `${to} 0.3 ours`].sort());
  await undone();

  await dragged();
  await asked.getByRole("textbox", { name: "Extent" }).fill("20");
  await page.keyboard.press("Enter");
  await closed("Move claim");
  const moved = before.filter((text) => !text.startsWith(`${from} `));
  await expect.poll(() => claimsOf("noova-loop"), storedSoon).toEqual([...moved, `${to} 0.2 noova-loop`].sort());
  await undone();

  await dragged();
  await asked.getByRole("radio", { name: "The claim was recorded wrongly" }).check();
  await asked.getByRole("button", { name: "Correct" }).click();
  await closed("Move claim");
  const own = before.find((text) => text.startsWith(`${from} `) && text.endsWith(" noova-loop"))!;
  const corrected = [...moved, own.replace(from, to)].sort();
  await expect.poll(() => claimsOf("noova-loop"), storedSoon).toEqual(corrected);
  await undone();
});

test("by keys an activity is claimed from the menu of an actor", async () => {
  await stage.page.open("?lens=boundaries");
  const to = await keyOf("Connect other makers' equipment");
  const before = await claimsOf("noova-loop");
  await stage.page
    .records()
    .getByRole("button", { name: /^Noova Loop/ })
    .focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Claim an activity…" }).waitFor();
  await page.getByRole("menuitem", { name: "Move a claim…" }).waitFor();
  await page.getByRole("menuitem", { name: "Claim an activity…" }).press("Enter");
  const asked = form("Add claim");
  const activity = asked.getByRole("textbox", { name: "Activity" });
  await activity.waitFor();
  await expect.poll(() => activity.evaluate((input) => input === document.activeElement), patience).toBe(true);
  await page.keyboard.type("Connect other");
  await page.getByRole("option", { name: "Connect other makers' equipment" }).waitFor();
  // The list of all activities makes way for the best match first.
  const first = () => asked.getByRole("option").first().textContent();
  await expect.poll(first, patience).toBe("Connect other makers' equipment");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await asked.getByRole("textbox", { name: "Extent" }).focus();
  await page.keyboard.type("25");
  await page.keyboard.press("Enter");
  await closed("Add claim");
  await expect.poll(() => claimsOf("noova-loop"), storedSoon).toEqual([...before, `${to} 0.25 ours`].sort());
  await undo();
  await expect.poll(() => claimsOf("noova-loop"), storedSoon).toEqual(before);
});

test("an actor without claims is dragged into a territory, whose activity it then claims", async () => {
  await stage.asAnother(await inviteTo(inject("app"), "Map editor 3"));
  await stage.page.open("?lens=boundaries");
  const to = await keyOf("Connect other makers' equipment");
  const before = await countOf("CLAIMS");
  const place = await placeIn(to);
  await page.getByText(/^Actors without claims: \d+$/).click();
  const list = page.locator(".unclaimed");
  const chip = (await list.getByRole("button").first().boundingBox())!;
  const name = (await list.getByRole("button").first().textContent())!;
  await stage.page.drag({ x: chip.x + 30, y: chip.y + 10 }, place);
  const asked = form("Add claim");
  await asked.getByText(`${name} takes part in Connect other makers' equipment`).waitFor();
  await page.screenshot({ path: "tests/browser/output/map-unclaimed.png" });
  await page.keyboard.type("15");
  await page.keyboard.press("Enter");
  await closed("Add claim");
  await expect.poll(() => countOf("CLAIMS"), storedSoon).toBe(before + 1);
  await expect.poll(async () => (await stage.page.nodes()).map((node) => node.name), patience).toContain(name);
  await undo();
  await expect.poll(() => countOf("CLAIMS"), storedSoon).toBe(before);
});

/** That no gesture adds anything: neither by mouse nor by keys. */
async function addsNothing(map: MapPage) {
  const at = await emptyPlace(map);
  await map.page.mouse.dblclick(at.x, at.y);
  await map.page.keyboard.press("n");
  const node = await map.pixelOf("Everspool");
  await map.page.mouse.move(node.x, node.y);
  await map.page.mouse.click(node.x, node.y, { button: "right" });
  await map.page.getByRole("menuitem", { name: "Copy name" }).waitFor();
  expect(await map.page.getByRole("menuitem", { name: "Relate to…" }).count()).toBe(0);
  await map.page.keyboard.press("Escape");
  expect(await map.page.locator(".canvas-handle").count()).toBe(0);
  expect(await map.page.getByRole("form").count()).toBe(0);
}

test("nothing is added while a scenario is made, as it was known on an earlier day, or by a reader", async () => {
  for (const search of ["?panel=what-if", `?asKnownAt=${new Date().toISOString().slice(0, 10)}`]) {
    await stage.page.open(search);
    await addsNothing(stage.page);
  }
  const context = await stage.browser.newContext({ viewport: desk });
  await context.addInitScript(watchWork);
  const reader = new MapPage(await context.newPage(), stage.origin);
  reader.page.setDefaultTimeout(patience.timeout);
  const link = await inviteTo({ origin: stage.origin, data: inject("app").data }, "Rene", "reader");
  await signInAt(reader.page, link);
  await reader.page.getByText("SysCo and the fleet of fibre lines").first().waitFor();
  await reader.open();
  await addsNothing(reader);
  await context.close();
});

test("the forms fit a phone, and axe finds nothing in either theme", async () => {
  for (const size of [phone, desk]) {
    await page.setViewportSize(size);
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await stage.page.open("?lens=boundaries");
      const at = await placeIn(await keyOf("Make older equipment measurable"));
      await page.mouse.dblclick(at.x, at.y);
      await form("Add actor").getByLabel("Name").waitFor();
      await page.screenshot({ path: `tests/browser/output/map-add-${size.width}-${scheme}.png` });
      expect(await axe(page, scheme, "adding an actor")).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
      await page.keyboard.press("Escape");
      await closed("Add actor");
      await stage.page.open();
      await handleOf("Everspool");
      await page.locator(".canvas-handle").click();
      await form("Add relation").getByRole("textbox", { name: "To" }).waitFor();
      await page.screenshot({ path: `tests/browser/output/map-relate-${size.width}-${scheme}.png` });
      // The first Escape closes the list of actors.
      await page.keyboard.press("Escape");
      expect(await axe(page, scheme, "relating an actor")).toEqual([]);
      await page.keyboard.press("Escape");
      await closed("Add relation");
    }
  }
});

test("the map so far stands beside the steps of the set-up", async () => {
  await page.setViewportSize(desk);
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${stage.origin}/e/sysco/setup?step=activities`);
    const map = page.getByRole("region", { name: "Map so far" });
    await map.getByRole("img", { name: /activities, with a marker for each actor that has a claim$/ }).waitFor();
    await map.getByRole("link", { name: "Open map" }).waitFor();
    await stage.page.idle();
    await page.screenshot({ path: `tests/browser/output/setup-map-${scheme}.png` });
    expect(await axe(page, scheme, "set-up")).toEqual([]);
  }
  await page.setViewportSize(phone);
  await page.getByRole("link", { name: "Open map" }).waitFor();
  expect(await page.getByRole("region", { name: "Map so far" }).count()).toBe(0);
  await page.setViewportSize(desk);
});

test("no page logged an error or a warning", () => {
  expect(stage.troubles).toEqual([]);
});
