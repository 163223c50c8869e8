import { relationWords } from "../../../shared/words.ts";
import type { LensLegend } from "../../legend/legend-part.ts";
import { drawnRelations } from "../../model/kinds.ts";

export const legend: LensLegend = {
  size: "number of relations",
  parts({ edges }) {
    const present = new Set<string>(edges.filter((edge) => !edge.toCluster).map((edge) => edge.kind));
    return [
      {
        title: "Relations",
        items: drawnRelations
          .filter(([kind]) => present.has(kind))
          .map(([kind, look]) => ({ key: kind, label: relationWords[kind].word, sample: { type: "edge", look } })),
      },
    ];
  },
};
