import { describe, expect, it } from "vitest";
import { coherence } from "../../../api/measures/coherence/coherence.ts";
import { dimensions } from "../../../api/measures/coherence/dimensions.ts";
import { interventions } from "../../../api/measures/coherence/interventions.ts";
import { questions } from "../../../api/measures/coherence/questions.ts";
import { highestFirst } from "../../../api/shared/order.ts";
import type {
  AdoptionRecord,
  EcosystemDocument,
  InstallationRecord,
  StandardStatus,
} from "../../../cypher/model/document.ts";
import { activity, actor, factsOf, itemsOf } from "./support.ts";

describe("the list of dimensions", () => {
  it("holds the seven of the model, in table order, each with a question in plain words", () => {
    expect(dimensions.map(({ kind }) => kind)).toEqual([
      "EXPECTATIONS",
      "BOUNDARIES",
      "INSTALLED_BASE",
      "STANDARDS",
      "CONTROL_SYSTEMS",
      "DATA_SHARING",
      "JOINT_DEVELOPMENT",
    ]);
    for (const { question, needs } of dimensions) {
      expect(question).toMatch(/^[A-Z][^_]+\?$/);
      expect(needs).not.toBe("");
    }
  });

  it("knows nothing of an ecosystem without facts: no score, all open, and every dimension a question", () => {
    const nothing = coherence(factsOf({}));
    expect(nothing).toMatchObject({ score: null, low: 0, high: 1, coverage: 0, isIndicative: true, lowest: null });
    for (const dimension of nothing.dimensions) {
      expect(dimension).toMatchObject({ status: "UNKNOWN", score: null, low: 0, high: 1, coverage: 0, items: [] });
    }
    expect(questions(nothing).map(({ dimension, key, width }) => [dimension, key, width])).toEqual(
      dimensions.map(({ kind }) => [kind, "*", 1 / 7]),
    );
    expect(interventions(factsOf({}))).toEqual([]);
  });

  // One bare item of each dimension that can be unknown.
  const bare: Partial<EcosystemDocument> = {
    actors: [actor("c", "CUSTOMER"), actor("p")],
    topics: [{ key: "t", name: "T" }],
    activities: [activity("j")],
    interfaces: [{ key: "i", a: "c", b: "p" }],
    relations: [{ from: "p", to: "c", type: "SUPPLIES" }],
  };
  it.each(dimensions.filter(({ kind }) => kind !== "JOINT_DEVELOPMENT").map(({ kind }) => kind))(
    "%s has an unknown case, 0 to 1 and no score",
    (kind) => {
      const dimension = coherence(factsOf(bare)).dimensions.find((it) => it.kind === kind)!;
      expect(dimension).toMatchObject({ status: "UNKNOWN", score: null, low: 0, high: 1, coverage: 0 });
      expect(dimension.items).toMatchObject([{ value: null, low: 0, high: 1, loss: null }]);
    },
  );
});

describe("expectations", () => {
  const stances = (...positions: [number, number?][]): Partial<EcosystemDocument> => ({
    actors: positions.map((_, index) => actor(`a${index}`)),
    topics: [{ key: "t", name: "T" }],
    stances: positions.map(([position, salience], index) => ({
      actor: `a${index}`,
      topic: "t",
      position,
      ...(salience && { salience }),
    })),
  });
  const value = (...positions: [number, number?][]) => itemsOf(stances(...positions), "EXPECTATIONS").t![0];

  it("agree wholly on one position, and not at all when split between the ends", () => {
    expect(value([4], [4], [4])).toBe(1);
    expect(value([1], [5])).toBe(0);
  });

  it("weigh stances by salience", () => {
    // shares 1/4 at 1 and 3/4 at 3: mean 2.5
    expect(value([1, 1], [3, 3])).toBeCloseTo(1 + 0.25 * Math.log2(1 - 1.5 / 4) + 0.75 * Math.log2(1 - 0.5 / 4), 12);
    const [item] = coherence(factsOf(stances([1, 1], [3, 3]))).dimensions[0]!.items;
    expect(item!.weight).toBe(2);
  });

  it("are unknown with one stance", () => {
    expect(value([4])).toBeNull();
  });
});

