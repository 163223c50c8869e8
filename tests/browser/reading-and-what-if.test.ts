import { afterAll, beforeAll, expect, test } from "vitest";
import { type Disc, heldBy, type Outline } from "../../web/map/canvas/group-outlines/outline.ts";
import { type DrawnNode, MapPage, type MapStage, mapStage, patience } from "../support/map-page.ts";

let stage: MapStage;
beforeAll(async () => {
  stage = await mapStage();
});
afterAll(() => stage?.end());

const revision = async (): Promise<number> =>
  (await stage.api(`{ ecosystem(key: "sysco") { revision } }`)).ecosystem.revision;
const legend = () => stage.page.page.locator("details.map-legend");
const size = (node: DrawnNode | undefined) => node?.data.size as number;

test("size, colour, ring and width follow the measures that are chosen, and so does the legend", async () => {
  const { page } = stage.page;
  await stage.page.open("?panel=read");
  const panel = stage.page.panel("Style");
  // Beside a panel the legend is closed until it is opened there.
  await legend().locator("summary").click();
  for (const [channel, measure] of [
    ["Size", "Breadth"],
    ["Colour", "Threat"],
    ["Ring", "Coherence loss"],
    ["Width of relations", "Volume"],
  ] as const) {
    await panel.getByRole("combobox", { name: channel }).click();
    await page.getByRole("option", { name: new RegExp(`^${measure}`, "i") }).click();
    await legend()
      .getByText(new RegExp(`${measure}`, "i"))
      .first()
      .waitFor();
  }
  expect(["size", "colour", "ring", "width"].map(stage.page.param, stage.page)).toEqual([
    "breadth",
    "threat",
    "loss",
    "volume",
  ]);
  const { ecosystem } = await stage.api(`{ ecosystem(key: "sysco") {
    positions { actor { id } breadth } threats { rivals { rival { id } threat } } } }`);
  await stage.page.rest();
  const nodes = await stage.page.nodes();
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  type Row = { actor: { id: string }; breadth: number | null };
  const wide = (ecosystem.positions as Row[])
    .filter(({ actor, breadth }) => breadth !== null && nodeOf.has(actor.id))
    .sort((a, b) => a.breadth! - b.breadth!);
  const sizes = wide.map(({ actor }) => size(nodeOf.get(actor.id)));
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  expect(sizes.at(-1)! / sizes[0]!).toBeGreaterThan(1.3);
  // Threat's classes begin where the model says.
  const threat = new Map<string, number>(
    ecosystem.threats.rivals.map((row: { rival: { id: string }; threat: number }) => [row.rival.id, row.threat]),
  );
  for (const node of nodes) {
    const value = threat.get(node.record);
    const expected =
      value === undefined ? "unknown" : `threat-${[0.05, 0.1, 0.25, 0.5].filter((from) => value >= from).length}`;
    expect([node.name, node.data.shade]).toEqual([node.name, expected]);
  }
  await page.screenshot({ path: "tests/browser/output/reading.png" });
  await page.getByRole("button", { name: "Reset" }).click();
  await expect
    .poll(
      () =>
        legend()
          .getByText(/Coherence loss/)
          .count(),
      patience,
    )
    .toBe(0);
});

test("outlines of overlapping groups hold their members and no stranger", async () => {
  for (const group of ["kind", "initiative", "community"]) {
    await stage.page.open(`?group=${group}`);
    const read = () => stage.page.canvas((cy) => (cy.scratch("_outlines") ?? []) as unknown[], null);
    await expect.poll(async () => (await read()).length, patience).toBeGreaterThan(1);
    await stage.page.rest();
    const discs = await stage.page.canvas(
      (cy) => cy.nodes().map((node) => ({ id: node.data("record"), ...node.position(), radius: node.width() / 2 })),
      null,
    );
    // A group that is strewn over the map has an outline about each of its parts.
    const heldNow = async () => {
      const held = new Map<string, Set<string>>();
      for (const outline of (await read()) as Outline[]) {
        const inside = heldBy(outline, discs as Disc[]).map(({ id }) => id);
        held.set(outline.name, new Set([...(held.get(outline.name) ?? []), ...inside]));
      }
      return held;
    };
    // Outlines follow the nodes a little later.
    await expect
      .poll(async () => Math.min(...[...(await heldNow()).values()].map(({ size }) => size)), patience)
      .toBeGreaterThan(0);
    const members = await groupsOf(group);
    for (const [name, held] of await heldNow()) {
      if (members) expect([...held].filter((id) => !members.get(name)?.has(id))).toEqual([]);
    }
  }
  await stage.page.page.screenshot({ path: "tests/browser/output/outlines.png" });
});

