import type { Layer } from "../../graphql/schema-types.ts";

export interface StartingActivity {
  name: string;
  layer: Layer;
  /** From making equipment (0) to running the customer's process (1). */
  serviceness: number;
}

/**
 * A starting set of activities of an ecosystem for advanced industrial services, by layer, after Martinsuo and Laurila
 * (docs/model.md, section 1): to tick, to rename and to add to.
 */
export const startingActivities: readonly StartingActivity[] = [
  { name: "Make and deliver equipment", layer: "EQUIPMENT", serviceness: 0 },
  { name: "Supply spare parts", layer: "EQUIPMENT", serviceness: 0.2 },
  { name: "Modernise old equipment", layer: "EQUIPMENT", serviceness: 0.2 },
  { name: "Fit sensors", layer: "CONNECTIVITY", serviceness: 0.3 },
  { name: "Provide the network at the site", layer: "CONNECTIVITY", serviceness: 0.3 },
  { name: "Connect other makers' equipment", layer: "CONNECTIVITY", serviceness: 0.4 },
  { name: "Store and share data", layer: "PLATFORM", serviceness: 0.5 },
  { name: "Keep data secure", layer: "PLATFORM", serviceness: 0.5 },
  { name: "Monitor equipment remotely", layer: "ANALYTICS", serviceness: 0.6 },
  { name: "Analyse performance", layer: "ANALYTICS", serviceness: 0.6 },
  { name: "Predict failures", layer: "ANALYTICS", serviceness: 0.7 },
  { name: "Maintain by condition", layer: "SERVICE", serviceness: 0.7 },
  { name: "Improve energy efficiency", layer: "SERVICE", serviceness: 0.8 },
  { name: "Guarantee availability or performance", layer: "OPERATION", serviceness: 0.9 },
  { name: "Operate the customer's process", layer: "OPERATION", serviceness: 1 },
];
