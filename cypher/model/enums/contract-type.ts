import { enumTable, type ValueOf } from "../enum-table.ts";

export const contractTypes = enumTable("ContractType", "What the customer pays for.", {
  TRANSACTION: { word: "Transaction", description: "Each purchase." },
  SUBSCRIPTION: { word: "Subscription", description: "Access for a period." },
  AVAILABILITY: { word: "Availability", description: "Equipment that is ready to use." },
  PERFORMANCE: { word: "Performance", description: "An agreed level of performance." },
  OUTCOME: { word: "Outcome", description: "A result of the customer's process." },
  CAPACITY: { word: "Capacity", description: "Capacity as it is used." },
});

export type ContractType = ValueOf<typeof contractTypes>;
