import { expect, test } from "vitest";
import { scaleOf } from "../../../api/changes/imports/mapping/guess-columns.ts";
import { decimalOf, parseNumber } from "../../../api/changes/imports/mapping/parse-number.ts";
import { mapped } from "../../support/mapped.ts";

const volumes = (numbers: readonly string[], decimal?: "." | ",") => {
  const rows = numbers.map((number, at) => `Supplier ${at + 1};Works;${number}`);
  const { of, skipped } = mapped(`Supplier;Customer;Purchase volume\n${rows.join("\n")}\n`, {
    change: (mapping) => {
      if (decimal) mapping.sheets[0]!.fields.volume!.decimal = decimal;
      return mapping;
    },
  });
  return {
    volumes: of("relations").map((it) => (it as { volume?: number }).volume),
    told: skipped.map(({ row, column, message }) => [row, column, message]),
  };
};

test("thousands with points are told by a smaller number beside them, and asked about where nothing shows it", () => {
  expect(volumes(["1.250", "12.500", "980", "125.000"])).toEqual({
    volumes: [1_250, 12_500, 980, 125_000],
    told: [],
  });
  const asked = (number: string) =>
    `“${number}” may be thousands or have three decimals: say which decimal sign the numbers have.`;
  expect(volumes(["1.250", "2.125"])).toEqual({
    volumes: [undefined, undefined],
    told: [
      [2, "Purchase volume", asked("1.250")],
      [3, "Purchase volume", asked("2.125")],
    ],
  });
  expect(volumes(["1.250", "2.125"], ",").volumes).toEqual([1_250, 2_125]);
  expect(volumes(["1.250", "2.125"], ".").volumes).toEqual([1.25, 2.125]);
  // A number of four digits without a point says that points are none of thousands; so do other decimals.
  expect(volumes(["1.250", "980", "1400"]).told.length).toBe(1);
  expect(volumes(["1.250", "0.980"]).volumes).toEqual([1.25, 0.98]);
  expect(volumes(["1.250", "2.5"]).volumes).toEqual([1.25, 2.5]);
  expect(volumes(["1,250", "980"]).volumes).toEqual([1_250, 980]);
});

test("the decimal sign of a column is what some number shows beyond doubt", () => {
  expect(["1.250.000", "1.250,5", "0,250"].map((text) => decimalOf([text]))).toEqual([",", ",", ","]);
  expect(["1,250,000", "1,250.5", "0.250"].map((text) => decimalOf([text]))).toEqual([".", ".", "."]);
  expect(["1.250", "1,250", "7", "1400"].map((text) => decimalOf([text]))).toEqual(Array(4).fill(undefined));
});

test("a number in parentheses is a loss, which no volume can be", () => {
  expect(["(3,000.00)", "(EUR 12)", "-5", "(7)"].map((text) => parseNumber(text))).toEqual([-3_000, -12, -5, -7]);
  expect(volumes(["(3,000.00)", "1,500.00"])).toEqual({
    volumes: [undefined, 1_500],
    told: [[2, "Purchase volume", "Volume: Must be more than 0, not -3000."]],
  });
});

test("the scale is what the names above the grades say, and one mistake does not change it", () => {
  const grades = Array.from({ length: 30 }, (_, at) => String(1 + (at % 5)));
  expect(scaleOf([...grades, "55"])).toBe("1-5");
  expect(scaleOf(["4", "99", "2", "0"], { names: ["Openness (1=disagree 5=agree)"] })).toBe("1-5");
  expect(scaleOf(["4", "2"], { names: ["Share 0 to 100"] })).toBe("0-100");
  // Years and other numbers of a name are no scale.
  expect(scaleOf(["40", "20"], { names: ["Share 2010-2015", "ISO 10-100"] })).toBe("0-100");
  const rows = grades.slice(0, 20).map((grade, at) => `Firm ${at},${grade},${grade},${at === 7 ? 55 : grade}`);
  const { of, skipped } = mapped(`Company,Monitoring (1-5),Repair (1-5),Remote (1-5)\n${rows.join("\n")}\n`);
  expect(of("claims")).toHaveLength(59);
  expect(new Set(of("claims").map((it) => (it as { extent: number }).extent))).toEqual(
    new Set([0, 0.25, 0.5, 0.75, 1]),
  );
  expect(skipped.map(({ row, column, message }) => [row, column, message])).toEqual([
    [9, "Remote (1-5)", "“55” is not on the scale from 1 to 5."],
  ]);
});

