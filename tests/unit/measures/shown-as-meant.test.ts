import { describe, expect, it } from "vitest";
import { coherence } from "../../../api/measures/coherence/coherence.ts";
import { interventions } from "../../../api/measures/coherence/interventions.ts";
import { explainCoherence } from "../../../api/measures/explain/explain-coherence.ts";
import { levelOf, levelsInWords, lowestOf } from "../../../api/measures/threat/level.ts";
import { threats } from "../../../api/measures/threat/threat.ts";
import { points } from "../../../api/shared/format.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import {
  equalRivals,
  groupOfSiblings,
  noDimensionKnown,
  oneDimensionKnown,
  thirteenEqualRivals,
} from "../../support/few-facts.ts";
import { activity, actor, factsOf } from "./support.ts";

const factsFrom = (document: EcosystemDocument) => factsInForce(document, { asOf: "2026-06-30" });
const told = (document: EcosystemDocument, rule: string) =>
  explainCoherence(factsFrom(document))
    .filter((it) => it.rule === rule)
    .map(({ text }) => text);

describe("of what little is known of", () => {
  it("the score, its dimensions, losses and gains carry ranges, and the sentences tell them first", () => {
    const facts = factsFrom(oneDimensionKnown());
    const { isIndicative, dimensions } = coherence(facts);
    // Pumps (4) agreed, control (3) contested by two, run (3) unknown: 7 of 10 of one dimension of seven.
    expect(isIndicative).toBe(true);
    expect(dimensions.map((it) => it.isIndicative)).toEqual([true, false, true, true, true, true, true]);
    const control = dimensions[1]!.items.find(({ key }) => key === "control")!;
    expect(control.loss).toBeCloseTo((3 / 7) * 0.5, 12);
    expect(control.lossLow).toBeCloseTo((1 / 7) * (3 / 10) * 0.5, 12);
    expect(control.lossHigh).toBeCloseTo((3 / 7) * 0.5, 12);
    const [best] = interventions(facts);
    expect([best!.gain, best!.gainLow, best!.gainHigh].map((it) => Number(it.toFixed(12)))).toEqual(
      [(3 / 7) * 0.5, (1 / 7) * (3 / 10) * 0.5, (3 / 7) * 0.5].map((it) => Number(it.toFixed(12))),
    );
    expect(told(oneDimensionKnown(), "LARGEST_LOSSES")).toEqual([
      "Control the grid (boundaries) costs 2.1–21.4 points: Northwind and Solenne each claim the lead.",
    ]);
    expect(told(oneDimensionKnown(), "BEST_INTERVENTION")[0]).toContain("of equal gain (at most 2.1–21.4 points each)");
    expect(told(oneDimensionKnown(), "LOWEST_DIMENSION")).toEqual([
      "Of what is known, the lowest dimension is boundaries, with 79 of 100; its largest losses: Control the grid.",
    ]);
  });

  it("an ecosystem without a known dimension has the whole range and no lowest dimension", () => {
    const { score, low, high, isIndicative, lowestDimensions } = coherence(factsFrom(noDimensionKnown()));
    expect([score, low, high, isIndicative, lowestDimensions]).toEqual([null, 0, 1, true, []]);
  });

  it("a dimension that is indicative is not told as one number, though coherence may be", () => {
    const unknown = ["j2", "j3", "j4"].map((key) => activity(key));
    const facts = factsOf({
      actors: [actor("a"), actor("b")],
      activities: [activity("j1"), ...unknown],
      claims: [{ by: "a", about: "a", activity: "j1", extent: 1, lead: false }],
    });
    const text = explainCoherence(facts)
      .filter(({ rule }) => rule === "LOWEST_DIMENSION")
      .map((it) => it.text);
    expect(text).toEqual([
      "Of what is known, the lowest dimension is boundaries, with 0–75 (too little is known: 25\u00a0%); its largest losses: J1.",
    ]);
  });
});

describe("of several that are equal none is named alone", () => {
  const equal = factsOf({
    actors: [actor("a")],
    activities: ["j1", "j2", "j3", "j4", "j5"].map((key) => activity(key)),
    claims: ["j1", "j2", "j3", "j4", "j5"].map((key) => ({
      by: "a",
      about: "a",
      activity: key,
      extent: 1,
      lead: false,
    })),
  });

  it("in what costs most", () => {
    const text = explainCoherence(equal).filter(({ rule }) => rule === "LARGEST_LOSSES");
    expect(text.map((it) => it.text)).toEqual([
      "5 items cost the same, 2.9–20.0 points each: J1, J2 and 3 others (boundaries).",
    ]);
    const lowest = explainCoherence(equal).find(({ rule }) => rule === "LOWEST_DIMENSION")!;
    expect(lowest.text).toBe(
      "Of what is known, the lowest dimension is boundaries, with 0 of 100; its largest losses: 5 items of equal loss.",
    );
  });

  it("in the highest threat: thirteen rivals share it", () => {
    const { highest, rivals } = threats(factsFrom(thirteenEqualRivals()));
    expect(highest!.rivals).toEqual(equalRivals);
    expect(rivals.filter(({ rank }) => rank === 1)).toHaveLength(13);
    expect(highest!.sentence).toBe(
      `13 rivals are equal at ${points(rivals[0]!.threat)} of 100: ${levelsInWords(highest!.threat, highest!.high)}.`,
    );
    expect(threats(factsFrom(thirteenEqualRivals()), { first: 1, types: ["OTHER"] }).highest).toEqual(highest);
  });

  it("but the one that stands alone is named, and without a rival there is none", () => {
    const { highest } = threats(factsFrom(groupOfSiblings()));
    expect(highest!.sentence).toMatch(/^Solenne is at \d+ of 100: \w+(, could be \w+)?\.$/);
    const alone = {
      actors: [actor("f")],
      activities: [activity("j")],
      claims: [{ about: "f", activity: "j", extent: 1 }],
    };
    expect(threats(factsOf(alone)).highest).toBeNull();
  });
});

describe("levels", () => {
  it("begin where the number that is shown does", () => {
    for (const level of ["MODERATE", "HIGH", "SEVERE"] as const) {
      expect(levelOf(lowestOf(level))).toBe(level);
      expect(levelOf(lowestOf(level) - 1e-6)).not.toBe(level);
    }
    expect(lowestOf("LOW")).toBe(0);
    expect(lowestOf("HIGH")).toBe(0.245);
  });

  it("are told with what they could be", () => {
    expect([levelsInWords(0.05, 0.3), levelsInWords(0.05, 0.09)]).toEqual(["low, could be high", "low"]);
  });
});
