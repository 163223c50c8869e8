import { describe, expect, it } from "vitest";
import { factors } from "../../../api/measures/threat/factors.ts";
import { threats } from "../../../api/measures/threat/threat.ts";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { activity, actor, factsOf } from "./support.ts";

/**
 * f does j in full and supplies c. Rivals a, b and d do j too and supply c; q supplies c, and what it does is unknown.
 * Weights are given, so that the figures stay what they are when a default changes.
 */
const rivals: Partial<EcosystemDocument> = {
  actors: [actor("f"), actor("a"), actor("b"), actor("d"), actor("q"), actor("c", "CUSTOMER")],
  activities: [activity("j")],
  claims: [
    { by: "f", about: "f", activity: "j", extent: 1 },
    { by: "a", about: "a", activity: "j", extent: 0.2 },
    { by: "b", about: "b", activity: "j", extent: 0.5 },
    { by: "d", about: "d", activity: "j", extent: 0.9 },
  ],
  relations: ["f", "a", "b", "d", "q"].map((from) => ({ from, to: "c", type: "SUPPLIES" as const, volume: 10 })),
};
const given: Readonly<Record<string, number>> = { OVERLAP: 2, MARKET_COMMONALITY: 1, MOMENTUM: 1 };
const weights = factors.map(({ kind }) => ({ factor: kind, weight: given[kind] ?? 0 }));
/** Moves by which a, and more so b, have momentum; d has none, and q's do not count. */
const moves = [
  ...["a", "b", "b", "q", "q"].map((by, index) => ({
    key: `m${index}`,
    actor: by,
    date: "2026-06-30",
    type: "ENTRY" as const,
    title: "Entry",
    activities: ["j"],
  })),
];

const typical = (more: Partial<EcosystemDocument>, first?: number) =>
  threats(factsOf({ ...rivals, ...more }), { weights, ...(first !== undefined && { first }) });

describe("the typical rival", () => {
  it("has the weights of the axes, as shares, where nothing else counts", () => {
    // 2 of 4 and 1 of 4, of which an entry barrier that is unknown for all leaves three quarters.
    expect(typical({}).typicalRival).toEqual({
      ...{ base: 0, otherContact: 0, damping: 0.75 },
      ...{ perOverlap: 0.375, perMarketCommonality: 0.1875 },
    });
  });

  it("has the median of the other factors' contact and of damping, among those who are known on both axes", () => {
    const { typicalRival, rivals: listed } = typical({
      moves,
      relations: [...rivals.relations!, { from: "f", to: "b", type: "PARTNERS_WITH" }],
    });
    const momentumOf = (key: string) =>
      listed.find(({ rival }) => rival === key)!.factors.find(({ kind }) => kind === "MOMENTUM")!.value!;
    expect(momentumOf("b")).toBeGreaterThan(momentumOf("a"));
    // Of 0 (d), a and b the middle one is a's; q, who has as much as b, would make it another.
    expect(typicalRival!.otherContact).toBeCloseTo(0.25 * momentumOf("a"), 12);
    // Only b is tied to f as well: the two others have what the unknown entry barrier leaves.
    expect(typicalRival!.damping).toBe(0.75);
  });

  it("makes the threat of a rival who is typical in everything else", () => {
    const assessment = typical({ moves });
    const { base, perOverlap, perMarketCommonality } = assessment.typicalRival!;
    const { threat, factors } = assessment.rivals.find(({ rival }) => rival === "a")!;
    const figureOf = (kind: string) => factors.find((factor) => factor.kind === kind)!.value!;
    const onPlane = base + perOverlap * figureOf("OVERLAP") + perMarketCommonality * figureOf("MARKET_COMMONALITY");
    expect(onPlane).toBeCloseTo(threat, 12);
  });

  it("is of all rivals, however few are listed, and of nobody when nobody is known on both axes", () => {
    expect(typical({ moves }, 1).typicalRival).toEqual(typical({ moves }).typicalRival);
    expect(typical({ moves, relations: [] }).typicalRival).toBeNull();
  });
});
