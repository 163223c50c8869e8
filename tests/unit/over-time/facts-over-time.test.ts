import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Facts } from "../../../api/time/facts.ts";
import { factsOverTime } from "../../../api/time/facts-over-time.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";
import { ascendingDays, restlessDocument } from "../../support/restless-document.ts";
import { ecosystem } from "../measures/support.ts";

vi.setConfig({ testTimeout: 30_000 });

/** Maps of a day look things up when asked; for comparing, plain ones. What is asked by calling is asked of all claims. */
const plain = ({ confidenceOf, earlierVersions, ...facts }: Facts) => ({
  ...Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === "object" && value !== null && "entries" in value && !Array.isArray(value)
        ? new Map(value as ReadonlyMap<string, unknown>)
        : value,
    ]),
  ),
  ofClaims: new Map(
    [...facts.claimsAbout.values()]
      .flat()
      .map((claim) => [identityOf("claims", claim), [confidenceOf(claim), earlierVersions(claim)]]),
  ),
});

/** Maps as lists, so that the order of what measures walk through is compared too. */
const listed = (facts: object, ordered: readonly string[]) =>
  ordered.map((name) => [...(facts as Record<string, ReadonlyMap<string, unknown>>)[name]!.entries()]);

test("the facts over time of any document are on any day the facts in force on it", () => {
  fc.assert(
    fc.property(restlessDocument, ascendingDays, fc.constantFrom(0, 0.5), (document, days, minConfidence) => {
      const at = factsOverTime(document, minConfidence);
      // Forth and back: what is kept from a later day must not be taken for an earlier one.
      for (const asOf of [...days, ...days.toReversed()]) {
        const facts = factsInForce(document, { asOf, minConfidence });
        expect(plain(at(asOf))).toEqual(plain(facts));
        const walked = ["actors", "activities", "standards"];
        expect(listed(at(asOf), walked)).toEqual(listed(facts, walked));
      }
    }),
    { numRuns: 50 },
  );
});

test("of agreements of one pair begun on one day the last key counts, and of others the one that began last", () => {
  const between = { provider: "f", customer: "g" };
  const at = factsOverTime(
    ecosystem({
      actors: ["f", "g"].map((key) => ({ key, name: key, kinds: ["OTHER"] })),
      agreements: [
        { key: "b", ...between, validFrom: "2020-01-01" },
        { key: "c", ...between, validFrom: "2020-01-01" },
        { key: "a", ...between, validFrom: "2022-01-01", validTo: "2023-01-01" },
      ],
    }),
  );
  const on = (day: string) => at(day).agreements.get("f>g")?.key;
  expect(["2019-12-31", "2020-01-01", "2022-01-01", "2023-01-01"].map(on)).toEqual([undefined, "c", "a", "c"]);
});

test("what does not change from one day to the next is the same object on both, and what does is not", () => {
  const at = factsOverTime(
    ecosystem({
      actors: [
        { key: "f", name: "F", kinds: ["MANUFACTURER"] },
        { key: "g", name: "G", kinds: ["CUSTOMER"] },
      ],
      activities: [
        { key: "j", name: "J", layer: "SERVICE" },
        { key: "k", name: "K", layer: "SERVICE" },
      ],
      claims: [
        { about: "f", activity: "j", extent: 1 },
        { about: "f", activity: "k", extent: 1, validFrom: "2024-03-01" },
      ],
    }),
  );
  const [before, after] = [at("2024-02-28"), at("2024-03-01")];
  expect(after.claimsOn.get("j")).toBe(before.claimsOn.get("j"));
  expect(after.actors).toBe(before.actors);
  expect(after.claimsAbout.get("f")).not.toBe(before.claimsAbout.get("f"));
  expect([before, after].map((facts) => facts.claimsAbout.get("f")?.length)).toEqual([1, 2]);
  expect(before.claimsOn.has("k")).toBe(false);
});