const fleet = (...installations: Partial<InstallationRecord>[]): Partial<EcosystemDocument> => ({
  actors: [actor("c", "CUSTOMER"), actor("d", "CUSTOMER"), actor("m"), actor("n")],
  installations: installations.map((it, index) => ({ key: `n${index}`, customer: "c", ...it })),
});

describe("installed base", () => {
  it("is the concentration of units over make and generation", () => {
    const items = itemsOf(
      fleet(
        { origin: "m", installedYear: 2022, units: 3 },
        { origin: "m", installedYear: 2021 },
        { origin: "n", installedYear: 2011, units: 4 },
        { origin: "n", installedYear: 2012, units: 2 },
      ),
      "INSTALLED_BASE",
    );
    // 3 NEW, 1 MEDIUM of m; 4 OLD, 2 MEDIUM of n
    expect(items.c![0]).toBeCloseTo((9 + 1 + 16 + 4) / 100, 12);
    expect(items.d).toEqual([null, 0, 1]);
  });

  it("is bounded by where its unknown units could be, and unknown when they are more than half", () => {
    const known = { origin: "m", installedYear: 2025, units: 2 };
    expect(itemsOf(fleet(known, { units: 2 }), "INSTALLED_BASE").c).toEqual([1, (4 + 2) / 16, 1]);
    expect(itemsOf(fleet(known, { units: 3 }), "INSTALLED_BASE").c).toEqual([null, 0, 1]);
  });
});

describe("standards", () => {
  const between = (status: StandardStatus, ...adoptions: [string, number][]) =>
    itemsOf(
      {
        actors: [actor("a"), actor("b")],
        standards: [{ key: "s", name: "S", status }],
        interfaces: [{ key: "i", a: "a", b: "b", candidates: ["s"] }],
        adoptions: adoptions.map(([by, extent]): AdoptionRecord => ({ actor: by, standard: "s", extent })),
      },
      "STANDARDS",
    ).i![0];

  it("count 1 when published, a half while drafted or proposed, 0 when withdrawn", () => {
    const both: [string, number][] = [
      ["a", 0.5],
      ["b", 1],
    ];
    expect([
      between("PUBLISHED", ...both),
      between("DRAFT", ...both),
      between("PROPOSED", ...both),
      between("WITHDRAWN", ...both),
    ]).toEqual([1, 0.5, 0.5, 0]);
  });

  it("could be the best of what is not recorded of an end", () => {
    const items = itemsOf(
      {
        actors: [actor("a"), actor("b")],
        standards: [
          { key: "d", name: "D", status: "DRAFT" },
          { key: "p", name: "P", status: "PUBLISHED" },
        ],
        interfaces: [
          { key: "i", a: "a", b: "b", candidates: ["d", "p"] },
          { key: "k", a: "a", b: "b", candidates: ["d"] },
        ],
        adoptions: [
          { actor: "a", standard: "d", extent: 1 },
          { actor: "a", standard: "p", extent: 1 },
          { actor: "b", standard: "d", extent: 1 },
        ],
      },
      "STANDARDS",
    );
    // Of b nothing is recorded for p: it may adopt it.
    expect(items).toEqual({ i: [0.5, 0.5, 1], k: [0.5, 0.5, 0.5] });
  });

  it("count 0 when an end is known to follow none, and are unknown when nothing is known of it", () => {
    expect(between("PUBLISHED", ["a", 1], ["b", 0.4])).toBe(0);
    expect(between("PUBLISHED", ["a", 1])).toBeNull();
  });
});

