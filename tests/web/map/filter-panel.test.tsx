import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { afterEach, beforeAll, expect, test } from "vitest";
import { selectionOf } from "../../../web/map/model/pipeline.ts";
import type { MapSearch } from "../../../web/map/model/search-params/map-search.ts";
import { FilterChips } from "../../../web/pages/map/filter/FilterChips.tsx";
import { FilterPanel } from "../../../web/pages/map/filter/FilterPanel.tsx";
import { FocusPanel } from "../../../web/pages/map/focus/FocusPanel.tsx";
import { type MapActions, MapProvider, type MapState } from "../../../web/pages/map/map-context.ts";
import { SelectionBar } from "../../../web/pages/map/SelectionBar.tsx";
import { actor, edge, factsOf } from "./support.ts";

beforeAll(() => {
  // happy-dom measures nothing; Mantine's slider and scroll areas only ask that these exist.
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  } as unknown as typeof ResizeObserver;
});
afterEach(cleanup);

const facts = factsOf(
  [
    actor("a", ["MANUFACTURER"], { label: "Alder" }),
    actor("b", ["CUSTOMER"], { label: "Birch" }),
    actor("c", ["CUSTOMER"], { label: "Cedar", confidence: 0.2 }),
  ],
  [edge("a", "SUPPLIES", "b"), edge("b", "DEPENDS_ON", "c")],
);

let now: MapSearch;

/** The parts that a test looks at, over a state that they change as they do in the page. */
function Desk({ start, children }: { start: MapSearch; children: ReactNode }) {
  const [search, setSearch] = useState(start);
  now = search;
  const dispatch = (_: string, change: object) =>
    setSearch((before) => JSON.parse(JSON.stringify({ ...before, ...change })) as MapSearch);
  const state = {
    search,
    facts,
    whole: facts.map,
    selection: selectionOf(facts, search),
    scene: { nodes: [], edges: [], background: [] },
    pins: new Map(),
    canvas: null,
    interaction: { tool: "pan", menu: null, pathFrom: null },
  } as unknown as MapState;
  const actions = {
    dispatch,
    choose: (ids: readonly string[]) => dispatch("", { many: ids.length > 0 ? ids : undefined }),
    setPathFrom: () => {},
    announce: () => {},
  } as unknown as MapActions;
  return (
    <MantineProvider>
      <MapProvider state={state} actions={actions}>
        {children}
      </MapProvider>
    </MantineProvider>
  );
}

test("ticking values narrows the map, chips take them away one by one, reset all at once", () => {
  render(
    <Desk start={{ sure: 0.1 }}>
      <FilterChips />
      <FilterPanel />
    </Desk>,
  );
  expect(screen.getByText("All 3 actors and standards shown")).toBeTruthy();
  fireEvent.click(screen.getByRole("checkbox", { name: "Customer, 2" }));
  expect(now).toEqual({ sure: 0.1, kinds: ["CUSTOMER"] });
  expect(screen.getByText("2 of 3 actors and standards shown")).toBeTruthy();
  fireEvent.click(screen.getByRole("checkbox", { name: "Manufacturer, 1" }));
  const chips = screen.getByRole("list", { name: "Active conditions" });
  expect(
    within(chips)
      .getAllByRole("listitem")
      .map((chip) => chip.textContent),
  ).toEqual(["Customer", "Manufacturer", "Confidence at least 10\u00a0%"]);
  fireEvent.click(within(chips).getByRole("button", { name: "Remove: Customer" }));
  expect(now).toEqual({ sure: 0.1, kinds: ["MANUFACTURER"] });
  fireEvent.click(screen.getByRole("button", { name: "Reset" }));
  expect(now).toEqual({});
  expect(screen.queryByRole("list", { name: "Active conditions" })).toBeNull();
});

test("the focus panel tells the path as a sentence and shows again what was hidden", () => {
  render(
    <Desk start={{ path: ["a", "c"] }}>
      <FocusPanel />
    </Desk>,
  );
  expect(screen.getByText("Alder supplies Birch, which depends on Cedar.")).toBeTruthy();
  cleanup();
  render(
    <Desk start={{ path: ["a", "c"], hide: ["b"] }}>
      <FocusPanel />
    </Desk>,
  );
  expect(screen.getByText(/No path between the two is shown/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Show Birch" }));
  expect(now).toEqual({ path: ["a", "c"] });
  expect(screen.getByText("Alder supplies Birch, which depends on Cedar.")).toBeTruthy();
});

test("the bar of the selection says how many there are and acts on all of them", () => {
  render(
    <Desk start={{ many: ["a", "b"] }}>
      <SelectionBar />
    </Desk>,
  );
  const bar = screen.getByRole("region", { name: "Selection" });
  expect(within(bar).getByText("2 selected")).toBeTruthy();
  fireEvent.click(within(bar).getByRole("button", { name: "Hide" }));
  expect(now).toEqual({ hide: ["a", "b"] });
  expect(screen.queryByRole("region", { name: "Selection" })).toBeNull();
});
