import { expect, test } from "vitest";
import { droppedSearchParams, reportingDropped } from "../../web/app/dropped-search-params.ts";
import { coherenceSearch, dateSearch, tableSearch, threatsSearch } from "../../web/app/search-params.ts";
import { mapSearch } from "../../web/map/model/search-params/map-search.ts";

test("a link to a view reads back as that view", () => {
  const view = { lens: "boundaries", date: "2025-06-01", kinds: ["CUSTOMER"], sure: 0.5, selected: "abc" };
  expect(mapSearch(view)).toEqual(view);
});

test("what means nothing in an old link is left out, and the rest kept", () => {
  expect(
    mapSearch({ lens: "sideways", date: "2025-02-30", kinds: "CUSTOMER", selected: "abc", __proto__: null }),
  ).toEqual({
    selected: "abc",
  });
  expect(coherenceSearch({ open: [1, "STANDARDS"] })).toEqual({ open: ["STANDARDS"] });
  expect(tableSearch({ down: "yes", sort: "name" })).toEqual({ sort: "name" });
});

test("a link to a weighed report or to another firm's threats reads back as that", () => {
  const report = { date: "2025-06-01", weights: { STANDARDS: 2 }, weigh: true };
  expect(coherenceSearch(report)).toEqual(report);
  const threats = { focal: "brandthal", halfLife: 90 };
  expect(threatsSearch(threats)).toEqual(threats);
  // A half-life is whole days above 0: the API takes no others.
  for (const halfLife of [0, -1, 90.5, "90", 4_000]) expect(threatsSearch({ halfLife })).toEqual({});
});

test("a parameter that means nothing is taken away, not let through as the link has it", () => {
  const raw = {
    date: "2026-02-30",
    against: "soon",
    since: "x",
    rival: {},
    lens: "sideways",
    q: "",
    tab: [],
    weights: 3,
    weigh: "yes",
    focal: {},
    halfLife: 0,
  };
  for (const read of [mapSearch, coherenceSearch, threatsSearch, tableSearch, dateSearch]) {
    const asSeen = { ...raw, ...read(raw) };
    for (const name of Object.keys(read({})) as (keyof typeof raw)[])
      expect([name, asSeen[name]]).toEqual([name, undefined]);
    expect(Object.keys(read({}))).toContain("date");
  }
});

test("what a link asked for in vain is remembered once, by its name and as the link had it, until it is forgotten", () => {
  const read = reportingDropped(mapSearch);
  for (const raw of [
    { date: "2026-02-30", many: [], lens: "rivals" },
    { date: "2026-02-30", down: false },
  ])
    read(raw);
  expect(droppedSearchParams.now()).toEqual([
    { name: "date", value: "2026-02-30" },
    { name: "many", value: "[]" },
  ]);
  droppedSearchParams.forget();
  expect(droppedSearchParams.now()).toEqual([]);
});
