import { expect, test } from "vitest";
import { droppedSearchParams, reportingDropped } from "../../web/app/dropped-search-params.ts";
import { coherenceSearch, dateSearch, tableSearch, threatsSearch, tidySearch } from "../../web/app/search-params.ts";
import { mapSearch, withCurrentNames } from "../../web/map/model/search-params/map-search.ts";
import { showsView, stateDifference, stateText } from "../../web/map/model/search-params/view-state.ts";

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

test("only a check that exists chooses what is listed to be tidied", () => {
  expect(tidySearch({ check: "AGED_FACT" })).toEqual({ check: "AGED_FACT" });
  for (const check of ["SIDEWAYS", "constructor", "toString", ["AGED_FACT"]]) expect(tidySearch({ check })).toEqual({});
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

test("a link with former names of parameters says the same; what it writes has the current ones", () => {
  droppedSearchParams.forget();
  const read = reportingDropped(mapSearch, withCurrentNames);
  const raw = { around: "a", steps: 2, grown: ["b"], shut: ["c"], folded: ["CUSTOMER"], group: "kind" };
  const search = read(raw);
  expect(search).toEqual({
    neighbourhood: "a",
    steps: 2,
    expanded: ["b"],
    collapsed: ["c"],
    collapsedGroups: ["CUSTOMER"],
    group: "kind",
  });
  // As the router has it: what a page reads lies over what the link said.
  expect(mapSearch({ ...raw, ...search })).toEqual(search);
  expect(stateText(search)).not.toMatch(/around|grown|shut|folded/);
  expect(droppedSearchParams.now()).toEqual([]);
  // A current name counts more than a former one, and a former one that means nothing is named by its current name.
  expect(read({ grown: ["old"], expanded: ["new"] }).expanded).toEqual(["new"]);
  read({ shut: [] });
  expect(droppedSearchParams.now()).toEqual([{ name: "collapsed", value: "[]" }]);
  droppedSearchParams.forget();
});

test("a named view that was kept under former names opens as it was, and differs from its copy in nothing", () => {
  const former = "lens=network&around=a&grown=%5B%22b%22%5D";
  const current = "lens=network&neighbourhood=a&expanded=%5B%22b%22%5D";
  expect(stateDifference(former, current)).toBe("");
  expect(showsView({ state: former }, { neighbourhood: "a", expanded: ["b"] })).toBe(true);
});
