import { expect, test } from "vitest";
import { customerFits, fitLevelOf } from "../../../api/measures/segments/customer-fit.ts";
import type { AgreementRecord, ProfileRecord } from "../../../cypher/model/document.ts";
import { actor, factsOf } from "./support.ts";

const agreements: AgreementRecord[] = [
  {
    key: "old",
    provider: "f",
    customer: "mill",
    security: true,
    ownership: false,
    contract: true,
    validTo: "2024-05-01",
  },
  { key: "new", provider: "f", customer: "mill", security: true, contract: false, validFrom: "2024-05-01" },
  {
    key: "theirs",
    provider: "rival",
    customer: "plant",
    security: true,
    ownership: true,
    contract: true,
    benefit: true,
  },
];
const profiles: ProfileRecord[] = [
  { actor: "mill", dataSharing: 2, validFrom: "2018-01-01" },
  { actor: "mill", dataSharing: 4, validFrom: "2025-01-01" },
];
const supplied = (customers: readonly string[]) => ({
  actors: [actor("f"), actor("rival"), ...customers.map((key) => actor(key, "CUSTOMER"))],
  relations: customers.map((to) => ({ from: "f", to, type: "SUPPLIES" as const })),
});
const at = (day: string, customer: string) => {
  const facts = factsOf({ ...supplied(["mill", "plant"]), agreements, profiles }, day);
  const found = customerFits(facts).find((fit) => fit.customer === customer)!;
  return { ...found, conditions: found.conditions.map(({ label, isMet }) => [label, isMet]) };
};

test("the terms are those of our agreement and the profile that count on the day; what is not said is unknown", () => {
  expect(at("2026-01-01", "mill")).toMatchObject({
    agreement: "new",
    conditions: [
      ["Security", true],
      ["Ownership", null],
      ["Contract", false],
      ["Benefit", null],
    ],
    willingness: 4,
  });
  expect(at("2020-01-01", "mill")).toMatchObject({
    agreement: "old",
    conditions: expect.arrayContaining([["Ownership", false]]),
    willingness: 2,
  });
  expect(at("2026-01-01", "plant")).toMatchObject({
    agreement: null,
    conditions: ["Security", "Ownership", "Contract", "Benefit"].map((label) => [label, null]),
    willingness: null,
  });
});

const ready = { POSITIVE: 5, NEUTRAL: 3, NEGLIGENT: 1 };
const equipped = { HIGH: 5, MEDIUM: 3, LOW: 1 };
const profile = (
  customer: string,
  readiness: keyof typeof ready | null,
  infrastructure: keyof typeof equipped | null,
  dataSharing?: number,
): ProfileRecord => ({
  actor: customer,
  ...(readiness && { serviceReadiness: ready[readiness] }),
  ...(infrastructure && { digitalInfrastructure: equipped[infrastructure] }),
  ...(dataSharing !== undefined && { dataSharing }),
});

test("who fits comes before who does not yet, then what is agreed, then willingness; what is unknown comes last", () => {
  const of = [
    profile("unknown", null, "HIGH"),
    profile("low", "POSITIVE", "LOW"),
    profile("plain", "POSITIVE", "HIGH"),
    profile("willing", "POSITIVE", "HIGH", 5),
    profile("agreed", "POSITIVE", "HIGH"),
    profile("half", "NEUTRAL", "HIGH"),
  ];
  const facts = factsOf({
    ...supplied(of.map(({ actor: key }) => key)),
    profiles: of,
    agreements: [
      { key: "a", provider: "f", customer: "agreed", security: true, ownership: true, contract: true, benefit: true },
    ],
  });
  expect(customerFits(facts).map(({ customer, label }) => [customer, label])).toEqual([
    ["agreed", "Good fit"],
    ["willing", "Good fit"],
    ["plain", "Good fit"],
    ["half", "Possible fit"],
    ["low", "Not yet"],
    ["unknown", "Unknown"],
  ]);
});

test("what speaks against it decides before what is unknown", () => {
  expect(fitLevelOf({ readiness: "UNKNOWN", infrastructure: "LOW" })).toBe("NOT_YET");
  expect(fitLevelOf({ readiness: "NEGLIGENT", infrastructure: "UNKNOWN" })).toBe("NOT_YET");
  expect(fitLevelOf({ readiness: "POSITIVE", infrastructure: "UNKNOWN" })).toBe("UNKNOWN");
});

test("the sentence names what speaks for it, what against, and what is not known", () => {
  const of = [profile("mill", "POSITIVE", "LOW", 4), profile("y", "NEUTRAL", "MEDIUM"), profile("x", null, null)];
  const facts = factsOf({
    ...supplied(["mill", "y", "x"]),
    profiles: of,
    agreements: [...agreements, { key: "y", provider: "f", customer: "y" }],
  });
  const reasons = new Map(customerFits(facts).map(({ customer, reason }) => [customer, reason]));
  expect(reasons.get("mill")).toBe(
    "The customer is ready for service, but its digital infrastructure is not sufficient. Of the four data-sharing conditions, 1 is met; contract is not; ownership and benefit are unknown. The customer is willing to share data.",
  );
  expect(reasons.get("y")).toContain("none is met; security, ownership, contract and benefit are unknown.");
  expect(reasons.get("x")).toBe(
    "Readiness for service is unknown, and its digital infrastructure is unknown. No data-sharing agreement is in force.",
  );
});
