import { expect, test } from "vitest";
import { tableOf } from "../../api/cli/table.ts";

test("columns are as wide as their widest value, and numbers stand to the right", () => {
  expect(
    tableOf(
      ["name", "volume"],
      [
        ["Mill", 14.5],
        ["Ångström", null],
      ],
    ),
  ).toBe(["name      volume", "--------  ------", "Mill        14.5", "Ångström    null"].join("\n"));
});

test("without rows the names of the columns are left", () => {
  expect(tableOf(["a", "bcd"], [])).toBe("a  bcd\n-  ---");
});

test("what would move the cursor is taken out, and what is too wide is cut", () => {
  expect(tableOf(["x"], [["a\u001b[2Jb\nc"]])).toBe("x\n--------\na [2Jb c");
  expect(tableOf(["x"], [["abcdef"]], 4)).toBe("x\n----\nabc…");
  expect(tableOf(["x"], [[{ a: [1, null] }]])).toBe('x\n--------------\n{"a":[1,null]}');
});
