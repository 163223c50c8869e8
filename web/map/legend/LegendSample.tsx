import { zoneColour } from "../canvas/background/contour.ts";
import { states } from "../canvas/background/territory.ts";
import { groupHue } from "../canvas/group-outlines/draw-outlines.ts";
import { looks, relationFamilies, type Shape } from "../model/kinds.ts";
import { type ScaleName, scaleColours } from "../model/style/scales.ts";
import { LegendSign } from "./LegendSign.tsx";
import { LegendVoice } from "./LegendVoice.tsx";
import type { Sample } from "./legend-part.ts";

/** Outlines within a box of 16 by 16, as Cytoscape draws them. */
const outlines: Record<Shape, string> = {
  ellipse: "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z",
  "round-rectangle": "M4 2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z",
  rectangle: "M2.5 2.5h11v11h-11z",
  diamond: "M8 1.5 14.5 8 8 14.5 1.5 8z",
  triangle: "M8 2 14.5 14h-13z",
  hexagon: "M4.5 2.5h7L15 8l-3.5 5.500h-7L1 8z",
  pentagon: "M8 1.5 14.5 6.3 12 14H4L1.5 6.300z",
  star: "M8 1l1.8 4.8 5.2.2-4.1 3.200L12.3 14 8 11.2 3.7 14l1.4-4.800L1 6l5.2-.2z",
  vee: "M2 2l6 4 6-4-6 12z",
  "round-tag": "M3 3h6.500a1 1 0 0 1 .8.4L14 8l-3.7 4.600a1 1 0 0 1-.8.4H3a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z",
};

interface Props {
  sample: Sample;
  scheme: "light" | "dark";
}

/** Sample of one legend entry, drawn as on the map. Decorative: the text beside it has its meaning. */
export function LegendSample({ sample, scheme }: Props) {
  const colour = (look: keyof typeof looks) => (scheme === "dark" ? looks[look].dark : looks[look].colour);
  if (sample.type === "node" || sample.type === "shape")
    return (
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={outlines[sample.shape]}
          fill={sample.type === "node" ? colour(sample.look) : "none"}
          stroke={sample.type === "shape" ? "currentColor" : "none"}
          strokeWidth="1.4"
        />
      </svg>
    );
  if ("shade" in sample) return <ShadeSample sample={sample} scheme={scheme} />;
  if (sample.type === "size")
    return (
      <svg
        width="34"
        height={Math.max(12, sample.diameter)}
        viewBox={`0 0 34 ${Math.max(12, sample.diameter)}`}
        aria-hidden="true"
      >
        <circle
          cx="17"
          cy={Math.max(12, sample.diameter) / 2}
          r={Math.min(16.5, sample.diameter / 2)}
          fill="currentColor"
          opacity="0.6"
        />
      </svg>
    );
  if (sample.type === "width")
    return (
      <svg width="34" height="12" viewBox="0 0 34 12" aria-hidden="true">
        <line x1="0" x2="34" y1="6" y2="6" stroke="currentColor" strokeWidth={sample.width} />
      </svg>
    );
  if (sample.type === "edge") {
    const family = relationFamilies[sample.look.family];
    return <EdgeSample look={sample.look} colour={scheme === "dark" ? family.dark : family.colour} />;
  }
  if (sample.type === "family") {
    const { dark, colour, width, dash } = relationFamilies[sample.family];
    return (
      <svg width="34" height="12" viewBox="0 0 34 12" aria-hidden="true">
        <line
          x2="34"
          y1="6"
          y2="6"
          stroke={scheme === "dark" ? dark : colour}
          strokeWidth={1.3 * width}
          strokeDasharray={dash?.join(" ")}
        />
      </svg>
    );
  }
  if (sample.type === "hue")
    return (
      <svg width="34" height="14" viewBox="0 0 34 14" aria-hidden="true">
        <rect
          x="1"
          y="1"
          width="32"
          height="12"
          rx="4"
          fill={groupHue(sample.hue).colour}
          fillOpacity="0.18"
          stroke={groupHue(sample.hue).colour}
          strokeWidth="1.4"
          strokeDasharray={groupHue(sample.hue).dash.join(" ") || undefined}
        />
      </svg>
    );
  if (sample.type === "territory") return <TerritorySample sample={sample} colour={colour} />;
  if (sample.type === "voice") return <LegendVoice voice={sample.voice} />;
  if (sample.type === "zone")
    return (
      <svg width="34" height="14" viewBox="0 0 34 14" aria-hidden="true">
        <rect x="1" y="1" width="32" height="12" rx="2" fill={zoneColour(sample.level, scheme)} opacity="0.45" />
      </svg>
    );
  return <LegendSign sign={sample.sign} />;
}

