import { describe, expect, it } from "vitest";
import { dampers } from "../../../api/measures/threat/dampers.ts";
import { factors } from "../../../api/measures/threat/factors.ts";
import { levelOf, type ThreatOptions, threats } from "../../../api/measures/threat/threat.ts";
import type { ActorRecord, CompetitorType, EcosystemDocument, TagRecord } from "../../../cypher/model/document.ts";
import { AS_OF, activity, actor, factsOf } from "./support.ts";

/** f does j1 (extent 1, importance 3) and j2 (extent 0.5, importance 2): weights 3 and 1. */
const base: Partial<EcosystemDocument> = {
  actors: [actor("f", "MANUFACTURER"), actor("r", "MANUFACTURER"), actor("c", "CUSTOMER"), actor("d", "CUSTOMER")],
  activities: [
    activity("j1", {
      requires: [
        { capability: "k1", level: 0.8 },
        { capability: "k2", level: 0.5 },
      ],
    }),
    activity("j2", { importance: 2 }),
  ],
  capabilities: [
    { key: "k1", name: "Knowing" },
    { key: "k2", name: "Doing" },
  ],
  claims: [
    { by: "f", about: "f", activity: "j1", extent: 1 },
    { by: "f", about: "f", activity: "j2", extent: 0.5 },
    { by: "r", about: "r", activity: "j1", extent: 0.4, evidence: ["e"] },
    { by: "r", about: "r", activity: "j2", extent: 1 },
  ],
};
const withMore = (more: Partial<EcosystemDocument>) =>
  factsOf({
    ...base,
    ...Object.fromEntries(
      Object.entries(more).map(([name, list]) => [name, [...((base as never)[name] ?? []), ...(list as never[])]]),
    ),
  });
const rival = (more: Partial<EcosystemDocument>, options: ThreatOptions = {}, key = "r") =>
  threats(withMore(more), options).rivals.find((it) => it.rival === key)!;
const factor = (more: Partial<EcosystemDocument>, index: number, key = "r") => rival(more, {}, key).factors[index]!;

it("the tables of factors and dampers ask in plain words, and the default weights add up to 1", () => {
  for (const { question } of [...factors, ...dampers]) expect(question).toMatch(/^[A-Z].+\?$/);
  expect(factors.reduce((sum, it) => sum + it.defaultWeight, 0)).toBeCloseTo(1, 12);
});

describe("overlap", () => {
  it("is the share of what we do that the rival does too, by activity", () => {
    const { value, terms } = factor({}, 0);
    // (3·0.4 + 2·0.5) / 4
    expect(value).toBeCloseTo(0.55, 12);
    expect(terms.map((it) => [it.subjects[0]!.key, it.share, it.evidence])).toEqual([
      ["j1", expect.closeTo(0.3, 12), ["e"]],
      ["j2", 0.25, []],
    ]);
  });

  it("is known by half from an offering, between nothing and all of it", () => {
    const offers = {
      actors: [actor("q")],
      offerings: [
        { key: "o", name: "O", provider: "q", type: "PRODUCT" as const, activities: ["j1"], evidence: ["p"] },
      ],
    };
    // 3·min(1, ½)/4; at most 3·1/4
    expect(factor(offers, 0, "q")).toMatchObject({
      value: 0.375,
      low: 0,
      high: 0.75,
      terms: [{ share: 0.375, evidence: ["p"] }],
    });
  });

  it("is unknown when no claim is about the rival and no offering lists an activity", () => {
    const quiet = {
      actors: [actor("q")],
      moves: [{ key: "m", actor: "q", date: AS_OF, type: "ENTRY" as const, title: "M", activities: ["j1"] }],
    };
    expect(factor(quiet, 0, "q")).toMatchObject({ value: null, low: 0, high: 1, contribution: null });
  });
});

