import { expect, test } from "vitest";
import { UnreadableFile } from "../../../api/changes/imports/issue.ts";
import { tableOf } from "../../../api/changes/imports/tables/find-header.ts";
import { readDelimited } from "../../../api/changes/imports/tables/read-delimited.ts";
import { tableFrom } from "../../support/mapped.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const table = (bytes: Uint8Array | string) => tableOf(readDelimited(typeof bytes === "string" ? utf8(bytes) : bytes))!;
const cells = (bytes: Uint8Array | string) => table(bytes).rows.map((row) => row.cells);

/** Bytes of a text in an encoding of single bytes, by the table that decodes it. */
function encoded(text: string, encoding: "windows-1252" | "macintosh"): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const byCharacter = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]));
  return Uint8Array.from(text, (character) => byCharacter.get(character)!);
}
function utf16(text: string, isLittle: boolean, hasMark: boolean): Uint8Array {
  const bytes: number[] = [];
  for (const character of `${hasMark ? "\ufeff" : ""}${text}`) {
    const code = character.charCodeAt(0);
    bytes.push(...(isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]));
  }
  return Uint8Array.from(bytes);
}
const problem = (bytes: Uint8Array | string) => {
  try {
    table(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return error.issues[0];
    throw error;
  }
  return null;
};

const german = "Name;Ort;Größe\nMüller & Söhne;Köln;3,5\nÄrztehaus;Düsseldorf;12\n";
const rows = [
  ["Müller & Söhne", "Köln", "3,5"],
  ["Ärztehaus", "Düsseldorf", "12"],
];

test("a table is read in each encoding in which spreadsheets save", () => {
  expect(cells(german)).toEqual(rows);
  expect(cells(`\ufeff${german}`)).toEqual(rows);
  expect(table(`\ufeff\ufeff${german}`).columns).toEqual(["Name", "Ort", "Größe"]);
  for (const isLittle of [true, false])
    for (const hasMark of [true, false]) expect(cells(utf16(german, isLittle, hasMark))).toEqual(rows);
  expect(cells(encoded(german, "windows-1252"))).toEqual(rows);
  expect(cells(encoded(german, "macintosh"))).toEqual(rows);
  expect(table(encoded(german, "macintosh")).mended[0]!.message).toBe("Read as Mac Roman.");
  expect(cells(encoded("nom,ville\nCafé Noël,Orléans\n", "macintosh"))).toEqual([["Café Noël", "Orléans"]]);
  expect(cells(encoded("nom,ville\nCafé Noël,Orléans\n", "windows-1252"))).toEqual([["Café Noël", "Orléans"]]);
});

test("signs of Windows-1252 are read whatever the engine makes of them", () => {
  const bytes = Uint8Array.from("Name;Land\nM\xfcller \x96 Werke \x80;\xd6sterreich\n", (sign) => sign.charCodeAt(0));
  expect(cells(bytes)).toEqual([["Müller – Werke €", "Österreich"]]);
});

test("separators and line ends are told from the rows", () => {
  for (const separator of [",", ";", "\t", "|"])
    for (const end of ["\n", "\r\n", "\r"])
      expect(cells([`a${separator}b${separator}c`, `x${separator}y${separator}z`].join(end))).toEqual([
        ["x", "y", "z"],
      ]);
  expect(cells('sep=;\nname;note\nA;"one, two, three"\n')).toEqual([["A", "one, two, three"]]);
  expect(cells("Name;Anteil\nA;0,5\nB;0,7\nC;1\n")).toEqual([
    ["A", "0,5"],
    ["B", "0,7"],
    ["C", "1"],
  ]);
  expect(cells('name,text\nA,"line one\nline; two"\n')).toEqual([["A", "line one\nline; two"]]);
});

test("the header is found below titles, and rows keep the numbers of the file", () => {
  const found = table("Supplier list 2026,,\n,,\nPrinted on 3 May,,\n\n\n\nName,Country,Volume\nA,FI,3\n,,\nB,DE,4\n");
  expect(found.headerRow).toBe(7);
  expect(found.above).toEqual(["Supplier list 2026", "Printed on 3 May"]);
  expect(found.columns).toEqual(["Name", "Country", "Volume"]);
  expect(found.rows).toEqual([
    { number: 8, cells: ["A", "FI", "3"] },
    { number: 10, cells: ["B", "DE", "4"] },
  ]);
});

test("two rows of header become one name, duplicates and columns without a name get one", () => {
  expect(table("Firm,2024,,2025,\nName,Sales,Staff,Sales,Staff\nA,1,2,3,4\n").columns).toEqual([
    "Name",
    "2024: Sales",
    "2024: Staff",
    "2025: Sales",
    "2025: Staff",
  ]);
  const twice = table("Name,Name,,Note\nA,B,3,D\nE,F,4,H\n");
  expect(twice.columns).toEqual(["Name", "Name (2)", "Column C", "Note"]);
  expect(twice.mended.map(({ message }) => message)).toEqual([
    "Several columns are called “Name”: column B is “Name (2)”.",
    "Column C has no name: it is called “Column C”.",
  ]);
});

test("years in the second row of header are names of columns", () => {
  const csv = "Supplier;;Spend (EUR);;;Since\nName;Country;2022;2023;2024;Year\nBolts;Germany;100;120;90;2011\n";
  expect(tableFrom(csv)).toMatchObject({
    headerRow: 2,
    columns: [
      "Supplier: Name",
      "Supplier: Country",
      ...[2022, 2023, 2024].map((year) => `Spend (EUR): ${year}`),
      "Year",
    ],
  });
});

test("groups of columns stand above the header, beside names that have no second row", () => {
  const csv = "Supplier;;Spend;;Openness;Since\nName;Country;2024;2023;;Year\nBolts;Germany;100;120;4;2011\n";
  expect(tableFrom(csv)).toMatchObject({
    headerRow: 2,
    columns: ["Supplier: Name", "Supplier: Country", "Spend: 2024", "Spend: 2023", "Openness", "Year"],
  });
  // A header with columns that have no name is none of groups where the row below is a record.
  const unnamed =
    "Firm;;Notes;;Site;City;Owner;Phone;Mail;Role;Team;Rank\none a;one b;one c;one d;one e;one f;one g;one h;one i;one j;one k;one l\ntwo a;two b;two c;two d;two e;two f;two g;two h;two i;two j;two k;two l\n";
  expect(tableFrom(unnamed).headerRow).toBe(1);
});

test("ragged rows are read and told", () => {
  const found = table("a,b,c\n1,x\n2,y,z,extra\n3,p,q\n");
  expect(found.columns).toEqual(["a", "b", "c", "Column D"]);
  expect(found.rows.map((row) => row.cells)).toEqual([
    ["1", "x", null, null],
    ["2", "y", "z", "extra"],
    ["3", "p", "q", null],
  ]);
  expect(found.mended).toContainEqual({
    row: 3,
    message: "The row has more cells than the header: the rest is in columns without a name.",
  });
});

test.each(["name,kind\nAlpha,Other,DE\n", "name,kind\nAlpha,Other,DE\nBeta,Other\n"])(
  "of few rows a longer one is not taken for the header: %j",
  (text) => {
    expect(table(text).headerRow).toBe(1);
    expect(table(text).columns).toEqual(["name", "kind", "Column C"]);
  },
);

test("a quote that never closes, NUL and other files are refused with their place", () => {
  expect(problem('a,b\n1,2\n3,"open\n5,6\n')).toEqual({
    path: "row 3",
    message: 'A quote (") opens in this row and never closes. Close it, or remove it.',
  });
  expect(problem("a,b\n1,\0\n")!.path).toBe("line 2, column 3");
  expect(problem(Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d]))!.message).toMatch("This is a PDF");
  expect(problem("<html><body><table></table></body></html>")!.message).toMatch("HTML page");
  expect(problem("")!.message).toBe("The file is empty.");
  expect(cells('size,name\n"3"" pipe",x\n5" pipe,y\n')).toEqual([
    ['3" pipe', "x"],
    ['5" pipe', "y"],
  ]);
});

test("a thousand columns and a hundred thousand rows are read", () => {
  const wide = Array.from({ length: 1_000 }, (_, at) => `c${at}`);
  expect(table(`${wide.join(",")}\n${wide.map(() => "1").join(",")}\n`).columns).toHaveLength(1_000);
  const long = Array.from({ length: 100_000 }, (_, at) => `Firm ${at},FI`).join("\n");
  expect(table(`name,country\n${long}`).rows).toHaveLength(100_000);
});

test("a cell that was guarded against formulas comes back as it was", () => {
  expect(cells("a,b\n'=1+1,'t Hart\n''quoted,'-5\n")).toEqual([
    ["=1+1", "'t Hart"],
    ["'quoted", "-5"],
  ]);
});

test("a table has as many columns as its widest row, however many rows there are", () => {
  const rows = Array.from({ length: 200_000 }, (_, at) => ({ number: at + 1, cells: [`Firm ${at}`, null] }));
  const found = tableOf({ name: null, isHidden: false, rows, merges: [], mended: [] })!;
  expect(found.columns).toHaveLength(1);
  expect(found.rows).toHaveLength(199_999);
});
