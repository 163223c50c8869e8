import fc from "fast-check";
import { expect, test } from "vitest";
import { type Disc, heldBy, outlineOf } from "../../web/map/hulls/outline.ts";

const discs = fc
  .uniqueArray(fc.record({ column: fc.integer({ min: 0, max: 14 }), row: fc.integer({ min: 0, max: 10 }) }), {
    minLength: 6,
    maxLength: 60,
    selector: ({ column, row }) => `${column} ${row}`,
  })
  .map((places) =>
    places.map(({ column, row }, i): Disc => ({ id: `n${i}`, x: column * 70, y: row * 70, radius: 12 + (i % 3) * 6 })),
  );

test("an outline holds every member and no stranger, however they lie", () => {
  let strangersAround = 0;
  fc.assert(
    fc.property(discs, fc.integer({ min: 2, max: 9 }), (all, step) => {
      const members = all.filter((_, i) => i % step === 0);
      const others = all.filter((_, i) => i % step !== 0);
      if (members.length < 2) return;
      const outline = outlineOf("g", "Group", members, others);
      strangersAround += outline.holes.length;
      expect(heldBy(outline, members).map(({ id }) => id)).toEqual(members.map(({ id }) => id));
      expect(heldBy(outline, others)).toEqual([]);
    }),
    { numRuns: 40 },
  );
  // It would prove nothing if no group ever ran into a stranger.
  expect(strangersAround).toBeGreaterThan(0);
}, 60_000);