describe("market commonality", () => {
  const supplies = (from: string, to: string, volume?: number) => ({
    from,
    to,
    type: "SUPPLIES" as const,
    ...(volume && { volume }),
  });

  const near = (value: number) => expect.closeTo(value, 12);

  it("is the part of our sales to each customer that the rival's sales of the same match, by overlap at most", () => {
    const relations = [supplies("f", "c", 30), supplies("f", "d", 10), supplies("r", "c", 10)];
    // D_c = 3/4. N = 2.2 and E = 2·0.5 = 1, so that 2.2/3.2 of what the rival does is what we do: s_c = 0.6875·10/30.
    const value = near((0.75 * 0.6875) / 3);
    expect(factor({ relations }, 1)).toMatchObject({
      value,
      low: value,
      high: value,
      terms: [{ share: value, label: "C" }],
    });
    // Ten times as much as we sell matches no more than what both do: O = 0.55.
    expect(factor({ relations: [...relations.slice(0, 2), supplies("r", "c", 300)] }, 1).value).toEqual(
      near(0.75 * 0.55),
    );
  });

  it("takes half of the overlap where a volume is missing, and our missing ones as the mean of the known", () => {
    const open = [supplies("f", "c", 30), supplies("f", "d"), supplies("r", "d")];
    expect(factor({ relations: open }, 1)).toMatchObject({ value: near(0.5 * 0.275), low: 0, high: near(0.55) });
    // An only customer has all of our sales, whatever their volume.
    const only = [supplies("f", "c", 30), supplies("r", "c")];
    expect(factor({ relations: only }, 1)).toMatchObject({ value: near(0.275), low: 0, high: near(0.55) });
    // Without a common customer nothing is open.
    const apart = [supplies("f", "c", 30), supplies("f", "d"), supplies("r", "r2")];
    expect(factor({ actors: [actor("r2")], relations: apart }, 1)).toMatchObject({ value: 0, low: 0, high: 0 });
  });

  it("has bounds where only an offering says what the rival does", () => {
    const relations = [supplies("f", "c", 10), supplies("q", "c", 10)];
    const offers = {
      actors: [actor("q")],
      activities: [activity("j3", { importance: 1 })],
      offerings: [{ key: "o", name: "O", provider: "q", type: "PRODUCT" as const, activities: ["j2", "j3"] }],
      relations,
    };
    // j2: ½ of 0..1, ours ½; j3, which we do not do: ½ of 0..1. N = 2·½ = 1, from 0 to 1; E = 1·½, from 0 to 2·½ + 1.
    // O = 1/4 from 0 to 1/4; O' = 1/1.5, from 0 to 1/1. Both sell as much: s = min(O, O').
    expect(factor(offers, 0, "q")).toMatchObject({ value: 0.25, low: 0, high: 0.25 });
    expect(factor(offers, 1, "q")).toMatchObject({ value: 0.25, low: 0, high: 0.25 });
    const less = { ...offers, relations: [supplies("f", "c", 10), supplies("q", "c", 1)] };
    expect(factor(less, 1, "q")).toMatchObject({ value: near(0.1 / 1.5), low: 0, high: near(0.1) });
  });

  it("is what it is however large the volumes are", () => {
    const relations = [supplies("f", "c", 1.5e308), supplies("f", "d", 0.5e308), supplies("r", "c", 0.5e308)];
    expect(factor({ relations }, 1).value).toEqual(near((0.75 * 0.6875) / 3));
  });

  it("is unknown when we supply nobody or the rival is in no market, and 0 when its market is another", () => {
    expect(factor({ relations: [supplies("r", "c")] }, 1).value).toBeNull();
    expect(factor({ relations: [supplies("f", "c")] }, 1).value).toBeNull();
    expect(factor({ relations: [supplies("f", "c"), supplies("r", "d")] }, 1).value).toBe(0);
  });

  it("is unknown when it is unknown what the rival does", () => {
    const quiet = { actors: [actor("q")], relations: [supplies("f", "c"), supplies("q", "c")] };
    const stated = [...quiet.relations, { from: "f", to: "q", type: "COMPETES_WITH" as const }];
    expect(factor({ ...quiet, relations: stated }, 1, "q")).toMatchObject({ value: null, low: 0, high: 1 });
  });

  it("counts a customer that expands into what we do as able to serve itself", () => {
    const claims = (validFrom: string) => [{ by: "c", about: "c", activity: "j2", extent: 1, validFrom }];
    const relations = [supplies("f", "c", 3), supplies("f", "d", 1)];
    const expanding = rival({ relations, claims: claims("2021-07-01") }, {}, "c");
    // O = 2·0.5/4 = 0.25; D_c = 3/4
    expect(expanding.inferredType).toBe("EXPANDING_CUSTOMER");
    expect(expanding.factors[1]).toMatchObject({ value: 0.1875 });
    // 1826 days before 2026-06-30 is 2021-06-30
    expect(rival({ relations, claims: claims("2021-06-30") }, {}, "c").inferredType).toBe("EXPANDING_CUSTOMER");
    expect(rival({ relations, claims: claims("2021-06-29") }, {}, "c")).toMatchObject({
      inferredType: "OTHER",
      factors: [{}, { value: 0 }, {}, {}, {}],
    });
  });

  it("takes a claim that repeats or reduces an earlier one for no expansion, whenever and however sure that was", () => {
    const said = (extent: number, validFrom: string | undefined, more = {}) => ({
      by: "c",
      about: "c",
      activity: "j2",
      extent,
      ...(validFrom && { validFrom }),
      ...more,
    });
    const typeWith = (...claims: ReturnType<typeof said>[]) =>
      rival({ relations: [supplies("f", "c")], claims }, {}, "c").inferredType;
    const now = said(0.4, "2025-01-01");
    expect(typeWith(now)).toBe("EXPANDING_CUSTOMER");
    expect(typeWith(said(0.3, undefined), now)).toBe("EXPANDING_CUSTOMER");
    expect(typeWith(said(0.4, undefined), now)).toBe("OTHER");
    expect(typeWith(said(0.9, "2001-01-01", { validTo: "2002-01-01", confidence: 0.1 }), now)).toBe("OTHER");
    // What others said of it is no version of its claim.
    expect(typeWith(said(0.9, undefined, { by: "f" }), now)).toBe("EXPANDING_CUSTOMER");
  });
});

