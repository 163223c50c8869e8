import { competitorShapes } from "../kinds.ts";
import { anchors, type Form, type Lens, type Mark } from "../scene.ts";
import type { ThreatRow } from "../threat-row.ts";
import { actorNode, inTray } from "./actor-node.ts";
import { spread } from "./spread.ts";

const frames: Record<Form, { width: number; height: number }> = {
  wide: { width: 1180, height: 600 },
  tall: { width: 600, height: 760 },
};
const room = 40;

const factor = (row: ThreatRow, kind: ThreatRow["factors"][number]["kind"]) =>
  row.factors.find((entry) => entry.kind === kind)?.value ?? null;

/** Diameter for a threat of 0..1: the area grows with the threat. */
const sizeOf = (threat: number) => 12 + 84 * Math.sqrt(threat);

/** Rivals as the focal firm meets them: market commonality against overlap, size by threat, shape by competitor type. */
export const rivals: Lens = ({ facts, nodes: shown }, form = "wide") => {
  const { width, height } = frames[form];
  const node = (row: ThreatRow) =>
    actorNode(row.rival, {
      shape: competitorShapes[row.type],
      size: sizeOf(row.threat),
      priority: row.threat,
      competitor: row.type,
    });
  const x = (row: ThreatRow) => factor(row, "MARKET_COMMONALITY");
  const y = (row: ThreatRow) => factor(row, "OVERLAP");
  const known = facts.threats.filter((row) => x(row) !== null && y(row) !== null);
  const right = scaleEnd(known.map((row) => x(row)!));
  const up = scaleEnd(known.map((row) => y(row)!));
  const place = (across: number, along: number) => ({
    x: room + (across / right) * (width - 2 * room),
    y: height - room - (along / up) * (height - 2 * room),
  });
  const belongs = new Map(known.map((row) => [row.rival.id, place(x(row)!, y(row)!)]));
  const nodes = spread(
    known.map((row) => ({ ...node(row), place: belongs.get(row.rival.id)! })),
    { width, height },
  ).filter((entry) => shown.has(entry.id));
  const unknown = facts.threats.filter((row) => shown.has(row.rival.id) && (x(row) === null || y(row) === null));
  const tray = { x: 0, y: height + 92, width };
  const parked = inTray(unknown.map(node), tray);

  const us = facts.focal?.name ?? "the focal firm";
  const marks = axes(right, up, { width, height, us, place });
  const highs = new Map(facts.threats.map((row) => [row.rival.id, row.high]));
  for (const entry of [...nodes, ...parked.nodes]) {
    const radius = sizeOf(Math.min(1, highs.get(entry.id) ?? 0)) / 2;
    if (radius > entry.size / 2 + 1) marks.push({ type: "halo", node: entry.id, radius, look: entry.look });
  }
  for (const entry of nodes) {
    const home = belongs.get(entry.id)!;
    if (Math.hypot(entry.place!.x - home.x, entry.place!.y - home.y) > entry.size / 2)
      marks.push({ type: "leader", node: entry.id, ...home });
  }
  if (unknown.length > 0)
    marks.push({ type: "tray", ...tray, height: parked.height, label: "Unknown market commonality or overlap" });
  const stretch = { x: width / frames.wide.width, y: height / frames.wide.height };
  return { nodes: [...nodes, ...parked.nodes], edges: [], marks, stretch, anchors };
};

/** The end of a scale, in parts of one: a round number just above the largest value; most rivals share few customers. */
export function scaleEnd(values: readonly number[]): number {
  const most = Math.max(0.02, ...values);
  return [0.04, 0.08, 0.12, 0.2, 0.4, 0.6, 0.8, 1].find((end) => end >= most) ?? 1;
}

interface Frame {
  width: number;
  height: number;
  us: string;
  place(across: number, along: number): { x: number; y: number };
}

function axes(right: number, up: number, { width, height, us, place }: Frame): Mark[] {
  const marks: Mark[] = [];
  for (let i = 0; i <= 4; i++) {
    const at = place((right * i) / 4, (up * i) / 4);
    marks.push({ type: "line", from: [at.x, 0], to: [at.x, height], strength: "grid" });
    marks.push({ type: "line", from: [0, at.y], to: [width, at.y], strength: "grid" });
    const percent = (end: number) => `${Math.round((end * i * 1000) / 4) / 10} %`;
    marks.push({ type: "text", x: at.x, y: height + 18, text: percent(right), align: "center", strong: false });
    marks.push({ type: "text", x: -12, y: at.y, text: percent(up), align: "right", strong: false });
  }
  marks.push(...equalContact(right, up, place));
  marks.push({ type: "line", from: [0, height], to: [width, height], strength: "axis" });
  marks.push({ type: "line", from: [0, 0], to: [0, height], strength: "axis" });
  marks.push({
    type: "text",
    x: width,
    y: height + 48,
    text: width > 900 ? `Market commonality: they sell to the customers of ${us} →` : "Market commonality →",
    align: "right",
    strong: true,
  });
  marks.push({
    type: "text",
    x: -62,
    y: height / 2,
    text: `Overlap: they do what ${us} does →`,
    align: "center",
    strong: true,
    turned: true,
  });
  marks.push({ type: "text", x: 0, y: -16, text: `Rivals as seen from ${us}`, align: "left", strong: true });
  return marks;
}

/**
 * Lines along which overlap and market commonality together make the same contact, weighed alike as they are by default
 * (model.md section 5). Momentum and the dampers are not in them: the size of a rival is.
 */
function equalContact(right: number, up: number, place: Frame["place"]): Mark[] {
  return [0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8].flatMap((level): Mark[] => {
    const sum = 2 * level;
    const low = Math.max(0, sum - up);
    const high = Math.min(right, sum);
    if (low >= high) return [];
    const from = place(low, sum - low);
    const to = place(high, sum - high);
    return [
      { type: "line", from: [from.x, from.y], to: [to.x, to.y], strength: "level" },
      {
        type: "text",
        x: to.x + 6,
        y: to.y - 8,
        text: `contact ${Math.round(level * 100)} %`,
        align: "left",
        strong: false,
      },
    ];
  });
}
