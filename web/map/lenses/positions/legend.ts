import type { LensLegend } from "../../legend/legend-part.ts";

export const legend: LensLegend = {
  size: "number of activities",
  signs: ({ background }) => [
    ["whisker", "Gap between own view and others’ view", background.some((item) => item.type === "whisker")],
    ["year-before", "Position one year earlier", background.some((item) => item.type === "tail" && item.isFaint)],
  ],
};