describe("supply commonality", () => {
  const supplies = (from: string, to: string, volume?: number) => ({
    from,
    to,
    type: "SUPPLIES" as const,
    ...(volume && { volume }),
  });
  const suppliers = { actors: [actor("s"), actor("t")] };
  const common = (...relations: ReturnType<typeof supplies>[]) => factor({ ...suppliers, relations }, 2);

  it("is the overlap times what we buy from suppliers that the rival buys from too", () => {
    const value = expect.closeTo(0.55 * 0.75, 12);
    expect(common(supplies("s", "f", 30), supplies("t", "f", 10), supplies("s", "r"))).toMatchObject({
      value,
      low: value,
      high: value,
      terms: [{ share: value, label: "S", subjects: [{ kind: "actors", key: "s" }] }],
    });
    expect(common(supplies("s", "f", 30), supplies("t", "r"))).toMatchObject({ value: 0, low: 0, high: 0, terms: [] });
  });

  it("is open where one of several volumes is missing, and unknown where nobody supplies one of the two", () => {
    const open = [supplies("s", "f", 30), supplies("t", "f"), supplies("s", "r")];
    expect(common(...open)).toMatchObject({
      value: expect.closeTo(0.55 / 2, 12),
      low: 0,
      high: expect.closeTo(0.55, 12),
    });
    expect(common(supplies("s", "f"))).toMatchObject({ value: null, low: 0, high: 1, contribution: null });
    expect(common(supplies("s", "r")).value).toBeNull();
  });
});

describe("stated rivalry", () => {
  const competes = (from: string, to: string, more: object = {}) => ({
    from,
    to,
    type: "COMPETES_WITH" as const,
    ...more,
  });
  const evidence = [{ key: "b", title: "B", reliability: "B" as const, credibility: 3 }];

  it("is as sure as the surest statement, one of unknown confidence counting half; 0 without any", () => {
    const stated = (...relations: ReturnType<typeof competes>[]) => {
      const { value, low, high } = factor({ evidence, relations }, 4);
      return [value, low, high];
    };
    expect(stated()).toEqual([0, 0, 0]);
    expect(stated(competes("r", "f"))).toEqual([0.5, 0, 1]);
    expect(stated(competes("f", "r", { confidence: 0.3 }))).toEqual([0.3, 0.3, 0.3]);
    expect(stated(competes("f", "r", { confidence: 0.3 }), competes("r", "f"))).toEqual([0.5, 0.3, 1]);
    // The smaller of B (0.8) and 3 (0.6).
    expect(stated(competes("f", "r", { evidence: ["b"] }))).toEqual([0.6, 0.6, 0.6]);
  });
});

describe("momentum", () => {
  const move = (key: string, date: string, more = {}) => ({
    key,
    actor: "r",
    date,
    type: "ENTRY" as const,
    title: key,
    activities: ["j1"],
    ...more,
  });

  it("halves with age, by impact and how much of what we do is touched", () => {
    // 180 days before; rel = 3/4, impact 5
    const { value, terms } = factor({ moves: [move("m", "2026-01-01", { impact: 5 })] }, 3);
    expect(value).toBeCloseTo(1 - 2 ** -(0.75 * 0.5), 12);
    expect(terms[0]!.share).toBeCloseTo(value!, 12);
  });

  it("is 0, not unknown, without moves; an exit and what is older than ten half-lives do not count", () => {
    expect(factor({}, 3).value).toBe(0);
    expect(factor({ moves: [move("m", AS_OF, { type: "EXIT" })] }, 3).value).toBe(0);
    const at = (date: string) => rival({ moves: [move("m", date)] }, { halfLifeDays: 10 }).factors[3]!.value;
    expect(at("2026-03-22")).toBeGreaterThan(0);
    expect(at("2026-03-21")).toBe(0);
  });
});

