import { mappedFile, shapeOf, withTables } from "../../api/changes/imports/mapping/mapped-file.ts";
import type { Cell, Sheet } from "../../api/changes/imports/tables/table.ts";
import type { Bench, Figure } from "./stage/figure.ts";
import { race } from "./stage/race.ts";

const [small, large] = [5_000, 50_000];
/** Noise and larger maps: what a row costs must not grow with the number of rows. */
const tolerated = 1.5;

const sheetOf = (rows: Cell[][]): Sheet => ({
  name: null,
  isHidden: false,
  rows: rows.map((cells, at) => ({ number: at + 1, cells })),
  merges: [],
  mended: [],
});

const firms = (count: number, nameOf: (at: number) => string): Sheet =>
  sheetOf([
    ["name", "kind", "country", "website"],
    ...Array.from({ length: count }, (_, at) => [
      nameOf(at),
      at % 2 ? "Customer" : "Vendor",
      at % 3 ? "Finland" : "DE",
      `https://firm${at}.com`,
    ]),
  ]);

/** Each name stands in ten rows, with other partners. */
const relations = (count: number): Sheet => {
  const names = count / 5;
  const nameOf = (at: number) => `Firm ${at % names}`;
  return sheetOf([
    ["from", "to", "type"],
    ...Array.from({ length: count }, (_, at) => [
      nameOf(at),
      nameOf(at * 7 + 1 + Math.floor(at / names)),
      at % 2 ? "Supplies" : "Owns",
    ]),
  ]);
};

const cases: Record<string, (rows: number) => Sheet> = {
  firms: (rows) => firms(rows, (at) => `Firm ${at} Ltd`),
  "firms whose keys begin alike": (rows) =>
    firms(rows, (at) => `工場${String(at).replace(/\d/g, (digit) => "〇一二三四五六七八九"[Number(digit)]!)}`),
  relations,
};

function map(sheet: Sheet): void {
  const options = { ecosystem: "mapped", name: "table.csv", bytes: new Uint8Array() };
  const sheets = withTables([sheet]);
  mappedFile(sheets, shapeOf("CSV", sheets), options).mappedInto!(null, new Map());
}

export const importOfTables: Bench = {
  name: "import-of-tables",
  about: `what mapping a row costs in a table of ${large} rows against one of ${small}`,
  onStage: false,
  async run() {
    const figures: Figure[] = [];
    for (const [what, tableOf] of Object.entries(cases)) {
      const [few, many] = [tableOf(small), tableOf(large)];
      const times = await race(
        { few: { run: () => map(few) }, many: { run: () => map(many) } },
        { rounds: 3, warmUp: 1 },
      );
      const [each, eachOfMany] = [times.few.min / small, times.many.min / large];
      figures.push({
        what: `${what}: growth for each row from ${small} to ${large} rows`,
        value: eachOfMany / each,
        unit: "×",
        atMost: tolerated,
        from: `${(1000 * eachOfMany).toFixed(0)} µs against ${(1000 * each).toFixed(0)} µs; ${(times.many.min / 1000).toFixed(1)} s for ${large} rows`,
      });
    }
    return figures;
  },
};
