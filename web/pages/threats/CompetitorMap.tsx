import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { zoneColour } from "../../map/canvas/background/contour.ts";
import { type Box, boxAt, placeLabels } from "../../map/canvas/labels/place-labels.ts";
import { equalThreat, plotSizes } from "../../map/lenses/rivals/background.ts";
import { marketCommonalityOf, overlapOf, rivalsPlot } from "../../map/lenses/rivals/plot.ts";
import { competitorShapes, type Shape } from "../../map/model/kinds.ts";
import { widthOf } from "../../map/model/letter-widths.ts";
import type { BackgroundItem } from "../../map/model/scene.ts";
import { shapePoints } from "../../map/output/shape-points.ts";
import { count, percent, points } from "../../shared/format.ts";
import { equalThreatQuery, type Threat } from "./threats.graphql.ts";

interface Props {
  ecosystem: string;
  date: string | undefined;
  rivals: readonly Threat[];
  focal: { key: string; name: string };
  /** Half-life of moves in days; the API's default when absent. */
  halfLife: number | undefined;
  /** Key of the chosen focal firm; the ecosystem's own when absent. */
  viewpoint: string | undefined;
}

const { width, height } = plotSizes.wide;
/** Margin around the frame in world units, for the axis labels. */
const rim = { left: 24, top: 64, right: 24, bottom: 60 };
const letter = 22;
/** Label limit; the list has all names. */
const maxLabels = 8;

/** Small version of the Rivals lens: market commonality across, overlap up, size by threat, shape by type. */
export function CompetitorMap({ ecosystem, date, rivals, focal, halfLife, viewpoint }: Props) {
  const [{ data }] = useQuery({
    query: equalThreatQuery,
    variables: { key: ecosystem, asOf: date ?? null, focal: focal.key, halfLifeDays: halfLife ?? null },
  });
  const typicalRival = data?.ecosystem?.threats?.typicalRival;
  const threatLevels = data?.threatLevels ?? [];
  const radius = ({ threat }: Threat) => 8 + 36 * Math.sqrt(threat);
  const { placed, scales, left, below, homeOf } = rivalsPlot(rivals, "wide", (row) => 2 * radius(row));
  if (placed.length === 0) return null;
  const strips = [left, below].flatMap((strip) => strip?.background ?? []);
  const ground = [...(typicalRival ? equalThreat(scales, typicalRival, threatLevels) : []), ...strips];
  const shown = placed.map((row) => ({ row, ...homeOf(row).place, r: radius(row) }));
  const hasLines = ground.some(({ type }) => type === "contour");
  const reach = strips.flatMap((item) => (item.type === "strip" ? [item] : []));
  const x1 = Math.min(0, ...reach.map(({ x }) => x)) - rim.left;
  const y2 = Math.max(height, ...reach.map((item) => item.y + item.height - rim.bottom / 2)) + rim.bottom;
  const unknown = rivals.length - placed.length;
  return (
    <section className="rule" aria-label="Competitor map">
      <div className="competitor-map-head">
        <h2>Competitor map</h2>
        {halfLife === undefined && (
          <Link
            to="/e/$ecosystem/map"
            params={{ ecosystem }}
            search={{ lens: "rivals", ...(date && { date }), ...(viewpoint && { focal: viewpoint }) }}
          >
            Open in the Rivals lens
          </Link>
        )}
      </div>
      <svg
        className="competitor-map"
        role="img"
        aria-label={`${count(shown.length, "rival")} by market commonality with ${focal.name} and overlap; the list above has the figures`}
        viewBox={`${x1} ${-rim.top} ${width + rim.right - x1} ${y2 + rim.top}`}
      >
        {ground.map((mark) => {
          if (mark.type === "zone")
            return (
              <polygon
                key={`zone ${mark.level}`}
                points={mark.polygon.map((point) => point.join()).join(" ")}
                // By the color-scheme of the page, which is light on paper whatever the theme on screen.
                style={{ fill: `light-dark(${zoneColour(mark.level, "light")}, ${zoneColour(mark.level, "dark")})` }}
                fillOpacity={0.13}
              />
            );
          if (mark.type === "contour")
            return (
              <polyline
                key={mark.label}
                className="equal-threat"
                data-strong={mark.strong}
                points={mark.points.map((point) => point.join()).join(" ")}
              />
            );
          if (mark.type === "strip")
            return (
              <rect
                key={`strip ${mark.x}`}
                className="edge-strip"
                x={mark.x}
                y={mark.y}
                width={mark.width}
                height={mark.height}
                rx={10}
              />
            );
          if (mark.type === "text")
            return (
              <text
                key={mark.text}
                fontSize={letter * 0.8}
                textAnchor={mark.align === "center" ? "middle" : "start"}
                dominantBaseline="central"
                transform={`translate(${mark.x} ${mark.y})${mark.turned ? " rotate(-90)" : ""}`}
              >
                {mark.text}
              </text>
            );
          return null;
        })}
        <path className="competitor-axes" d={`M0 0V${height}H${width}`} />
        <text x={0} y={-18} fontSize={letter}>
          ↑ Overlap (up to {percent(scales.up)})
        </text>
        <text x={width} y={height + 38} fontSize={letter} textAnchor="end">
          Market commonality (up to {percent(scales.right)}) →
        </text>
        {shown.map(({ row, x, y, r }) => (
          <g key={row.rival.id} className="competitor" transform={`translate(${x} ${y})`}>
            <title>{`${row.rival.name}: threat ${points(row.threat)}, overlap ${shareText(overlapOf(row))}, market commonality ${shareText(marketCommonalityOf(row))}`}</title>
            <Mark shape={competitorShapes[row.type]} r={r} />
          </g>
        ))}
        {namesOf(shown, { x1, y1: 0, x2: width, y2 }, strips.flatMap(boxOfTitle)).map(({ id, name, x, y }) => (
          <text key={id} className="competitor-name" x={x} y={y} fontSize={letter}>
            {name}
          </text>
        ))}
      </svg>
      <p className="quiet">
        Size shows the competitive threat, shape the competitor type.{" "}
        {hasLines && "Each line joins points of equal threat for a rival with typical other factors and ties. "}
        {(left ?? below) && "Rivals beside an axis are known on that axis only. "}
        {unknown > 0 &&
          `${count(unknown, "rival is", "rivals are")} shown only in the list, because both axes are unknown.`}
      </p>
    </section>
  );
}