describe("dampers", () => {
  it("the entry barrier is what the rival lacks of what our activities require, a level that is not recorded counting half", () => {
    const barrier = (...levels: [string, number][]) =>
      rival({ actorCapabilities: levels.map(([capability, level]) => ({ actor: "r", capability, level })) })
        .dampers[0]!;
    expect(barrier()).toMatchObject({ value: null, low: 0, high: 1 });
    // k1 by half, and k2 is not recorded: 1 − (½ + ½)/2, between 1 − (½ + 1)/2 and 1 − ½/2
    const half = barrier(["k1", 0.4]);
    expect([half.value, half.low, half.high]).toEqual([0.5, 0.25, 0.75]);
    const most = barrier(["k1", 0.8]);
    expect([most.value, most.low, most.high]).toEqual([0.25, 0, 0.5]);
    expect(most.terms.map(({ share }) => share)).toEqual([0, 0.25]);
    expect(barrier(["k1", 0.4], ["k2", 1])).toMatchObject({ value: 0.25, low: 0.25, high: 0.25 });
  });

  it("ties multiply: initiatives and partnership by 0.7 each, published standards by 0.9 down to 0.7", () => {
    const standards = ["s1", "s2", "s3", "s4"].map((key) => ({ key, name: key, status: "PUBLISHED" as const }));
    const adoptions = ["f", "r"].flatMap((by) =>
      standards.map(({ key }) => ({ actor: by, standard: key, extent: 0.5 })),
    );
    const ties = (more: Partial<EcosystemDocument>) => rival(more).dampers[1]!;
    expect(ties({}).value).toBe(0);
    expect(
      ties({ standards: standards.slice(0, 2), adoptions: adoptions.filter((it) => it.standard < "s3") }).value,
    ).toBeCloseTo(0.19, 12);
    const all = ties({
      standards,
      adoptions,
      relations: [{ from: "r", to: "f", type: "PARTNERS_WITH" }],
      initiatives: [{ key: "i", name: "I", participants: ["f", "r"] }],
    });
    expect(all.value).toBeCloseTo(1 - 0.343, 12);
    expect(all.terms.reduce((sum, it) => sum + it.share, 0)).toBeCloseTo(1 - 0.343, 12);
  });
});

