import { quantile } from "../../support/quantile.ts";
import type { Bench } from "../stage/figure.ts";
import { cellAt, openGrid, size } from "./grid.ts";
import { untilPresented, untilShown } from "./shown.ts";
import type { WebStage } from "./stage.ts";

const columns = 25;
const rounds = 10;

/** Texts that are no extent, by the number of their cell; the first one stands in sight. */
const wrong = new Map([
  [0, "2"],
  [26, "much"],
  [1_000, "-1"],
  [2_000, "0.5.1"],
  [3_000, "1.5 lead"],
  [4_000, "150%"],
  [size.rows * columns - 1, "yes"],
]);

/** Each round another value: nothing of an earlier round answers it. */
const blockOf = (round: number): string =>
  Array.from({ length: size.rows }, (_, row) =>
    Array.from(
      { length: columns },
      (_, column) => wrong.get(row * columns + column) ?? `${round + 1}.${1 + (column % 9)}%`,
    ).join("\t"),
  ).join("\r\n");

export const gridPaste: Bench<WebStage> = {
  name: "grid-paste",
  about: `a block of ${size.rows} rows and ${columns} columns is pasted, ${wrong.size} cells of it wrong, until all is marked`,
  async run(stage) {
    const page = await openGrid(stage, "bench-grid-paste");
    const notice = page.getByRole("region", { name: "Not stored" });
    const isShown = [
      `document.querySelector(".grid-drafts")?.textContent.includes("${wrong.size} cells have an error")`,
      `document.querySelector('${cellAt({ row: 0, column: 0 })}')?.ariaInvalid === "true"`,
    ].join(" && ");
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await page.evaluate((text) => navigator.clipboard.writeText(text), blockOf(round));
      const painted = await untilShown(page, "paste", isShown, () => page.keyboard.press("Control+v"));
      times.push(await untilPresented(page, painted));
      await notice
        .getByRole("button", { name: `Store ${(size.rows * columns - wrong.size).toLocaleString("en")}` })
        .waitFor();
      await notice.getByRole("button", { name: "Discard" }).click();
      await notice.waitFor({ state: "detached" });
      await page.locator(cellAt({ row: 0, column: 0 })).click();
    }
    await page.close();
    return [
      {
        what: `a paste of ${(size.rows * columns).toLocaleString("en")} cells is checked: the longest of ${rounds}`,
        value: Math.max(...times),
        unit: "ms",
        atMost: 1_000,
        from: `half within ${quantile(times, 0.5).toFixed(0)} ms`,
      },
    ];
  },
};
