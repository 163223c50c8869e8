import type { Page } from "playwright-core";
import { quantile } from "../../support/quantile.ts";
import type { Bench, Figure } from "../stage/figure.ts";
import { type CellPlace, isActive, isInEditor, openGrid, size, stands } from "./grid.ts";
import { onScreen, untilShown } from "./shown.ts";
import type { WebStage } from "./stage.ts";

/** Milliseconds between two keys: those of a person who types quickly. */
const betweenKeys = 80;
const entries = 60;

type Painted = Awaited<ReturnType<typeof untilShown>>;

export const gridKeys: Bench<WebStage> = {
  name: "grid-keys",
  about: `keys in a grid of ${size.rows} rows and ${size.columns} columns, each until what it does is on the screen`,
  async run(stage) {
    const page = await openGrid(stage, "bench-grid-keys");
    const moved = await move(page);
    stage.say("moved");
    const { opened, typed, entered } = await type(page);
    await page.close();
    return [
      figure("an arrow moves to the next cell", moved),
      figure("a letter opens the editor of a cell", opened),
      figure("a letter is typed in the editor", typed),
      figure("Enter stores the cell and moves down", entered),
    ];
  },
};

const figure = (what: string, millis: readonly number[]): Figure => ({
  what: `${what}: 95 of 100 within`,
  value: quantile(millis, 0.95),
  unit: "ms",
  atMost: 50,
  from: `${millis.length} keys, half within ${quantile(millis, 0.5).toFixed(0)} ms, the longest ${Math.max(...millis).toFixed(0)} ms`,
});

const press = async (page: Page, key: string, isShown: string): Promise<Painted> => {
  const painted = await untilShown(page, "keydown", isShown, () => page.keyboard.press(key));
  await page.waitForTimeout(betweenKeys);
  return painted;
};

/** Down, right, up and left again, far enough that the grid scrolls either way. */
async function move(page: Page): Promise<number[]> {
  const all: Painted[] = [];
  const place: CellPlace = { row: 0, column: 0 };
  for (const [key, way, by, times] of [
    ["ArrowDown", "row", 1, 70],
    ["ArrowRight", "column", 1, 40],
    ["ArrowUp", "row", -1, 70],
    ["ArrowLeft", "column", -1, 40],
  ] as const)
    for (let time = 0; time < times; time++) {
      place[way] += by;
      all.push(await press(page, key, isActive(place)));
    }
  return onScreen(page, all);
}

/** Types a value into one cell after the other, down a column; what is typed is stored meanwhile. */
async function type(page: Page): Promise<{ opened: number[]; typed: number[]; entered: number[] }> {
  const opened: Painted[] = [];
  const typed: Painted[] = [];
  const entered: Painted[] = [];
  for (let row = 0; row < entries; row++) {
    const percent = 11 + (row % 80);
    const text = `${percent}%`;
    opened.push(await press(page, text[0]!, isInEditor(text[0]!)));
    for (let at = 1; at < text.length; at++)
      typed.push(await press(page, text[at]!, isInEditor(text.slice(0, at + 1))));
    const below = { row: row + 1, column: 0 };
    entered.push(await press(page, "Enter", `${isActive(below)} && ${stands({ row, column: 0 }, text)}`));
  }
  return {
    opened: await onScreen(page, opened),
    typed: await onScreen(page, typed),
    entered: await onScreen(page, entered),
  };
}
