import type { BoundaryStatus, CompetitorType } from "../graphql/types.ts";
import { boundaryWords, competitorWords } from "../shared/words.ts";
import { competitorShapes, type EdgeLook, edgeLooks, type KindLook, type Look, looks, type Shape } from "./kinds.ts";
import type { LensName } from "./lenses/lenses.ts";
import type { KeyItem, Scene } from "./scene.ts";

export type Sample =
  | { type: "node"; look: Look; shape: Shape }
  | { type: "shape"; shape: Shape }
  | { type: "edge"; look: EdgeLook }
  | KeyItem["sample"]
  | { type: "territory"; status: BoundaryStatus; looks: readonly Look[] }
  | {
      type: "sign";
      sign: "hollow" | "lead" | "size" | "whisker" | "leader" | "halo" | "level" | "faded" | FarSign | DifferenceSign;
    };

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
      return [{ key: status, label: boundaryWords[status].label, sample }];
    }),
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

function signs(lens: LensName, { nodes, edges, marks, keys }: Scene): LegendPart {
  const items: LegendItem[] = [];
  const sign = (name: Extract<Sample, { type: "sign" }>["sign"], label: string, isDrawn: boolean) => {
    if (isDrawn) items.push({ key: name, label, sample: { type: "sign", sign: name } });
  };
  // Where the reader has chosen what size stands for, its own key says so.
  const isChosen = keys?.some((key) => key.channel === "size");
  const single = nodes.filter((node) => !node.held);
  sign("region", "Group: size by how many, ring by kind", single.length < nodes.length);
  sign(
    "far-edge",
    "Relations between groups, the most",
    edges.some((edge) => edge.far),
  );
  sign("size", sizes[lens], !isChosen && new Set(single.map((node) => node.size)).size > 1);
  sign(
    "lead",
    "Claims to lead",
    nodes.some((node) => node.lead),
  );
  sign(
    "hollow",
    "Only others say so",
    nodes.some((node) => node.hollow),
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
    "level",
    "Equal contact",
    marks.some((mark) => mark.type === "line" && mark.strength === "level"),
  );
  return { title: "Signs", items };
}

function difference({ nodes, edges, marks, isSupposed }: Scene): LegendPart {
  const tailed = marks.find((mark) => mark.type === "tail");
  const drawn: [DifferenceSign, string, boolean][] = [
    ["entered", "Entered", nodes.some((node) => node.change === "entered")],
    ["left", "Left", nodes.some((node) => node.change === "left")],
    ["ghost", "Not there on the date that is shown", nodes.some((node) => node.ghost)],
    ["tail", tailed?.isEarlier === false ? "Moves on to there" : "Moved from there", tailed !== undefined],
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
