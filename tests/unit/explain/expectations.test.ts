import { describe, expect, it } from "vitest";
import { campsInWords, expectations } from "../../../api/measures/expectation/expectation.ts";
import { explainCoherence } from "../../../api/measures/explain/explain-coherence.ts";
import type { StanceRecord } from "../../../cypher/model/document.ts";
import { actor, factsOf } from "../measures/support.ts";

const names = ["a", "b", "c", "d", "e", "f", "g"];
/** Stances as "a5 b4 c1": actor and position; a salience after a colon. */
const said = (text: string, topic: object = { low: "closed", high: "open to all" }) =>
  factsOf({
    actors: names.map((key) => actor(key)),
    topics: [{ key: "t", name: "Openness", ...topic }],
    stances: text
      .split(" ")
      .filter((word) => word !== "")
      .map((word): StanceRecord => {
        const [who, salience] = word.split(":");
        return {
          actor: who!.charAt(0),
          topic: "t",
          position: Number(who!.slice(1)),
          ...(salience && { salience: Number(salience) }),
        };
      }),
  });
const words = (text: string, topic?: object) => campsInWords(said(text, topic), "t");

describe("who wants what on a topic", () => {
  it("names the camps, the larger first, each by the one to whom it matters most", () => {
    expect(words("a1:2 b2:5 c1 d5 e4 f5:4 g4")).toBe("F and 3 others want “open to all”, B and 2 others “closed”");
    expect(words("a1:2 b2:5 c1 d5")).toBe("B and 2 others want “closed”, D “open to all”");
  });

  it("puts the camp to whom it matters more first where both are as large, and the low end where nothing tells them apart", () => {
    expect(words("a1 b5:5")).toBe("B wants “open to all”, A “closed”");
    expect(words("a1 b5")).toBe("A wants “closed”, B “open to all”");
  });

  it("says who stands between them, and who stands in the middle where there is one camp", () => {
    expect(words("a1 b5 c3")).toBe("A wants “closed”, B “open to all”, C stands between them");
    expect(words("a5 b4 c3 d3")).toBe("A and B want “open to all”, C and D stand in the middle");
    expect(words("a3 b3")).toBe("both A and B stand in the middle");
  });

  it("says so where all are on one side, and how far they differ", () => {
    expect(words("a5 b5 c5")).toBe("all 3 actors want “open to all”");
    expect(words("a5 b4")).toBe("both A and B want “open to all”, but not equally (position 4–5 of 5)");
  });

  it("says so where one actor has a stance, and where nobody has", () => {
    expect(words("a4")).toBe("only A has a stance (“open to all”, position 4 of 5)");
    expect(words("a3")).toBe("only A has a stance (position 3 of 5)");
    expect(words("")).toBe("no stances are recorded");
  });

  it("tells positions where the ends of the scale have no names", () => {
    expect(words("a1 b2 c5", {})).toBe("A and B take position 1–2 of 5, C position 5 of 5");
    expect(words("a1 b5 c5", { high: "open" })).toBe("B and C want “open”, A takes position 1 of 5");
  });
});

it("a topic opens to its stances in the order of the scale, and its camps", () => {
  const [topic] = expectations(said("a5 b1 c1:5 d3"));
  expect(topic!.stances.map(({ actor, position }) => `${actor}${position}`)).toEqual(["c1", "b1", "d3", "a5"]);
  expect(topic!.camps).toEqual([
    { side: "LOW", from: 1, to: 1, wants: "closed", actors: ["c", "b"] },
    { side: "HIGH", from: 5, to: 5, wants: "open to all", actors: ["a"] },
    { side: "MIDDLE", from: 3, to: 3, wants: null, actors: ["d"] },
  ]);
  expect(topic!.sentence).toBe("C and B want “closed”, A “open to all”, D stands between them.");
});

it("the report names the camps where a topic costs most", () => {
  const text = explainCoherence(said("a1 b2 c5 d5 e4"))
    .filter(({ rule }) => rule === "LARGEST_LOSSES")
    .map((it) => it.text);
  expect(text).toHaveLength(1);
  expect(text[0]).toMatch(
    /^Openness \(expectations\) costs [\d.]+–[\d.]+ points: C and 2 others want “open to all”, A and B “closed”\.$/,
  );
});
