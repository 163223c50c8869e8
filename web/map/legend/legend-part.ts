import type { BoundaryStatus, ThreatLevel, Voice } from "../../graphql/schema-types.ts";
import type { EdgeLook, Look, RelationFamily, Shape } from "../model/kinds.ts";
import type { KeyItem, Scene } from "../model/scene.ts";

/** Signs of what is drawn around, beside and beneath nodes. */
export type Sign =
  | "size"
  | "faded"
  | "leader"
  | "cluster"
  | "cluster-edge"
  | "tile"
  | "lead"
  | "whisker"
  | "year-before"
  | "halo"
  | "inferred"
  | "tagged"
  | "contour"
  | DifferenceSign;

/** Signs for a difference between two dates, or between the facts and a scenario. */
export type DifferenceSign = "entered" | "left" | "ghost" | "tail" | "boundary-changed" | "edge-entered" | "edge-left";

export type Sample =
  | { type: "node"; look: Look; shape: Shape }
  | { type: "shape"; shape: Shape }
  | { type: "edge"; look: EdgeLook }
  | { type: "family"; family: RelationFamily }
  | { type: "hue"; hue: number }
  | KeyItem["sample"]
  | { type: "territory"; status: BoundaryStatus; looks: readonly Look[] }
  | { type: "sign"; sign: Sign }
  | { type: "voice"; voice: Voice }
  | { type: "zone"; level: ThreatLevel };

export interface LegendItem {
  key: string;
  label: string;
  sample: Sample;
}

export interface LegendPart {
  title: string;
  items: LegendItem[];
}

/** An entry, listed only where it is drawn. */
export type SignEntry = readonly [sign: Sign, label: string, isDrawn: boolean];

/** Entries that a lens adds to the shared ones. */
export interface LensLegend {
  /** Meaning of size while no style is chosen for it. */
  size: string;
  /** Whether shape has another meaning than the kind of actor. */
  hasOwnShapes?: boolean;
  parts?(scene: Scene): LegendPart[];
  signs?(scene: Scene): SignEntry[];
}

export const signItems = (entries: readonly SignEntry[]): LegendItem[] =>
  entries.flatMap(([sign, label, isDrawn]) => (isDrawn ? [{ key: sign, label, sample: { type: "sign", sign } }] : []));
