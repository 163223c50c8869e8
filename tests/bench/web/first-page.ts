import type { Page } from "playwright-core";
import { chunk, withImports } from "../page-javascript.ts";
import type { Bench, Figure } from "../stage/figure.ts";
import { settled, type WebStage } from "./stage.ts";

/** Parts of the page that most visits do without, each by a module that its script is named after. */
const laterParts = [
  { what: "grids", script: "GridsPage" },
  { what: "forms of records", script: "RecordForm" },
  { what: "import of tables", script: "TableImport" },
] as const;

export const firstPage: Bench<WebStage> = {
  name: "first-page",
  about: "what a browser that has nothing yet is sent of scripts and styles, compressed, and what only when needed",
  async run(stage) {
    const page = await stage.elsewhere();
    await page.goto(stage.origin);
    await page.getByRole("button", { name: "New ecosystem" }).waitFor();
    await settled(page);
    const first = await sent(page);
    await page.goto(`${stage.origin}/e/sysco/grids`);
    await page.getByRole("grid").waitFor();
    await settled(page);
    const grids = (await sent(page)).filter(({ file, bytes }) => bytes > 0 && !first.some((one) => one.file === file));
    await page.context().close();
    const ofFirst = new Set(first.map(({ file }) => file));
    return [
      {
        what: "first page: JavaScript and CSS, as sent",
        value: kilobytes(first),
        unit: "kB",
        atMost: 250,
        from: listOf(first),
      },
      ...laterParts.map(({ what, script }): Figure => {
        // What such a part shares with the first page is counted there.
        const own = [...withImports(chunk(script))].filter((file) => file.startsWith(`${script}-`));
        const loaded = own.filter((file) => ofFirst.has(file));
        return { what: `first page: scripts of ${what}`, value: loaded.length, unit: "files", atMost: 0 };
      }),
      { what: "a grid after it: more, as sent", value: kilobytes(grids), unit: "kB", from: listOf(grids) },
    ];
  },
};

interface Sent {
  file: string;
  bytes: number;
}

/** Scripts and styles that the page has fetched, with their compressed size; 0 where the browser had them. */
const sent = (page: Page): Promise<Sent[]> =>
  page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => /\.(js|css)$/.test(name))
      .map(({ name, encodedBodySize, transferSize }) => ({
        file: new URL(name).pathname.split("/").at(-1)!,
        bytes: transferSize === 0 ? 0 : encodedBodySize,
      })),
  );

const kilobytes = (all: readonly Sent[]): number => all.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;

function listOf(all: readonly Sent[]): string {
  const part = (ending: string) => all.filter(({ file }) => file.endsWith(ending));
  const [scripts, styles] = [part(".js"), part(".css")];
  return `${scripts.length} scripts of ${kilobytes(scripts).toFixed(0)} kB, ${styles.length} styles of ${kilobytes(styles).toFixed(0)} kB`;
}
