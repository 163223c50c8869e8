import { enumTable, type ValueOf } from "../enum-table.ts";

export const competitorTypes = enumTable("CompetitorType", "Types of competitor, after the study.", {
  SIMILAR_MANUFACTURER: { word: "Similar manufacturer", description: "A manufacturer of similar equipment." },
  DIVERSIFIED_TECHNOLOGY_FIRM: {
    word: "Diversified technology firm",
    description: "A technology firm that enters from another business.",
  },
  SERVICE_CENTRIC_START_UP: {
    word: "Service-centric start-up",
    description: "A young firm whose offering is services.",
  },
  EXPANDING_CUSTOMER: {
    word: "Expanding customer",
    description: "A customer that begins to do what its suppliers do.",
  },
  OTHER: { word: "Other", description: "None of these types." },
});

export type CompetitorType = ValueOf<typeof competitorTypes>;
