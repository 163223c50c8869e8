import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { boundaries } from "../../api/measures/boundary/boundary.ts";
import { coherence } from "../../api/measures/coherence/coherence.ts";
import { factsInForce } from "../../api/time/in-force.ts";
import type { EcosystemDocument } from "../../cypher/model/document.ts";

const seed: EcosystemDocument = JSON.parse(readFileSync(new URL("../../seed/sysco.json", import.meta.url), "utf8"));
// A fixed day: the seed's story ends in November 2026, whatever day the tests run.
const today = factsInForce(seed, { asOf: "2026-11-23" });
const before = factsInForce(seed, { asOf: "2022-06-30" });
const sorted = (values: Iterable<string>) => [...new Set(values)].sort();

describe("every measure has something to say about the seed, and something unknown", () => {
  test("all seven boundary statuses occur, and an earlier date drew the boundaries differently", () => {
    const statuses = boundaries(today).map(({ status }) => status);
    expect(sorted(statuses)).toEqual([
      "AGREED",
      "ATTRIBUTED",
      "CONTESTED",
      "DISPUTED",
      "SHARED",
      "UNCLAIMED",
      "UNKNOWN",
    ]);
    expect(boundaries(before).map(({ status }) => status)).not.toEqual(statuses);
  });

  test("every dimension of coherence is scored, and all that can have unknown items have some", () => {
    for (const { kind, status, coverage } of coherence(today).dimensions) {
      expect({ kind, status }).toEqual({ kind, status: "SCORED" });
      // Joint development is never unknown by its definition: two actors take part in an initiative or they do not.
      if (kind === "JOINT_DEVELOPMENT") expect(coverage).toBe(1);
      else expect({ kind, partial: coverage > 0 && coverage < 1 }).toEqual({ kind, partial: true });
    }
  });
});
