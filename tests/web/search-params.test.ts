import { expect, test } from "vitest";
import { coherenceSearch, tableSearch } from "../../web/app/search-params.ts";
import { mapSearch } from "../../web/map/state/map-search.ts";

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
