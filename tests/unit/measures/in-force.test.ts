import { describe, expect, it } from "vitest";
import { MeasureError } from "../../../api/shared/measure-error.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import { activity, actor, ecosystem, factsOf } from "./support.ts";

const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error instanceof MeasureError ? error.code : String(error);
  }
  return "no error";
};

describe("facts in force", () => {
  it("a fact counts from its first day to the day before its last", () => {
    const actors = [{ ...actor("a"), validFrom: "2025-01-01", validTo: "2026-01-01" }];
    const on = (asOf: string) => factsOf({ actors }, asOf).actors.has("a");
    expect([on("2024-12-31"), on("2025-01-01"), on("2025-12-31"), on("2026-01-01")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("of facts that differ only in their first day the latest in force counts", () => {
    const claim = { about: "a", by: "a", activity: "j" };
    const claims = [
      { ...claim, extent: 0.2 },
      { ...claim, extent: 0.9, validFrom: "2027-01-01" },
      { ...claim, extent: 0.5, validFrom: "2025-01-01" },
    ];
    const facts = factsOf({ actors: [actor("a")], activities: [activity("j")], claims });
    expect(facts.claimsOn.get("j")!.map((it) => it.extent)).toEqual([0.5]);
  });

  it("a fact less sure than asked for is as if it were not there, and what stands on it falls too", () => {
    const document = ecosystem({
      actors: [{ ...actor("a"), confidence: 0.3 }, actor("b")],
      activities: [activity("j")],
      claims: [
        { by: "a", about: "b", activity: "j", extent: 1 },
        { by: "b", about: "b", activity: "j", extent: 0.4, confidence: 0.5 },
        { about: "b", activity: "j", extent: 0.7 },
      ],
    });
    const extents = (minConfidence: number) =>
      factsInForce(document, { asOf: "2026-06-30", minConfidence })
        .claimsOn.get("j")!
        .map((it) => it.extent);
    expect([extents(0), extents(0.5), extents(0.6)]).toEqual([[0.7, 1, 0.4], [0.7, 0.4], [0.7]]);
  });

  it("of a list only the member goes, and a standard or installation stays without the actor it names", () => {
    const gone = { ...actor("x"), validTo: "2020-01-01" };
    const facts = factsOf({
      actors: [actor("a"), actor("b"), gone],
      standards: [{ key: "s", name: "S", status: "DRAFT", body: "x" }],
      initiatives: [{ key: "i", name: "I", participants: ["a", "b", "x"] }],
      installations: [{ key: "n", customer: "a", origin: "x" }],
      relations: [{ from: "a", to: "x", type: "SUPPLIES" }],
      moves: [{ key: "m", actor: "x", date: "2019-01-01", type: "ENTRY", title: "M" }],
      responses: [{ key: "r", move: "m", actor: "a", date: "2019-02-01" }],
    });
    expect([...facts.initiativesOf.keys()]).toEqual(["a", "b"]);
    expect(facts.standards.has("s")).toBe(true);
    expect(facts.installationsAt.get("a")!.map((it) => it.origin)).toEqual(["x"]);
    expect([facts.supplies.length, facts.movesBy.size, facts.responsesTo.size]).toEqual([0, 0, 0]);
  });

  it("moves, installations and initiatives need their own dates to have come", () => {
    const facts = factsOf({
      actors: [actor("a"), actor("b")],
      moves: [{ key: "m", actor: "a", date: "2026-07-01", type: "ENTRY", title: "M" }],
      installations: [
        { key: "n1", customer: "a", installedYear: 2027 },
        { key: "n2", customer: "a", installedYear: 2026 },
      ],
      initiatives: [
        { key: "i1", name: "Ends today", participants: ["a", "b"], endedOn: "2026-06-30" },
        { key: "i2", name: "Starts today", participants: ["a", "b"], startedOn: "2026-06-30" },
      ],
    });
    expect(facts.movesBy.size).toBe(0);
    expect(facts.installationsAt.get("a")!.map((it) => it.key)).toEqual(["n2"]);
    expect(facts.initiativesOf.get("a")!.map((it) => it.key)).toEqual(["i2"]);
  });

  it("a fact without a confidence of its own is as sure as its best graded source", () => {
    const grades = { e1: ["A", 2], e2: ["E", undefined], e3: ["F", 6], e4: [undefined, 1] } as const;
    const document = ecosystem({
      evidence: Object.entries(grades).map(([key, [reliability, credibility]]) => ({
        key,
        title: key,
        ...(reliability && { reliability }),
        ...(credibility && { credibility }),
      })),
      actors: [
        // The smaller of A (1) and 2 (0.8); E (0.2) with 0.6 for what is not graded; neither graded; 0.6 with 1.
        { ...actor("a"), evidence: ["e1"] },
        { ...actor("b"), evidence: ["e2"] },
        { ...actor("c"), evidence: ["e3"] },
        { ...actor("d"), evidence: ["e4"] },
        { ...actor("e"), evidence: ["e2", "e3", "e1"] },
        { ...actor("own"), evidence: ["e1"], confidence: 0.1 },
      ],
    });
    const sure = (minConfidence: number) =>
      [...factsInForce(document, { asOf: "2026-06-30", minConfidence }).actors.keys()].join();
    expect([sure(0), sure(0.2), sure(0.3), sure(0.7), sure(0.81)]).toEqual([
      "a,b,c,d,e,own",
      "a,b,c,d,e",
      "a,c,d,e",
      "a,c,e",
      "c",
    ]);
  });

  it("a standard has the status of the day by its history, and is not in force before it", () => {
    const standards = [
      {
        key: "s",
        name: "S",
        status: "PUBLISHED" as const,
        history: [
          { status: "DRAFT" as const, on: "2020-01-01" },
          { status: "PUBLISHED" as const, on: "2024-01-01" },
        ],
      },
    ];
    const on = (asOf: string) => factsOf({ standards }, asOf).standards.get("s")?.status;
    expect([on("2019-01-01"), on("2020-01-01"), on("2023-12-31"), on("2024-01-01")]).toEqual([
      undefined,
      "DRAFT",
      "DRAFT",
      "PUBLISHED",
    ]);
  });

  it("of several agreements of one pair the latest counts, then the last key", () => {
    const agreement = { provider: "a", customer: "b" };
    const chosen = (...agreements: { key: string; validFrom?: string }[]) =>
      factsOf({
        actors: [actor("a"), actor("b")],
        agreements: agreements.map((it) => ({ ...agreement, ...it })),
      }).agreements.get("a>b")!.key;
    expect(chosen({ key: "z" }, { key: "y", validFrom: "2020-01-01" })).toBe("y");
    expect(chosen({ key: "z" }, { key: "y" })).toBe("z");
  });

  it("an impossible day or confidence is refused by name", () => {
    expect(codeOf(() => factsOf({}, "2026-02-30"))).toBe("IMPOSSIBLE_DATE");
    expect(codeOf(() => factsOf({}, "yesterday"))).toBe("IMPOSSIBLE_DATE");
    expect(codeOf(() => factsInForce(ecosystem({}), { asOf: "2026-06-30", minConfidence: 1.1 }))).toBe(
      "BAD_CONFIDENCE",
    );
  });
});
