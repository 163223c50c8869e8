import type { BoundaryStatus, CompetitorType, ThreatLevel } from "../graphql/schema-types.ts";
import { boundaryWords, competitorWords, levelWords } from "../shared/words.ts";
import { competitorShapes, type EdgeLook, edgeLooks, type KindLook, type Look, looks, type Shape } from "./kinds.ts";
import { difference, signs } from "./legend-signs.ts";
import type { LensName } from "./lenses/lenses.ts";
import type { KeyItem, Scene } from "./scene.ts";
import { type Voice, voiceWords } from "./voices.ts";

export type Sample =
  | { type: "node"; look: Look; shape: Shape }
  | { type: "shape"; shape: Shape }
  | { type: "edge"; look: EdgeLook }
  | KeyItem["sample"]
  | { type: "territory"; status: BoundaryStatus; looks: readonly Look[] }
  | {
      type: "sign";
      sign:
        | "lead"
        | "size"
        | "whisker"
        | "year-before"
        | "leader"
        | "halo"
        | "inferred"
        | "tagged"
        | "contour"
        | "faded"
        | FarSign
        | DifferenceSign;
    }
  | { type: "voice"; voice: Voice }
  | { type: "zone"; level: ThreatLevel };

/** Signs of what is drawn by group. */
export type FarSign = "region" | "far-edge";

/** Signs of a difference of two dates. */
export type DifferenceSign = "entered" | "left" | "ghost" | "tail" | "redrawn" | "edge-entered" | "edge-left";

export interface LegendItem {
  key: string;
  label: string;
  sample: Sample;
}

export interface LegendPart {
  title: string;
  items: LegendItem[];
}

const statuses: readonly BoundaryStatus[] = ["AGREED", "SHARED", "CONTESTED", "DISPUTED", "UNCLAIMED", "UNKNOWN"];
/** What is on the screen and nothing else, in the order of the tables. */
export function legendOf(lens: LensName, scene: Scene): LegendPart[] {
  return [
    ...(scene.keys ?? []).map(({ title, items }) => ({ title, items })),
    actors(lens, scene),
    competitors(scene),
    territories(scene),
    voices(scene),
    levels(scene),
    relations(scene),
    signs(lens, scene),
    difference(scene),
  ].filter((part) => part.items.length > 0);
}

function actors(lens: LensName, { nodes, keys }: Scene): LegendPart {
  // Where colour stands for a measure, kinds are told by their shape alone.
  const isShaded = keys?.some((key) => key.channel === "shade");
  const present = new Set<string>(nodes.flatMap((node) => (node.held ? Object.keys(node.held) : [node.look])));
  return {
    title: lens === "rivals" && !isShaded ? "Colour" : "Kinds",
    items: (Object.entries(looks) as [Look, KindLook][])
      .filter(([look]) => present.has(look) && !(isShaded && lens === "rivals"))
      .map(([look, { label, shape }]) => ({
        key: look,
        label,
        // In the Rivals lens the shape says something else.
        sample: isShaded
          ? { type: "shape", shape }
          : { type: "node", look, shape: lens === "rivals" ? "ellipse" : shape },
      })),
  };
}

function competitors({ nodes }: Scene): LegendPart {
  const present = new Set(nodes.map((node) => node.competitor));
  return {
    title: "Shape: type of competitor",
    items: (Object.entries(competitorShapes) as [CompetitorType, Shape][])
      .filter(([type]) => present.has(type))
      .map(([type, shape]) => ({ key: type, label: competitorWords[type], sample: { type: "shape", shape } })),
  };
}

function territories({ marks }: Scene): LegendPart {
  const drawn = marks.filter((mark) => mark.type === "territory");
  return {
    title: "Boundaries",
    items: statuses.flatMap((status): LegendItem[] => {
      const example = drawn.find((mark) => mark.status === status);
      if (!example) return [];
      const sample: Sample = { type: "territory", status, looks: example.looks };
      return [{ key: status, label: boundaryWords[status], sample }];
    }),
  };
}

function voices({ nodes, keys }: Scene): LegendPart {
  // Colours of a measure take their place.
  const isShaded = keys?.some((key) => key.channel === "shade");
  const present = new Set(nodes.map((node) => node.voice));
  return {
    title: "Who says so",
    items: (Object.entries(voiceWords) as [Voice, string][])
      .filter(([voice]) => !isShaded && present.has(voice))
      .map(([voice, label]) => ({ key: voice, label, sample: { type: "voice", voice } })),
  };
}

function levels({ marks }: Scene): LegendPart {
  const present = marks.flatMap((mark) => (mark.type === "zone" ? [mark.level] : []));
  return {
    title: "Ground: level of a typical rival’s threat",
    items: present.map((level) => ({ key: level, label: levelWords[level], sample: { type: "zone", level } })),
  };
}

function relations({ edges }: Scene): LegendPart {
  const present = new Set<string>(edges.filter((edge) => !edge.far).map((edge) => edge.kind));
  return {
    title: "Relations",
    items: Object.entries(edgeLooks)
      .filter(([kind]) => present.has(kind))
      .map(([kind, look]) => ({ key: kind, label: look.label, sample: { type: "edge", look } })),
  };
}
