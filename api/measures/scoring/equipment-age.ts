import { yearOf } from "../../time/dates.ts";

/**
 * Age classes of equipment, youngest first, each with its upper limit in years. Source: docs/model.md, section 4,
 * INSTALLED_BASE.
 */
export const ageClasses = [
  { age: "NEW", below: 5 },
  { age: "MEDIUM", below: 15 },
  { age: "OLD", below: Number.POSITIVE_INFINITY },
] as const;

export type AgeClass = (typeof ageClasses)[number]["age"];

/** The age class of equipment on a day. Age counts in calendar years. */
export function ageClass(installedYear: number, asOf: string): AgeClass {
  const years = yearOf(asOf) - installedYear;
  return ageClasses.find(({ below }) => years < below)!.age;
}
