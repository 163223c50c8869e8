import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coherence } from "../../../api/measures/coherence/coherence.ts";
import { dimensionOf } from "../../../api/measures/coherence/dimensions.ts";
import { coherenceRules } from "../../../api/measures/explain/coherence-rules.ts";
import { explainCoherence } from "../../../api/measures/explain/explain-coherence.ts";
import { explainThreat } from "../../../api/measures/explain/explain-threat.ts";
import { threatRules } from "../../../api/measures/explain/threat-rules.ts";
import { threats } from "../../../api/measures/threat/threat.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import type { EcosystemDocument } from "../../../cypher/model/document.ts";
import { identityOf } from "../../../cypher/model/record-kinds.ts";
import { activity, actor, factsOf } from "../measures/support.ts";

const seed: EcosystemDocument = JSON.parse(readFileSync(new URL("../../../seed/sysco.json", import.meta.url), "utf8"));
const seedFacts = factsInForce(seed, { asOf: "2026-11-23" });
const example: Partial<EcosystemDocument> = {
  actors: [actor("f"), actor("r")],
  activities: [activity("j1", { requires: [{ capability: "k", level: 0.5 }] }), activity("j2", { importance: 1 })],
  capabilities: [{ key: "k", name: "Knowing" }],
  claims: [
    { by: "f", about: "f", activity: "j1", extent: 1, lead: true, evidence: ["e1"] },
    { by: "r", about: "r", activity: "j1", extent: 0.5, lead: true, evidence: ["e2"] },
  ],
  relations: [{ from: "f", to: "r", type: "DEPENDS_ON" }],
  moves: [{ key: "m", actor: "r", date: "2026-06-30", type: "ENTRY", title: "Enters", activities: ["j1"], impact: 5 }],
};

/** The dimensions of which the example holds nothing. */
const empty = [
  { dimension: "EXPECTATIONS", name: "Expectations" },
  { dimension: "INSTALLED_BASE", name: "Installed base" },
  { dimension: "STANDARDS", name: "Standards" },
  { dimension: "CONTROL_SYSTEMS", name: "Control systems" },
  { dimension: "DATA_SHARING", name: "Data sharing" },
] as const;

