import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { segments } from "../../api/measures/segments/segments.ts";
import { threats } from "../../api/measures/threat/threat.ts";
import { factsInForce } from "../../api/time/in-force.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";

const seed: EcosystemDocument = JSON.parse(readFileSync(new URL("../../seed/sysco.json", import.meta.url), "utf8"));
// A fixed day: the seed's story ends in November 2026, whatever day the tests run.
const today = factsInForce(seed, { asOf: "2026-11-23" });
const sorted = (values: Iterable<string>) => [...new Set(values)].sort();

describe("the seed's rivals and customers cover what the study tells apart", () => {
  test("all five types of competitor occur, one under an outdated tag, and some moves are unanswered", () => {
    const { rivals, unansweredMoves, medianResponseDays } = threats(today, {});
    expect(sorted(rivals.map(({ type }) => type))).toEqual([
      "DIVERSIFIED_TECHNOLOGY_FIRM",
      "EXPANDING_CUSTOMER",
      "OTHER",
      "SERVICE_CENTRIC_START_UP",
      "SIMILAR_MANUFACTURER",
    ]);
    expect(rivals.some(({ tagOutdated }) => tagOutdated)).toBe(true);
    expect(unansweredMoves.length).toBeGreaterThan(0);
    expect(medianResponseDays).toBeGreaterThan(0);
  });

  test("every value of each part of table 3 occurs among the customers' segments", () => {
    const found = segments(today);
    expect(sorted(found.map(({ readiness }) => readiness))).toEqual(["NEGLIGENT", "NEUTRAL", "POSITIVE", "UNKNOWN"]);
    expect(sorted(found.map(({ infrastructure }) => infrastructure))).toEqual(["HIGH", "LOW", "MEDIUM", "UNKNOWN"]);
    expect(sorted(found.map(({ origin }) => origin))).toEqual(["MIXED", "OWN", "RIVAL", "UNKNOWN"]);
    expect(sorted(found.map(({ age }) => age))).toEqual(["MEDIUM", "MIXED", "NEW", "OLD", "UNKNOWN"]);
  });
});
