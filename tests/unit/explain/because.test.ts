import { describe, expect, it } from "vitest";
import { coherence } from "../../../api/measures/coherence/coherence.ts";
import { type CoherenceDimensionKind, dimensionOf } from "../../../api/measures/coherence/dimensions.ts";
import { explainThreat } from "../../../api/measures/explain/explain-threat.ts";
import { distinctPoints } from "../../../api/shared/format.ts";
import type { ClaimRecord, EcosystemDocument, InstallationRecord } from "../../../cypher/model/document.ts";
import { activity, actor, factsOf } from "../measures/support.ts";

function reasons(kind: CoherenceDimensionKind, document: Partial<EcosystemDocument>): Record<string, string> {
  const facts = factsOf(document);
  const { items } = coherence(facts).dimensions.find((it) => it.kind === kind)!;
  return Object.fromEntries(
    items
      .filter(({ value }) => value !== null && value < 1)
      .map((item) => [item.key, dimensionOf(kind).because(facts, item)]),
  );
}

describe("why an item costs something", () => {
  const fleet = (...list: (Partial<InstallationRecord> & { customer: string })[]): Partial<EcosystemDocument> => ({
    actors: [actor("c", "CUSTOMER"), actor("d", "CUSTOMER"), actor("e", "CUSTOMER")],
    controlSystems: ["x", "y"].map((key) => ({ key, name: key.toUpperCase() })),
    installations: list.map((it, index) => ({ key: `n${index}`, ...it })),
  });

  it("a control system that few share is told with how many do, and unknown units are not said to run on it", () => {
    expect(
      reasons(
        "CONTROL_SYSTEMS",
        fleet(
          { customer: "c", controlSystem: "x" },
          { customer: "d", controlSystem: "x", units: 3 },
          { customer: "d", controlSystem: "y" },
          { customer: "d", units: 2 },
          { customer: "e", controlSystem: "y" },
        ),
      ),
    ).toEqual({
      // d runs x on three of four, e on none: 75\u00a0% and 0\u00a0%.
      c: "it runs on X, as does an average of 38\u00a0% of the units at other customers",
      d: "4 of its 6 units run on 2 control systems (X and Y)",
      e: "it runs on Y, as does an average of 13\u00a0% of the units at other customers",
    });
  });

  it("of an installed base only the units of known make and year are counted", () => {
    expect(
      reasons(
        "INSTALLED_BASE",
        fleet(
          { customer: "c", origin: "d", installedYear: 2025, units: 2 },
          { customer: "c", origin: "d", installedYear: 2015 },
          { customer: "c", origin: "d" },
        ),
      ),
    ).toEqual({ c: "3 of its 4 units are of 2 different makes and generations" });
  });

  it("who depends on whom is told as it is", () => {
    const on = (from: string, to: string) => ({ from, to, type: "DEPENDS_ON" as const });
    expect(
      reasons("JOINT_DEVELOPMENT", {
        actors: ["a", "b", "c"].map((key) => actor(key)),
        relations: [on("b", "a"), on("a", "c"), on("c", "a")],
        interfaces: [{ key: "i", a: "b", b: "c" }],
      }),
    ).toEqual({
      "a~b": "B depends on A, and they have no joint initiative",
      "a~c": "they depend on each other, and they have no joint initiative",
      "b~c": "their systems must work together, and they have no joint initiative",
    });
  });

  it("a lead is laid to who claims it and who is named, whoever names them", () => {
    const claim = (about: string, by?: string): ClaimRecord => ({
      ...(by && { by }),
      about,
      activity: "j",
      extent: 1,
      lead: true,
    });
    const said = (...claims: ClaimRecord[]) =>
      reasons("BOUNDARIES", { actors: ["a", "b", "c"].map((key) => actor(key)), activities: [activity("j")], claims })
        .j;
    expect(said(claim("a", "a"), claim("b", "b"))).toBe("A and B each claim the lead");
    expect(said(claim("a", "a"), claim("b"))).toBe("A claims the lead, but B is named as lead too");
    const denies = (actor: string): ClaimRecord => ({ ...claim(actor, actor), lead: false });
    expect(said(claim("b"), denies("b"))).toBe("B is named as lead, but says that it does not lead");
    expect(said(claim("b"), claim("c", "a"), denies("b"), denies("c"))).toBe(
      "B and C are named as lead, but each says that it does not lead",
    );
    expect(said(denies("a"))).toBe("nobody claims the lead, and all who take part say that they do not lead");
    // Somebody is said to lead who has not said anything of it: a question, and no cost.
    expect(said(claim("b"), claim("c", "a"))).toBeUndefined();
  });

  it("of shared data only what is missing is named", () => {
    const said = (dataSharing: number, ...agreements: NonNullable<EcosystemDocument["agreements"]>) =>
      reasons("DATA_SHARING", {
        actors: [actor("p"), actor("c", "CUSTOMER")],
        relations: [{ from: "p", to: "c", type: "SUPPLIES" }],
        profiles: [{ actor: "c", dataSharing }],
        agreements,
      })["p>c"];
    expect(said(5)).toBe("no agreement is recorded");
    expect(
      said(3, {
        key: "g",
        provider: "p",
        customer: "c",
        security: true,
        ownership: false,
        contract: true,
        benefit: true,
      }),
    ).toBe("the customer's willingness is 3 of 5, ownership is not agreed");
  });
});

it("a rival that is our customer is said to serve itself, and to supply others only if it does", () => {
  const supplies = (from: string, to: string) => ({ from, to, type: "SUPPLIES" as const });
  const market = (...relations: ReturnType<typeof supplies>[]) =>
    explainThreat(
      factsOf({
        actors: [actor("f"), actor("c", "CUSTOMER"), actor("d", "CUSTOMER")],
        activities: [activity("j")],
        claims: [
          { about: "f", activity: "j", extent: 1 },
          { by: "c", about: "c", activity: "j", extent: 0.5, validFrom: "2026-01-01" },
        ],
        relations: [supplies("f", "c"), supplies("f", "d"), ...relations],
      }),
      "c",
    )
      .map(({ text }) => text)
      .find((text) => text.includes("market commonality"))!;
  // D is ½ each: itself ½ · O = ½ · ½, which weighs 0.3 and of which the unknown barrier leaves ¾. Of the other customer
  // no volume is known, so that half of O counts: ½ · ¼.
  expect(market()).toBe("As a customer of F it could serve itself: market commonality of 25\u00a0% makes 5.6 points.");
  expect(market(supplies("c", "d"))).toBe(
    "As a customer of F it could serve itself (25\u00a0%), and it supplies other customers, above all D (13\u00a0%): market commonality of 38\u00a0% (where a volume is unknown, half of the overlap counts) makes 8.4 points.",
  );
});

it("two figures are told apart, and told from 0, by as many decimals as it takes", () => {
  expect([
    distinctPoints(0.5, 1),
    distinctPoints(0.281, 0.2814),
    distinctPoints(0.0327, 0.0004, 1),
    distinctPoints(0, 0.00002),
  ]).toEqual([
    ["50", "100"],
    ["28.10", "28.14"],
    ["3.27", "0.04"],
    ["0.000", "0.002"],
  ]);
});