describe("coherence in sentences", () => {
  it("says the score, the lowest, what costs, what to find out and what would help, in this order, each with its records", () => {
    // The five dimensions without facts are left out.
    const said = explainCoherence(
      factsOf(example),
      empty.map(({ dimension }) => ({ dimension, weight: 0 })),
    );
    expect(
      said.map(({ rule, text, subjects, evidence }) => [
        rule,
        text,
        subjects.map(({ key }) => key).join(),
        evidence.join(),
      ]),
    ).toEqual([
      [
        "SCORE",
        "Coherence is 25 of 100: between 19 and 31, given what is unknown; 88\u00a0% of its weight is known.",
        "",
        "",
      ],
      [
        "LOWEST_DIMENSION",
        "The lowest dimension is joint development, with 0 of 100; its largest losses: F – R.",
        "f,r",
        "",
      ],
      [
        "LARGEST_LOSSES",
        "F – R (joint development) costs 50.0 points: F depends on R, and they have no joint initiative.",
        "f,r",
        "",
      ],
      ["LARGEST_LOSSES", "J1 (boundaries) costs 25.0 points: F and R each claim the lead.", "j1", "e1,e2"],
      [
        "LARGEST_QUESTION",
        "The largest open question is J2 (boundaries): an answer would settle 12.5 of the 12.5 points between the bounds.",
        "j2",
        "",
      ],
      [
        "BEST_INTERVENTION",
        "Most effective change: start a joint initiative of F and R, for a gain of 75.0 points.",
        "f,r",
        "e1,e2",
      ],
    ]);
  });

  it("says first how little is known where it is less than half, and names equal questions together", () => {
    const said = explainCoherence(factsOf(example)).map(({ rule, text }) => [rule, text]);
    // Boundaries are known by ¾ of their weight and lie between 3/8 and 5/8, joint development is 0, the rest is open.
    expect(said[0]).toEqual([
      "SCORE",
      "Too little is known for a reliable score: 25\u00a0%. Coherence lies between 5 and 80 of 100; the known part scores 25.",
    ]);
    expect(said.filter(([rule]) => rule === "LARGEST_QUESTION")).toEqual([
      [
        "LARGEST_QUESTION",
        "The largest open questions are equal: expectations (no data), installed base (no data) and 3 others. An answer to any of them would settle 14.3 of the 75.0 points between the bounds.",
      ],
    ]);
    expect(said.filter(([rule]) => rule === "UNKNOWN_DIMENSIONS")).toEqual(
      empty.map(({ name }) => [
        "UNKNOWN_DIMENSIONS",
        expect.stringMatching(new RegExp(`^${name}: no data\\. It needs .+\\.$`)),
      ]),
    );
  });

  it("names dimensions and changes that are equal together, never one of them", () => {
    const pair = (a: string, b: string) => ({ from: a, to: b, type: "DEPENDS_ON" as const });
    const said = explainCoherence(
      factsOf({
        actors: ["a", "b", "c"].map((key) => actor(key)),
        activities: [activity("j")],
        claims: [{ by: "a", about: "a", activity: "j", extent: 1, lead: false }],
        relations: [pair("a", "b"), pair("b", "c")],
      }),
      empty.map(({ dimension }) => ({ dimension, weight: 0 })),
    );
    const told = (rule: string) => said.filter((it) => it.rule === rule).map(({ text }) => text);
    expect(told("LOWEST_DIMENSION")).toEqual([
      "The lowest dimensions are boundaries and joint development, each with 0 of 100.",
    ]);
    expect(told("BEST_INTERVENTION")).toEqual([
      "Most effective change: settle who leads J, for a gain of at most 50.0 points.",
      "Best single action, of equal gain (25.0 points each): start a joint initiative of A and B; start a joint initiative of B and C.",
    ]);
  });

  it("rests what would help on the evidence of what it changes, not of what has the same key elsewhere", () => {
    const said = explainCoherence(
      factsOf({
        ...example,
        relations: [],
        topics: [{ key: "j1", name: "Topic" }],
        stances: [1, 5].map((position) => ({
          actor: position === 1 ? "f" : "r",
          topic: "j1",
          position,
          evidence: ["e3"],
        })),
      }),
      [
        { dimension: "EXPECTATIONS", weight: 2 },
        { dimension: "BOUNDARIES", weight: 1 },
      ],
    );
    expect(said.filter(({ rule }) => rule === "BEST_INTERVENTION")).toMatchObject([
      { text: expect.stringContaining("align expectations on Topic"), evidence: ["e3"] },
      { text: expect.stringContaining("start a joint initiative of F and R"), evidence: ["e1", "e2"] },
    ]);
  });

  it("says of an ecosystem without facts that nothing is known, and what every dimension needs", () => {
    const said = explainCoherence(factsOf({}));
    expect(said.map(({ rule }) => rule)).toEqual(["SCORE", "LARGEST_QUESTION", ...Array(7).fill("UNKNOWN_DIMENSIONS")]);
    expect(said[0]!.text).toBe("Coherence cannot be scored yet: none of its items is known.");
  });

  it("has a reason for every item of the seed that costs something, in every dimension", () => {
    for (const { kind, items } of coherence(seedFacts).dimensions) {
      const costly = items.filter(({ value }) => value !== null && value < 1);
      expect(costly.length).toBeGreaterThan(0);
      for (const item of costly) expect(dimensionOf(kind).because(seedFacts, item)).toMatch(/^.{10,}[^.]$/);
    }
  });
});

