import type { Shape } from "../../map/kinds.ts";

const outlines: Partial<Record<Shape, string>> = {
  diamond: "8,1 15,8 8,15 1,8",
  triangle: "8,1.5 15,14.5 1,14.5",
  hexagon: "4.5,2 11.5,2 15,8 11.5,14 4.5,14 1,8",
  pentagon: "8,1 15,6.2 12.3,14.5 3.7,14.5 1,6.2",
  star: "8,0.5 10,6 15.6,6 11.1,9.4 12.8,15 8,11.7 3.2,15 4.9,9.4 0.4,6 6,6",
  vee: "1,1.5 8,5 15,1.5 8,15",
  "round-tag": "1,3 10,3 15,8 10,13 1,13",
};

/** A node's shape as the map draws it, small. */
export function ShapeGlyph({ shape, colour, hollow }: { shape: Shape; colour: string; hollow?: boolean }) {
  const paint = hollow ? { fill: "none", stroke: colour, strokeWidth: 2 } : { fill: colour };
  const points = outlines[shape];
  return (
    <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      {points ? (
        <polygon points={points} {...paint} />
      ) : shape === "ellipse" ? (
        <circle cx="8" cy="8" r="6.5" {...paint} />
      ) : (
        <rect x="1.5" y="2.5" width="13" height="11" rx={shape === "round-rectangle" ? 3 : 0} {...paint} />
      )}
    </svg>
  );
}

const dashes = { solid: undefined, dashed: "6 4", dotted: "1.5 3.5" };

/** A relation's line as the map draws it. */
export function LineGlyph({ style, arrow }: { style: "solid" | "dashed" | "dotted"; arrow: boolean }) {
  return (
    <svg viewBox="0 0 28 8" width="28" height="8" aria-hidden="true" className="line-glyph">
      <line
        x1="0"
        y1="4"
        x2={arrow ? 23 : 28}
        y2="4"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={dashes[style]}
      />
      {arrow && <polygon points="22,1 28,4 22,7" fill="currentColor" />}
    </svg>
  );
}