test("signs for a part of the whole are shares", () => {
  const { of } = mapped("Competitor,Monitoring,Repair,Financing\nAlpha,●,◐,○\nBeta,◕,◔,●\n");
  expect(of("claims").map((it) => (it as { extent: number }).extent)).toEqual([1, 0.5, 0, 0.75, 0.25, 1]);
});

test("a year of four digits is that year, and the first day of all is none", () => {
  const dates = ["0021-03-01", "01.02.0099", "0001-01-01", "1/1/0001", "0000-05-01", "3.4.21", "31.12.99"];
  const { of, skipped } = mapped(
    `Name,Country,Valid from\n${dates.map((date, at) => `Firm ${at},FI,${date}`).join("\n")}\n`,
  );
  expect(of("actors").map((it) => (it as { validFrom?: string }).validFrom)).toEqual([
    ...["0021-03-01", "0099-02-01", undefined, undefined, undefined, "2021-04-03", "1999-12-31"],
  ]);
  const unset = "0001-01-01 is what programs write for no date: read as empty.";
  expect(skipped.map(({ row, message }) => [row, message])).toEqual([
    [4, unset],
    [5, unset],
    [6, "“0000-05-01” is no date: there is no year 0."],
  ]);
});

test("an e-mail address is no website", () => {
  const { of, skipped } = mapped("Name,Country,Website\nAlpha,FI,alpha.example\nBeta,FI,info@beta.example\n");
  expect(of("actors").map((it) => (it as { website?: string }).website)).toEqual(["https://alpha.example", undefined]);
  expect(skipped.map(({ row, message }) => [row, message])).toEqual([
    [3, "“info@beta.example” is no web address: it is an e-mail address."],
  ]);
});

test("a row of totals is no record, and is told; a firm called so is one", () => {
  const list = (last: string) => mapped(`Supplier,Customer,Volume\nBolts,Works,10\nGears,Works,20\n${last}\n`);
  const names = ({ of }: ReturnType<typeof list>) => of("actors").map((it) => (it as { name: string }).name);
  const total = list("Summe,,30");
  expect(names(total)).toEqual(["Bolts", "Works", "Gears"]);
  expect(total.skipped).toEqual([
    {
      sheet: null,
      row: 4,
      column: null,
      message: "“Summe” is the total of the rows above and no record: the row is left out.",
    },
  ]);
  expect(names(list("Total,,30"))).toEqual(["Bolts", "Works", "Gears"]);
  expect(names(list("Total,Works,12"))).toEqual(["Bolts", "Works", "Gears", "Total"]);
});

test("the part of a supplier's deliveries is no share of its owner", () => {
  const { mapping, skipped } = mapped("Supplier,Customer,Volume,Share\nBolts,Works,10,33 %\nGears,Works,20,67 %\n");
  expect(mapping.sheets[0]!.fields.share).toBeUndefined();
  expect(skipped).toEqual([]);
});

test("a country is read by the letter that its cars have, and a column of letters is not taken for one", () => {
  const countries = (csv: string) =>
    mapped(csv)
      .of("actors")
      .map((it) => (it as { country?: string }).country);
  expect(countries("Name,Country,Type\nAlpha,D,Customer\nBeta,S,Customer\n")).toEqual(["DE", "SE"]);
  expect(countries("Name,Class,Type\nAlpha,A,Customer\nBeta,B,Customer\n")).toEqual([undefined, undefined]);
});
