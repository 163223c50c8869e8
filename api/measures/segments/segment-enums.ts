import { enumTable, type ValueOf } from "../../../cypher/model/enum-table.ts";

// Properties that define a segment of customers, in the order in which segments are listed. Source: docs/model.md,
// section 6.

export const segmentReadiness = enumTable("SegmentReadiness", "A customer's readiness for services and connection.", {
  UNKNOWN: { word: "Unknown", description: "Neither kind of readiness is recorded." },
  NEGLIGENT: { word: "Reluctant", description: "The mean of its readiness is below 2.5 of 5." },
  NEUTRAL: { word: "Neutral", description: "The mean of its readiness is from 2.5 to 3.5 of 5." },
  POSITIVE: { word: "Positive", description: "The mean of its readiness is above 3.5 of 5." },
});

export const segmentInfrastructure = enumTable("SegmentInfrastructure", "A customer's digital infrastructure.", {
  UNKNOWN: { word: "Unknown", description: "Its digital infrastructure is not recorded." },
  LOW: { word: "Low", description: "Its digital infrastructure is 1 or 2 of 5." },
  MEDIUM: { word: "Medium", description: "Its digital infrastructure is 3 of 5." },
  HIGH: { word: "High", description: "Its digital infrastructure is 4 or 5 of 5." },
});

export const segmentOrigins = enumTable("SegmentOrigin", "Who made the equipment that a customer uses.", {
  UNKNOWN: { word: "Origin unknown", description: "The maker of no unit is recorded." },
  OWN: { word: "Our equipment", description: "The focal firm made two thirds of the units or more." },
  MIXED: { word: "Mixed equipment", description: "The focal firm made between one third and two thirds of the units." },
  RIVAL: { word: "Rivals' equipment", description: "The focal firm made one third of the units or fewer." },
});

export const segmentAges = enumTable("SegmentAge", "How old the equipment is: NEW < 5 years, MEDIUM < 15, else OLD.", {
  UNKNOWN: { word: "Age unknown", description: "The year of no unit is recorded." },
  NEW: { word: "New", description: "More than half of the units are younger than 5 years." },
  MEDIUM: { word: "Mid-life", description: "More than half of the units are from 5 to below 15 years old." },
  OLD: { word: "Old", description: "More than half of the units are 15 years old or older." },
  MIXED: { word: "Of mixed age", description: "No age class has more than half of the units." },
});

export type SegmentReadiness = ValueOf<typeof segmentReadiness>;
export type SegmentInfrastructure = ValueOf<typeof segmentInfrastructure>;
export type SegmentOrigin = ValueOf<typeof segmentOrigins>;
export type SegmentAge = ValueOf<typeof segmentAges>;
