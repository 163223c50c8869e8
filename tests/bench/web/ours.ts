import type { Page } from "playwright-core";
import { type Frames, framesOf, memory, pan, zoom } from "./drive.ts";
import { presented, type Watch, watchOf } from "./in-page.ts";
import { settled } from "./stage.ts";

export interface Ours {
  /** Milliseconds from the data's arrival. */
  first: number;
  laid: number;
  /** The first and full picture of a later visit: where the layout had put everything is known. */
  again: number;
  whileLaying: Frames;
  far: { pan: Frames; zoom: Frames };
  near: { pan: Frames; zoom: Frames; nodes: number; edges: number };
  lenses: { lens: string; millis: number; frames: Frames }[];
  memory: { first: number; last: number; changes: number };
}

const lensKeys = [
  ["positions", "2"],
  ["boundaries", "3"],
  ["rivals", "4"],
  ["network", "1"],
] as const;

/** Opens the real map in a page that is watched, and works with it. */
export async function measureOurs(page: Page, address: string, say: (text: string) => void): Promise<Ours> {
  await page.goto(address);
  const until = async (is: (watch: Watch) => boolean) => {
    for (let i = 0; i < 1_200; i++) {
      if (is(await watchOf(page))) return;
      await page.waitForTimeout(100);
    }
    throw new Error("The map was not drawn and laid out in two minutes.");
  };
  await until(({ drawn }) => drawn > 0);
  const whileLaying = await framesOf(page, () => until(({ laid }) => laid > 0));
  const { arrived, drawn, laid } = await watchOf(page);
  const first = await presented(page, drawn);
  say("drawn and laid out");
  await page.reload();
  await until((watch) => watch.drawn > 0);
  const again = await watchOf(page);
  const shownAgain = await presented(page, again.drawn);
  say("drawn again");
  // What other dates look like is fetched in the background: not part of what is measured.
  await settled(page);
  await page.waitForTimeout(1_000);
  const far = { pan: await framesOf(page, () => pan(page)), zoom: await framesOf(page, () => zoom(page)) };
  await toLargest(page);
  await page.getByRole("application").focus();
  for (let i = 0; i < 9; i++) await page.keyboard.press("+");
  await page.waitForTimeout(3_000);
  const [nodes, edges] = await elements(page);
  const near = {
    pan: await framesOf(page, () => pan(page)),
    zoom: await framesOf(page, () => zoom(page)),
    nodes,
    edges,
  };
  await page.getByRole("application").focus();
  await page.keyboard.press("0");
  await page.waitForTimeout(1_500);
  say("panned and zoomed");

  const lenses: Ours["lenses"] = [];
  // Once unmeasured: what is asked for on the first visit of a lens is the server's time.
  for (const round of [0, 1])
    for (const [lens, key] of lensKeys) {
      let millis = 0;
      const frames = await framesOf(page, async () => {
        const begun = Date.now();
        await change(page, key);
        millis = Date.now() - begun;
      });
      if (round === 1) lenses.push({ lens, millis, frames });
      await page.waitForTimeout(1_000);
    }
  say("lenses switched");
  const before = await memory(page);
  const changes = 100;
  for (let i = 0; i < changes; i++) await change(page, lensKeys[i % lensKeys.length]![1]);
  await page.waitForTimeout(1_000);
  const after = await memory(page);
  return {
    first: first - arrived,
    laid: laid - arrived,
    again: shownAgain - again.arrived,
    whileLaying,
    far,
    near,
    lenses,
    memory: { first: before, last: after, changes },
  };
}

/** Switches the lens and waits until everything stands still. */
async function change(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const look = () => (document.querySelector(".canvas-flight") ? requestAnimationFrame(look) : done());
        requestAnimationFrame(() => requestAnimationFrame(look));
      }),
  );
}

type Held = { _cyreg: { cy: import("cytoscape").Core } };

const elements = (page: Page) =>
  page.locator(".canvas-core").evaluate((container): [number, number] => {
    const { cy } = (container as unknown as Held)._cyreg;
    return [cy.nodes().length, cy.edges().length];
  });

/** Brings the largest group to the middle of the window: zooming in there shows many records. */
const toLargest = (page: Page) =>
  page.locator(".canvas-core").evaluate((container) => {
    const { cy } = (container as unknown as Held)._cyreg;
    cy.center(cy.nodes().max((node) => node.data("size") as number).ele);
  });
