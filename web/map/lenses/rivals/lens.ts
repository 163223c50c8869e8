import { lensWords } from "../../../shared/words.ts";
import type { ThreatRow } from "../../model/facts.graphql.ts";
import { competitorShapes } from "../../model/kinds.ts";
import { anchors, type BackgroundItem } from "../../model/scene.ts";
import { actorNode, shorterForms } from "../actor-node.ts";
import { claimConfidence } from "../claim-confidence.ts";
import type { Lens, Places } from "../lens.ts";
import { spreadToFit } from "../spread.ts";
import { inUnplacedArea } from "../unplaced-area.ts";
import { axes, equalThreat, plotSizes } from "./background.ts";
import { legend } from "./legend.ts";
import { rivalsPlot } from "./plot.ts";

/** Diameter for a threat of 0..1: the area grows with the threat. */
const sizeOf = (threat: number) => 12 + 84 * Math.sqrt(threat);

/** Letters of a line of a name that has to fit a strip. */
const shortLine = 12;

/** Rivals of the focal firm: market commonality against overlap, size by threat, shape by competitor type. */
const places: Places = ({ facts, nodes: shown }, form = "wide") => {
  const { width, height } = plotSizes[form];
  const node = (row: ThreatRow) =>
    actorNode(row.rival, {
      shape: competitorShapes[row.type],
      size: sizeOf(row.threat),
      priority: row.threat,
      competitor: row.type,
      inferred: row.typeSource === "INFERRED",
      confidence: confidenceOf(row.rival.id),
    });
  const confidenceOf = claimConfidence(facts);
  // Scales, lines and places are computed from all rivals, so that a filter moves nothing.
  const plot = rivalsPlot(facts.threats, form, (row) => sizeOf(row.threat));
  const { placed, scales, left, below } = plot;
  const belongs = new Map(placed.map((row) => [row.rival.id, plot.homeOf(row)]));
  const { nodes: apart, scale } = spreadToFit(
    placed.map((row) => ({ ...node(row), ...belongs.get(row.rival.id)! })),
    { x1: left?.bounds.x1 ?? 0, y1: 0, x2: width, y2: below?.bounds.y2 ?? height },
  );
  // The name of one on a strip stays on it: beside it stand the figures of the axis.
  const nodes = apart
    .filter((entry) => shown.has(entry.id))
    .map(({ bounds, ...entry }) =>
      bounds === plot.bounds ? entry : { ...entry, ...shorterForms(entry.name, shortLine), within: bounds },
    );

  const highs = new Map(facts.threats.map((row) => [row.rival.id, (scale * sizeOf(Math.min(1, row.high))) / 2]));
  const unknown = facts.threats.filter((row) => shown.has(row.rival.id) && !belongs.has(row.rival.id));
  const unplacedArea = { x: 0, y: (below?.bounds.y2 ?? height + 76) + 16, width };
  const unplaced = unknown.map(node).map((entry) => ({ ...entry, size: scale * entry.size }));
  const parked = inUnplacedArea(
    unplaced,
    unplacedArea,
    form,
    Math.max(0, ...unknown.map((row) => highs.get(row.rival.id)!)),
  );

  const { typicalRival, threatLevels = [] } = facts;
  const background: BackgroundItem[] = typicalRival ? equalThreat(scales, typicalRival, threatLevels) : [];
  background.push(...axes(scales, facts.focal?.name ?? "the focal firm"));
  background.push(...(left?.background ?? []), ...(below?.background ?? []));
  for (const entry of [...nodes, ...parked.nodes]) {
    const radius = highs.get(entry.id)!;
    if (radius > entry.size / 2 + 1) background.push({ type: "halo", node: entry.id, radius, look: entry.look });
  }
  for (const entry of nodes) {
    const home = belongs.get(entry.id)!.place;
    if (Math.hypot(entry.place!.x - home.x, entry.place!.y - home.y) > entry.size / 2)
      background.push({ type: "leader", node: entry.id, ...home });
  }
  if (unknown.length > 0)
    background.push({
      type: "unplaced-area",
      ...unplacedArea,
      height: parked.height,
      label: "Market commonality and overlap unknown",
    });
  const stretch = { x: width / plotSizes.wide.width, y: height / plotSizes.wide.height };
  return { nodes: [...nodes, ...parked.nodes], edges: [], background, stretch, anchors };
};

export const rivals: Lens = { label: lensWords.RIVALS, places, legend };
