import { expect, it } from "vitest";
import { segments } from "../../../api/measures/segments/segments.ts";
import type { InstallationRecord, ProfileRecord } from "../../../cypher/model/document.ts";
import { actor, factsOf } from "./support.ts";

const segmentOf = (profile?: Partial<ProfileRecord>, installations: Partial<InstallationRecord>[] = []) => {
  const [segment] = segments(
    factsOf({
      actors: [actor("f"), actor("x"), actor("c", "CUSTOMER"), actor("o")],
      relations: ["c", "o"].map((to) => ({ from: "f", to, type: "SUPPLIES" as const })),
      ...(profile && { profiles: [{ actor: "c", ...profile }] }),
      installations: installations.map((it, index) => ({ key: `n${index}`, customer: "c", ...it })),
    }),
  );
  return segment!;
};

it("of a customer of whom nothing is known all parts are unknown, and who is no customer is in none", () => {
  expect(segmentOf()).toEqual({
    readiness: "UNKNOWN",
    infrastructure: "UNKNOWN",
    origin: "UNKNOWN",
    age: "UNKNOWN",
    customers: ["c"],
  });
});

it.each([
  [2, undefined, "NEGLIGENT"],
  [2, 3, "NEUTRAL"],
  [3, 4, "NEUTRAL"],
  [undefined, 4, "POSITIVE"],
  [1, 3, "NEGLIGENT"],
])("readiness of %s and %s is %s", (serviceReadiness, industrialInternetReadiness, readiness) => {
  const profile = {
    ...(serviceReadiness && { serviceReadiness }),
    ...(industrialInternetReadiness && { industrialInternetReadiness }),
  };
  expect(segmentOf(profile).readiness).toBe(readiness);
});

it.each([
  [1, "LOW"],
  [2, "LOW"],
  [3, "MEDIUM"],
  [4, "HIGH"],
  [5, "HIGH"],
])("infrastructure %s is %s", (digitalInfrastructure, infrastructure) => {
  expect(segmentOf({ digitalInfrastructure }).infrastructure).toBe(infrastructure);
});

it.each([
  [2, 1, "OWN"],
  [1, 2, "RIVAL"],
  [1, 1, "MIXED"],
  [0, 1, "RIVAL"],
])("%s own units beside %s others are %s", (own, others, origin) => {
  const installations = [
    { origin: "x", units: others },
    { units: 9 },
    ...(own > 0 ? [{ origin: "f", units: own }] : []),
  ];
  expect(segmentOf(undefined, installations).origin).toBe(origin);
});

it("age is the class of more than half of the units of known year", () => {
  const age = (...years: number[]) =>
    segmentOf(undefined, [{ units: 9 }, ...years.map((installedYear) => ({ installedYear }))]).age;
  expect([age(2022), age(2021, 2012, 2026), age(2011, 2000, 2026), age(2026, 2011)]).toEqual([
    "NEW",
    "MEDIUM",
    "OLD",
    "MIXED",
  ]);
});

it("an unknown focal actor is refused", () => {
  expect(() => segments(factsOf({}))).toThrow(expect.objectContaining({ code: "FOCAL_UNKNOWN" }));
});
