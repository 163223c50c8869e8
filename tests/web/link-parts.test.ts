import { beforeEach, expect, test } from "vitest";
import {
  hashesOfText,
  openReferences,
  parseSearch,
  partText,
  rememberPart,
  stringifySearch,
  withOpenReferences,
} from "../../web/links/link-parts.ts";
import { mapSearch } from "../../web/map/model/search-params/map-search.ts";
import { changeToView, showsView, stateDifference, stateText } from "../../web/map/model/search-params/view-state.ts";

beforeEach(() => sessionStorage.clear());

const ids = (count: number, begin = "n") => Array.from({ length: count }, (_, i) => `${begin}-${i}-😀`);

test("a short address is left as it is; of a long one the largest parameters are named by the hash of their content", () => {
  expect(stringifySearch({ lens: "rivals", only: ["a", "b"] })).toBe("?lens=rivals&only=%5B%22a%22%2C%22b%22%5D");
  const search = { lens: "rivals", only: ids(600), hide: ["x"] };
  const text = stringifySearch(search);
  expect(text).toMatch(/^\?lens=rivals&only=kept\.[\w-]{43}&hide=%5B%22x%22%5D$/);
  expect(stringifySearch({ ...search })).toBe(text);
  expect(parseSearch(text)).toEqual(search);
});

test("every size has an address: what is larger than one part has several, none with half a character", () => {
  const search = { only: ids(40_000), hide: ids(600), many: ids(30), kinds: ids(100, "k") };
  const text = stringifySearch(search);
  expect(text.length).toBeLessThan(4_000);
  const hashes = hashesOfText(text);
  expect(hashes.length).toBeGreaterThan(2);
  for (const hash of hashes) {
    expect(partText(hash)!.length).toBeLessThanOrEqual(400_000);
    expect(partText(hash)!.isWellFormed()).toBe(true);
  }
  expect(parseSearch(text)).toEqual(search);
});

test("what this browser does not know yet stays a reference that no reader drops, and is read once it is known", () => {
  const hash = "x".repeat(43);
  const text = `?only=kept.${hash}&lens=rivals`;
  const raw = parseSearch(text);
  const search = withOpenReferences(raw, mapSearch(raw));
  expect(openReferences(search)).toEqual({ only: `kept.${hash}` });
  expect(search.lens).toBe("rivals");
  rememberPart(hash, '["a"]');
  expect(mapSearch(parseSearch(text)).only).toEqual(["a"]);
  const damaged = "y".repeat(43);
  rememberPart(damaged, "no JSON");
  expect(parseSearch(`?only=kept.${damaged}`)).toEqual({ only: `kept.${damaged}` });
});

test("a view holds a large selection by its hash, and is recognised, told and opened with it", () => {
  const now = mapSearch({ lens: "rivals", only: ids(600, "view") });
  const state = stateText(now);
  expect(state.length).toBeLessThan(200);
  expect(showsView({ state }, now)).toBe(true);
  expect(showsView({ state }, { ...now, only: now.only!.slice(1) })).toBe(false);
  expect(stateDifference(state, "lens=rivals")).toBe("isolated: 600 selected");
  expect(changeToView({ key: "v", state }, {}).only).toEqual(now.only);
});
