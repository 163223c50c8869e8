import { expect, test } from "vitest";
import { newKeys } from "../../../web/pages/setup/new-keys.ts";
import { readNames } from "../../../web/pages/setup/read-names.ts";
import { startingActivities } from "../../../web/pages/setup/starting-activities.ts";
import { guessedKind } from "../../../web/shared/guessed-kind.ts";
import { facts } from "../grids/some-facts.ts";

test("names come one a line, each once, and a kind may follow in words", () => {
  expect(
    readNames("Rotor AG, manufacturer\n\n  Grey   Mill\nAcme, Inc.\nrotor ag\nFlow: start-up\nBase\tOther\n"),
  ).toEqual([
    { name: "Rotor AG", kind: "MANUFACTURER" },
    { name: "Grey Mill", kind: "CUSTOMER" },
    { name: "Acme, Inc.", kind: "OTHER" },
    { name: "Flow", kind: "START_UP" },
    { name: "Base", kind: "OTHER" },
  ]);
});

test("a kind is guessed from words of the name, and left open where none says anything", () => {
  const guesses = {
    "Open Process Line Alliance": "STANDARDS_BODY",
    "Fathom & Quill Analytics": "ANALYST",
    "Al Manara Plant Services": "SERVICE_PROVIDER",
    "Brandthal Maschinenbau": "MANUFACTURER",
    "Giant Cloud": "TECHNOLOGY_FIRM",
    "Paper Mill": "CUSTOMER",
    Everspool: "OTHER",
  };
  expect(Object.fromEntries(Object.keys(guesses).map((name) => [name, guessedKind(name)]))).toEqual(guesses);
});

test("new records get keys that neither a record nor another of them has", () => {
  expect(newKeys(facts(), "ACTORS", ["Rotor", "Röter", "roter", "日本"])).toEqual([
    "rotor-2",
    "roter",
    "roter-2",
    "actor",
  ]);
});

test("the starting set has fifteen activities with names of their own, in every layer", () => {
  expect(new Set(startingActivities.map(({ name }) => name)).size).toBe(15);
  expect(new Set(startingActivities.map(({ layer }) => layer)).size).toBe(6);
});
