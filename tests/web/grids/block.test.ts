import fc from "fast-check";
import { expect, test } from "vitest";
import { fillRange, placeBlock, readBlock, writeBlock } from "../../../web/grids/model/block.ts";

test("a block from a spreadsheet is read with its quoted cells", () => {
  expect(readBlock("a\tb\r\nc\td\r\n")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(readBlock('"two\nlines"\t"say ""hi"""\n')).toEqual([["two\nlines", 'say "hi"']]);
  expect(readBlock('5" pipe\t\n\tx')).toEqual([
    ['5" pipe', ""],
    ["", "x"],
  ]);
  expect(readBlock("")).toEqual([[""]]);
  expect(readBlock("a\n\nb")).toEqual([["a"], [""], ["b"]]);
});

test("what is copied is read again as it was", () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom("", '"', "a\tb", "x\r\ny", '"q"', "0.6 lead"));
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
  fc.assert(
    fc.property(block, (rows) => {
      expect(readBlock(`${writeBlock(rows)}\r\n`)).toEqual(rows);
    }),
  );
});

test("a single value fills the range, a block is repeated in a multiple of its size, otherwise it stands once", () => {
  const bounds = { top: 1, bottom: 2, left: 0, right: 1 };
  expect(placeBlock([["x"]], bounds)).toHaveLength(4);
  expect(placeBlock([["x", "y"]], bounds).map(({ text }) => text)).toEqual(["x", "y", "x", "y"]);
  expect(placeBlock([["a", "b", "c"]], bounds)).toEqual([
    { row: 1, column: 0, text: "a" },
    { row: 1, column: 1, text: "b" },
    { row: 1, column: 2, text: "c" },
  ]);
});

test("filling down takes the first row of the range", () => {
  const filled = fillRange({ top: 0, bottom: 2, left: 1, right: 1 }, "down", ({ row, column }) => `${row}.${column}`);
  expect(filled).toEqual([
    { row: 1, column: 1, text: "0.1" },
    { row: 2, column: 1, text: "0.1" },
  ]);
});
