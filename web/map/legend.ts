import type { BoundaryStatus, CompetitorType, ThreatLevel } from "../graphql/types.ts";
import { boundaryWords, competitorWords, levelWords } from "../shared/words.ts";
import { competitorShapes, type EdgeLook, edgeLooks, type KindLook, type Look, looks, type Shape } from "./kinds.ts";
import type { LensName } from "./lenses/lenses.ts";
import type { Typical } from "./lenses/threat-lines.ts";
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
        | DifferenceSign;
    }
  | { type: "voice"; voice: Voice }
  | { type: "zone"; level: ThreatLevel };

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
const sizes: Record<LensName, string> = {
  network: "Size: how many relations",
  positions: "Size: how many activities",
  boundaries: "Size: extent of the claim",
  rivals: "Size: threat",
};

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
  const present = new Set(nodes.map((node) => node.look));
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
      return [{ key: status, label: boundaryWords[status].label, sample }];
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

const percent = (value: number) => `${Math.round(value * 100)} %`;
const contourWords = ({ momentum, damping }: Typical) =>
  `Equal threat, in points of 100, of a rival with the median momentum (${percent(momentum)}) of which barrier and ties leave the median ${percent(damping)}`;

function relations({ edges }: Scene): LegendPart {
  const present = new Set<string>(edges.map((edge) => edge.kind));
  return {
    title: "Relations",
    items: Object.entries(edgeLooks)
      .filter(([kind]) => present.has(kind))
      .map(([kind, look]) => ({ key: kind, label: look.label, sample: { type: "edge", look } })),
  };
}

function signs(lens: LensName, { nodes, edges, marks, keys }: Scene): LegendPart {
  const items: LegendItem[] = [];
  const sign = (name: Extract<Sample, { type: "sign" }>["sign"], label: string, isDrawn: boolean) => {
    if (isDrawn) items.push({ key: name, label, sample: { type: "sign", sign: name } });
  };
  // Where the reader has chosen what size stands for, its own key says so.
  const isChosen = keys?.some((key) => key.channel === "size");
  sign("size", sizes[lens], !isChosen && new Set(nodes.map((node) => node.size)).size > 1);
  sign(
    "lead",
    "Claims to lead",
    nodes.some((node) => node.lead),
  );
  sign(
    "inferred",
    "Type inferred from the facts",
    nodes.some((node) => node.competitor && node.inferred),
  );
  sign(
    "tagged",
    "Type given by a person",
    nodes.some((node) => node.competitor && !node.inferred),
  );
  sign(
    "faded",
    "Less sure",
    [...nodes, ...edges].some((element) => element.confidence < 1),
  );
  sign(
    "whisker",
    "Gap between own and others’ view",
    marks.some((mark) => mark.type === "whisker"),
  );
  sign(
    "halo",
    "Threat at its upper bound",
    marks.some((mark) => mark.type === "halo"),
  );
  sign(
    "leader",
    "Moved aside from the dot",
    marks.some((mark) => mark.type === "leader"),
  );
  sign(
    "year-before",
    "From where it stood a year before",
    marks.some((mark) => mark.type === "tail" && mark.isFaint),
  );
  const contour = marks.find((mark) => mark.type === "contour");
  if (contour) sign("contour", contourWords(contour.typical), true);
  return { title: "Signs", items };
}

function difference({ nodes, edges, marks, isSupposed }: Scene): LegendPart {
  const tailed = marks.find((mark) => mark.type === "tail" && !mark.isFaint);
  const drawn: [DifferenceSign, string, boolean][] = [
    ["entered", "Entered", nodes.some((node) => node.change === "entered")],
    ["left", "Left", nodes.some((node) => node.change === "left")],
    ["ghost", "Not there on the date that is shown", nodes.some((node) => node.ghost)],
    [
      "tail",
      tailed?.type === "tail" && !tailed.isEarlier ? "Moves on to there" : "Moved from there",
      tailed !== undefined,
    ],
    ["redrawn", "Boundary re-drawn", marks.some((mark) => mark.type === "territory" && mark.redrawn)],
    ["edge-entered", "Relation began", edges.some((edge) => edge.change === "entered")],
    ["edge-left", "Relation ended", edges.some((edge) => edge.change === "left")],
  ];
  return {
    title: isSupposed ? "As it would be" : "Between the two dates",
    items: drawn
      .filter(([, , isDrawn]) => isDrawn)
      .map(([sign, label]) => ({ key: sign, label, sample: { type: "sign", sign } })),
  };
}
