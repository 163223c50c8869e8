import { enumTable, type ValueOf } from "../enum-table.ts";

export const customerValues = enumTable("CustomerValue", "What an offering improves for the customer.", {
  AVAILABILITY: { word: "Availability", description: "Less downtime." },
  USABILITY: { word: "Usability", description: "Easier to use." },
  PERFORMANCE: { word: "Performance", description: "More output, or less effort for the same output." },
  QUALITY: { word: "Quality", description: "Better results of the customer's process." },
  ADAPTABILITY_AND_RISK: { word: "Adaptability and risk", description: "Easier to adapt, with less risk." },
  SUSTAINABILITY: { word: "Sustainability", description: "Less energy, material or emissions." },
});

export type CustomerValue = ValueOf<typeof customerValues>;
