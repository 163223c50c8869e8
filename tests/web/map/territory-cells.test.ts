import { expect, test } from "vitest";
import { cellsOf } from "../../../web/map/lenses/boundaries/cells.ts";
import { areaOf } from "../../../web/map/model/polygon.ts";
import { seededRandom } from "../../../web/map/model/seeded-random.ts";

const chance = seededRandom(20);
const upTo = (max: number) => Math.floor(chance() * max);

/** As importances are given: all alike, in fifths, any, and a few that outweigh the rest. */
const kinds: Record<string, () => number> = {
  alike: () => 1,
  "in fifths": () => (1 + upTo(5)) / 5,
  any: () => 0.01 + chance(),
  skewed: () => 0.02 + chance() ** 5,
};
const boxes = [0.03, 0.06, 0.1, 0.15, 0.25, 0.4, 1, 3, 12].map((height) => ({ width: 1500, height: 1500 * height }));

for (const [kind, weight] of Object.entries(kinds))
  test(`boxes from flat to tall divided by weights that are ${kind}: areas as the weights, nothing left over`, () => {
    for (const { width, height } of boxes)
      for (const count of [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 16, 19, 24, 32]) {
        const weights = Array.from({ length: count }, weight);
        const sum = weights.reduce((total, one) => total + one, 0);
        const cells = cellsOf({ x: 40, y: -20, width, height }, weights);
        const shares = cells.map((cell) => areaOf(cell) / (width * height));
        expect(shares).toHaveLength(count);
        expect(shares.reduce((total, one) => total + one, 0)).toBeCloseTo(1, 6);
        const off = shares.map((share, i) => Math.abs(share - weights[i]! / sum));
        // The treemap's own measure of what is still off: half of all that is too much or too little.
        expect(off.reduce((total, one) => total + one, 0) / 2, `${count} in ${width} x ${height}`).toBeLessThan(0.02);
      }
  });