describe("threat", () => {
  it("is contact damped by barrier and ties, with bounds from what is unknown", () => {
    const it = rival({});
    // Overlap 0.55 is all that is found: contact = 0.35·0.55; the barrier is unknown and counts as a half.
    const contact = 0.35 * 0.55;
    expect(it.contact).toBeCloseTo(contact, 12);
    expect(it.threat).toBeCloseTo(contact * 0.75, 12);
    expect(it.low).toBeCloseTo(contact * 0.5, 12);
    // At most the two unknown factors, of markets and of supply, are 1 and nothing bars the way.
    expect(it.high).toBeCloseTo(contact + 0.3 + 0.1, 12);
    expect(it).toMatchObject({ level: "MODERATE", levelAtMost: "SEVERE", rank: 1, group: null });
  });

  it("shares a rank among equals, and counts on after them", () => {
    const claims = (about: string, extent: number) => ({ about, activity: "j1", extent });
    const ranked = threats(
      withMore({
        actors: ["p", "q", "s"].map((key) => actor(key)),
        claims: [claims("p", 0.2), claims("q", 0.2), claims("s", 0.1)],
      }),
    ).rivals.map(({ rival, rank }) => [rival, rank]);
    expect(ranked).toEqual([
      ["r", 1],
      ["p", 2],
      ["q", 2],
      ["s", 4],
    ]);
  });

  it("has the level of the number as it is shown: from 10, 25 and 50 whole points on", () => {
    expect([0.0949, 0.095, 0.2449, 0.245, 0.4949, 0.495].map(levelOf)).toEqual([
      "LOW",
      "MODERATE",
      "MODERATE",
      "HIGH",
      "HIGH",
      "SEVERE",
    ]);
    // Half up, within 1e-9 of a point: what is left of 9.5 points by rounding is 9.5 points.
    expect([0.095 - 1e-12, 0.095 - 1e-10].map(levelOf)).toEqual(["MODERATE", "LOW"]);
  });

  it("does not come from kin, mere standards bodies or those without contact", () => {
    const listed = (more: Partial<EcosystemDocument>) => threats(withMore(more)).rivals.map((it) => it.rival);
    expect(listed({})).toEqual(["r"]);
    const owns = (from: string, to: string, share?: number) => ({
      from,
      to,
      type: "OWNS" as const,
      ...(share && { share }),
    });
    expect(listed({ relations: [owns("r", "f")] })).toEqual([]);
    expect(listed({ relations: [owns("f", "c"), owns("c", "r", 0.6)] })).toEqual([]);
    expect(listed({ relations: [owns("c", "f", 0.6), owns("c", "r", 0.6)] })).toEqual([]);
    expect(listed({ relations: [owns("r", "f", 0.5)] })).toEqual(["r"]);
    expect(listed({ relations: [owns("c", "f"), owns("c", "r", 0.6)] })).toEqual(["r"]);
    expect(listed({ relations: [owns("r", "f"), { from: "f", to: "r", type: "COMPETES_WITH" }] })).toEqual(["r"]);
    const claims = [{ about: "b", activity: "j1", extent: 1 }];
    expect(listed({ actors: [actor("b", "STANDARDS_BODY")], claims })).toEqual(["r"]);
    expect(listed({ actors: [actor("b", "STANDARDS_BODY", "OTHER")], claims })).toEqual(["b", "r"]);
  });

  it.each<[CompetitorType, Partial<ActorRecord>]>([
    ["SERVICE_CENTRIC_START_UP", { kinds: ["MANUFACTURER", "START_UP"] }],
    ["SERVICE_CENTRIC_START_UP", { kinds: ["ANALYST"], employees: 50 }],
    ["DIVERSIFIED_TECHNOLOGY_FIRM", { kinds: ["ANALYST"], employees: 51 }],
    ["DIVERSIFIED_TECHNOLOGY_FIRM", { kinds: ["ANALYST"] }],
    ["DIVERSIFIED_TECHNOLOGY_FIRM", { kinds: ["MANUFACTURER", "TECHNOLOGY_FIRM"], employees: 10 }],
    ["SIMILAR_MANUFACTURER", { kinds: ["MANUFACTURER"] }],
    ["OTHER", { kinds: ["SERVICE_PROVIDER"], employees: 51 }],
  ])("is %s for %o", (type, more) => {
    const other = { ...actor("x"), ...more };
    expect(rival({ actors: [other], claims: [{ about: "x", activity: "j1", extent: 1 }] }, {}, "x")).toMatchObject({
      type,
      typeSource: "INFERRED",
      tagOutdated: false,
    });
  });

  it("takes an analyst's word on the type from its UTC day on, and says when it is outdated", () => {
    const tagged = (more: Partial<TagRecord>) => {
      const { type, typeSource, tagOutdated } = rival({ tags: [{ actor: "r", focal: "f", type: "OTHER", ...more }] });
      return [type, typeSource, tagOutdated];
    };
    expect(tagged({})).toEqual(["OTHER", "TAGGED", true]);
    expect(tagged({ type: "SIMILAR_MANUFACTURER" })).toEqual(["SIMILAR_MANUFACTURER", "TAGGED", false]);
    expect(tagged({ at: "2026-07-01T01:00:00+02:00" })[1]).toBe("TAGGED");
    expect(tagged({ at: "2026-06-30T23:00:00-02:00" })[1]).toBe("INFERRED");
    // Date-times that no clock here reads: a leap second, an offset without minutes.
    expect(tagged({ at: "2026-06-30T23:59:60Z" })[1]).toBe("TAGGED");
    expect(tagged({ at: "2026-07-01T10:00:00+05" })[1]).toBe("INFERRED");
    expect(tagged({ focal: "c" })[1]).toBe("INFERRED");
  });

  it("types and first narrow the list only", () => {
    const narrowed = threats(withMore({}), { types: ["OTHER"] });
    expect(narrowed.rivals).toEqual([]);
    expect(narrowed.countsByType[0]).toMatchObject({
      type: "SIMILAR_MANUFACTURER",
      count: 1,
      highest: expect.closeTo(0.35 * 0.55 * 0.75, 12),
    });
    expect(narrowed.countsByType).toHaveLength(5);
    expect(threats(withMore({}), { first: 0 }).rivals).toEqual([]);
  });
});

