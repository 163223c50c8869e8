import { expect, test } from "vitest";
import { layOutBands } from "../../../web/map/lenses/boundaries/band-layout.ts";
import type { Entry } from "../../../web/map/lenses/boundaries/fill-cell.ts";
import { contains } from "../../../web/map/model/polygon.ts";
import { largeEcosystem } from "../../support/large-ecosystem.ts";

/** The activities of a generated ecosystem, each with those who have a part in it. */
function entriesOf(nodes: number): Entry[] {
  const { activities = [], claims = [] } = largeEcosystem(nodes, 2 * nodes, "bands");
  return activities.map((activity) => {
    const boundary = { activity: { ...activity, id: activity.key, importance: activity.importance ?? 0.5 } };
    const about = claims.flatMap((claim) => (claim.activity === activity.key ? [claim.about] : []));
    return { boundary, count: new Set(about).size } as Entry;
  });
}

/** Pixels that the drawing is high in a window of 1440 by 900. */
const seen = 660;

test.each([100, 600, 1_200])(
  "of %i nodes all actor markers lie within their territories, clear of names that can be read",
  (nodes) => {
    const { bands, height } = layOutBands(entriesOf(nodes), "wide");
    const territories = bands.flatMap((band) => band.territories);
    expect(territories.length).toBeGreaterThan(5);
    for (const { polygon, nameLabel, slots } of territories)
      for (const { x, y } of slots) {
        expect(contains(polygon, x, y)).toBe(true);
        const isOnPlate =
          x > nameLabel.x && x < nameLabel.x + nameLabel.width && y > nameLabel.y && y < nameLabel.y + nameLabel.height;
        expect(isOnPlate).toBe(false);
      }
    const letters = territories.map(({ nameLabel }) => (nameLabel.size / height) * seen);
    expect(letters.filter((size) => size >= 8).length / letters.length).toBeGreaterThan(0.7);
  },
);