describe("control systems", () => {
  const at = (customer: string, controlSystem?: string, units = 1) => ({
    customer,
    units,
    ...(controlSystem && { controlSystem }),
  });
  const systems = (...installations: ReturnType<typeof at>[]) =>
    itemsOf(
      { ...fleet(...installations), controlSystems: ["x", "y"].map((key) => ({ key, name: key })) },
      "CONTROL_SYSTEMS",
    );

  it("are the mean of within and across, both exact when all is known", () => {
    // c: half x, half y; d: all x. across = 1/2 for both
    expect(systems(at("c", "x"), at("c", "y"), at("d", "x"))).toEqual({ c: [0.5, 0.5, 0.5], d: [0.75, 0.75, 0.75] });
  });

  it("leave the comparison out of the value while nobody else is known, but not out of the bounds", () => {
    expect(systems(at("c", "x"))).toEqual({ c: [1, 0.5, 1], d: [null, 0, 1] });
  });

  it("are only what is within for an only customer", () => {
    const items = itemsOf(
      { actors: [actor("c", "CUSTOMER")], installations: [{ key: "n", customer: "c", controlSystem: "x" }] },
      "CONTROL_SYSTEMS",
    );
    expect(items).toEqual({ c: [1, 1, 1] });
  });

  it("are open across as far as units here or elsewhere are unknown", () => {
    // c all x; d: 2 of 3 known, x: within 1, bounds (4 + 1)/9 and 1. Across: 2 of 3 pairs meet for sure, the third may.
    const near = (value: number) => expect.closeTo(value, 12);
    expect(systems(at("c", "x"), at("d", "x", 2), at("d"))).toEqual({
      c: [1, near((1 + 2 / 3) / 2), 1],
      d: [1, near((5 / 9 + 2 / 3) / 2), 1],
    });
    // d: y of 2 of 3 units: no pair meets for sure, one of three may.
    expect(systems(at("c", "x"), at("d", "y", 2), at("d"))).toEqual({
      c: [0.5, 0.5, near((1 + 1 / 3) / 2)],
      d: [0.5, near(5 / 9 / 2), near((1 + 1 / 3) / 2)],
    });
  });
});

describe("data sharing", () => {
  const sharing = (dataSharing?: number, agreement?: object) =>
    itemsOf(
      {
        actors: [actor("p"), actor("c", "CUSTOMER")],
        relations: [{ from: "p", to: "c", type: "SUPPLIES" }],
        ...(dataSharing && { profiles: [{ actor: "c", dataSharing }] }),
        ...(agreement && { agreements: [{ key: "g", provider: "p", customer: "c", ...agreement }] }),
      },
      "DATA_SHARING",
    )["p>c"];

  it("is the mean of willingness and conditions met: 0 without a recorded agreement, which may exist all the same", () => {
    expect(sharing(5, { security: true, ownership: true, contract: false, benefit: true })).toEqual([
      0.875, 0.875, 0.875,
    ]);
    expect(sharing(3)).toEqual([0.25, 0.25, 0.75]);
  });

  it("counts unknown conditions half, and says what they or an unknown willingness leave open", () => {
    // Of four conditions one is met and three are unknown: (1 + 3/2)/4 = 0.625.
    expect(sharing(5, { security: true, ownership: null })).toEqual([0.8125, 0.625, 1]);
    expect(sharing(3, {})).toEqual([0.5, 0.25, 0.75]);
    expect(sharing(undefined, { security: true, ownership: false, contract: false, benefit: false })).toEqual([
      0.25, 0.125, 0.625,
    ]);
    expect(sharing()).toEqual([null, 0, 1]);
    expect(sharing(undefined, {})).toEqual([0.5, 0, 1]);
  });
});

it("joint development is 1 for pairs with a common initiative, one item for a pair however it is joined", () => {
  const items = itemsOf(
    {
      actors: ["a", "b", "c"].map((key) => actor(key)),
      interfaces: [{ key: "i", a: "b", b: "a" }],
      relations: [
        { from: "a", to: "b", type: "DEPENDS_ON" },
        { from: "c", to: "b", type: "DEPENDS_ON" },
      ],
      initiatives: [{ key: "d", name: "D", participants: ["a", "b"] }],
    },
    "JOINT_DEVELOPMENT",
  );
  expect(items).toEqual({ "a~b": [1, 1, 1], "b~c": [0, 0, 0] });
});

