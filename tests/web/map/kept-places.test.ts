import { beforeEach, expect, test } from "vitest";
import { isTyping } from "../../../web/commands/command-registry.ts";
import { keepPlaces, keptPlaces } from "../../../web/map/layout/kept-places.ts";
import { placesIn, placesText } from "../../../web/map/layout/link-places.ts";
import { providedOfferings } from "../../../web/map/model/filter/provided-offerings.ts";
import { mapSearch } from "../../../web/map/model/search-params/map-search.ts";
import {
  changeToView,
  showsView,
  stateDifference,
  stateText,
} from "../../../web/map/model/search-params/view-state.ts";
import type { Selection } from "../../../web/map/model/selection.ts";

beforeEach(() => localStorage.clear());

test("places are kept for each ecosystem; what somebody else wrote there is laid out anew", () => {
  keepPlaces("a", new Map([["n1", { x: 1.04, y: -2 }]]));
  expect([...keptPlaces("a")]).toEqual([["n1", { x: 1, y: -2 }]]);
  expect([...keptPlaces("b")]).toEqual([]);
  for (const text of ["{", '{"n1":1}', '[["n1","1",2],[3,4,5],null]']) {
    localStorage.setItem("ecotone places a", text);
    expect([...keptPlaces("a")]).toEqual([]);
  }
});

test("a link carries places of its nodes; what it says of others, or no link says, is left out", () => {
  const places = new Map([
    ["actor a", { x: 1.04, y: -2 }],
    ["actor b", { x: -40_000, y: 12.35 }],
    ["too far out", { x: 100_000, y: 0 }],
  ]);
  const text = placesText(places);
  expect(text).toMatch(/^[0-9a-z]{24}$/);
  expect([...placesIn(text, ["actor b", "new", "actor a"])]).toEqual([
    ["actor a", { x: 1, y: -2 }],
    ["actor b", { x: -40_000, y: expect.closeTo(12.35, 0) }],
  ]);
  // These two have the same sign: neither is taken for the other.
  const [one, two] = sharingASign();
  expect(placesText(new Map([one, two].map((id) => [id, { x: 0, y: 0 }])))).toBe("");
  expect([...placesIn(placesText(new Map([[one, { x: 1, y: 1 }]])), [one, two])]).toEqual([]);
  expect(["", "0", text.slice(1), text.toUpperCase(), 12, text].map((it) => mapSearch({ places: it }).places)).toEqual([
    ...Array(5).fill(undefined),
    text,
  ]);
});

/** Two ids that a link cannot tell apart. */
function sharingASign(): [string, string] {
  const seen = new Map<string, string>();
  for (let i = 0; ; i++) {
    const sign = placesText(new Map([[`id ${i}`, { x: 0, y: 0 }]])).slice(0, 4);
    const other = seen.get(sign);
    if (other) return [other, `id ${i}`];
    seen.set(sign, `id ${i}`);
  }
}

test("a view keeps its zoom, which makes no other view of it", () => {
  const state = stateText({ lens: "rivals", at: "9,9,9", panel: "views" }, "1.5,10,-20");
  expect(changeToView({ key: "v", state }, { hide: ["x"] })).toMatchObject({
    view: "v",
    lens: "rivals",
    at: "1.5,10,-20",
    hide: undefined,
  });
  expect(showsView({ state }, { lens: "rivals" })).toBe(true);
  expect(showsView({ state }, { lens: "rivals", date: "2026-01-01" })).toBe(false);
});

test("what one state has and another has not is told in words", () => {
  const mine = stateText({ lens: "positions", kinds: ["CUSTOMER", "OTHER"] });
  const theirs = stateText({ lens: "boundaries", date: "2026-01-01" });
  expect(stateDifference(mine, theirs)).toBe("lens: positions, no date, actor kinds: 2 selected");
  expect(stateDifference(mine, mine)).toBe("");
});

test("an offering goes with its provider, whatever else is filtered", () => {
  const node = (id: string, kind: string) => ({ id, kind }) as never;
  const provides = (source: string, target: string) => ({
    id: `${source}>${target}`,
    kind: "PROVIDES",
    source,
    target,
  });
  const selection = {
    facts: {
      map: {
        nodes: [node("a", "ACTOR"), node("b", "ACTOR"), node("o", "OFFERING"), node("p", "OFFERING")],
        edges: [provides("a", "o"), provides("b", "p")],
      },
    },
    nodes: new Set(["a", "o", "p"]),
    edges: new Set(["a>o"]),
  } as unknown as Selection;
  expect([...providedOfferings(selection, {}).nodes]).toEqual(["a", "o"]);
  const whole = { ...selection, nodes: new Set(["a", "b", "o", "p"]) };
  expect(providedOfferings(whole, {})).toBe(whole);
});

test("a key pressed in a text is no command; one pressed on a box that was ticked is", () => {
  const element = (name: string, type?: string) => Object.assign(document.createElement(name), type && { type });
  expect(["text", "date", "number", "checkbox", "radio"].map((type) => isTyping(element("input", type)))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect([element("textarea"), element("select"), element("button"), null].map(isTyping)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
