import { describe, expect, test } from "vitest";
import { coherence } from "../../../api/measures/coherence/coherence.ts";
import { effectsOn } from "../../../api/measures/tidy/effects.ts";
import { tidyList } from "../../../api/measures/tidy/tidy.ts";
import { factsInForce } from "../../../api/time/in-force.ts";
import type { ActorRecord, EcosystemDocument, TidyCheck } from "../../../cypher/model/document.ts";
import { generatedEcosystem } from "../../support/generated-ecosystem.ts";
import { smallEcosystem } from "../../support/small-ecosystem.ts";
import { AS_OF, ecosystem } from "./support.ts";

const list = (document: EcosystemDocument, asOf = AS_OF) => tidyList(document, factsInForce(document, { asOf }));
const found = (collections: Partial<EcosystemDocument>, check: TidyCheck, asOf = AS_OF) =>
  list(ecosystem(collections), asOf).filter((item) => item.check === check);
const named = (key: string, name: string, more: Partial<ActorRecord> = {}): ActorRecord => ({
  key,
  name,
  kinds: ["OTHER"],
  ...more,
});
const small = (more: Partial<EcosystemDocument>): EcosystemDocument => ({ ...smallEcosystem("x"), ...more });

describe("possible duplicates", () => {
  const pairs = (collections: Partial<EcosystemDocument>) =>
    found(collections, "POSSIBLE_DUPLICATE").map(({ subject, sentence }) => [subject, sentence]);

  test("are found by name, legal form, other name and domain, the surest first, and not where names only resemble", () => {
    const actors = [
      named("abb", "ABB Ltd"),
      named("abb-oy", "ABB Oy"),
      named("kone", "Kone", { aliases: ["Kone Corporation Group"] }),
      named("kone-2", "KONE Corporation group"),
      named("rotor", "Rotor", { website: "https://www.rotor.example.com/" }),
      named("spin", "Spinning Machines", { website: "https://rotor.example.com/about" }),
      named("nordea", "Nordea"),
      named("siemens", "Siemens"),
      named("siemens-energy", "Siemens Energy"),
    ];
    expect(pairs({ actors })).toEqual([
      [
        "actors/kone/kone-2",
        "Kone and KONE Corporation group may be one actor. Same name but for case, accents or signs.",
      ],
      ["actors/abb/abb-oy", "ABB Ltd and ABB Oy may be one actor. Same name with another legal form."],
      ["actors/rotor/spin", "Rotor and Spinning Machines may be one actor. Same web domain example.com, another name."],
    ]);
  });

  test("name first the one that more records refer to, and leave out those of which one owns the other", () => {
    const actors = [named("a-rotor", "Rotor Oy"), named("rotor", "Rotor")];
    const topics = [{ key: "open", name: "Open" }];
    const stances = [{ actor: "rotor", topic: "open", position: 3 }];
    expect(found({ actors, topics, stances }, "POSSIBLE_DUPLICATE")[0]!.subjects).toEqual([
      { kind: "actors", key: "rotor" },
      { kind: "actors", key: "a-rotor" },
    ]);
    const relations = [{ from: "rotor", to: "a-rotor", type: "OWNS" as const }];
    expect(pairs({ actors, relations })).toEqual([]);
  });

  test("are standards with one code and evidence with one address", () => {
    const standards = [
      { key: "ua", name: "OPC UA", code: "IEC 62541", status: "PUBLISHED" as const },
      { key: "opc", name: "OPC Unified", code: "iec 62541", status: "DRAFT" as const },
    ];
    const evidence = ["one", "two"].map((key) => ({ key, title: key, url: "https://example.org/report" }));
    expect(pairs({ standards, evidence }).map(([subject]) => subject)).toEqual([
      "evidence/one/two",
      "standards/opc/ua",
    ]);
  });

  test("kept by a review are not asked about again, in whichever order their keys are, and the next nearest is", () => {
    const actors = [named("b", "Rotor"), named("a", "Rotor Oy"), named("c", "Rotor", { aliases: ["Rota"] })];
    expect(pairs({ actors }).map(([subject]) => subject)).toEqual(["actors/b/c", "actors/a/b"]);
    const keep = (subject: string) => ({ check: "POSSIBLE_DUPLICATE" as const, subject, on: "2020-01-01" });
    const reviews = [keep("actors/b/c"), keep("actors/a/b")];
    expect(pairs({ actors, reviews }).map(([subject]) => subject)).toEqual(["actors/a/c"]);
  });
});

test("a withdrawn standard is found where it is adopted at least half, with the day of its withdrawal", () => {
  const collections = {
    actors: [named("f", "F"), named("g", "G"), named("h", "H")],
    standards: [
      {
        key: "old",
        name: "Old",
        status: "WITHDRAWN" as const,
        history: [
          { status: "PUBLISHED" as const, on: "2010-01-01" },
          { status: "WITHDRAWN" as const, on: "2025-03-01" },
        ],
      },
    ],
    adoptions: [
      { actor: "f", standard: "old", extent: 1 },
      { actor: "g", standard: "old", extent: 0.4 },
      { actor: "h", standard: "old", extent: 1, validTo: "2025-06-01" },
    ],
  };
  expect(found(collections, "WITHDRAWN_STANDARD")).toEqual([
    {
      check: "WITHDRAWN_STANDARD",
      key: "WITHDRAWN_STANDARD adoptions/f|old|",
      subject: "adoptions/f|old|",
      subjects: [
        { kind: "adoptions", key: "f|old|" },
        { kind: "standards", key: "old" },
        { kind: "actors", key: "f" },
      ],
      sentence: "F adopts Old, which was withdrawn on 1 Mar 2025.",
      effect: null,
      since: "2025-03-01",
    },
  ]);
  expect(found(collections, "WITHDRAWN_STANDARD", "2024-06-30")).toEqual([]);
});

