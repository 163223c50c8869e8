import { oneOf, type RawSearch } from "../../shared/read-search.ts";

/** In order. */
export const setupSteps = ["name", "focal", "actors", "activities", "claims"] as const;
export type SetupStep = (typeof setupSteps)[number];

export interface SetupSearch {
  date?: string;
  /** The open step; the first of which nothing is recorded when absent. */
  step?: SetupStep;
}

export const setupView = (raw: RawSearch): Omit<SetupSearch, "date"> =>
  ({ step: oneOf(setupSteps, raw.step) }) as SetupSearch;