const shareText = (share: number | null) => (share === null ? "unknown" : percent(share));

function Mark({ shape, r }: { shape: Shape; r: number }) {
  const corners = shapePoints[shape];
  if (corners) return <polygon points={corners.map(([x, y]) => `${x * r},${y * r}`).join(" ")} />;
  if (shape === "ellipse") return <circle r={r} />;
  return <rect x={-r} y={-r * 0.75} width={2 * r} height={1.5 * r} rx={shape === "round-rectangle" ? r * 0.3 : 0} />;
}

interface Placed {
  row: Threat;
  x: number;
  y: number;
  r: number;
}

/** Labels of the highest threats, placed without overlap. Rivals at one place share a label: none stands for the others. */
function namesOf(shown: readonly Placed[], box: Box, obstacles: readonly Box[]) {
  const byPlace = new Map<string, Placed[]>();
  for (const one of shown) {
    const place = `${one.x.toFixed(3)} ${one.y.toFixed(3)}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), one]);
  }
  const names = new Map<string, string>();
  const labels = [...byPlace.values()].map((together, i) => {
    // By threat: the first is the largest mark.
    const { row, x, y, r } = together[0]!;
    const name = together.length === 1 ? row.rival.name : count(together.length, "rival");
    names.set(row.rival.id, name);
    return { id: row.rival.id, x, y, radius: r, width: widthOf(name) * letter, height: letter, priority: -i };
  });
  const anchors = placeLabels(labels, ["right", "left", "top", "bottom"], obstacles, box);
  return labels.slice(0, maxLabels).flatMap((label) => {
    const anchor = anchors.get(label.id);
    if (!anchor) return [];
    const { x1, y2 } = boxAt(label, anchor);
    return [{ id: label.id, name: names.get(label.id)!, x: x1, y: y2 - letter / 5 }];
  });
}

/** Box of a strip's title, which no name may cover. */
function boxOfTitle(item: BackgroundItem): Box[] {
  if (item.type !== "text") return [];
  const length = widthOf(item.text) * letter * 0.8;
  const half = { x: item.turned ? letter / 2 : length / 2, y: item.turned ? length / 2 : letter / 2 };
  const x = item.align === "center" ? item.x : item.x + length / 2;
  return [{ x1: x - half.x, x2: x + half.x, y1: item.y - half.y, y2: item.y + half.y }];
}
