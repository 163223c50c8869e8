import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { layOut } from "../../../web/map/layout/lay-out.ts";
import { startPlaces } from "../../../web/map/layout/task.ts";
import { changeToView, movedTo, stateText, viewKey } from "../../../web/map/model/search-params/view-state.ts";
import { type Outcome, PinStore } from "../../../web/map/pins/pin-store.ts";

const layoutScope = { lens: "NETWORK", view: null } as const;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function storeWith(outcomes: Outcome[], kept: string | null = null, maySave = () => true) {
  const sent: object[] = [];
  let text = kept;
  const write = (next: string | null) => {
    text = next;
  };
  const store = new PinStore({
    maySave,
    nameOf: (id) => (id === "a group" ? null : { kind: "ACTOR", key: id }),
    save: async (input) => {
      sent.push(input);
      return outcomes.shift() ?? { stored: true };
    },
    storage: { read: () => text, write },
  });
  return { store, sent, storage: () => text };
}

test("drags are gathered: one change 800 ms after the last, with the last place of each", async () => {
  const { store, sent, storage } = storeWith([]);
  store.put(layoutScope, new Map([["a", { x: 1, y: 1 }]]));
  await vi.advanceTimersByTimeAsync(700);
  store.put(layoutScope, new Map([["b", { x: 2, y: 2 }]]));
  store.put(layoutScope, new Map([["a", { x: 3, y: 3 }]]));
  store.put(layoutScope, new Map([["a group", { x: 9, y: 9 }]]));
  await vi.advanceTimersByTimeAsync(799);
  expect(sent).toEqual([]);
  expect(storage()).toContain('"NETWORK"');
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toEqual([
    {
      ...layoutScope,
      pins: [
        { kind: "ACTOR", key: "a", x: 3, y: 3 },
        { kind: "ACTOR", key: "b", x: 2, y: 2 },
      ],
      unpin: [],
      idempotencyKey: expect.any(String),
    },
  ]);
  expect([store.state, storage()]).toEqual([{ trouble: null, waiting: 0 }, null]);
});

test("what could not be stored stays on the map, is said, and is sent again with the same key", async () => {
  const { store, sent } = storeWith([{ stored: false, why: "The server cannot be reached", retry: true }]);
  store.load(layoutScope, new Map([["b", { x: 5, y: 5 }]]));
  store.put(
    layoutScope,
    new Map([
      ["a", { x: 1, y: 1 }],
      ["b", null],
    ]),
  );
  await vi.advanceTimersByTimeAsync(800);
  expect(store.state).toEqual({ trouble: { why: "The server cannot be reached", retry: true }, waiting: 2 });
  expect([...store.pinsOf(layoutScope)]).toEqual([["a", { x: 1, y: 1 }]]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(store.state).toEqual({ trouble: null, waiting: 0 });
  expect([...store.pinsOf(layoutScope)]).toEqual([["a", { x: 1, y: 1 }]]);
});

test("what waited when the page was left is stored by the next one; what is refused is not sent for ever", async () => {
  const kept = JSON.stringify([{ ...layoutScope, moves: [["a", { x: 1, y: 1 }]] }]);
  const { store, sent } = storeWith([{ stored: false, why: "There is no actor", retry: false }], kept);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(sent).toHaveLength(1);
  store.giveUp();
  expect([[...store.pinsOf(layoutScope)], store.state]).toEqual([[], { trouble: null, waiting: 0 }]);
});

test("pins of a reader are on the map and kept in the tab, and are sent once the person may edit", async () => {
  let mayEdit = false;
  const { store, sent, storage } = storeWith([], null, () => mayEdit);
  store.put(layoutScope, new Map([["a", { x: 1, y: 1 }]]));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sent, [...store.pinsOf(layoutScope)]]).toEqual([[], [["a", { x: 1, y: 1 }]]]);
  expect(storage()).toContain('"NETWORK"');
  mayEdit = true;
  store.again();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(1);
});

test("a view keeps what is shown, not how the page is worked with, and opens as just that", () => {
  const search = { lens: "rivals", date: "2017-05-01", panel: "views", view: "old", hide: ["x", "y"] } as const;
  const state = stateText({ ...search, hide: [...search.hide] });
  expect(new URLSearchParams(state).get("lens")).toBe("rivals");
  expect(state).not.toMatch(/panel|view=/);
  expect(changeToView({ key: "new", state }, { lens: "network", neighbourhood: "z", panel: "views" })).toEqual({
    lens: "rivals",
    neighbourhood: undefined,
    panel: "views",
    present: undefined,
    date: "2017-05-01",
    hide: ["x", "y"],
    view: "new",
  });
});

test("keys of views come from their names, and no two are alike", () => {
  expect(
    ["Où en sommes-nous?", "Où en sommes nous", "你好"].map((name) => viewKey(name, ["ou-en-sommes-nous"])),
  ).toEqual(["ou-en-sommes-nous-2", "ou-en-sommes-nous-2", "view"]);
  expect([movedTo(["a", "b", "c"], 0, 1), movedTo(["a", "b", "c"], 2, 0)]).toEqual([
    ["b", "a", "c"],
    ["c", "a", "b"],
  ]);
});

const ring = (n: number) => {
  const ids = Array.from({ length: n }, (_, i) => `n${i}`);
  return { ids, edges: ids.map((id, i) => [id, ids[(i + 1) % n]!] as const) };
};

test.each([40, 600])("a graph of %i nodes gives the same selection each time, and what is fixed stays", (n) => {
  const { ids, edges } = ring(n);
  const starts = startPlaces(ids, edges, new Map());
  expect(new Set([...starts.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(n);
  const nodes = ids.map((id, i) => ({ id, ...starts.get(id)!, fixed: i < 2, size: 20 }));
  const shares: number[] = [];
  const places = layOut({ nodes, edges }, (share) => shares.push(share));
  expect([places.get("n0"), places.get("n1")]).toEqual([starts.get("n0"), starts.get("n1")]);
  expect([...places.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  expect(places.get("n7")).not.toEqual(starts.get("n7"));
  expect([...layOut({ nodes, edges }, () => {})]).toEqual([...places]);
  if (n > 500) expect([shares.length, shares.at(-1)]).toEqual([25, 1]);
});

test("no node lies on another, whatever its size", () => {
  const ids = Array.from({ length: 60 }, (_, i) => `n${i}`);
  const edges = ids.slice(1).flatMap((id, i) => [["n0", id] as const, [id, ids[((i * 7) % 59) + 1]!] as const]);
  const starts = startPlaces(ids, edges, new Map());
  const nodes = ids.map((id, i) => ({ id, ...starts.get(id)!, fixed: false, size: i % 3 === 0 ? 64 : 15 }));
  const places = layOut({ nodes, edges }, () => {});
  const overlaps = nodes.flatMap((a, i) =>
    nodes.slice(i + 1).filter((b) => {
      const [p, q] = [places.get(a.id)!, places.get(b.id)!];
      return Math.hypot(p.x - q.x, p.y - q.y) < (a.size + b.size) / 2;
    }),
  );
  expect(overlaps).toEqual([]);
});
