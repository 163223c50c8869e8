import { percent } from "../../shared/format.ts";
import type { LensName } from "../lenses/lenses.ts";
import type { Typical } from "../lenses/rivals/threat-lines.ts";
import type { Scene } from "../model/scene.ts";
import type { DifferenceSign, LegendItem, LegendPart, Sample } from "./legend.ts";

const sizes: Record<LensName, string> = {
  network: "Size: how many relations",
  positions: "Size: how many activities",
  boundaries: "Size: extent of the claim",
  rivals: "Size: threat",
};

const contourWords = ({ momentum, damping }: Typical) =>
  `Equal threat, in points of 100, of a rival with the median momentum (${percent(momentum)}) of which barrier and ties leave the median ${percent(damping)}`;

/** What is drawn about, beside and beneath nodes. */
export function signs(lens: LensName, { nodes, edges, background, keys }: Scene): LegendPart {
  const items: LegendItem[] = [];
  const sign = (name: Extract<Sample, { type: "sign" }>["sign"], label: string, isDrawn: boolean) => {
    if (isDrawn) items.push({ key: name, label, sample: { type: "sign", sign: name } });
  };
  // Where the reader has chosen what size stands for, its own key says so.
  const isChosen = keys?.some((key) => key.channel === "size");
  const single = nodes.filter((node) => !node.composition);
  sign("cluster", "Group: size by how many, ring by kind", single.length < nodes.length);
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
    background.some((item) => item.type === "whisker"),
  );
  sign(
    "halo",
    "Threat at its upper bound",
    background.some((item) => item.type === "halo"),
  );
  sign(
    "leader",
    "Moved aside from the dot",
    background.some((item) => item.type === "leader"),
  );
  sign(
    "year-before",
    "From where it stood a year before",
    background.some((item) => item.type === "tail" && item.isFaint),
  );
  const contour = background.find((item) => item.type === "contour");
  if (contour) sign("contour", contourWords(contour.typical), true);
  return { title: "Signs", items };
}

/** What has changed since another date, or what would be different. */
export function difference({ nodes, edges, background, isScenario }: Scene): LegendPart {
  const tailed = background.find((item) => item.type === "tail" && !item.isFaint);
  const drawn: [DifferenceSign, string, boolean][] = [
    ["entered", "Entered", nodes.some((node) => node.change === "entered")],
    ["left", "Left", nodes.some((node) => node.change === "left")],
    ["ghost", "Not there on the date that is shown", nodes.some((node) => node.ghost)],
    [
      "tail",
      tailed?.type === "tail" && !tailed.isEarlier ? "Moves on to there" : "Moved from there",
      tailed !== undefined,
    ],
    ["redrawn", "Boundary re-drawn", background.some((item) => item.type === "territory" && item.redrawn)],
    ["edge-entered", "Relation began", edges.some((edge) => edge.change === "entered")],
    ["edge-left", "Relation ended", edges.some((edge) => edge.change === "left")],
  ];
  return {
    title: isScenario ? "As it would be" : "Between the two dates",
    items: drawn
      .filter(([, , isDrawn]) => isDrawn)
      .map(([sign, label]) => ({ key: sign, label, sample: { type: "sign", sign } })),
  };
}
