import { enumTable, type ValueOf } from "../enum-table.ts";

export const offeringTypes = enumTable("OfferingType", "What kind of offering it is.", {
  PRODUCT: { word: "Product", description: "Equipment or another physical product." },
  SOFTWARE: { word: "Software", description: "Software, on premises or hosted." },
  BASIC_SERVICE: { word: "Basic service", description: "Spare parts, repair, training and the like." },
  ADVANCED_SERVICE: {
    word: "Advanced service",
    description: "A service that answers for a result, such as availability or performance.",
  },
});

export type OfferingType = ValueOf<typeof offeringTypes>;
