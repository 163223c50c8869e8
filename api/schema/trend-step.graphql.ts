import type { Step } from "../measures/timeline/steps.ts";
import { builder } from "./builder.ts";

export const TrendStepEnum = builder.enumType("TrendStep", {
  description: "How far apart the points of a trend are.",
  values: {
    MONTH: {
      value: "MONTH" as Step,
      description: "The same day of every month, or its last day where it has no such day.",
    },
    QUARTER: { value: "QUARTER" as Step, description: "The same day of every third month." },
    YEAR: { value: "YEAR" as Step, description: "The same day of every year." },
  },
});