describe("responses", () => {
  const move = (key: string, by: string, date: string, more = {}) => ({
    key,
    actor: by,
    date,
    type: "ENTRY" as const,
    title: key,
    activities: ["j1"],
    ...more,
  });
  const facts = withMore({
    moves: [
      move("m1", "r", "2026-03-01"),
      move("m2", "r", "2026-02-01"),
      move("m3", "r", "2026-01-01"),
      move("m4", "r", "2026-01-01", { activities: [] }),
      move("m5", "r", "2025-12-01"),
      move("own", "f", "2025-11-30"),
    ],
    responses: [
      { key: "r1", move: "m1", actor: "f", date: "2026-03-02", status: "PLANNED" },
      { key: "r2", move: "m2", actor: "c", date: "2026-02-02" },
      { key: "r3", move: "m3", actor: "f", date: "2026-01-11", status: "DECLINED" },
      { key: "r4", move: "m3", actor: "f", date: "2026-01-05", status: "PLANNED" },
      { key: "r5", move: "m5", actor: "f", date: "2025-12-06" },
      { key: "r6", move: "m5", actor: "f", date: "2026-12-06" },
    ],
  });

  it("lists what is not answered, oldest first, and the median of days to answer", () => {
    expect(threats(facts)).toMatchObject({ unansweredMoves: ["m2", "m1"], medianResponseDays: 7.5 });
  });

  it("puts our first response that is more than a plan and in force beside each move that counts, unanswered ones first", () => {
    const rows = (of: typeof facts) =>
      threats(of).countedMoves.map(({ move: key, response, planned, days }) => [key, response, planned, days]);
    expect(rows(facts)).toEqual([
      ["m2", null, null, 149],
      ["m1", null, "r1", 121],
      ["m3", "r3", null, 10],
      ["m5", "r5", null, 5],
    ]);
    const ended = { key: "x", move: "m1", actor: "f", date: "2026-03-03", validTo: "2026-05-01" };
    expect(rows(withMore({ moves: [move("m1", "r", "2026-03-01")], responses: [ended] }))).toEqual([
      ["m1", null, null, 121],
    ]);
  });

  it("says how often we moved first, strictly, where both moved", () => {
    expect(threats(facts).firstMoverShare).toBe(1);
    const first = (date: string) =>
      threats(withMore({ moves: [move("m1", "r", "2020-01-01"), move("own", "f", date)] })).firstMoverShare;
    expect([first("2020-01-01"), first("2019-12-31")]).toEqual([0, 1]);
    expect(threats(withMore({})).firstMoverShare).toBeNull();
  });
});

it("what is known with weight 0 makes no contact", () => {
  const weights = [{ factor: "OVERLAP" as const, weight: 0 }];
  expect(threats(withMore({}), { weights }).rivals).toEqual([]);
});

it("a group is named by its head, whom nobody holds, also through minor members", () => {
  const owns = (from: string, to: string) => ({ from, to, type: "OWNS" as const });
  const more = { actors: [actor("h"), actor("a")], relations: [owns("h", "r"), owns("h", "a")] };
  expect(rival(more).group).toBe("h");
  // Of two without an owner the first by key; of a ring the first of all.
  expect(rival({ ...more, relations: [...more.relations, owns("c", "r")] }).group).toBe("c");
  expect(rival({ relations: [owns("c", "r"), owns("r", "d"), owns("d", "c")] }).group).toBe("c");
});

describe("bad arguments", () => {
  it.each<[string, ThreatOptions]>([
    ["FOCAL_UNKNOWN", { focal: "nobody" }],
    ["FOCAL_WITHOUT_POSITION", { focal: "c" }],
    ["BAD_HALF_LIFE", { halfLifeDays: 0 }],
    ["BAD_HALF_LIFE", { halfLifeDays: Number.NaN }],
    ["BAD_FIRST", { first: -1 }],
    ["NEGATIVE_WEIGHT", { weights: [{ factor: "OVERLAP", weight: -0.1 }] }],
    [
      "DOUBLE_WEIGHT",
      {
        weights: [
          { factor: "OVERLAP", weight: 1 },
          { factor: "OVERLAP", weight: 1 },
        ],
      },
    ],
    ["ALL_WEIGHTS_ZERO", { weights: factors.map(({ kind }) => ({ factor: kind, weight: 0 })) }],
  ])("are refused: %s for %o", (code, options) => {
    expect(() => threats(withMore({}), options)).toThrow(expect.objectContaining({ name: "MeasureError", code }));
  });
});