describe("a threat in sentences", () => {
  it("says level and bounds, factors, dampers, moves, what is unknown and the type, in this order", () => {
    const answered = { key: "a", move: "m", actor: "f", date: "2026-06-30" };
    const said = (more: Partial<EcosystemDocument>) => explainThreat(factsOf({ ...example, ...more }), "r");
    // Overlap ½, momentum ½ of what touches all that f does: contact 0.35·½ + 0.15·½ = ¼; the unknown barrier leaves ¾.
    expect(said({}).map(({ rule, text, subjects }) => [rule, text, subjects.map(({ key }) => key).join()])).toEqual([
      [
        "LEVEL",
        "The competitive threat of R to F is moderate: 19 of 100, between 13 and 65 given what is unknown, and could be severe.",
        "r,f",
      ],
      ["FACTORS", "It does 50\u00a0% of what F does, above all J1 (50\u00a0%): that makes 13.1 points.", "j1"],
      [
        "FACTORS",
        "The momentum of its moves into what F does is 50\u00a0%, above all from Enters (50\u00a0%): that makes 5.6 points.",
        "m",
      ],
      ["MOVES", "Of its moves that still count, 1 concerns what F does: “Enters” (30 Jun 2026) is not answered.", "m"],
      ["UNKNOWN", expect.stringMatching(/^Unknown: How much of our sales .+\? An answer needs .+\.$/), "r"],
      ["UNKNOWN", expect.stringMatching(/^Unknown: How much do we buy .+\? An answer needs .+\.$/), "r"],
      ["UNKNOWN", expect.stringMatching(/^Unknown: How much does it lack .+\? An answer needs .+\.$/), "r"],
      ["TYPE", "By the facts it is of no particular competitor type.", "r"],
    ]);
    const known = said({ actorCapabilities: [{ actor: "r", capability: "k", level: 0.25 }], responses: [answered] });
    expect(known.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "It lacks 50\u00a0% of the capability that the activities of F require, above all Knowing for J1 (50\u00a0%): this reduces the threat by 25\u00a0%.",
        "Of its moves that still count, 1 concerns what F does: it was answered after 0 days.",
      ]),
    );
  });

  const related: Partial<EcosystemDocument> = {
    ...example,
    actors: ["f", "r", "p", "q", "h"].map((key) => actor(key)),
    claims: [...example.claims!, { about: "p", activity: "j1", extent: 0.5 }],
    offerings: [{ key: "o", name: "O", provider: "q", type: "PRODUCT", activities: ["j1"] }],
    relations: [
      { from: "h", to: "q", type: "OWNS" },
      { from: "q", to: "f", type: "COMPETES_WITH" },
    ],
    moves: [],
  };

  it("says who shares its rank, what only offerings show, who is said to compete, and its group", () => {
    const told = (key: string) => explainThreat(factsOf(related), key).map(({ rule, text }) => [rule, text]);
    expect(told("r")).toContainEqual(["EQUAL_RANK", "It shares rank 2 with P: their threats are equal."]);
    const ofQ = told("q");
    expect(ofQ).toContainEqual([
      "BY_OFFERINGS",
      "Its offerings cover J1, but their extent is unknown and counts as one half.",
    ]);
    // Of weight 0.1, of which the unknown barrier leaves ¾.
    expect(ofQ).toContainEqual([
      "FACTORS",
      "It is said to compete with F (its confidence is unknown and counts as 50\u00a0%): that makes 3.8 points.",
    ]);
    expect(ofQ).toContainEqual(["GROUP", "It belongs to the group of H; each firm of a group is assessed separately."]);
    expect(ofQ.some(([rule]) => rule === "EQUAL_RANK")).toBe(false);
  });

  it("says that kin are no threat, unless they are said to compete", () => {
    const owned = { from: "f", to: "r", type: "OWNS" as const };
    const said = (...relations: NonNullable<EcosystemDocument["relations"]>) =>
      explainThreat(factsOf({ ...example, relations }), "r")[0]!.text;
    expect(said(owned)).toBe(
      "R is no threat to F on 30 Jun 2026: both belong to one group, and nothing says that they compete.",
    );
    expect(said(owned, { from: "r", to: "f", type: "COMPETES_WITH" })).toMatch(/^The competitive threat of R to F is/);
  });

  it("says why an actor is no threat, and refuses one that is not in force", () => {
    const { text } = explainThreat(factsOf({ ...example, actors: [...example.actors!, actor("q")] }), "q")[0]!;
    expect(text).toBe("Q is no threat to F on 30 Jun 2026: no known fact brings the two into contact.");
    expect(() => explainThreat(factsOf(example), "nobody")).toThrow(expect.objectContaining({ code: "RIVAL_UNKNOWN" }));
  });
});

describe("every rule, on the seed", () => {
  const all = [
    ...explainCoherence(seedFacts),
    ...threats(seedFacts).rivals.flatMap(({ rival }) => explainThreat(seedFacts, rival)),
  ];

  it("speaks in whole sentences without gaps, and names records and evidence that exist", () => {
    for (const { text, subjects, evidence } of all) {
      expect(text).toMatch(/^[A-ZÀ-Þ0-9].*[.]$/u);
      expect(text).not.toMatch(/undefined|null|NaN|Infinity|\(\)| {2}/);
      for (const { kind, key } of subjects)
        expect((seed[kind] as object[]).some((record) => identityOf(kind, record as never) === key)).toBe(true);
      for (const key of evidence) expect(seed.evidence!.some((it) => it.key === key)).toBe(true);
    }
  });

  it("has something to say at least once", () => {
    const spoken = new Set(all.map(({ rule }) => rule));
    const bare = explainCoherence(factsOf({})).map(({ rule }) => rule);
    // What the seed has none of is told in the examples above.
    const elsewhere = ["EQUAL_RANK", "BY_OFFERINGS", "GROUP"];
    const names = [...coherenceRules, ...threatRules].map(({ name }) => name);
    expect(names.filter((name) => !spoken.has(name) && !bare.includes(name) && !elsewhere.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
