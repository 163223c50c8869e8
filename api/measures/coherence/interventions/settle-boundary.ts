import { boundariesDimension } from "../dimensions/boundaries.ts";
import { defineIdeal } from "./ideal.ts";

export const settleBoundary = defineIdeal({
  kind: "SETTLE_BOUNDARY",
  name: "Settle a boundary",
  description: "All actors agree who leads an activity.",
  settles: boundariesDimension.kind,
  label: (activity) => `Settle who leads ${activity}`,
  change: (activity) => `All actors agree who leads ${activity}`,
});
