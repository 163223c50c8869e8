import { expect, test } from "vitest";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { mapped, tableFrom } from "../../support/mapped.ts";

const keysOf = (records: readonly unknown[]) => records.map((it) => (it as { key: string }).key);

test("rows of one file with different names are two actors, and listed as a possible duplicate", () => {
  const { of, matches } = mapped(
    "Name,Website\nAcme Pumps,https://acme.example\nAcme Valves,https://www.acme.example/valves\nBolts,\nBolts Ltd,\n",
  );
  expect(keysOf(of("actors"))).toEqual(["acme-pumps", "acme-valves", "bolts", "bolts-ltd"]);
  expect(matches).toEqual([
    {
      name: "Acme Valves",
      key: "acme-pumps",
      score: 0.89,
      reason:
        "Same web domain acme.example, similar name (in the file); the file has a row of its own for “Acme Pumps”: possible duplicate",
    },
    {
      name: "Bolts Ltd",
      key: "bolts",
      score: 0.89,
      reason:
        "Same name without legal form or ending (in the file); the file has a row of its own for “Bolts”: possible duplicate",
    },
  ]);
});

test("a possible duplicate of a file is one actor once a person has said so", () => {
  const { of, matches } = mapped("Name,Tags\nBolts,a\nBolts Ltd,b\n", {
    change: (it) => ({ ...it, names: { "Bolts Ltd": "bolts" } }),
  });
  expect(of("actors")).toMatchObject([{ key: "bolts", name: "Bolts", aliases: ["Bolts Ltd"], labels: ["a", "b"] }]);
  expect(matches).toEqual([{ name: "Bolts Ltd", key: "bolts", score: 1, reason: "As decided" }]);
});

test("rows that differ in case and accents only are one actor", () => {
  const { of } = mapped("Name,Tags\nKöne,a\nKONE,b\n");
  expect(of("actors")).toMatchObject([{ key: "kone", labels: ["a", "b"] }]);
});

test("the row with a stored actor's own name is that actor, wherever it stands, and a similar one is not", () => {
  const stored: EcosystemDocument = {
    format: "ecosystem/1",
    ecosystem: { key: "x", name: "X" },
    actors: [{ key: "acme", name: "Acme Oy", kinds: ["OTHER"], website: "https://acme.example/" }],
  };
  const { of, matches } = mapped("Name,Website,Country\nAcme Pumps,acme.example/pumps,FI\nAcme Oy,,SE\n", { stored });
  expect(of("actors")).toMatchObject([{ key: "acme-pumps" }, { key: "acme", country: "SE" }]);
  expect(matches).toMatchObject([
    { name: "Acme Pumps", key: "acme", score: 0.89 },
    { name: "Acme Oy", key: "acme", score: 1 },
  ]);
});

test("a mere mention of a name is still matched to the row of nearly the same name", () => {
  const firms = { ...tableFrom("Name,Country\nBolts Ltd,FI\nMill,SE\n"), sheet: "Firms" };
  const edges = { ...tableFrom("From,To,Type\nBolts,Mill,Supplies\n"), sheet: "Relations" };
  expect(mapped([firms, edges]).of("relations")).toMatchObject([{ from: "bolts-ltd", to: "mill" }]);
});
