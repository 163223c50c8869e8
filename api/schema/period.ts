import { builder } from "./builder.ts";
import { TrendStepEnum } from "./trend-step.graphql.ts";

/** Shared arguments of a comparison of two days. */
export const periodArgs = builder.args((t) => ({
  from: t.field({ type: "Date", required: true, description: "The first day." }),
  to: t.field({ type: "Date", required: true, description: "The last day, after from." }),
}));

/** Shared arguments of a trend: its first and last point, and the step between its points. */
export const trendArgs = {
  ...periodArgs,
  ...builder.args((t) => ({
    step: t.field({ type: TrendStepEnum, required: true, description: "The interval between two points." }),
  })),
};
