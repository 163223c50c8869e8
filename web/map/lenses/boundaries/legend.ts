import type { BoundaryStatus } from "../../../graphql/schema-types.ts";
import { boundaryWords } from "../../../shared/words.ts";
import type { LegendItem, LensLegend } from "../../legend/legend-part.ts";

export const legend: LensLegend = {
  size: "extent of the claim",
  parts({ background }) {
    const territories = background.filter((item) => item.type === "territory");
    return [
      {
        title: "Boundaries",
        items: (Object.keys(boundaryWords) as BoundaryStatus[]).flatMap((status): LegendItem[] => {
          const example = territories.find((item) => item.status === status);
          if (!example) return [];
          return [
            {
              key: status,
              label: boundaryWords[status],
              sample: { type: "territory", status, looks: example.looks },
            },
          ];
        }),
      },
    ];
  },
  signs: ({ nodes }) => [["lead", "Claims to lead", nodes.some((node) => node.lead)]],
};
