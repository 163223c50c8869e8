import fc from "fast-check";
import { expect, test } from "vitest";
import { type Disc, heldBy, outlineOf } from "../../../web/map/canvas/group-outlines/outline.ts";

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
  fc.assert(
    fc.property(discs, fc.integer({ min: 2, max: 9 }), (all, step) => {
      const members = all.filter((_, i) => i % step === 0);
      const others = all.filter((_, i) => i % step !== 0);
      if (members.length < 2) return;
      const outline = outlineOf("g", "Group", members, others);
      expect(heldBy(outline, members).map(({ id }) => id)).toEqual(members.map(({ id }) => id));
      expect(heldBy(outline, others)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("a stranger in the midst of a group is cut out of its outline", () => {
  const grid = Array.from({ length: 25 }, (_, i): Disc => {
    return { id: `n${i}`, x: (i % 5) * 34, y: Math.floor(i / 5) * 34, radius: 14 };
  });
  const stranger = grid[12] as Disc;
  const members = grid.filter((disc) => disc !== stranger);
  const outline = outlineOf("g", "Group", members, [stranger]);
  expect(outline.holes).toHaveLength(1);
  expect(heldBy(outline, [stranger])).toEqual([]);
  expect(heldBy(outline, members)).toEqual(members);
  expect(heldBy({ ...outline, holes: [] }, [stranger])).toEqual([stranger]);
});