/** Two dimensions: a boundary contested (weight 3) beside one agreed (weight 1) and one unknown; a pair that does not develop together. */
const example: Partial<EcosystemDocument> = {
  actors: [actor("a"), actor("b")],
  activities: [activity("j1"), activity("j2", { importance: 1 }), activity("j3", { importance: 4 })],
  claims: [
    { by: "a", about: "a", activity: "j1", extent: 1, lead: true, evidence: ["e2", "e1"] },
    { by: "b", about: "b", activity: "j1", extent: 1, lead: true, evidence: ["e1"] },
    { by: "a", about: "a", activity: "j2", extent: 1, lead: true },
  ],
  relations: [{ from: "a", to: "b", type: "DEPENDS_ON" }],
};

describe("coherence", () => {
  it("is the weighted mean of its dimensions, with bounds, coverage and the lowest", () => {
    const result = coherence(factsOf(example));
    // boundaries: (3·½ + 1)/4 = 0.625; joint development 0
    expect(result.score).toBeCloseTo(0.3125, 12);
    // The five dimensions without facts may be anything.
    expect(result.low).toBeCloseTo((2.5 / 8 + 0) / 7, 12);
    expect(result.high).toBeCloseTo((6.5 / 8 + 0 + 5) / 7, 12);
    expect(result.coverage).toBeCloseTo((0.5 + 1) / 7, 12);
    expect(result.isIndicative).toBe(true);
    expect(result.lowest).toBe("JOINT_DEVELOPMENT");
    const items = result.dimensions.find((it) => it.kind === "BOUNDARIES")!.items;
    expect(items.map((it) => [it.key, it.loss])).toEqual([
      ["j1", 0.1875],
      ["j2", 0],
      ["j3", null],
    ]);
    expect(items[0]!.evidence).toEqual(["e1", "e2"]);
  });

  it("leaves out a dimension of weight 0, and counts one of weight 3 thrice", () => {
    const score = (weight: number) => coherence(factsOf(example), [{ dimension: "JOINT_DEVELOPMENT", weight }]).score;
    expect(score(0)).toBeCloseTo(0.625, 12);
    expect(score(3)).toBeCloseTo(0.625 / 4, 12);
  });

  it("names no dimension as the lowest that is left out, and is indicative below half coverage only", () => {
    const weigh = (weights: Partial<Record<(typeof dimensions)[number]["kind"], number>>) =>
      coherence(
        factsOf(example),
        dimensions.map(({ kind }) => ({ dimension: kind, weight: weights[kind] ?? 0 })),
      );
    expect(weigh({ BOUNDARIES: 1 }).lowest).toBe("BOUNDARIES");
    // Boundaries are known by half of their weight, joint development wholly, expectations not at all.
    expect(weigh({ BOUNDARIES: 1 })).toMatchObject({ coverage: 0.5, isIndicative: false });
    expect(weigh({ JOINT_DEVELOPMENT: 1, EXPECTATIONS: 1.5 })).toMatchObject({ coverage: 0.4, isIndicative: true });
  });

  it("asks what is unknown, by the width that it would settle", () => {
    const asked = questions(coherence(factsOf(example)));
    const empty = ["EXPECTATIONS", "INSTALLED_BASE", "STANDARDS", "CONTROL_SYSTEMS", "DATA_SHARING"];
    expect(asked.slice(0, 5).map(({ dimension, key, subjects, width }) => [dimension, key, subjects, width])).toEqual(
      empty.map((dimension) => [dimension, "*", [], 1 / 7]),
    );
    expect(asked.slice(5)).toEqual([
      {
        dimension: "BOUNDARIES",
        key: "j3",
        label: "J3",
        subjects: [{ kind: "activities", key: "j3" }],
        width: expect.closeTo(4 / 8 / 7, 12),
      },
    ]);
  });

  it("offers what would raise it, highest gain first", () => {
    const offered = interventions(factsOf(example)).map(({ kind, key, gain }) => [kind, key, gain]);
    expect(offered).toEqual([
      ["START_INITIATIVE", "a~b", expect.closeTo(0.5 + 0.1875, 12)],
      ["SETTLE_BOUNDARY", "j1", expect.closeTo(0.1875, 12)],
    ]);
  });

  it.each([
    ["NEGATIVE_WEIGHT", [{ dimension: "STANDARDS", weight: -1 }]],
    ["NEGATIVE_WEIGHT", [{ dimension: "STANDARDS", weight: Number.NaN }]],
    [
      "DOUBLE_WEIGHT",
      [
        { dimension: "STANDARDS", weight: 1 },
        { dimension: "STANDARDS", weight: 2 },
      ],
    ],
    // Two of these would add up to infinity, and the score to 0.
    ["HUGE_WEIGHT", [{ dimension: "STANDARDS", weight: 1e308 }]],
    ["HUGE_WEIGHT", [{ dimension: "STANDARDS", weight: Number.POSITIVE_INFINITY }]],
    ["ALL_WEIGHTS_ZERO", dimensions.map(({ kind }) => ({ dimension: kind, weight: 0 }))],
  ] as const)("refuses weights with %s", (code, weights) => {
    expect(() => coherence(factsOf(example), weights)).toThrow(expect.objectContaining({ name: "MeasureError", code }));
  });
});

