import { readXlsx, writeXlsx } from "hucre/xlsx";
import { importEcosystem } from "../../api/changes/imports/import.ts";
import { seededRandom } from "../support/seeded-random.ts";
import type { Bench, Figure } from "./stage/figure.ts";
import { race, ratioFigure } from "./stage/race.ts";

const megabytes = 20;

const syllables =
  "ka lo mi ten ver dal sor pi ran ul est bri go fam tek nor shi wa del quo zin hep mur oxa ply cre fen gal hid jus".split(
    " ",
  );
const random = seededRandom(3);
const word = () => random.pick(syllables) + random.pick(syllables) + random.pick(syllables);
const text = (words: number) => Array.from({ length: words }, word).join(" ");

const header = ["Name", "Kind", "Country", "Website", "Employees", "Founded"];
const firm = (at: number) => [
  `${word()} ${word()} ${at}`,
  at % 2 ? "Customer" : "Vendor",
  ["Finland", "Germany", "France", "Sweden"][at % 4]!,
  `https://${word()}${at}.com`,
  at % 9_000,
  1950 + (at % 70),
];

/** Workbooks of firms as teams keep them, with what fills most of the file. */
const workbooks: Record<string, { rows: number; more: readonly string[]; cells: () => (string | number)[] }> = {
  "long texts": {
    rows: 60_000,
    more: ["Description", "Remarks"],
    cells: () => [text(34), text(50)],
  },
  "many columns": {
    rows: 50_000,
    more: Array.from({ length: 54 }, (_, at) => `Figure ${at + 1}`),
    cells: () => Array.from({ length: 54 }, (_, at) => (at % 4 ? random.whole(1, 99_999) / 100 : word())),
  },
};

function workbookWith(what: string): Promise<Uint8Array> {
  const { rows, more, cells } = workbooks[what]!;
  const body = Array.from({ length: rows }, (_, at) => [...firm(at), ...cells()]);
  return writeXlsx({ sheets: [{ name: "Firms", rows: [[...header, ...more], ...body] }] });
}

export const previewOfWorkbook: Bench = {
  name: "preview-of-workbook",
  about: `the preview of an XLSX of ${megabytes} MB with all its rows mapped, against the library's own reading of it`,
  async run({ db }) {
    const figures: Figure[] = [];
    for (const [what, { rows }] of Object.entries(workbooks)) {
      const bytes = await workbookWith(what);
      const size = bytes.length / 1e6;
      if (Math.abs(size - megabytes) > 2) throw new Error(`The workbook has ${size.toFixed(1)} MB.`);
      const preview = async () => {
        const { errors, created } = await importEcosystem(db, {
          ...{ format: "XLSX", content: "", bytes, ecosystem: "previewed", name: "firms.xlsx", who: "Bench" },
          dryRun: true,
        });
        // The firms and the file as evidence.
        if (errors.length > 0 || created !== rows + 1)
          throw new Error(`Would create ${created}: ${JSON.stringify(errors[0])}`);
      };
      const times = await race(
        { own: { run: preview }, library: { run: () => readXlsx(bytes) } },
        { rounds: 3, warmUp: 1 },
      );
      const file = `XLSX of ${size.toFixed(1)} MB (${what}, ${rows} rows)`;
      figures.push(
        ratioFigure(`preview of an ${file}: time to the library's reading`, times.own, times.library, { atMost: 1.5 }),
      );
    }
    return figures;
  },
};