/** Who belongs to which group, by the API; null where the page itself finds the groups. */
async function groupsOf(group: string): Promise<Map<string, Set<string>> | null> {
  if (group === "community") return null;
  const { ecosystem } = await stage.api(
    `{ ecosystem(key: "sysco") { map { nodes { id kind actorKinds initiatives { key } } } } }`,
  );
  type Node = { id: string; kind: string; actorKinds: string[] | null; initiatives: { key: string }[] | null };
  const found = new Map<string, Set<string>>();
  for (const { id, kind, actorKinds, initiatives } of ecosystem.map.nodes as Node[]) {
    const names =
      group === "kind"
        ? (actorKinds ?? [kind])
        : (initiatives ?? []).map(({ key }) => Buffer.from(`initiatives:sysco:${key}`).toString("base64url"));
    for (const name of names) found.set(name, (found.get(name) ?? new Set()).add(id));
  }
  return found;
}

test("an intervention that is ticked shows its score beside the present one; the link keeps it, and nothing is stored", async () => {
  const { page } = stage.page;
  const before = await revision();
  const { ecosystem } = await stage.api(
    `{ ecosystem(key: "sysco") { coherence { score } interventions(first: 1) { label gain } } }`,
  );
  const [best] = ecosystem.interventions;
  const points = (share: number) => String(Math.round(share * 100));
  await stage.page.open("?panel=what-if&lens=boundaries");
  await stage.page.panel("What if").getByRole("checkbox", { name: best.label }).check();
  const shown = async (on: MapPage) => {
    const result = on.page.getByRole("region", { name: "Scenario result" });
    await result.getByText(`Scenario, +${(Math.round(best.gain * 1000) / 10).toFixed(1)} points`).waitFor();
    await result.getByText(points(ecosystem.coherence.score), { exact: true }).first().waitFor();
    await result
      .getByText(points(ecosystem.coherence.score + best.gain), { exact: true })
      .first()
      .waitFor();
    await on.page.getByText("Scenario", { exact: true }).first().waitFor();
    return result.textContent();
  };
  const told = await shown(stage.page);
  await page.screenshot({ path: "tests/browser/output/what-if.png" });
  const other = new MapPage(await stage.context.newPage(), stage.origin);
  await other.page.goto(page.url());
  await other.ready();
  expect(await shown(other)).toBe(told);
  await other.page.close();
  await page.getByRole("button", { name: "Discard scenario" }).click();
  await expect.poll(() => stage.page.param("what"), patience).toBeNull();
  expect(await revision()).toBe(before);
});

test("a token dragged onto another one supposes that its claim is the other's; undo takes it back", async () => {
  const { page } = stage.page;
  const before = await revision();
  await stage.page.open("?panel=what-if&lens=boundaries");
  await stage.page.rest();
  // Tokens of one territory may not let their labels out of the same box; the first token of an actor can be dragged.
  const tokens = await stage.page.nodes();
  const territory = ({ data }: DrawnNode) => JSON.stringify(data.within);
  const pairs = tokens
    .filter(({ id, record }) => id === record)
    .flatMap((from) =>
      tokens
        .filter((to) => to.record !== from.record && territory(to) === territory(from))
        .map((to) => ({ from, to, apart: Math.hypot(to.x - from.x, to.y - from.y) })),
    )
    .sort((a, b) => b.apart - a.apart);
  const { from, to } = pairs[0]!;
  const places = await stage.page.places();
  const box = (await page.locator(".canvas-core").boundingBox())!;
  const { zoom, pan } = await stage.page.viewport();
  const pixel = ({ x, y }: DrawnNode) => ({ x: box.x + pan.x + zoom * x, y: box.y + pan.y + zoom * y });
  await stage.page.drag(pixel(from), pixel(to));
  await expect.poll(() => stage.page.param("moved")?.length ?? 0, patience).toBe(1);
  await page.getByText(new RegExp(`^Scenario: Move the claim of ${from.name} on .* to ${to.name}`)).waitFor();
  await page
    .getByRole("region", { name: "Scenario result" })
    .getByText(/^Scenario/)
    .waitFor();
  await page.screenshot({ path: "tests/browser/output/moved-claim.png" });
  await page.keyboard.press("Control+z");
  await expect.poll(() => stage.page.param("moved"), patience).toBeNull();
  await expect.poll(() => stage.page.places(), patience).toEqual(places);
  expect(await revision()).toBe(before);
});

test("a link with a scenario that is no longer on offer shows the current state and says so", async () => {
  const { page } = stage.page;
  const what = 'what=["SETTLE_BOUNDARY no-such-activity"]';
  // As a copied link has it.
  await stage.page.open(`?panel=share&${what}`);
  await page.getByText("The map shows the current state, not the scenario of this link.").waitFor();
  await page.getByRole("button", { name: "Open What if" }).click();
  await page
    .getByRole("region", { name: "What if" })
    .getByText(/no longer on offer/)
    .first()
    .waitFor();
});

test("no page logged an error or a warning", () => expect(stage.troubles).toEqual([]));
