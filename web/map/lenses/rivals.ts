import { competitorShapes } from "../kinds.ts";
import type { Lens, Mark } from "../scene.ts";
import type { ThreatRow } from "../threat-row.ts";
import { actorNode, inTray, spread } from "./actor-node.ts";

const width = 1100;
const height = 640;

const factor = (row: ThreatRow, kind: ThreatRow["factors"][number]["kind"]) =>
  row.factors.find((entry) => entry.kind === kind)?.value ?? null;

/** Rivals as the focal firm meets them: market commonality against overlap, size by threat, shape by competitor type. */
export const rivals: Lens = (facts, visible) => {
  const shown = facts.threats.filter((row) => row.rival.kinds.some((kind) => visible.has(kind)));
  const node = (row: ThreatRow) =>
    actorNode(row.rival, { shape: competitorShapes[row.type], size: 16 + 70 * row.threat, priority: row.threat });
  const x = (row: ThreatRow) => factor(row, "MARKET_COMMONALITY");
  const y = (row: ThreatRow) => factor(row, "OVERLAP");
  const known = shown.filter((row) => x(row) !== null && y(row) !== null);
  // The scale ends at the largest value, rounded up: most rivals share few customers.
  const scale = (values: number[]) => Math.min(1, Math.ceil((Math.max(0.1, ...values) + 0.02) * 10) / 10);
  const right = scale(known.map((row) => x(row)!));
  const up = scale(known.map((row) => y(row)!));
  const nodes = spread(
    known.map((row) => ({
      ...node(row),
      place: { x: (x(row)! / right) * width, y: height - (y(row)! / up) * height },
    })),
  );
  const unknown = shown.filter((row) => x(row) === null || y(row) === null);
  const tray = { x: 0, y: height + 96, width };
  const parked = inTray(unknown.map(node), tray);
  const marks = axes(right, up);
  if (unknown.length > 0)
    marks.push({ type: "tray", ...tray, height: parked.height, label: "Market commonality or overlap unknown" });
  return { nodes: [...nodes, ...parked.nodes], edges: [], marks };
};

function axes(right: number, up: number): Mark[] {
  const marks: Mark[] = [
    {
      type: "text",
      x: width,
      y: height + 44,
      text: "Market commonality: they sell to our customers",
      align: "right",
      strong: true,
    },
    {
      type: "text",
      x: -48,
      y: height / 2,
      text: "Overlap: they do what we do",
      align: "center",
      strong: true,
      turned: true,
    },
  ];
  for (let i = 0; i <= 4; i++) {
    const at = i / 4;
    const strength = i === 0 ? "axis" : "grid";
    marks.push({ type: "line", from: [at * width, 0], to: [at * width, height], strength });
    marks.push({ type: "line", from: [0, height - at * height], to: [width, height - at * height], strength });
    marks.push({
      type: "text",
      x: at * width,
      y: height + 18,
      text: `${Math.round(at * right * 100)} %`,
      align: "center",
      strong: false,
    });
    marks.push({
      type: "text",
      x: -12,
      y: height - at * height,
      text: `${Math.round(at * up * 100)} %`,
      align: "right",
      strong: false,
    });
  }
  return marks;
}