test("an agreement has expired where it has ended and no other of the same two has followed", () => {
  const of = (key: string, more: object) => ({ key, provider: "f", customer: "c", ...more });
  const actors = [named("f", "F"), named("c", "C")];
  const ended = [of("one", { validTo: "2024-01-01" }), of("two", { validFrom: "2024-06-01", validTo: "2026-01-01" })];
  expect(
    found({ actors, agreements: ended }, "EXPIRED_AGREEMENT").map(({ subject, since }) => [subject, since]),
  ).toEqual([["agreements/two", "2026-01-01"]]);
  const renewed = [...ended, of("three", { validFrom: "2026-01-01" })];
  expect(found({ actors, agreements: renewed }, "EXPIRED_AGREEMENT")).toEqual([]);
});

describe("aged facts", () => {
  const dated = (publishedOn: string) => [{ key: "report", title: "Report", publishedOn }];
  const aged = (more: Partial<EcosystemDocument>, asOf = AS_OF) =>
    list(small(more), asOf).filter(({ check }) => check === "AGED_FACT");

  test("are those on which coherence rests, by their newest source, and else by their beginning", () => {
    const facts = new Map(aged({ evidence: dated("2020-01-01") }).map(({ subject, since }) => [subject, since]));
    // By its source; by its beginning; an installation by its year.
    expect(facts.get("claims/sysco|sysco|make|")).toBe("2020-01-01");
    expect(facts.get("relations/sysco|mill|SUPPLIES|2022-01-01")).toBe("2022-01-01");
    expect(facts.get("installations/i1")).toBe("2010-01-01");
    // Of an earlier version, of what coherence does not read, and of a fact without any date nothing is said.
    expect(facts.has("relations/sysco|mill|SUPPLIES|2018-01-01")).toBe(false);
    expect(
      [...facts.keys()].filter((subject) => /^(offerings|moves|actors|standards|activities)\//.test(subject)),
    ).toEqual([]);
    expect(facts.has("claims/rivalco|rivalco|run|")).toBe(false);
    expect(
      new Map(aged({ evidence: dated("2026-01-01") }).map((it) => [it.subject, 1])).has("claims/sysco|sysco|make|"),
    ).toBe(false);
  });

  test("are in the order of age times effect, each with the share of coherence that rests on it", () => {
    const items = aged({ evidence: dated("2020-01-01") });
    const weights = items.map(({ effect, since }) => effect! * (Date.parse(AS_OF) - Date.parse(since!)));
    expect(items.length).toBeGreaterThan(3);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    for (const { effect } of items) expect(effect).toBeGreaterThan(0);
  });

  test("are looked at again a year after a review", () => {
    const review = { check: "AGED_FACT" as const, subject: "installations/i1", on: "2026-06-01" };
    const has = (asOf: string) => aged({ reviews: [review] }, asOf).some(({ subject }) => subject === review.subject);
    expect([has("2026-06-30"), has("2027-06-01"), has("2027-06-02")]).toEqual([false, false, true]);
  });
});

test("the effect of a record is the weight of what is known by it: of all records of an item the item's own", () => {
  const facts = factsInForce(small({}), { asOf: AS_OF });
  const { records, ofItem } = effectsOn(facts);
  const { dimensions } = coherence(facts);
  const all = dimensions.reduce((sum, { weight }) => sum + weight, 0);
  for (const { kind, weight, items } of dimensions)
    expect(items.reduce((sum, { key }) => sum + ofItem(kind, key)!, 0)).toBeCloseTo(
      items.length > 0 ? weight / all : 0,
    );
  for (const { share } of records) expect(share).toBeLessThanOrEqual(1);
  expect(ofItem("DATA_SHARING", "nobody>mill")).toBeNull();
});

test("an actor without facts is one that nothing refers to but a tag or a place on the map; never the focal firm", () => {
  const actors = [...smallEcosystem("x").actors!, named("lone", "Lone"), named("tagged", "Tagged")];
  const tags = [{ actor: "tagged", focal: "sysco", label: "watch" }];
  const items = list(small({ actors, tags })).filter(({ check }) => check === "ACTOR_WITHOUT_FACTS");
  expect(items.map(({ subject }) => subject)).toEqual(["actors/lone", "actors/tagged"]);
  expect(list(ecosystem({ actors: [named("f", "F")] }))).toEqual([]);
});

test("the cost grows with the number of actors and not with its square", () => {
  const timed = (actors: number): number => {
    const document = generatedEcosystem({ key: "large", actors });
    const facts = factsInForce(document, { asOf: AS_OF });
    const start = performance.now();
    tidyList(document, facts);
    return performance.now() - start;
  };
  timed(300);
  const [some, many] = [timed(500), timed(4_000)];
  // Eight times the actors: eight times the work, and not sixty-four times; with room for a busy machine.
  expect(many / some).toBeLessThan(24);
}, 60_000);
