import { relationWords } from "../../../shared/words.ts";
import type { LensLegend } from "../../legend/legend-part.ts";
import { drawnRelations, type RelationFamily, relationFamilies } from "../../model/kinds.ts";

export const legend: LensLegend = {
  size: "number of relations",
  parts({ edges }) {
    const present = new Set<string>(edges.filter((edge) => !edge.toCluster).map((edge) => edge.kind));
    const kinds = drawnRelations.filter(([kind]) => present.has(kind));
    return [
      {
        title: "Relations",
        items: (Object.keys(relationFamilies) as RelationFamily[])
          .filter((family) => kinds.some(([, look]) => look.family === family))
          .map((family) => ({
            key: family,
            label: relationFamilies[family].label,
            sample: { type: "family", family },
          })),
      },
      {
        title: "Kind of relation, when pointed at",
        items: kinds.map(([kind, look]) => ({
          key: kind,
          label: relationWords[kind].word,
          sample: { type: "edge", look },
        })),
      },
    ];
  },
};
