import { expect, test } from "vitest";
import { type Fit, termsOf } from "../../web/pages/customers/conditions.ts";
import type { CustomerSegment } from "../../web/pages/customers/customers.graphql.ts";
import { byFit, fitLevel, whyFit } from "../../web/pages/customers/fit.ts";
import type { ActorName } from "../../web/shared/names.graphql.ts";
import type { RecordRow } from "../../web/shared/records.graphql.ts";

const row = (key: string, data: Record<string, unknown>): RecordRow => ({
  id: key,
  key,
  label: key,
  data,
  evidence: [],
});
const agreements = [
  row("old", {
    provider: "us",
    customer: "mill",
    security: true,
    ownership: false,
    contract: true,
    validTo: "2024-05-01",
  }),
  row("new", {
    provider: "us",
    customer: "mill",
    security: true,
    ownership: null,
    contract: false,
    validFrom: "2024-05-01",
  }),
  row("theirs", {
    provider: "rival",
    customer: "plant",
    security: true,
    ownership: true,
    contract: true,
    benefit: true,
  }),
];
const profiles = [
  row("a", { actor: "mill", dataSharing: 2, validFrom: "2018-01-01" }),
  row("b", { actor: "mill", dataSharing: 4, validFrom: "2025-01-01" }),
];
const at = (day: string) => termsOf("us", { agreements, profiles }, day);

test("the terms are those of our agreement and the profile that count on the day; what is not said is unknown", () => {
  expect(at("2026-01-01")("mill")).toEqual({
    isAgreed: true,
    record: "new",
    conditions: { security: true, ownership: null, contract: false, benefit: null },
    willingness: 4,
  });
  expect(at("2020-01-01")("mill")).toMatchObject({ record: "old", conditions: { ownership: false }, willingness: 2 });
  expect(at("2026-01-01")("plant")).toMatchObject({ isAgreed: false, record: null, willingness: null });
});

const who = (
  name: string,
  readiness: CustomerSegment["readiness"],
  infrastructure: CustomerSegment["infrastructure"],
  terms: Partial<Fit> = {},
): Fit => ({
  customer: { id: name, key: name, name } as ActorName,
  segment: { readiness, infrastructure } as CustomerSegment,
  ...at("2026-01-01")("nobody"),
  ...terms,
});

test("who fits comes before who does not yet, then what is agreed, then willingness; what is unknown comes last", () => {
  const all = { security: true, ownership: true, contract: true, benefit: true };
  const fits = [
    who("unknown", "UNKNOWN", "HIGH"),
    who("low", "POSITIVE", "LOW"),
    who("plain", "POSITIVE", "HIGH"),
    who("willing", "POSITIVE", "HIGH", { willingness: 5 }),
    who("agreed", "POSITIVE", "HIGH", { isAgreed: true, conditions: all }),
    who("half", "NEUTRAL", "HIGH"),
  ];
  expect(byFit(fits).map(({ customer }) => customer.name)).toEqual([
    "agreed",
    "willing",
    "plain",
    "half",
    "low",
    "unknown",
  ]);
  expect(fits.map(({ segment }) => fitLevel(segment))).toEqual([
    "Unknown",
    "Not yet",
    "Good fit",
    "Good fit",
    "Good fit",
    "Possible fit",
  ]);
});

test("the sentence names what speaks for it, what against, and what is not known", () => {
  expect(whyFit(who("mill", "POSITIVE", "LOW", at("2026-01-01")("mill")))).toBe(
    "The customer is ready for service, but its digital infrastructure is not sufficient. Of the four data-sharing conditions, 1 is met; contract is not; ownership and benefit are unknown. The customer is willing to share data.",
  );
  expect(whyFit(who("y", "NEUTRAL", "MEDIUM", { isAgreed: true }))).toContain(
    "none is met; security, ownership, contract and benefit are unknown.",
  );
  expect(whyFit(who("x", "UNKNOWN", "UNKNOWN"))).toBe(
    "Readiness for service is unknown, and its digital infrastructure is unknown. No data-sharing agreement is in force.",
  );
});
