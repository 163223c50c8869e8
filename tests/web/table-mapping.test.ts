import { expect, test } from "vitest";
import { fieldChoices, kindChoices } from "../../web/import/table/choices.ts";
import {
  fieldOf,
  type SheetMapping,
  valuesIn,
  withDirection,
  withField,
  withForm,
  withKind,
  withValue,
} from "../../web/import/table/mapping.ts";

const sheet: SheetMapping = {
  sheet: null,
  skip: false,
  kind: "relations",
  fields: {
    from: { columns: ["Supplier"] },
    to: { columns: [], constant: "Works" },
    type: { columns: ["Relation"], values: { Supplier: "SUPPLIES" }, reversed: ["Supplied by"] },
    validFrom: { columns: ["Since"] },
  },
  matrix: { columns: ["A", "B"], field: "to", value: null },
};

test("a column holds one field: given another, it leaves the one that it had", () => {
  const moved = withField(sheet, "Supplier", "to");
  expect(moved.fields.from).toBeUndefined();
  expect(moved.fields.to).toEqual({ columns: ["Supplier"] });
  expect(fieldOf(moved, "Supplier")).toBe("to");
  expect(withField(sheet, "Since", "").fields.validFrom).toBeUndefined();
  expect(withField(sheet, "A", "volume").matrix!.columns).toEqual(["B"]);
  expect(withField(sheet, "A", "").fields.to).toEqual({ columns: [], constant: "Works" });
});

test("values, direction and dates are said one by one and the rest stays", () => {
  expect(withValue(sheet, "type", "Owner", "OWNS").fields.type!.values).toEqual({
    Supplier: "SUPPLIES",
    Owner: "OWNS",
  });
  expect(withDirection(sheet, "Supplier", true).fields.type!.reversed).toEqual(["Supplied by", "Supplier"]);
  expect(withDirection(sheet, "Supplied by", false).fields.type!.reversed).toEqual([]);
  expect(withForm(sheet, ["validFrom", "validTo"], "dates", "MDY").fields.validFrom).toEqual({
    columns: ["Since"],
    dates: "MDY",
  });
  expect(withKind(sheet, "actors")).toEqual({ sheet: null, skip: false, kind: "actors", fields: {} });
});

test("the sheet of the ecosystem itself can be nothing else by mistake: it and its fields can be chosen there only", () => {
  expect(kindChoices("ecosystem")[0]).toEqual({ value: "ecosystem", label: "The ecosystem" });
  expect(kindChoices("actors").map(({ value }) => value)).not.toContain("ecosystem");
  expect(fieldChoices("ecosystem").map(({ value }) => value)).toEqual([
    ...["", "name", "valueProposition", "description", "focal"],
  ]);
});

test("of a list within a cell each part is a value of its own", () => {
  const cells = ["Technology firm; Manufacturer", "Customer;"];
  expect(valuesIn({ columns: ["Kinds"], split: ";" }, cells)).toEqual(["Technology firm", "Manufacturer", "Customer"]);
  expect(valuesIn({ columns: ["Kinds"] }, cells)).toEqual(cells);
});
