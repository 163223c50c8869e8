import type { Lens, Mark } from "../scene.ts";
import { actorNode, inTray, spread } from "./actor-node.ts";

const width = 1200;
const height = 640;

/** Servitization against breadth; who makes no claim on an activity with a serviceness stands apart, never at 0. */
export const positions: Lens = (facts, visible) => {
  const shown = facts.positions.filter((position) => position.actor.kinds.some((kind) => visible.has(kind)));
  const most = Math.max(2, ...shown.map((position) => position.breadth ?? 0));
  const toPlace = (servitization: number, breadth: number) => ({
    x: servitization * width,
    y: height - ((breadth - 1) / (most - 1)) * (height - 60) - 30,
  });
  const known = shown
    .filter((position) => position.servitization !== null && position.breadth !== null)
    .sort((a, b) => b.breadth! - a.breadth!);
  const nodes = spread(
    known.map((position) =>
      actorNode(position.actor, {
        size: 18 + 5 * Math.sqrt(position.extents.length),
        priority: position.breadth!,
        place: toPlace(position.servitization!, position.breadth!),
      }),
    ),
  );
  const gaps = new Map(known.map((position) => [position.actor.id, position.perceptionGap]));
  const whiskers = nodes.flatMap((node): Mark[] => {
    const gap = gaps.get(node.id);
    return gap
      ? [{ type: "whisker", x: node.place!.x, y: node.place!.y, half: node.size / 2 + gap * 160, colour: node.colour }]
      : [];
  });
  const unknown = shown.filter((position) => position.servitization === null || position.breadth === null);
  const tray = { x: 0, y: height + 96, width };
  const parked = inTray(
    unknown.map((position) => actorNode(position.actor, {})),
    tray,
  );
  const marks: Mark[] = [...axes(most, toPlace), ...whiskers];
  if (unknown.length > 0)
    marks.push({ type: "tray", ...tray, height: parked.height, label: "Position unknown: no claim on an activity" });
  return { nodes: [...nodes, ...parked.nodes], edges: [], marks };
};

function axes(most: number, toPlace: (s: number, b: number) => { x: number; y: number }): Mark[] {
  const marks: Mark[] = [
    { type: "line", from: [0, height], to: [width, height], strength: "axis" },
    { type: "line", from: [0, 0], to: [0, height], strength: "axis" },
    { type: "text", x: 0, y: height + 44, text: "Pure manufacturer", align: "left", strong: true },
    { type: "text", x: width, y: height + 44, text: "Holistic service provider", align: "right", strong: true },
    {
      type: "text",
      x: -44,
      y: height / 2,
      text: "Breadth: effective number of activities",
      align: "center",
      strong: true,
      turned: true,
    },
  ];
  for (const tick of [0.25, 0.5, 0.75, 1])
    marks.push({ type: "line", from: [tick * width, 0], to: [tick * width, height], strength: "grid" });
  for (const tick of [0, 0.25, 0.5, 0.75, 1])
    marks.push({
      type: "text",
      x: tick * width,
      y: height + 18,
      text: tick.toFixed(2),
      align: "center",
      strong: false,
    });
  for (let breadth = 1; breadth <= most; breadth += Math.max(1, Math.round(most / 6))) {
    const { y } = toPlace(0, breadth);
    marks.push({ type: "line", from: [0, y], to: [width, y], strength: "grid" });
    marks.push({ type: "text", x: -14, y, text: String(breadth), align: "right", strong: false });
  }
  return marks;
}
