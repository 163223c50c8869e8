import { expect, test } from "vitest";
import { planImport } from "../../../api/changes/check/plan.ts";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { mapped, tableFrom, theFile } from "../../support/mapped.ts";

const evidence = [theFile.key];
const stored: EcosystemDocument = {
  format: "ecosystem/1",
  ecosystem: { key: "x", name: "X" },
  evidence: [{ key: "report", title: "Report" }],
  actors: [
    {
      key: "siemens",
      name: "Siemens AG",
      kinds: ["MANUFACTURER"],
      country: "DE",
      website: "https://www.siemens.com/",
      labels: ["big"],
      evidence: ["report"],
    },
    { key: "kone", name: "KONE Oyj", kinds: ["OTHER"], aliases: ["Kone Corporation"] },
    { key: "mill", name: "Mill", kinds: ["CUSTOMER"] },
  ],
  relations: [
    { from: "siemens", to: "mill", type: "SUPPLIES", validFrom: "2020-01-01", volume: 5, evidence: ["report"] },
  ],
};
/** What planning an import of the records says that is wrong. */
const problems = (before: EcosystemDocument | null, after: EcosystemDocument) =>
  planImport(before, after, false).errors;

test("what is stored stays, what is empty is filled, lists grow, and differences are told", () => {
  const { of, differences, leftOut, after } = mapped(
    "Name;Country;Tags;Founded;Type\nSiemens AG;FI;new;1847;Technology firm\n",
    { stored },
  );
  expect(of("actors")).toEqual([
    {
      ...stored.actors![0],
      kinds: ["MANUFACTURER", "TECHNOLOGY_FIRM"],
      founded: 1847,
      labels: ["big", "new"],
      evidence: ["report", ...evidence],
    },
  ]);
  expect(differences).toEqual([
    { kind: "actors", key: "siemens", field: "country", stored: "DE", file: "FI", choice: "KEEP" },
  ]);
  expect(leftOut).toContainEqual({
    what: "Country of actors",
    count: 1,
    reason: "The stored value stays where the file has another one: siemens has “DE”, the file “FI”.",
  });
  expect(problems(stored, after)).toEqual([]);
});

test("the file's value takes the place of the stored one, for all or one by one", () => {
  const csv = "Name;Country;Employees\nSiemens AG;FI;7\nKone Oyj;SE;8\n";
  const before: EcosystemDocument = {
    ...stored,
    actors: stored.actors!.map((actor) => ({ ...actor, country: "DE", employees: 1 })),
  };
  const all = mapped(csv, { stored: before, change: (it) => ({ ...it, onConflict: "REPLACE" }) });
  expect(all.of("actors")).toMatchObject([
    { country: "FI", employees: 7 },
    { country: "SE", employees: 8 },
  ]);
  const one = mapped(csv, {
    stored: before,
    change: (it) => ({ ...it, conflicts: { "actors|kone|country": "REPLACE" } }),
  });
  expect(one.of("actors")).toMatchObject([
    { country: "DE", employees: 1 },
    { country: "SE", employees: 1 },
  ]);
});

test("the same file twice changes nothing, of every form", () => {
  const files = [
    "Supplier;Customer;Volume\nBolts;Mill;3\nSiemens;Mill;7\n",
    "Firm,Maintenance,Remote control,Spare parts\nSiemens,x,,x\nKone,x,x,\nNew firm,,x,x\n",
    "Stakeholder,Is it good?,Is it new?,Is it safe?\nMill,4,2,5\nKone,1,3,2\n",
    "Name,Country,Website\nSiemens,DE,siemens.com\nBolts,FI,bolts.example\n",
    "Title,Actor,Date,Type\nA new line,Siemens,2024-05-01,Launch\n",
    "Product,Vendor,Type,Activities\nMindSphere,Siemens,Software,Analysis; Storage\n",
  ];
  for (const csv of files) {
    const first = mapped(csv, { stored });
    expect(problems(stored, first.after)).toEqual([]);
    expect(first.records.length).toBeGreaterThan(1);
    const second = mapped(csv, { stored: first.after });
    expect(planImport(first.after, second.after, false).changes).toEqual([]);
    expect(second.skipped).toEqual(first.skipped);
  }
});

test("a relation without a date is the stored one, whenever that began", () => {
  const { of } = mapped("From,To,Type,Confidence\nSiemens AG,Mill,Supplies,0.7\n", { stored });
  expect(of("relations")).toEqual([{ ...stored.relations![0], confidence: 0.7, evidence: ["report", ...evidence] }]);
});

