import type { CompetitorType } from "../../../graphql/schema-types.ts";
import { percent } from "../../../shared/format.ts";
import { competitorWords, levelWords } from "../../../shared/words.ts";
import type { LegendPart, LensLegend } from "../../legend/legend-part.ts";
import type { TypicalRival } from "../../model/facts.graphql.ts";
import { competitorShapes } from "../../model/kinds.ts";
import type { Scene } from "../../model/scene.ts";

const contourWords = ({ otherContact, damping }: TypicalRival) =>
  `Lines of equal threat, 0–100, for a rival with the median of the other factors (${percent(otherContact)} of contact) and median damping (${percent(damping)} of the contact remains)`;

function competitorTypes({ nodes }: Scene): LegendPart {
  const present = new Set(nodes.map((node) => node.competitor));
  return {
    title: "Shape: competitor type",
    items: (Object.keys(competitorShapes) as CompetitorType[])
      .filter((type) => present.has(type))
      .map((type) => ({
        key: type,
        label: competitorWords[type],
        sample: { type: "shape", shape: competitorShapes[type] },
      })),
  };
}

function levels({ background }: Scene): LegendPart {
  const present = background.flatMap((item) => (item.type === "zone" ? [item.level] : []));
  return {
    title: "Background: threat level",
    items: present.map((level) => ({ key: level, label: levelWords[level], sample: { type: "zone", level } })),
  };
}

export const legend: LensLegend = {
  size: "threat",
  hasOwnShapes: true,
  parts: (scene) => [competitorTypes(scene), levels(scene)],
  signs({ nodes, background }) {
    const contour = background.find((item) => item.type === "contour");
    return [
      ["inferred", "Type inferred from the facts", nodes.some((node) => node.competitor && node.inferred)],
      ["tagged", "Type set by a person", nodes.some((node) => node.competitor && !node.inferred)],
      ["halo", "Upper bound of the threat", background.some((item) => item.type === "halo")],
      ["contour", contour ? contourWords(contour.typical) : "", contour !== undefined],
    ];
  },
};
