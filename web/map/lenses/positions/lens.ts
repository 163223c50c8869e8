import type { Position } from "../../../graphql/types.ts";
import {
  anchors,
  type BackgroundItem,
  type Form,
  type Lens,
  type MapFacts,
  type Point,
  type SceneNode,
} from "../../model/scene.ts";
import { voiceOfAll } from "../../model/voices.ts";
import { actorNode, inUnplacedArea } from "../actor-node.ts";
import { claimConfidence, claimsAbout } from "../claim-confidence.ts";
import { spreadToFit } from "../spread.ts";

const plotSizes: Record<Form, { width: number; height: number }> = {
  wide: { width: 1240, height: 600 },
  tall: { width: 600, height: 660 },
};
/** Room between the plot and the ends of the scales, so that whoever stands at an end lies within. */
const room = 34;

/**
 * Servitization (0 a pure manufacturer, 1 a holistic service provider) against breadth, on a scale of doublings since
 * most are narrow and few are very broad. Who has neither stands apart in a unplaced area, never at 0. Source: model.md section 2.
 */
export const positions: Lens = ({ facts, nodes: shown }, form = "wide") => {
  const { width, height } = plotSizes[form];
  // Scales and places come from everybody, so that a filter moves nobody.
  const known = knownOf(facts);
  const doublings = doublingsOf(known);
  const toPlace = placeIn(facts, form);
  const belongs = new Map(
    known.map((position) => [position.actor.id, toPlace(position.servitization!, position.breadth!)]),
  );
  const claims = claimsAbout(facts);
  const confidenceOf = claimConfidence(facts);
  const nodes = spreadToFit(
    known.map((position) => ({
      ...actorNode(position.actor, {
        size: 16 + 4 * Math.sqrt(position.extents.length),
        priority: position.breadth! + (position.actor.id === facts.focal?.id ? 1000 : 0),
        voice: voiceOfAll(claims.get(position.actor.id) ?? [], position.perceptionGap),
        confidence: confidenceOf(position.actor.id),
      }),
      place: belongs.get(position.actor.id)!,
    })),
    { x1: 0, y1: 0, x2: width, y2: height },
  ).nodes.filter((node) => shown.has(node.id));

  const background = axes(doublings, toPlace, form);
  background.push(...tails(nodes, facts, toPlace));
  for (const node of nodes) {
    const home = belongs.get(node.id)!;
    if (Math.hypot(node.place!.x - home.x, node.place!.y - home.y) > node.size / 2)
      background.push({ type: "leader", node: node.id, ...home });
  }
  const gaps = new Map(known.map((position) => [position.actor.id, position.perceptionGap]));
  for (const node of nodes) {
    const gap = gaps.get(node.id);
    if (gap) background.push({ type: "whisker", node: node.id, half: node.size / 2 + gap * 150, look: node.look });
  }

  const unknown = facts.map.nodes
    .filter((node) => node.kind === "ACTOR" && !belongs.has(node.id) && shown.has(node.id))
    .map((node) => actorNode({ id: node.id, name: node.label, kinds: node.actorKinds ?? [] }, { size: 18 }, 12));
  const unplacedArea = { x: 0, y: height + 92, width };
  const parked = inUnplacedArea(unknown, unplacedArea, form);
  const claimed = new Set(facts.positions.flatMap(({ actor, breadth }) => (breadth === null ? [] : [actor.id])));
  const label = unknown.some(({ id }) => claimed.has(id))
    ? "Unknown: what they do, or how much of a service it is"
    : "Unknown: no claim says what they do";
  if (unknown.length > 0) background.push({ type: "unplacedArea", ...unplacedArea, height: parked.height, label });
  const stretch = { x: width / plotSizes.wide.width, y: height / plotSizes.wide.height };
  return { nodes: [...nodes, ...parked.nodes], edges: [], background, stretch, anchors };
};

const knownOf = ({ positions }: MapFacts) =>
  positions
    .filter((position) => position.servitization !== null && position.breadth !== null)
    .sort((a, b) => b.breadth! - a.breadth! || (a.actor.key < b.actor.key ? -1 : 1));

const doublingsOf = (known: readonly Position[]) =>
  Math.max(1, Math.ceil(Math.log2(Math.max(2, ...known.map((position) => position.breadth!))) - 0.05));

type ToPlace = (servitization: number, breadth: number) => Point;

/** Where a servitization (0..1) and a breadth (1 or more) stand, on the scales of these facts. */
export function placeIn(facts: MapFacts, form: Form): ToPlace {
  const { width, height } = plotSizes[form];
  const doublings = doublingsOf(knownOf(facts));
  return (servitization, breadth) => ({
    x: room + servitization * (width - 2 * room),
    y: height - room - (Math.log2(Math.max(1, breadth)) / doublings) * (height - 2 * room),
  });
}

/** From where each stood a year before, while nothing else is held against the day; who has hardly moved has none. */
function tails(nodes: readonly SceneNode[], { yearBefore, compared }: MapFacts, toPlace: ToPlace): BackgroundItem[] {
  if (!yearBefore || compared) return [];
  return nodes.flatMap((node): BackgroundItem[] => {
    const then = yearBefore.get(node.id);
    if (!then || then.servitization === null || then.breadth === null) return [];
    const { x, y } = toPlace(then.servitization, then.breadth);
    if (Math.hypot(x - node.place!.x, y - node.place!.y) < node.size / 2 + 3) return [];
    return [{ type: "tail", node: node.id, x, y, look: node.look, isEarlier: true, isFaint: true }];
  });
}

function axes(doublings: number, toPlace: ToPlace, form: Form): BackgroundItem[] {
  const { width, height } = plotSizes[form];
  const background: BackgroundItem[] = [];
  for (const tick of [0, 0.25, 0.5, 0.75, 1]) {
    const { x } = toPlace(tick, 1);
    background.push({ type: "line", from: [x, 0], to: [x, height], strength: "grid" });
    background.push({ type: "text", x, y: height + 20, text: String(tick), align: "center", strong: false });
  }
  for (let i = 0; i <= doublings; i++) {
    const { y } = toPlace(0, 2 ** i);
    background.push({ type: "line", from: [0, y], to: [width, y], strength: "grid" });
    background.push({ type: "text", x: -12, y, text: String(2 ** i), align: "right", strong: false });
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
  const breadth = "↑ Breadth: effective number of activities";
  background.push({ type: "text", x: 0, y: -20, text: breadth, align: "left", strong: true });
  return background;
}