test("names are matched with a score and a reason, and a doubtful one is never merged in silence", () => {
  const { matches, of } = mapped(
    "Name,Website\nSIEMENS,\nKone Corporation,\nSiemens Energy,\nSimens,\nSiemens S.A.,\nMill Oy,https://mill.example\n",
    { stored },
  );
  expect(matches).toEqual([
    { name: "SIEMENS", key: "siemens", score: 0.93, reason: "Same name without legal form or ending" },
    { name: "Kone Corporation", key: "kone", score: 0.97, reason: "Same as another name of it" },
    { name: "Siemens Energy", key: "siemens", score: 0.75, reason: "Begins with the same name: “Siemens AG”" },
    { name: "Simens", key: "siemens", score: expect.any(Number), reason: "Similar name: “Siemens AG”" },
    { name: "Siemens S.A.", key: "siemens", score: 0.86, reason: "Same name with another legal form" },
    { name: "Mill Oy", key: "mill", score: 0.93, reason: "Same name without legal form or ending" },
  ]);
  for (const { name, score } of matches)
    expect(score >= 0.9).toBe(["SIEMENS", "Kone Corporation", "Mill Oy"].includes(name));
  expect(of("actors").map((it) => (it as { key: string }).key)).toEqual([
    "siemens",
    "kone",
    "siemens-energy",
    "simens",
    "siemens-s-a",
    "mill",
  ]);
});

test("decisions on names are part of the mapping and remembered there", () => {
  const { of, matches } = mapped("Name\nSimens\nKone\n", {
    stored,
    change: (it) => ({ ...it, names: { Simens: "siemens", Kone: null } }),
  });
  expect(of("actors")).toMatchObject([
    { key: "siemens", aliases: ["Simens"] },
    { key: "kone-2", name: "Kone" },
  ]);
  expect(matches).toEqual([{ name: "Simens", key: "siemens", score: 1, reason: "As decided" }]);
});

test("rows that are wrong are told with row, column and reason, and stop no others", () => {
  const { of, skipped } = mapped(
    "From,To,Type,Share,Volume\nA,A,Owns,0.5,\nA,B,Owns,150%,\nA,,Owns,0.2,\nA,C,Likes,,\nA,D,Owns,0.4,9\nA,E,Owns,0.3,\n",
    { change: (it) => ({ ...it, sheets: [{ ...it.sheets[0]!, kind: "relations" }] }) },
  );
  expect(of("relations")).toEqual([
    { from: "a", to: "b", type: "OWNS", evidence },
    { from: "a", to: "d", type: "OWNS", share: 0.4, evidence },
    { from: "a", to: "e", type: "OWNS", share: 0.3, evidence },
  ]);
  expect(skipped).toEqual([
    { sheet: null, row: 2, column: "To", message: "A relation must join two different actors." },
    { sheet: null, row: 3, column: "Share", message: "Share: Must be at most 1, not 1.5." },
    { sheet: null, row: 4, column: "To", message: "A relation needs to: the row has none." },
    {
      sheet: null,
      row: 5,
      column: "Type",
      message: "“Likes” is none of Supplies, Partners with, Owns, Competes with, Depends on: say what it means.",
    },
    { sheet: null, row: 5, column: "Type", message: "A relation needs type: the row has none." },
    { sheet: null, row: 6, column: "Volume", message: "Only SUPPLIES relations have a volume: remove it." },
  ]);
});

test("two rows of one record are one, and what they say differently is told", () => {
  const { of, skipped } = mapped("Name;Country;Tags\nAcme;FI;a\nAcme;SE;b\n");
  expect(of("actors")).toEqual([
    { key: "acme", name: "Acme", kinds: ["OTHER"], country: "FI", labels: ["a", "b"], evidence },
  ]);
  expect(skipped).toEqual([
    { sheet: null, row: 3, column: "Country", message: "Row 2 says “FI” of the same actor: “SE” is left out." },
  ]);
});

test("sheets refer to each other by the keys or the names that the file has", () => {
  const firms = { ...tableFrom("ID,Name,Country\nn1,Acme,FI\nn2,Bolts,SE\n"), sheet: "Nodes" };
  const edges = { ...tableFrom("Source,Target,Type\nn1,n2,Competes with\n"), sheet: "Edges" };
  expect(mapped([firms, edges]).of("relations")).toEqual([{ from: "n1", to: "n2", type: "COMPETES_WITH", evidence }]);
  const known = mapped([{ ...firms, rows: [{ number: 2, cells: ["n1", "Siemens", "DE"] }, firms.rows[1]!] }, edges], {
    stored,
  });
  expect(known.of("relations")).toEqual([{ from: "siemens", to: "n2", type: "COMPETES_WITH", evidence }]);
});
