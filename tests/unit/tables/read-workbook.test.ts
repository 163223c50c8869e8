import { deflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { UnreadableFile } from "../../../api/changes/imports/issue.ts";
import { tableOf } from "../../../api/changes/imports/tables/find-header.ts";
import { readWorkbook } from "../../../api/changes/imports/tables/read-workbook.ts";

type WriteSheet = Parameters<typeof writeXlsx>[0]["sheets"][number];
const workbook = (...sheets: WriteSheet[]) => writeXlsx({ sheets });
const read = async (...sheets: WriteSheet[]) =>
  (await readWorkbook(await workbook(...sheets))).map((it) => tableOf(it));

async function problem(bytes: Uint8Array): Promise<string> {
  const error = await readWorkbook(bytes).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UnreadableFile);
  return (error as UnreadableFile).issues[0]!.message;
}

test("sheets are read with their values, dates, booleans and whether they are hidden", async () => {
  const day = new Date(Date.UTC(2024, 1, 29));
  const [first, second] = await read(
    {
      name: "Firms",
      rows: [
        ["Name", "Since", "Member"],
        ["Äkers", day, true],
        ["007", new Date(Date.UTC(2020, 0, 1, 12, 30)), false],
      ],
    },
    {
      name: "Old",
      hidden: true,
      rows: [
        ["a", "b"],
        ["x", 0.5],
      ],
    },
  );
  expect(first).toMatchObject({ sheet: "Firms", isHidden: false, columns: ["Name", "Since", "Member"] });
  expect(first!.rows.map(({ cells }) => cells)).toEqual([
    ["Äkers", "2024-02-29", true],
    ["007", "2020-01-01T12:30:00.000Z", false],
  ]);
  expect(second).toMatchObject({ sheet: "Old", isHidden: true, rows: [{ number: 2, cells: ["x", 0.5] }] });
});

test("formulas are read by their value, and those with an error as empty, which is told", async () => {
  const cells = new Map([
    ["1,1", { value: null, type: "formula" as const, formula: "A1*2", formulaResult: 12 }],
    ["2,1", { value: "#DIV/0!", type: "error" as const }],
  ]);
  const [table] = await read({
    name: "S",
    rows: [
      ["Name", "Volume"],
      ["a", null],
      ["b", null],
    ],
    cells,
  });
  expect(table!.rows.map((row) => row.cells)).toEqual([
    ["a", 12],
    ["b", null],
  ]);
  expect(table!.mended).toEqual([{ row: 3, message: "The formula has the error #DIV/0!: read as empty." }]);
});

test("merged cells stand for each of their rows, and above a header for each of its columns", async () => {
  const [table] = await read({
    name: "S",
    rows: [
      ["List of firms", null, null, null],
      ["Firm", "2024", null, "Note"],
      ["Name", "Sales", "Staff", "Text"],
      ["Group", 1, 2, "x"],
      [null, 3, 4, "y"],
    ],
    merges: [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
      { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
      { startRow: 3, startCol: 0, endRow: 4, endCol: 0 },
    ],
  });
  expect(table!.columns).toEqual(["Name", "2024: Sales", "2024: Staff", "Text"]);
  expect(table!.rows.map((row) => row.cells[0])).toEqual(["Group", "Group"]);
  expect(table!.above).toEqual(["List of firms"]);
});

test("what only looks like a workbook is refused with what it is", async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(await problem(bytes("<html><table><tr><td>a</td></tr></table></html>"))).toMatch("HTML or XML page");
  expect(await problem(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toMatch("old kind (XLS)");
  expect(await problem(bytes("name,country"))).toMatch("not an XLSX workbook");
  const whole = await workbook({ name: "S", rows: [["a"]] });
  expect(await problem(whole.slice(0, whole.length - 40))).toMatch("cut off");
  const broken = whole.slice();
  broken.fill(7, 40, 400);
  expect(await problem(broken)).toMatch("The workbook cannot be read");
});

/** A zip archive of one entry, whose directory claims a size. */
function archive(name: string, packed: Uint8Array, size: number): Uint8Array {
  const title = new TextEncoder().encode(name);
  const head = (signature: number, length: number, sizesAt: number, nameAt: number) => {
    const view = new DataView(new ArrayBuffer(length));
    view.setUint32(0, signature, true);
    view.setUint16(sizesAt - 10, 8, true);
    view.setUint32(sizesAt, packed.length, true);
    view.setUint32(sizesAt + 4, size, true);
    view.setUint16(nameAt, title.length, true);
    return view;
  };
  const local = head(0x04034b50, 30, 18, 26);
  const entry = head(0x02014b50, 46, 20, 28);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  for (const at of [8, 10]) end.setUint16(at, 1, true);
  end.setUint32(12, 46 + title.length, true);
  end.setUint32(16, 30 + title.length + packed.length, true);
  return Buffer.concat(
    [local, title, packed, entry, title, end].map((it) =>
      it instanceof DataView ? new Uint8Array(it.buffer as ArrayBuffer) : it,
    ),
  );
}

test("a zip bomb is refused before it is unpacked, whatever size it claims", async () => {
  const packed = deflateRawSync(Buffer.alloc(700_000_000 / 4));
  const name = "xl/workbook.xml";
  expect(await problem(archive(name, packed, 175_000_000))).toMatch("zip bomb");
  expect(await problem(archive(name, packed, 0))).toMatch("zip bomb");
  const before = process.memoryUsage().rss;
  expect(await problem(archive(name, packed, 1_000))).toMatch("cannot be read");
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
});