/** A class of a scale, as a filled disc or a ring; unknown is hollow and dashed. */
function ShadeSample({
  sample,
  scheme,
}: {
  sample: Extract<Sample, { type: "shade" | "ring" }>;
  scheme: "light" | "dark";
}) {
  const [scale, step] = sample.shade.split("-") as [ScaleName, string];
  const colour = sample.shade === "unknown" ? null : scaleColours[scale][scheme][Number(step)];
  return (
    <svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">
      <circle
        cx="17"
        cy="8"
        r="6"
        fill={colour && sample.type === "shade" ? colour : "none"}
        stroke={colour && sample.type === "ring" ? colour : "currentColor"}
        strokeWidth={colour ? (sample.type === "ring" ? 3.5 : 0.8) : 1.4}
        strokeDasharray={colour ? undefined : "3 2"}
      />
    </svg>
  );
}

function EdgeSample({ look, colour }: { look: Extract<Sample, { type: "edge" }>["look"]; colour: string }) {
  const { width } = relationFamilies[look.family];
  const dash = look.style === "dotted" ? "1.5 2.5" : look.dash?.join(" ");
  const heads = {
    triangle: <path d="M33 6l-7-3.200v6.400z" fill={colour} />,
    vee: <path d="M33 6l-7-3.2 2 3.2-2 3.200z" fill={colour} />,
    diamond: <path d="M33 6l-4-3-4 3 4 3z" fill={colour} />,
    circle: <circle cx="30" cy="6" r="2.6" fill={colour} />,
    tee: <path d="M32 2v8" stroke={colour} strokeWidth="2" />,
    none: null,
  };
  return (
    <svg width="34" height="12" viewBox="0 0 34 12" aria-hidden="true">
      <line
        x1="0"
        x2={look.head === "none" ? 34 : 28}
        y1="6"
        y2="6"
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={dash}
      />
      {heads[look.head]}
    </svg>
  );
}

interface TerritoryProps {
  sample: Extract<Sample, { type: "territory" }>;
  colour(look: keyof typeof looks): string;
}

function TerritorySample({ sample: { status, looks: owners }, colour }: TerritoryProps) {
  const { fill, rim, dash, faint } = states[status];
  const own = [...new Set(owners.map(colour))];
  const first = own[0] ?? "currentColor";
  const second = fill.kind === "stripes" && fill.between ? "none" : (own[1] ?? "currentColor");
  const step = fill.kind === "stripes" ? Math.max(2, fill.step / 4) : 0;
  const quiet = status === "AGREED" || status === "SHARED";
  const lines = step > 0 ? Array.from({ length: Math.ceil(50 / step) }, (_, i) => i) : [];
  return (
    <svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">
      {fill.kind === "tint" && (
        <rect x="1" y="1" width="32" height="14" rx="2" fill={first} opacity={fill.alpha * 1.5} />
      )}
      <svg x="1" y="1" width="32" height="14" viewBox="1 1 32 14" style={{ overflow: "hidden" }} aria-hidden="true">
        {lines.map((i) => (
          <line
            key={i}
            x1={i * step * Math.SQRT2 - 16}
            x2={i * step * Math.SQRT2}
            y1="16"
            y2="0"
            stroke={i % 2 === 0 ? first : second}
            strokeWidth={step}
            opacity={fill.kind === "stripes" ? fill.alpha * 1.5 : 1}
          />
        ))}
      </svg>
      <rect
        x="1"
        y="1"
        width="32"
        height="14"
        rx="2"
        fill="none"
        stroke={quiet ? first : "currentColor"}
        strokeWidth={Math.min(2.4, rim)}
        strokeDasharray={dash.length > 0 ? dash.map((part) => part * 0.55).join(" ") : undefined}
        strokeLinecap={status === "UNCLAIMED" ? "round" : "butt"}
        opacity={faint ? 0.5 : 1}
      />
    </svg>
  );
}
