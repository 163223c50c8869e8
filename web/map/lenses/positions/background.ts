import type { Position } from "../../model/facts.graphql.ts";
import type { MapFacts } from "../../model/facts.ts";
import type { BackgroundItem, Form, Point, SceneNode } from "../../model/scene.ts";

export const plotSizes: Record<Form, { width: number; height: number }> = {
  wide: { width: 1240, height: 600 },
  tall: { width: 600, height: 660 },
};
/** Margin between the plot and the ends of the scales, so that actors at an end are inside. */
const room = 34;

/** Positions with both coordinates known, the broadest first. */
export const knownOf = ({ positions }: MapFacts) =>
  positions
    .filter((position) => position.servitization !== null && position.breadth !== null)
    .sort((a, b) => b.breadth! - a.breadth! || (a.actor.key < b.actor.key ? -1 : 1));

/** Round steps of a logarithmic scale: 1, 2, 5, 10, 20, 50 … */
const roundSteps = Array.from({ length: 5 }, (_, power) => [1, 2, 5].map((step) => step * 10 ** power)).flat();

/** The end of the scale of breadth, which is logarithmic and begins at 1: the round step that holds the broadest. */
export function breadthEnd(known: readonly Position[]): number {
  const max = Math.max(2, ...known.map((position) => position.breadth!));
  // A little beyond a step there is still room within the plot.
  return roundSteps.find((step) => step * 1.03 >= max) ?? max;
}

type ToPlace = (servitization: number, breadth: number) => Point;

/** Coordinates of a servitization (0..1) and a breadth (1 or more), on the scales of these facts. */
export function placeIn(facts: MapFacts, form: Form): ToPlace {
  const { width, height } = plotSizes[form];
  const end = breadthEnd(knownOf(facts));
  return (servitization, breadth) => ({
    x: room + servitization * (width - 2 * room),
    y: height - room - (Math.log(Math.max(1, breadth)) / Math.log(end)) * (height - 2 * room),
  });
}

/** Trails from the position one year earlier, unless dates are compared; none for actors that have hardly moved. */
export function tails(
  nodes: readonly SceneNode[],
  { yearBefore, compared }: MapFacts,
  toPlace: ToPlace,
): BackgroundItem[] {
  if (!yearBefore || compared) return [];
  return nodes.flatMap((node): BackgroundItem[] => {
    const then = yearBefore.get(node.id);
    if (!then || then.servitization === null || then.breadth === null) return [];
    const { x, y } = toPlace(then.servitization, then.breadth);
    if (Math.hypot(x - node.place!.x, y - node.place!.y) < node.size / 2 + 3) return [];
    return [{ type: "tail", node: node.id, x, y, look: node.look, isEarlier: true, isFaint: true }];
  });
}

/** Axes with their ticks, and what either end means. */
export function axes(end: number, toPlace: ToPlace, form: Form): BackgroundItem[] {
  const { width, height } = plotSizes[form];
  const background: BackgroundItem[] = [];
  for (const tick of [0, 0.25, 0.5, 0.75, 1]) {
    const { x } = toPlace(tick, 1);
    background.push({ type: "line", from: [x, 0], to: [x, height], strength: "grid" });
    background.push({ type: "text", x, y: height + 20, text: String(tick), align: "center", strong: false });
  }
  for (const step of roundSteps.filter((step) => step <= end)) {
    const { y } = toPlace(0, step);
    background.push({ type: "line", from: [0, y], to: [width, y], strength: "grid" });
    background.push({ type: "text", x: -12, y, text: String(step), align: "right", strong: false });
  }
  background.push({ type: "line", from: [0, height], to: [width, height], strength: "axis" });
  background.push({ type: "line", from: [0, 0], to: [0, height], strength: "axis" });
  const isWide = form === "wide";
  const [left, right] = isWide
    ? ["← Pure manufacturer", "Holistic service provider →"]
    : ["← Manufacturer", "Service provider →"];
  const beneath = height + 54;
  background.push({ type: "text", x: 0, y: beneath, text: left, align: "left", strong: true });
  background.push({ type: "text", x: width, y: beneath, text: right, align: "right", strong: true });
  if (isWide)
    background.push({ type: "text", x: width / 2, y: beneath, text: "Servitization", align: "center", strong: false });
  const breadth = isWide
    ? "↑ Breadth: effective number of activities (logarithmic scale)"
    : "↑ Breadth: activities (logarithmic)";
  background.push({ type: "text", x: 0, y: -20, text: breadth, align: "left", strong: true });
  return background;
}

/** What to record, in the empty plot. */
export function nobodyPlaced(isBreadthKnown: boolean, form: Form): BackgroundItem[] {
  const { width, height } = plotSizes[form];
  const lines = [
    "No actor can be placed yet.",
    ...(isBreadthKnown
      ? ["Servitization is unknown: record the", "serviceness of the activities."]
      : ["Record who has a part in which activity,", "and the serviceness of the activities."]),
  ];
  return lines.map((text, i) => ({
    type: "text",
    x: width / 2,
    y: height / 2 + (i - 1) * 28,
    text,
    align: "center",
    strong: i === 0,
  }));
}
