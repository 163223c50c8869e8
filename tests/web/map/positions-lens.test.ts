import { describe, expect, test } from "vitest";
import { textBoxes } from "../../../web/map/canvas/background/text-boxes.ts";
import { placeIn } from "../../../web/map/lenses/positions/background.ts";
import { positions } from "../../../web/map/lenses/positions/lens.ts";
import type { Position } from "../../../web/map/model/facts.graphql.ts";
import type { MapFacts } from "../../../web/map/model/facts.ts";
import type { Form, Scene } from "../../../web/map/model/scene.ts";
import { actor, pictureWith, position } from "./support.ts";

const at = (
  id: string,
  servitization: number | null,
  breadth: number,
  perceptionGap: number | null = null,
): Position => ({
  ...position(id, ["make"]),
  servitization,
  breadth,
  perceptionGap,
});
const nodes = ["mover", "stayer", "newcomer", "unplaced", "silent"].map((id) => actor(id));
const placed = [at("mover", 0.5, 4, 0.3), at("stayer", 0.2, 2), at("newcomer", 0.9, 1), at("unplaced", null, 1)];
const yearBefore: MapFacts["yearBefore"] = new Map([
  ["mover", { servitization: 0.3, breadth: 2 }],
  ["stayer", { servitization: 0.2, breadth: 2 }],
  ["unplaced", { servitization: 0.1, breadth: 2 }],
]);
const selection = pictureWith(nodes, [], { positions: placed, yearBefore });
const tails = (scene: Scene) => scene.background.flatMap((item) => (item.type === "tail" ? [item] : []));

describe("the tail to where an actor stood a year before", () => {
  test("is faint, and leads to that very place; who has not moved, or was not there, has none", () => {
    const found = tails(positions.places(selection));
    const { x, y } = placeIn(selection.facts, "wide")(0.3, 2);
    expect(found).toEqual([expect.objectContaining({ node: "mover", x, y, isFaint: true, isEarlier: true })]);
  });

  test("gives way to the tails of a comparison, and there is none while the year before is not known", () => {
    const compared = {} as NonNullable<MapFacts["compared"]>;
    expect(tails(positions.places({ ...selection, facts: { ...selection.facts, compared } }))).toEqual([]);
    expect(tails(positions.places({ ...selection, facts: { ...selection.facts, yearBefore: null } }))).toEqual([]);
  });
});

test("who has no servitization, or no claim at all, is in the unplaced area; a gap of views is a whisker", () => {
  const scene = positions.places(selection);
  const unplacedArea = scene.background.find((item) => item.type === "unplaced-area")!;
  const inUnplacedArea = scene.nodes.filter(({ place }) => place!.y > unplacedArea.y).map(({ id }) => id);
  expect(inUnplacedArea).toEqual(["unplaced", "silent"]);
  expect(scene.background.filter((item) => item.type === "whisker")).toEqual([
    expect.objectContaining({ node: "mover" }),
  ]);
});

const forms: readonly Form[] = ["wide", "tall"];
test.each(forms)("no two texts of its ground lie on one another at any zoom, %s", (form) => {
  for (const zoom of [0.3, 0.5, 0.7, 1, 2]) {
    const boxes = textBoxes(positions.places(selection, form).background, zoom);
    const found = boxes.flatMap((a, i) =>
      boxes.slice(0, i).filter((b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2),
    );
    expect({ zoom, found }).toEqual({ zoom, found: [] });
  }
});

test("the scale of breadth says that it is logarithmic, and its steps are round: 1, 2, 5, 10 …", () => {
  const known = [1, 2, 14].map((breadth, i) => ({
    ...position(`b${i}`, ["x"]),
    servitization: 0.5,
    breadth,
  }));
  const nodes = known.map(({ actor: { id } }) => actor(id));
  const scene = positions.places(pictureWith(nodes, [], { positions: known }));
  const texts = scene.background.flatMap((item) => (item.type === "text" ? [item] : []));
  expect(texts.filter(({ align, strong }) => align === "right" && !strong).map(({ text }) => text)).toEqual([
    "1",
    "2",
    "5",
    "10",
    "20",
  ]);
  expect(texts.map(({ text }) => text)).toContain("↑ Breadth: effective number of activities (logarithmic scale)");
});