describe("interventions of several facts", () => {
  const hub: Partial<EcosystemDocument> = {
    actors: ["a", "b", "c"].map((key) => actor(key)),
    standards: [
      { key: "s", name: "S", status: "PUBLISHED" },
      { key: "w", name: "W", status: "WITHDRAWN" },
    ],
    interfaces: [
      { key: "i1", a: "a", b: "b", candidates: ["s", "w"] },
      { key: "i2", a: "a", b: "c", candidates: ["s"] },
      { key: "i3", a: "b", b: "c", candidates: ["w"] },
    ],
    adoptions: [
      { actor: "a", standard: "s", extent: 0 },
      { actor: "b", standard: "s", extent: 1 },
      { actor: "c", standard: "s", extent: 1 },
    ],
  };

  it("count what an adopted standard brings to other interfaces, and offer none that is withdrawn", () => {
    const facts = factsOf(hub);
    const adopt = interventions(facts, [{ dimension: "JOINT_DEVELOPMENT", weight: 0 }]).filter(
      (it) => it.kind === "ADOPT_STANDARD",
    );
    // i1 and i2 are known and 0, i3 is unknown and stays out: either change makes both 1
    expect(adopt.map(({ key, gain }) => [key, gain])).toEqual([
      ["i1+s", 1],
      ["i2+s", 1],
    ]);
  });
});

it("a standard that is only drafted takes nothing from an interface that a published one governs", () => {
  const facts = factsOf({
    actors: ["a", "b"].map((key) => actor(key)),
    standards: [
      { key: "d", name: "D", status: "DRAFT" },
      { key: "p", name: "P", status: "PUBLISHED" },
    ],
    interfaces: [
      { key: "i1", a: "a", b: "b", candidates: ["d"] },
      { key: "i2", a: "a", b: "b", candidates: ["d", "p"] },
    ],
    adoptions: ["a", "b"].flatMap((it) => [
      { actor: it, standard: "d", extent: 0 },
      { actor: it, standard: "p", extent: 1 },
    ]),
  });
  const adopt = interventions(facts).filter((it) => it.kind === "ADOPT_STANDARD");
  // i1 rises from 0 to ½, a quarter of its dimension, which is half of the whole; i2 stays at 1.
  expect(adopt.map(({ key, gain }) => [key, gain])).toEqual([["i1+d", 0.125]]);
});

it("results equal within 1e-12 are put in order by what follows, and null comes last", () => {
  const list = [
    { key: "d", value: null },
    { key: "c", value: 0.5 },
    { key: "b", value: 0.5 + 1e-13 },
    { key: "a", value: 0.5 + 1e-11 },
    { key: "0", value: 0.5 - 1e-13 },
  ];
  const ordered = highestFirst(
    list,
    (it) => it.value,
    (x, y) => (x.key < y.key ? -1 : 1),
  );
  expect(ordered.map((it) => it.key).join("")).toBe("a0bcd");
});
