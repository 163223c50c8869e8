import { expect, test } from "vitest";
import { draw } from "../../../web/map/canvas/background/draw.ts";
import { palettes } from "../../../web/map/canvas/background/palette.ts";
import type { BackgroundItem } from "../../../web/map/model/scene.ts";

const palette = palettes.light;
const area = { x: 0, y: 0, width: 400, height: 300 };
const territory: Extract<BackgroundItem, { type: "territory" }> = {
  type: "territory",
  ...area,
  record: "plan",
  status: "CONTESTED",
  looks: ["MANUFACTURER", "CUSTOMER"],
  name: "Plan",
  state: "contested",
  isChanged: true,
  polygon: [
    [0, 0],
    [0, 300],
    [400, 300],
    [400, 0],
  ],
  nameLabel: { x: 10, y: 10, width: 200, height: 30, size: 16, tellsState: true },
  confidence: 1,
};

/** How wide lines of a colour are drawn at most, in world units. */
function widest(item: BackgroundItem, zoom: number): Map<unknown, number> {
  const found = new Map<unknown, number>();
  const state: Record<string, unknown> = {
    measureText: () => ({ width: 10 }),
    stroke: () => found.set(state.strokeStyle, Math.max(found.get(state.strokeStyle) ?? 0, state.lineWidth as number)),
  };
  const context = new Proxy(state, { get: (all, name) => all[name as string] ?? (() => undefined) });
  draw(context as never, [item], { palette, zoom, chosen: null, at: () => undefined });
  return found;
}

test.each([
  ["a small drawing", 1, 0.6],
  ["a large one seen from afar", 8, 0.06],
])("the rim of a changed boundary is visible beneath the territory's own, in %s", (_, enlargement, zoom) => {
  const widths = widest({ ...territory, enlargement }, zoom);
  expect(widths.get(palette.attention)!).toBeGreaterThan(2 * widths.get(palette.ink)!);
});
