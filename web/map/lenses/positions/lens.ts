import { lensWords } from "../../../shared/words.ts";
import { anchors } from "../../model/scene.ts";
import { actorNode } from "../actor-node.ts";
import { claimConfidence } from "../claim-confidence.ts";
import type { Lens, Places } from "../lens.ts";
import { spreadToFit } from "../spread.ts";
import { inUnplacedArea } from "../unplaced-area.ts";
import { axes, breadthEnd, knownOf, nobodyPlaced, placeIn, plotSizes, tails } from "./background.ts";
import { legend } from "./legend.ts";

/**
 * Servitization (0 a pure manufacturer, 1 a holistic service provider) against breadth, on a logarithmic scale since
 * most actors are narrow and few are very broad. Actors with an unknown position are in the unplaced area, never at 0.
 * Source: docs/model.md, section 2.
 */
const places: Places = ({ facts, nodes: shown }, form = "wide") => {
  const { width, height } = plotSizes[form];
  // Scales and places are computed from all actors, so that a filter moves nothing.
  const known = knownOf(facts);
  const toPlace = placeIn(facts, form);
  const belongs = new Map(
    known.map((position) => [position.actor.id, toPlace(position.servitization!, position.breadth!)]),
  );
  const confidenceOf = claimConfidence(facts);
  const nodes = spreadToFit(
    known.map((position) => ({
      ...actorNode(position.actor, {
        size: 16 + 4 * Math.sqrt(position.extents.length),
        priority: position.breadth! + (position.actor.id === facts.focal?.id ? 1000 : 0),
        voice: position.voice,
        confidence: confidenceOf(position.actor.id),
      }),
      place: belongs.get(position.actor.id)!,
    })),
    { x1: 0, y1: 0, x2: width, y2: height },
  ).nodes.filter((node) => shown.has(node.id));

  const background = axes(breadthEnd(known), toPlace, form);
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

  const breadths = new Map(
    facts.positions.flatMap(({ actor, breadth }) => (breadth === null ? [] : [[actor.id, breadth]])),
  );
  const breadthOf = (id: string) => breadths.get(id) ?? 0;
  const unknown = facts.map.nodes
    .filter((node) => node.kind === "ACTOR" && !belongs.has(node.id) && shown.has(node.id))
    .map((node) =>
      actorNode(
        { id: node.id, name: node.label, kinds: node.actorKinds ?? [] },
        { size: 18, priority: breadthOf(node.id) },
        12,
      ),
    )
    .sort((a, b) => breadthOf(b.id) - breadthOf(a.id));
  const unplacedArea = { x: 0, y: height + 92, width };
  const parked = inUnplacedArea(unknown, unplacedArea, form);
  const isBreadthKnown = unknown.some(({ id }) => breadths.has(id));
  const label = isBreadthKnown
    ? `Unknown servitization or breadth${form === "wide" ? ", the broadest first" : ""}`
    : "Unknown: no claims about their activities";
  if (known.length === 0 && unknown.length > 0) background.push(...nobodyPlaced(isBreadthKnown, form));
  if (unknown.length > 0) background.push({ type: "unplaced-area", ...unplacedArea, height: parked.height, label });
  const stretch = { x: width / plotSizes.wide.width, y: height / plotSizes.wide.height };
  return { nodes: [...nodes, ...parked.nodes], edges: [], background, stretch, anchors };
};

export const positions: Lens = { label: lensWords.POSITIONS, places, legend };
