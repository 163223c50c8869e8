import { expectations } from "../dimensions/expectations.ts";
import { defineIdeal } from "./ideal.ts";

export const alignExpectations = defineIdeal({
  kind: "ALIGN_EXPECTATIONS",
  name: "Align expectations",
  description: "All actors take the same stance on a topic.",
  settles: expectations.kind,
  label: (topic) => `Align expectations on ${topic}`,
  change: (topic) => `All actors take the same stance on ${topic}`,
});
